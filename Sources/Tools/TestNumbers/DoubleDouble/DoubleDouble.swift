import Derivatives

/// A number of about 31 digits and practically unlimited exponent: (hi + lo)·2^(512·scale), |lo| ≤ ½ ulp(hi).
///
/// The reference of the accuracy tests. Its own exponent keeps second and third derivatives of tiny and huge arguments from overflowing,
/// and `lo` from underflowing. The significand `hi` of a number that is not zero lies in [2⁻²⁵⁶, 2²⁵⁶).
///
/// As a ``Scalar`` it can stand below nested duals. Arithmetic: [Dekker 1971], [Hida, Li, Bailey 2001], "accurate" addition.
public struct DoubleDouble: Sendable, BitwiseCopyable {
  public let hi: Double
  public let lo: Double
  let scale: Int

  /// (hi + lo)·2^(512·scale) for |lo| ≤ ½ ulp(hi).
  init(hi: Double, lo: Double, scale: Int = 0) {
    var hi = hi
    var lo = lo
    var scale = scale
    while hi.magnitude >= 0x1p256 && hi.magnitude < .infinity {
      hi *= 0x1p-512
      lo *= 0x1p-512
      scale += 1
    }
    while hi.magnitude < 0x1p-256 && hi != 0 {
      hi *= 0x1p512
      lo *= 0x1p512
      scale -= 1
    }
    let isOrdinary = hi != 0 && hi.magnitude < .infinity
    self.hi = hi
    self.lo = isOrdinary ? lo : 0
    self.scale = isOrdinary ? scale : 0
  }

  /// The unevaluated sum of two numbers of type `Double`.
  public init(_ a: Double, plus b: Double) {
    let s = twoSum(a, b)
    self.init(hi: s.sum, lo: s.error)
  }

  /// x, exactly.
  public init(_ x: Double) { self.init(hi: x, lo: 0) }
  public init(floatLiteral x: Double) { self.init(x) }
  public init(integerLiteral n: Int) { self.init(Double(n)) }
  public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let x = Double(exactly: source) else { return nil }
    self.init(x)
  }

  /// x·2ⁿ.
  func multiplied(byPowerOfTwo n: Int) -> DoubleDouble {
    let quotient = n >> 9
    let factor = Double(sign: .plus, exponent: n - quotient << 9, significand: 1)  // 2⁰ … 2⁵¹¹
    return DoubleDouble(hi: hi * factor, lo: lo * factor, scale: scale + quotient)
  }

  /// The nearest `Double`, but for the rounding of `lo`.
  public var double: Double {
    if scale > 3 { return hi * .infinity }
    if scale < -4 { return hi * 0 }
    let step = scale < 0 ? 0x1p-512 : 0x1p512
    var x = hi
    for _ in 0..<Swift.abs(scale) { x *= step }
    return x
  }

  /// ⌊log₂|x|⌋ of a finite number that is not zero.
  public var exponent: Int { Int(hi.exponent) + 512 * scale }
  public var isNaN: Bool { hi.isNaN }
}

/// a + b and what its rounding lost.
func twoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let s = a + b
  let t = s - a
  return (s, (a - (s - t)) + (b - t))
}

/// a + b and what its rounding lost, for |a| ≥ |b|.
private func quickTwoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let s = a + b
  return (s, b - (s - a))
}

/// a·b and what its rounding lost.
func twoProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
  let p = a * b
  return (p, (-p).addingProduct(a, b))
}

// MARK: Arithmetic
extension DoubleDouble {
  public static var zero: DoubleDouble { DoubleDouble(0) }

  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    if a.hi == 0 || !b._isFinite && a._isFinite { return b }
    if b.hi == 0 || !a._isFinite && b._isFinite { return a }
    if !a._isFinite { return DoubleDouble(a.hi + b.hi) }
    if a.scale < b.scale { return b + a }
    if a.scale - b.scale > 1 { return a }
    let shift = a.scale == b.scale ? 1 : 0x1p-512
    var s = twoSum(a.hi, b.hi * shift)
    let t = twoSum(a.lo, b.lo * shift)
    s = quickTwoSum(s.sum, s.error + t.sum)
    s = quickTwoSum(s.sum, s.error + t.error)
    return DoubleDouble(hi: s.sum, lo: s.error, scale: a.scale)
  }

  public static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(hi: -a.hi, lo: -a.lo, scale: a.scale) }
  public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = twoProduct(a.hi, b.hi)
    guard p.product != 0 && p.product.isFinite else { return DoubleDouble(p.product) }
    let s = quickTwoSum(p.product, p.error + (a.hi * b.lo + a.lo * b.hi))
    return DoubleDouble(hi: s.sum, lo: s.error, scale: a.scale + b.scale)
  }

  /// By long division: three quotients, each of what the ones before have left.
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.hi / b.hi
    guard first != 0 && first.isFinite && b._isFinite else { return DoubleDouble(first) }
    let dividend = DoubleDouble(hi: a.hi, lo: a.lo)
    let divisor = DoubleDouble(hi: b.hi, lo: b.lo)
    var rest = dividend - divisor * DoubleDouble(first)
    let second = DoubleDouble(rest.double / b.hi)
    rest = rest - divisor * second
    let quotient = DoubleDouble(first) + (second + DoubleDouble(rest.double / b.hi))
    return DoubleDouble(hi: quotient.hi, lo: quotient.lo, scale: quotient.scale + a.scale - b.scale)
  }

  public static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }
  public static func -= (a: inout DoubleDouble, b: DoubleDouble) { a = a - b }
  public static func *= (a: inout DoubleDouble, b: DoubleDouble) { a = a * b }
}

// MARK: Order
// Disfavoured: otherwise the type checker takes a long chain of comparisons, `sigmoid(0.0) == 0.5 && …`, for one of this type.
extension DoubleDouble: Comparable {
  @_disfavoredOverload public static func == (a: DoubleDouble, b: DoubleDouble) -> Bool {
    a.hi == b.hi && a.lo == b.lo && a.scale == b.scale
  }
  @_disfavoredOverload public static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    guard a._isFinite && b._isFinite else { return a.hi < b.hi }
    let difference = a - b
    return difference.hi < 0
  }
  public var magnitude: DoubleDouble { hi < 0 ? -self : self }
}
