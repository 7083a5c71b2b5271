/// A number that carries derivatives. It knows the chain rule and nothing else.
///
/// A number type implements `lift`; ``Lifted`` gives it every elementary function through the one rule table in `Rules.swift`, which in
/// turn knows the functions and no number type. A function of your own is added the same way, once, for every number type:
///
/// ```swift
/// extension Lifted {
///   /// sin(x)/x.
///   static func sinc(_ x: Self) -> Self {
///     lift(x, { sin($0) / $0 }, derivative: { x, y in (cos(x) - y) / x })
///   }
/// }
/// print(derivative(at: 1.0) { .sinc($0) })
/// // Prints "-0.301169"
/// ```
public protocol Lifted: Scalar {
  /// The type of the value part.
  associatedtype Value: Scalar
  /// The numbers in which a rule's derivative is evaluated: `Value`, or `Self` for a power series.
  associatedtype Derivative: Scalar = Value
  /// The value part.
  var value: Value { get }

  /// f(x), where f′ is computed from `x` alone.
  static func lift(_ x: Self, _ f: (Value) -> Value, derivative: (_ x: Derivative) -> Derivative) -> Self
  /// y = f(x), where f′ is computed from `x` and `y`.
  static func lift(_ x: Self, _ f: (Value) -> Value, derivative: (_ x: Derivative, _ y: Derivative) -> Derivative) -> Self
  /// z = f(x, y), where `d1` and `d2` are the partial derivatives in the first and in the second argument, from `x`, `y` and, if it is
  /// called, the result `z()`. A partial is not evaluated for an argument that carries no derivative.
  static func lift(
    _ x: Self, _ y: Self, _ f: (Value, Value) -> Value,
    d1: (_ x: Derivative, _ y: Derivative, _ z: () -> Derivative) -> Derivative,
    d2: (_ x: Derivative, _ y: Derivative, _ z: () -> Derivative) -> Derivative
  ) -> Self
  /// f(x) for a step function: its derivative is zero wherever it has one; NaN where f(x) is.
  static func lift(step x: Self, _ f: (Value) -> Value) -> Self
  /// y = f(x₀, x₁, …), where `partial` is ∂y/∂xᵢ from `i`, the arguments and the result.
  static func lift<X: Numbers<Self>>(
    _ x: X, _ f: (Values<X>) -> Value, partial: (_ i: Int, _ x: Values<X>, _ y: Value) -> Value
  ) -> Self
}

extension Lifted where Derivative == Value {
  @_transparent public static func lift(_ x: Self, _ f: (Value) -> Value, derivative: (Value) -> Value) -> Self {
    lift(x, f, derivative: { x, _ in derivative(x) })
  }
}

extension Lifted {
  @_transparent public init(floatLiteral value: Double) { self.init(value) }
  @_transparent public init(integerLiteral value: Int) { self.init(Double(value)) }
  /// The constant `source`, when the numbers inside hold it exactly.
  @inlinable public init?<Source: BinaryInteger>(exactly source: Source) {
    guard Value(exactly: source) != nil, let value = Double(exactly: source) else { return nil }
    self.init(value)
  }
  @_transparent public var magnitude: Self { ._abs(self) }
  /// −x, also of a zero: the standard library's would be 0 − x.
  @_transparent public mutating func negate() { self = -self }
}
