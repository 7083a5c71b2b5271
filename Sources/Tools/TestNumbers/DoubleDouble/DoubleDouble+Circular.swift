import Derivatives

extension DoubleDouble {
  /// x − k·π/2 with |x − k·π/2| ≤ π/4, and k modulo 4, for |x| < 2⁵⁰.
  private static func reduced(_ x: DoubleDouble) -> (rest: DoubleDouble, quarter: Int) {
    let k = (x.double / halfPi.hi).rounded()
    if k == 0 { return (x, 0) }
    guard k.magnitude < 0x1p51 else { return (DoubleDouble(.nan), 0) }
    // Exactly: each sum is kept as a list of numbers that do not overlap, smallest first [Shewchuk 1997, GROW-EXPANSION].
    var expansion: [Double] = []
    func add(_ term: Double) {
      var q = term
      for i in expansion.indices {
        let s = twoSum(q, expansion[i])
        q = s.sum
        expansion[i] = s.error
      }
      expansion.append(q)
    }
    let unscaled = x.scale == 0 ? (x.hi, x.lo) : (x.double, 0)
    add(unscaled.1)
    add(unscaled.0)
    for part in halfPiParts {
      let p = twoProduct(-k, part)
      add(p.product)
      add(p.error)
    }
    let rest = expansion.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
    return (rest, Int(k) & 3)
  }

  /// sin r and cos r for |r| ≤ π/4, by their Taylor series.
  private static func smallSinCos(_ r: DoubleDouble) -> (sin: DoubleDouble, cos: DoubleDouble) {
    let square = r * r
    var sine: DoubleDouble = 0
    var cosine: DoubleDouble = 0
    for k in (0..<15).reversed() {
      sine = inverseFactorials[2 * k + 1] - sine * square
      cosine = inverseFactorials[2 * k] - cosine * square
    }
    return (r * sine, cosine)
  }

  private static func turned(_ p: (sin: DoubleDouble, cos: DoubleDouble), _ quarter: Int) -> (sin: DoubleDouble, cos: DoubleDouble) {
    switch quarter & 3 {
    case 0: p
    case 1: (p.cos, -p.sin)
    case 2: (-p.sin, -p.cos)
    default: (-p.cos, p.sin)
    }
  }

  /// Beyond 2⁵⁰, of a number of type `Double`, with its digits.
  static func sinCos(_ x: DoubleDouble) -> (sin: DoubleDouble, cos: DoubleDouble) {
    if x.magnitude > 0x1p50 { return (DoubleDouble(Double._sin(x.double)), DoubleDouble(Double._cos(x.double))) }
    let (rest, quarter) = reduced(x)
    return turned(smallSinCos(rest), quarter)
  }
  private static func sinCosPi(_ x: DoubleDouble) -> (sin: DoubleDouble, cos: DoubleDouble) {
    let quarters = (x + x).double.rounded()
    guard quarters.isFinite else { return (DoubleDouble(.nan), DoubleDouble(.nan)) }
    let rest = x - DoubleDouble(quarters / 2)
    return turned(smallSinCos(pi * rest), Int(quarters.truncatingRemainder(dividingBy: 4)))
  }

  public static func _sin(_ x: DoubleDouble) -> DoubleDouble { sinCos(x).sin }
  public static func _cos(_ x: DoubleDouble) -> DoubleDouble { sinCos(x).cos }
  public static func _tan(_ x: DoubleDouble) -> DoubleDouble {
    let p = sinCos(x)
    return p.sin / p.cos
  }
  public static func _sinPi(_ x: DoubleDouble) -> DoubleDouble { sinCosPi(x).sin }
  public static func _cosPi(_ x: DoubleDouble) -> DoubleDouble { sinCosPi(x).cos }

  /// libm's 16 digits y, and the angle that is left: its tangent is (x cos y − sin y)/(cos y + x sin y).
  public static func _atan(_ x: DoubleDouble) -> DoubleDouble {
    if !x._isFinite { return x.hi > 0 ? halfPi : x.hi < 0 ? -halfPi : x }
    if x.magnitude > 1 { return (x.hi > 0 ? halfPi : -halfPi) - _atan(1 / x) }
    if x.exponentIsBelow(-60) { return x - x * x * x / 3 }
    let y = DoubleDouble(Double._atan(x.double))
    let p = smallSinCos(y)
    return y + (x * p.cos - p.sin) / (p.cos + x * p.sin)
  }
  public static func _asin(_ x: DoubleDouble) -> DoubleDouble { _atan(x / _sqrt(_oneMinusSquare(x))) }
  public static func _acos(_ x: DoubleDouble) -> DoubleDouble { _atan2(_sqrt(_oneMinusSquare(x)), x) }
  public static func _atan2(_ y: DoubleDouble, _ x: DoubleDouble) -> DoubleDouble {
    if x.hi == 0 && y.hi == 0 { return DoubleDouble(Double._atan2(y.hi, x.hi)) }
    let angle = _atan(y / x)
    if x.hi >= 0 { return angle }
    return y.hi < 0 || y.hi.sign == .minus ? angle - pi : angle + pi
  }
}
