import CNumerics

// The chain rule on weights: ∂y/∂node = f′(x) ∂x/∂node. A function of one number writes nothing on the tape.

extension Adjoint: Lifted {
  public typealias Base = Adjoint
  public typealias Magnitude = Adjoint

  @_transparent public init(_ constant: Double) { self.init(constant: Value(constant)) }
  @_transparent public static var zero: Adjoint { Adjoint(constant: .zero) }
  @_transparent public var isExactlyZero: Bool { word == 0 && value.isExactlyZero }
  @_transparent public var _isFinite: Bool { value._isFinite }
  @_transparent public var _containsNaN: Bool { value._containsNaN || weight._containsNaN }

  // An adjoint number as the tangent of another number: 0·∞ and 0/0 are 0 in each of its parts.
  @inlinable public static func _along(_ x: Adjoint, _ a: Adjoint) -> Adjoint {
    if x.isExactlyZero { return .zero }
    return binary(x, a, Value._along(x.value, a.value), ._along(x.weight, a.value), ._along(a.weight, x.value))
  }
  @inlinable public static func _along(_ x: Adjoint, dividedBy a: Adjoint) -> Adjoint {
    if x.isExactlyZero { return .zero }
    let quotient = Value._along(x.value, dividedBy: a.value)
    let slope = Value._along(._along(a.weight, quotient), dividedBy: a.value)
    return binary(x, a, quotient, ._along(x.weight, dividedBy: a.value), -slope)
  }

  @inlinable @inline(__always) public static func lift(
    _ x: Adjoint, _ f: (Value) -> Value, derivative: (Value, Value) -> Value
  ) -> Adjoint {
    let y = f(x.value)
    return x.with(y, weight: ._along(x.weight, derivative(x.value, y)))
  }

  @inlinable @inline(__always) public static func lift(
    _ x: Adjoint, _ y: Adjoint, _ f: (Value, Value) -> Value,
    d1: (Value, Value, () -> Value) -> Value, d2: (Value, Value, () -> Value) -> Value
  ) -> Adjoint {
    let z = f(x.value, y.value)
    let first = x.word == 0 ? .zero : Value._along(x.weight, d1(x.value, y.value) { z })
    let second = y.word == 0 ? .zero : Value._along(y.weight, d2(x.value, y.value) { z })
    return binary(x, y, z, first, second)
  }

  @inlinable public static func lift(step x: Adjoint, _ f: (Value) -> Value) -> Adjoint {
    let y = f(x.value)
    return y == y ? Adjoint(constant: y) : x.with(y, weight: ._along(x.weight, y))
  }

  @inlinable public static func lift<X: Numbers<Adjoint>>(
    _ x: X, _ f: (Values<X>) -> Value, partial: (Int, Values<X>, Value) -> Value
  ) -> Adjoint {
    let values = Values(of: x)
    let y = f(values)
    guard let header = tape(of: x) else { return Adjoint(constant: y) }
    let weights = save(partialsOf: x, on: header) { partial($0, values, y) }
    let survey = survey(x, on: header)
    record(x, survey, on: header, rule: .one, weights: weights)
    return wide(y, on: header)
  }
}
