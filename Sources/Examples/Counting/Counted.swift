public import Scalars

/// A number that counts the operations it takes part in: one more number type, and one more use of a function written for any `Scalar`.
///
/// ```swift
/// import Counting
///
/// func length<S: Scalar>(_ x: [S]) -> S { sqrt(x[0] * x[0] + x[1] * x[1]) }
/// print(Counted.operations { length([Counted(3), Counted(4)]) })
/// // Prints "4"
/// ```
///
/// A sum, a product, a quotient and a function are one operation each; a sum of n numbers is n − 1, and a function of n numbers n. Comparisons
/// and constants are none. The work of a derivative is counted by computing it with such numbers: `Dual<Counted>`, `Adjoint<Counted>`.
public struct Counted: Lifted, BitwiseCopyable, Sendable {
  public typealias Value = Double
  public typealias Base = Counted
  public typealias Magnitude = Counted

  private final class Counter: @unchecked Sendable { var count = 0 }
  /// Every task counts for itself.
  @TaskLocal private static var counter: Counter?

  public let value: Double

  /// How many operations `body` takes.
  public static func operations<Result>(of body: () -> Result) -> Int {
    let counter = Counter()
    $counter.withValue(counter) { _ = body() }
    return counter.count
  }

  private static func count(_ operations: Int) { counter?.count += operations }

  private init(counting value: Double) {
    Self.count(1)
    self.value = value
  }

  public init(_ constant: Double) { value = constant }
  public static var zero: Counted { Counted(0) }
  public var isExactlyZero: Bool { value == 0 }
  public var _isFinite: Bool { value.isFinite }
  public var _containsNaN: Bool { value.isNaN }

  public static func == (a: Counted, b: Counted) -> Bool { a.value == b.value }
  public static func < (a: Counted, b: Counted) -> Bool { a.value < b.value }
  public static func + (a: Counted, b: Counted) -> Counted { Counted(counting: a.value + b.value) }
  public static func - (a: Counted, b: Counted) -> Counted { Counted(counting: a.value - b.value) }
  public static func * (a: Counted, b: Counted) -> Counted { Counted(counting: a.value * b.value) }
  public static func / (a: Counted, b: Counted) -> Counted { Counted(counting: a.value / b.value) }
  public static prefix func - (a: Counted) -> Counted { Counted(counting: -a.value) }
  public static func *= (a: inout Counted, b: Counted) { a = a * b }

  public static func lift(_ x: Counted, _ f: (Double) -> Double, derivative: (Double, Double) -> Double) -> Counted {
    Counted(counting: f(x.value))
  }
  public static func lift(
    _ x: Counted, _ y: Counted, _ f: (Double, Double) -> Double,
    d1: (Double, Double, () -> Double) -> Double, d2: (Double, Double, () -> Double) -> Double
  ) -> Counted {
    Counted(counting: f(x.value, y.value))
  }
  public static func lift(step x: Counted, _ f: (Double) -> Double) -> Counted { Counted(counting: f(x.value)) }
  public static func lift<X: Numbers<Counted>>(
    _ x: X, _ f: (Values<X>) -> Double, partial: (Int, Values<X>, Double) -> Double
  ) -> Counted {
    count(x.count - 1)
    return Counted(counting: f(Values(of: x)))
  }
}

extension Counted: CustomStringConvertible {
  public var description: String { "\(value)" }
}
