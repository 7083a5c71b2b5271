import Derivatives
import TestNumbers

/// A number whose value is that of `Double`, bit for bit, and whose derivatives are exact at these values: first
/// derivatives along two directions u and v, and the mixed second one.
///
/// The rules are those of the library, evaluated in double-double at the values the program really met. What conditions
/// the program is then in makes no difference: a derivative computed in `Double` has to agree up to its own roundings.
struct Reference: Lifted {
  typealias Value = Double
  typealias Derivative = Dual<Measured>
  typealias Base = Reference
  typealias Magnitude = Reference

  var value: Double
  var u: Measured
  var v: Measured
  var uv: Measured
  /// Whether a number or a function's derivative was infinite or undefined.
  var metSpecial = false
  /// How far up or down in powers of two the numbers and their derivatives have come.
  var reach = 0

  init(_ value: Double, u: Measured = .zero, v: Measured = .zero, uv: Measured = .zero, after numbers: [Reference]) {
    self.value = value
    self.u = u
    self.v = v
    self.uv = uv
    metSpecial = !value.isFinite || numbers.contains { $0.metSpecial }
    let exponent = value == 0 || !value.isFinite ? 0 : abs(Int(value.exponent))
    reach = [u.up, u.down, v.up, v.down].reduce(exponent, max)
    reach = numbers.reduce(reach) { max($0, $1.reach) }
  }
  init(_ constant: Double) { self.init(constant, after: []) }

  static var zero: Reference { Reference(0.0) }
  var isConstant: Bool { u.isExactlyZero && v.isExactlyZero && uv.isExactlyZero }
  var isOrdinary: Bool { value.isFinite && u.isKnown && v.isKnown && uv.isKnown }
  var isExactlyZero: Bool { value == 0 && isConstant }
  var _isFinite: Bool { value._isFinite }
  var _containsNaN: Bool { value.isNaN || u._containsNaN || v._containsNaN || uv._containsNaN }

  static func == (a: Reference, b: Reference) -> Bool { a.value == b.value }
  static func < (a: Reference, b: Reference) -> Bool { a.value < b.value }
  static func <= (a: Reference, b: Reference) -> Bool { a.value <= b.value }
  static func > (a: Reference, b: Reference) -> Bool { a.value > b.value }
  static func >= (a: Reference, b: Reference) -> Bool { a.value >= b.value }
}

// MARK: Arithmetic
extension Reference {
  static func + (a: Reference, b: Reference) -> Reference {
    Reference(a.value + b.value, u: a.u + b.u, v: a.v + b.v, uv: a.uv + b.uv, after: [a, b])
  }
  static func - (a: Reference, b: Reference) -> Reference {
    Reference(a.value - b.value, u: a.u - b.u, v: a.v - b.v, uv: a.uv - b.uv, after: [a, b])
  }
  static prefix func - (a: Reference) -> Reference {
    Reference(-a.value, u: ._negate(a.u), v: ._negate(a.v), uv: ._negate(a.uv), after: [a])
  }
  static func * (a: Reference, b: Reference) -> Reference {
    let (x, y) = (DoubleDouble(a.value), DoubleDouble(b.value))
    var product = Reference(
      a.value * b.value, u: ._combine(a.u, y, b.u, x), v: ._combine(a.v, y, b.v, x),
      uv: ._combine(a.uv, y, b.uv, x) + a.u * b.v + a.v * b.u, after: [a, b])
    if !(a.isOrdinary && b.isOrdinary) { product.meetInfiniteSlope([a, b]) }  // the other factor is a slope
    return product
  }
  // q̇ = (ȧ − q ḃ)/b, and once more: q̈ = (ä − q_u b_v − q_v b_u − q b̈)/b.
  static func / (a: Reference, b: Reference) -> Reference {
    let value = a.value / b.value
    let (q, y) = (DoubleDouble(value), DoubleDouble(b.value))
    func quotient(_ x: Measured) -> Measured { ._along(x, dividedBy: y) }
    let u = quotient(a.u - ._along(b.u, q))
    let v = quotient(a.v - ._along(b.v, q))
    var result = Reference(
      value, u: u, v: v, uv: quotient(a.uv - u * b.v - v * b.u - ._along(b.uv, q)), after: [a, b])
    if !(a.isOrdinary && b.isOrdinary && (value / b.value).isFinite) { result.metSpecial = true }
    return result
  }
  static func += (a: inout Reference, b: Reference) { a = a + b }
  static func -= (a: inout Reference, b: Reference) { a = a - b }
  static func *= (a: inout Reference, b: Reference) { a = a * b }

  static func _along(_ x: Reference, _ a: Reference) -> Reference {
    x.isExactlyZero ? Reference(0, after: [x, a]) : x * a
  }
  static func _along(_ x: Reference, dividedBy a: Reference) -> Reference {
    x.isExactlyZero ? Reference(0, after: [x, a]) : x / a
  }
}
