// Sum, product and quotient rule, between two duals and between a dual and a plain number. The value of each is what the plain numbers
// give; a quotient's is a/b, never a·(1/b). The operators that forward to these are in `Dual+Operators.swift`.

extension Dual {
  @_transparent public static func _add(_ a: Dual, _ b: Dual) -> Dual { Dual(a.value + b.value, tangent: a.tangent + b.tangent) }
  @_transparent public static func _add(_ a: Dual, _ b: T.Base) -> Dual { Dual(a.value + b, tangent: a.tangent) }
  @_transparent public static func _add(_ a: T.Base, _ b: Dual) -> Dual { Dual(a + b.value, tangent: b.tangent) }

  @_transparent public static func _subtract(_ a: Dual, _ b: Dual) -> Dual { Dual(a.value - b.value, tangent: a.tangent - b.tangent) }
  @_transparent public static func _subtract(_ a: Dual, _ b: T.Base) -> Dual { Dual(a.value - b, tangent: a.tangent) }
  @_transparent public static func _subtract(_ a: T.Base, _ b: Dual) -> Dual { Dual(a - b.value, tangent: T._negate(b.tangent)) }

  @_transparent public static func _minus(_ a: Dual) -> Dual { Dual(-a.value, tangent: T._negate(a.tangent)) }

  // (ab)˙ = ȧ b + ḃ a
  @_transparent public static func _multiply(_ a: Dual, _ b: Dual) -> Dual {
    Dual(a.value * b.value, tangent: T._combine(a.tangent, b.value, b.tangent, a.value))
  }
  @_transparent public static func _multiply(_ a: Dual, _ b: T.Base) -> Dual {
    Dual(a.value * b, tangent: T._scale(a.tangent, b))
  }
  @_transparent public static func _multiply(_ a: T.Base, _ b: Dual) -> Dual { _multiply(b, a) }

  // (a/b)˙ = (ȧ − q ḃ)/b with q = a/b
  @_transparent public static func _divide(_ a: Dual, _ b: Dual) -> Dual {
    let quotient = a.value / b.value
    let inverse = 1 / b.value
    let slope = quotient * inverse
    if _slowPath(!slope._isFinite) { return Dual(quotient, tangent: atPole(a.tangent, b.tangent, quotient, b.value)) }
    return Dual(quotient, tangent: T._combine(a.tangent, inverse, b.tangent, -slope))
  }
  @_transparent public static func _divide(_ a: Dual, _ b: T.Base) -> Dual {
    let quotient = a.value / b
    let inverse = 1 / b
    if _slowPath(!(quotient * inverse)._isFinite) { return Dual(quotient, tangent: atPole(a.tangent, .zero, quotient, b)) }
    return Dual(quotient, tangent: T._scale(a.tangent, inverse))
  }
  @_transparent public static func _divide(_ a: T.Base, _ b: Dual) -> Dual {
    let quotient = a / b.value
    let slope = quotient / b.value
    if _slowPath(!slope._isFinite) { return Dual(quotient, tangent: atPole(.zero, b.tangent, quotient, b.value)) }
    return Dual(quotient, tangent: T._scale(b.tangent, -slope))
  }

  // At a pole, and where the inverse overflows but the quotient q does not: (ȧ − q ḃ)/b without the inverse, and 0 along a zero direction,
  // not 0·∞. It takes tangents: a dual would be put together in memory before it is known whether this is called.
  @inlinable @inline(never) static func atPole(_ a: T, _ b: T, _ quotient: T.Base, _ denominator: T.Base) -> T {
    T._along(a, dividedBy: denominator) - T._along(T._along(b, quotient), dividedBy: denominator)
  }
}
