import Derivatives
import TestNumbers

/// A derivative in double-double, with what bounds the rounding of any way to compute it in `Double`.
///
/// A derivative is a sum over the paths from the input to the number, each path the product of its partial derivatives.
/// Forward mode, reverse mode and whatever lies between sum the same products in different orders. So all are right up to
/// a few roundings of `size`, the sum of the products' magnitudes, as long as no product of a part of a path over- or
/// underflows, which the exponents tell.
struct Measured: Tangent {
  typealias Base = DoubleDouble

  /// The sum.
  var sum: DoubleDouble
  /// The sum of the magnitudes.
  var size: DoubleDouble
  /// How far down and up in powers of two a product of successive factors can come.
  var down: Int
  var up: Int

  init(_ sum: DoubleDouble, size: DoubleDouble, down: Int = 0, up: Int = 0) {
    self.sum = sum
    self.size = size
    self.down = down
    self.up = up
  }
  init(_ x: DoubleDouble) {
    self.init(x, size: x.magnitude)
    (down, up) = Measured.reach(x)
  }

  static var zero: Measured { Measured(0, size: 0) }
  static var undefined: Measured { Measured(DoubleDouble(.nan), size: DoubleDouble(.nan)) }
  static var laneCount: Int { 1 }
  static func unit(_ lane: Int) -> Measured { Measured(1, size: 1) }
  func lane(_ lane: Int) -> DoubleDouble { sum }
  var isExactlyZero: Bool { size.isExactlyZero }
  var _containsNaN: Bool { size.isNaN || sum.isNaN }
  /// False when the reference does not know the derivative.
  var isKnown: Bool { sum._isFinite && size._isFinite }
  /// True when the products have cancelled so far that in `Double` only rounding is left, or nothing.
  var cancels: Bool { size.hi != 0 && sum.magnitude < size * 0x1p-40 }
  /// True when no part of the products can leave the range of `Double`, with room for factors of second derivatives.
  func isWithin(_ powersOfTwo: Int) -> Bool { down < powersOfTwo && up < powersOfTwo }

  static func == (a: Measured, b: Measured) -> Bool { a.sum == b.sum && a.size == b.size }
  static func + (a: Measured, b: Measured) -> Measured {
    Measured(a.sum + b.sum, size: a.size + b.size, down: max(a.down, b.down), up: max(a.up, b.up))
  }
  static func - (a: Measured, b: Measured) -> Measured { a + _negate(b) }
  static func _negate(_ x: Measured) -> Measured { Measured(-x.sum, size: x.size, down: x.down, up: x.up) }

  static func * (a: Measured, b: Measured) -> Measured {
    // With a factor 0 of a product that is known nothing is left but how far its parts have come.
    Measured(a.sum * b.sum, size: a.size * b.size, down: a.down + b.down, up: a.up + b.up)
  }
  static func _scale(_ x: Measured, _ a: DoubleDouble) -> Measured { x.isExactlyZero ? x : x * Measured(a) }
  static func _along(_ x: Measured, _ a: DoubleDouble) -> Measured { _scale(x, a) }
  static func _along(_ x: Measured, dividedBy a: DoubleDouble) -> Measured { _scale(x, 1 / a) }
  static func _combine(_ x: Measured, _ a: DoubleDouble, _ y: Measured, _ b: DoubleDouble) -> Measured {
    _scale(x, a) + _scale(y, b)
  }
  static func _accumulate(_ s: Measured, _ x: Measured, _ a: DoubleDouble) -> Measured { s + _scale(x, a) }

  private static func reach(_ x: DoubleDouble) -> (down: Int, up: Int) {
    guard x._isFinite && x.hi != 0 else { return (0, 0) }
    let exponent = x.exponent
    return (max(0, -exponent), max(0, exponent + 1))
  }
}
