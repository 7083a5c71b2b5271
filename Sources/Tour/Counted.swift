import Derivatives

/// A number that counts the operations it takes part in: one more number type, and one more use of a function written for any `Scalar`.
struct Counted: Lifted {
  typealias Value = Double
  typealias Base = Counted
  typealias Magnitude = Counted

  /// The operations since ``operations(of:)`` began. The tour runs in one task.
  nonisolated(unsafe) private static var count = 0

  let value: Double

  /// How many operations `body` takes: sums, products, quotients and functions, one each.
  static func operations(of body: () -> Void) -> Int {
    count = 0
    body()
    return count
  }

  private init(counting value: Double) {
    Self.count += 1
    self.value = value
  }

  init(_ constant: Double) { value = constant }
  static var zero: Counted { Counted(0) }
  var isExactlyZero: Bool { value == 0 }
  var _isFinite: Bool { value.isFinite }
  var _containsNaN: Bool { value.isNaN }

  static func == (a: Counted, b: Counted) -> Bool { a.value == b.value }
  static func < (a: Counted, b: Counted) -> Bool { a.value < b.value }
  static func + (a: Counted, b: Counted) -> Counted { Counted(counting: a.value + b.value) }
  static func - (a: Counted, b: Counted) -> Counted { Counted(counting: a.value - b.value) }
  static func * (a: Counted, b: Counted) -> Counted { Counted(counting: a.value * b.value) }
  static func / (a: Counted, b: Counted) -> Counted { Counted(counting: a.value / b.value) }
  static prefix func - (a: Counted) -> Counted { Counted(counting: -a.value) }
  static func *= (a: inout Counted, b: Counted) { a = a * b }

  static func lift(_ x: Counted, _ f: (Double) -> Double, derivative: (Double, Double) -> Double) -> Counted {
    Counted(counting: f(x.value))
  }
  static func lift(
    _ x: Counted, _ y: Counted, _ f: (Double, Double) -> Double,
    d1: (Double, Double, () -> Double) -> Double, d2: (Double, Double, () -> Double) -> Double
  ) -> Counted {
    Counted(counting: f(x.value, y.value))
  }
  static func lift(step x: Counted, _ f: (Double) -> Double) -> Counted { Counted(counting: f(x.value)) }
  static func lift<X: Numbers<Counted>>(
    _ x: X, _ f: (Values<X>) -> Double, partial: (Int, Values<X>, Double) -> Double
  ) -> Counted {
    count += x.count - 1
    return Counted(counting: f(Values(of: x)))
  }
}
