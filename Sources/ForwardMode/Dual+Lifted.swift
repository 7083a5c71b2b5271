// The chain rule, ẏ = f′(x) ẋ. The derivative is evaluated first and selected afterwards: that is branch-free, and it shares the calls of
// libm that value and derivative have in common.

extension Dual: Lifted {
  public typealias Value = T.Base
  public typealias Base = Dual
  public typealias Magnitude = Dual

  @_transparent public init(_ constant: Double) { self.init(T.Base(constant), tangent: .zero) }
  @_transparent public static var zero: Dual { Dual(.zero, tangent: .zero) }
  @_transparent public var isExactlyZero: Bool { value.isExactlyZero && tangent.isExactlyZero }
  @_transparent public var _isFinite: Bool { value._isFinite }
  @_transparent public var _vanishes: Bool { value._vanishes && tangent._vanishes }
  /// That of its tangent, one level up; from the fourth level on all are one kind.
  @_transparent public static var _kind: Int { T._kind < 24 ? T._kind + 8 : T._kind }
  @_transparent public var _containsNaN: Bool { value._containsNaN || tangent._containsNaN }

  // A dual as the tangent of another: 0·∞ and 0/0 are 0 along every direction in which `x` stays 0.
  @inlinable public static func _along(_ x: Dual, _ a: Dual) -> Dual {
    let product = Value._along(x.value, a.value)
    let slope = T._along(a.tangent, x.value)
    return Dual(product, tangent: T._along(x.tangent, a.value) + (x.value.isExactlyZero ? whereMoving(x, slope) : slope))
  }
  @inlinable public static func _along(_ x: Dual, dividedBy a: Dual) -> Dual {
    let quotient = Value._along(x.value, dividedBy: a.value)
    let slope = T._along(T._along(a.tangent, quotient), dividedBy: a.value)
    return Dual(quotient, tangent: T._along(x.tangent, dividedBy: a.value) - (x.value.isExactlyZero ? whereMoving(x, slope) : slope))
  }
  /// `slope` in the directions in which `x` is not constant.
  @inlinable @inline(never) static func whereMoving(_ x: Dual, _ slope: T) -> T {
    if x.tangent.isExactlyZero || slope.isExactlyZero { return .zero }
    var moving = T.zero
    for i in 0..<T.laneCount where !x.tangent.lane(i).isExactlyZero { moving += T._along(.unit(i), slope.lane(i)) }
    return moving
  }

  @inlinable public static func lift(_ x: Dual, _ f: (Value) -> Value, derivative: (Value, Value) -> Value) -> Dual {
    let y = f(x.value)
    return Dual(y, tangent: T._along(x.tangent, derivative(x.value, y)))
  }

  // Here the branch stays: a logarithm that is not needed is worth skipping.
  @inlinable public static func lift(
    _ x: Dual, _ y: Dual, _ f: (Value, Value) -> Value,
    d1: (Value, Value, () -> Value) -> Value, d2: (Value, Value, () -> Value) -> Value
  ) -> Dual {
    let z = f(x.value, y.value)
    var tangent = T.zero
    if !x.tangent.isExactlyZero { tangent = T._along(x.tangent, d1(x.value, y.value) { z }) }
    if !y.tangent.isExactlyZero { tangent += T._along(y.tangent, d2(x.value, y.value) { z }) }
    return Dual(z, tangent: tangent)
  }

  @inlinable public static func lift(step x: Dual, _ f: (Value) -> Value) -> Dual {
    let y = f(x.value)
    return Dual(y, tangent: y == y ? .zero : T._along(x.tangent, y))
  }

  @inlinable public static func lift<X: Numbers<Dual>>(
    _ x: X, _ f: (Values<X>) -> Value, partial: (Int, Values<X>, Value) -> Value
  ) -> Dual {
    let values = Values(of: x)
    let y = f(values)
    var tangent = T.zero
    for i in 0..<x.count { tangent += T._along(x[i].tangent, partial(i, values, y)) }
    return Dual(y, tangent: tangent)
  }
}
