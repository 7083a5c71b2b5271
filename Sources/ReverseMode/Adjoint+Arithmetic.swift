// Sum, product and quotient rule, on weights: the same rules as for tangents, for a weight is the tangent of a number along its own node.
// The operators that forward to these are in `Adjoint+Operators.swift`.

extension Adjoint {
  @_transparent public static func _add(_ a: Adjoint, _ b: Adjoint) -> Adjoint { binary(a, b, a.value + b.value, a.weight, b.weight) }
  @_transparent public static func _add(_ a: Adjoint, _ b: Value) -> Adjoint { a.with(a.value + b, weight: a.weight) }
  @_transparent public static func _add(_ a: Value, _ b: Adjoint) -> Adjoint { b.with(a + b.value, weight: b.weight) }

  @_transparent public static func _subtract(_ a: Adjoint, _ b: Adjoint) -> Adjoint {
    binary(a, b, a.value - b.value, a.weight, -b.weight)
  }
  @_transparent public static func _subtract(_ a: Adjoint, _ b: Value) -> Adjoint { a.with(a.value - b, weight: a.weight) }
  @_transparent public static func _subtract(_ a: Value, _ b: Adjoint) -> Adjoint { b.with(a - b.value, weight: -b.weight) }

  @_transparent public static func _minus(_ a: Adjoint) -> Adjoint { a.with(-a.value, weight: -a.weight) }

  @_transparent public static func _multiply(_ a: Adjoint, _ b: Adjoint) -> Adjoint {
    let product = a.value * b.value
    return binary(a, b, product, a.weight * b.value, b.weight * a.value)
  }
  @_transparent public static func _multiply(_ a: Adjoint, _ b: Value) -> Adjoint { a.with(a.value * b, weight: a.weight * b) }
  @_transparent public static func _multiply(_ a: Value, _ b: Adjoint) -> Adjoint { _multiply(b, a) }

  @_transparent public static func _divide(_ a: Adjoint, _ b: Adjoint) -> Adjoint {
    let quotient = a.value / b.value
    let inverse = 1 / b.value
    let slope = quotient * inverse
    if _slowPath(!slope._isFinite) { return quotientAtPole(a, b) }
    return binary(a, b, quotient, a.weight * inverse, -(b.weight * slope))
  }
  @_transparent public static func _divide(_ a: Adjoint, _ b: Value) -> Adjoint {
    a.with(a.value / b, weight: ._along(a.weight, dividedBy: b))
  }
  @_transparent public static func _divide(_ a: Value, _ b: Adjoint) -> Adjoint {
    let quotient = a / b.value
    return b.with(quotient, weight: -._along(b.weight, quotient / b.value))
  }

  // At a pole, and where the inverse overflows but the quotient does not: without the inverse, and 0 along a weight that is exactly zero.
  @inlinable @inline(never) static func quotientAtPole(_ a: Adjoint, _ b: Adjoint) -> Adjoint {
    let quotient = a.value / b.value
    return binary(a, b, quotient, ._along(a.weight, dividedBy: b.value), -._along(._along(b.weight, quotient), dividedBy: b.value))
  }
}
