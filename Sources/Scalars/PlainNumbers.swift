// What the plain numbers `Double` and `Float` share: functions libm does not have, each in a form that loses no digits.

extension Scalar where Self: BinaryFloatingPoint {
  @_transparent public static func _abs(_ x: Self) -> Self { x.magnitude }
  @_transparent public static func _floor(_ x: Self) -> Self { x.rounded(.down) }
  @_transparent public static func _ceil(_ x: Self) -> Self { x.rounded(.up) }
  @_transparent public static func _round(_ x: Self) -> Self { x.rounded() }
  @_transparent public static func _trunc(_ x: Self) -> Self { x.rounded(.towardZero) }
  @_transparent public static func _sign(_ x: Self) -> Self { x > 0 ? 1 : x < 0 ? -1 : x }

  /// xⁿ: exact forms for the commonest exponents, otherwise libm's, which is right to an ulp where repeated products are not.
  @inlinable public static func _pow(_ x: Self, _ n: Int) -> Self {
    switch n {
    case 0: 1
    case 1: x
    case 2: x * x
    case -1: 1 / x
    default: n.magnitude <= 1 << Self.significandBitCount ? ._pow(x, Self(n)) : Self(Double.power(Double(x), n))
    }
  }
  /// eˣ⁻ʸ, 1 for equal numbers, infinite ones too: in the limit of numbers that grow together. The rounding of d = x − y would cost up to |d|/2 ulps; what it left over [Knuth, TAOCP 2, 4.2.2] corrects the result.
  @inlinable public static func _expDifference(_ x: Self, _ y: Self) -> Self {
    let d = x - y
    let z = Self._exp(d)
    let back = d - x
    let rest = (x - (d - back)) - (y + back)
    return d.isFinite ? z + z * rest : x == y ? 1 : z
  }
  /// xʸ⁻ⁿ, n a half or an integer.
  @inlinable public static func _power(_ x: Self, _ y: Self, less n: Double) -> Self {
    let exponent = y - Self(n)
    let isExact = exponent + Self(n) == y && y - exponent == Self(n)
    return _fastPath(isExact || y - y != 0) ? ._pow(x, exponent) : roundedPower(x, y, less: Self(n))
  }
  /// xʸ⁻ⁿ where y − n is rounded. That would cost up to |log xʸ⁻ⁿ|/2 ulps; what the rounding left over [Knuth, TAOCP 2, 4.2.2] corrects
  /// the result. Integers y are even there.
  @inlinable @inline(never) static func roundedPower(_ x: Self, _ y: Self, less n: Self) -> Self {
    let exponent = y - n
    let back = exponent - y
    let rest = (y - (exponent - back)) - (n + back)
    var power = Self._pow(x.magnitude, exponent)
    if power != 0 && power.isFinite { power += power * (rest * ._log(x.magnitude)) }
    return x >= 0 ? power : y != y.rounded() ? .nan : n.remainder(dividingBy: 2) == 0 ? power : -power
  }
  /// c·xʸ⁻ⁿ. Where the power alone is subnormal, 0 or ∞ the product may be an ordinary number: then by its square root, twice.
  @inlinable public static func _multiple(_ c: Self, ofPower x: Self, _ y: Self, less n: Double) -> Self {
    let z = Self._power(x, y, less: n)
    let m = z.magnitude
    if _fastPath(m >= .leastNormalMagnitude && m <= .greatestFiniteMagnitude) { return ._along(c, z) }
    if z != z || x == 0 || !x.isFinite || c == 0 { return ._along(c, z) }
    let root = Self._power(x.magnitude, 0.5 * y, less: 0.5 * n)
    return c * root * ._copysign(root, z)
  }
  /// The real n-th root; of a negative number when n is odd.
  @inlinable public static func _root(_ x: Self, _ n: Int) -> Self {
    switch n {
    case 1: x
    case 2: ._sqrt(x)
    case 3: ._cbrt(x)
    default: n % 2 == 0 ? (x < 0 ? .nan : positiveRoot(x, n)) : ._copysign(positiveRoot(x.magnitude, n), x)
    }
  }
  /// y = x^(1/n) and one step of Newton's method, y (1 − (yⁿ/x − 1)/n): 1/n is rounded, which costs |log x|/2n ulps. For extreme x by a
  /// power of two that is an n-th power, so that neither x nor yⁿ leaves the normal numbers. For an n beyond their exponents it costs nothing.
  @inlinable static func positiveRoot(_ x: Self, _ n: Int) -> Self {
    let exponents = Int(Self.greatestFiniteMagnitude.exponent)
    guard n > 3 && n < exponents && x > 0 && x < .infinity else { return ._pow(x, 1 / Self(n)) }
    let k = x.exponent / Self.Exponent(clamping: n)
    let scaled = Self(sign: .plus, exponent: x.exponent - k * Self.Exponent(clamping: n), significand: x.significand)
    let y = Self._pow(scaled, 1 / Self(n))
    var power: Self = 1
    var square = y
    var rest = n
    while rest > 1 {
      if rest % 2 == 1 { power *= square }
      square *= square
      rest /= 2
    }
    return Self(sign: .plus, exponent: k, significand: y - y * ((power * square - scaled) / scaled / Self(n)))
  }

  /// √(x² + y² + z²), by the largest of the three, so that no square overflows or vanishes.
  @inlinable public static func _hypot(_ x: Self, _ y: Self, _ z: Self) -> Self {
    ._norm(ThreeNumbers(x, y, z))
  }

  /// sin(πx): x is reduced before it is multiplied by π, so that sin(πn) is exactly 0.
  @inlinable public static func _sinPi(_ x: Self) -> Self {
    let quarterTurns = (2 * x).rounded()
    let r = x - quarterTurns / 2  // exact: |r| ≤ ¼
    switch Self._fmod(quarterTurns, 4) {
    case 0: return r == 0 ? ._copysign(0, x) : ._sin(.pi * r)
    case 1, -3: return ._cos(.pi * r)
    case 2, -2: return r == 0 ? ._copysign(0, x) : -._sin(.pi * r)
    case 3, -1: return -._cos(.pi * r)
    default: return x.isFinite ? ._copysign(0, x) : .nan  // 2x overflows: x is an even integer
    }
  }
  /// cos(πx), exactly 0 at the odd halves.
  @inlinable public static func _cosPi(_ x: Self) -> Self {
    let quarterTurns = (2 * x).rounded()
    let r = x - quarterTurns / 2
    switch Self._fmod(quarterTurns, 4) {
    case 0: return ._cos(.pi * r)
    case 1, -3: return r == 0 ? 0 : -._sin(.pi * r)
    case 2, -2: return -._cos(.pi * r)
    case 3, -1: return r == 0 ? 0 : ._sin(.pi * r)
    default: return x.isFinite ? 1 : .nan
    }
  }

  /// 1 − x² by its factors, which do not cancel near ±1.
  @_transparent public static func _oneMinusSquare(_ x: Self) -> Self { (1 - x) * (1 + x) }

  /// x/√(x² + y²); 0 at the origin, the centre of the unit disc of subgradients of √(x² + y²). Where the root may be subnormal and has lost
  /// digits, by the same ratio of larger numbers.
  @inlinable public static func _cosine(_ x: Self, _ y: Self) -> Self {
    let r = Self._hypot(x, y)
    if _fastPath(r >= .leastNormalMagnitude) {
      if _fastPath(r < .infinity) { return x / r }
      if x.isFinite { return x / 4 / ._hypot(x / 4, y / 4) }
      if y.isFinite { return ._copysign(1, x) }
      return x.isNaN || y.isNaN ? .nan : ._copysign(Self(0.5).squareRoot(), x)  // C's angle of (∞, ∞) is π/4
    }
    if r == 0 { return 0 }
    let scale = 1 / Self.leastNormalMagnitude
    return x * scale / ._hypot(x * scale, y * scale)
  }

  /// 1/(1 + e⁻ˣ), with e⁻ˡˣˡ so that nothing overflows.
  @inlinable public static func _sigmoid(_ x: Self) -> Self {
    let e = Self._exp(-x.magnitude)
    return (x < 0 ? e : 1) / (1 + e)
  }
  /// e/(1 + e)² with e = e⁻ˡˣˡ; not σ(1 − σ), which is 0 from x = 37, where σ′ is 1e−16.
  @inlinable public static func _sigmoidSlope(_ x: Self) -> Self {
    let e = Self._exp(-x.magnitude)
    let d = 1 + e
    return e / (d * d)
  }
  /// log(1 + eˣ).
  @inlinable public static func _softplus(_ x: Self) -> Self { ._logOnePlus(._exp(-x.magnitude)) + ._max(x, 0) }
  /// log(p/(1 − p)). From ¼ on as 2 artanh(2p − 1): 2p − 1 is exact there, and near ½ the quotient is near 1, where log loses digits.
  @inlinable public static func _logit(_ p: Self) -> Self { p < 0.25 ? ._log(p / (1 - p)) : 2 * ._atanh(2 * p - 1) }
  @inlinable public static func _xlogx(_ x: Self) -> Self { x == 0 ? 0 : x * ._log(x) }
  @inlinable public static func _xlogy(_ x: Self, _ y: Self) -> Self { x == 0 && y == y ? 0 : x * ._log(y) }

  @inlinable public static func _sum<X: Numbers<Self>>(_ x: X) -> Self {
    var s: Self = 0
    for i in 0..<x.count { s += x[i] }
    return s
  }
  @inlinable public static func _dot<X: Numbers<Self>, Y: Numbers<Self>>(_ x: X, _ y: Y) -> Self {
    var s: Self = 0
    for i in 0..<x.count { s += x[i] * y[i] }
    return s
  }
  /// √Σxᵢ²; scaled by the largest when the plain sum over- or underflows.
  @inlinable public static func _norm<X: Numbers<Self>>(_ x: X) -> Self {
    let s = Self._dot(x, x)
    if s >= .leastNormalMagnitude / .ulpOfOne && s <= .greatestFiniteMagnitude { return ._sqrt(s) }
    var largest: Self = 0
    for i in 0..<x.count { largest = ._max(x[i].magnitude, largest) }
    guard largest > 0 && largest.isFinite else { return largest }
    var scaled: Self = 0
    for i in 0..<x.count {
      let t = x[i] / largest
      scaled += t * t
    }
    return largest * ._sqrt(scaled)
  }
  /// log Σ exp xᵢ, by the largest, so that nothing overflows; −∞ for no numbers.
  @inlinable public static func _logSumExp<X: Numbers<Self>>(_ x: X) -> Self {
    let (largest, total) = x._scaledExponentials { _, _ in }
    return largest + ._log(total)
  }
}

extension Double {
  /// xⁿ where n has more digits than a `Double`: by its leading and its last 11 bits, so that none is rounded.
  @usableFromInline static func power(_ x: Double, _ n: Int) -> Double {
    let last = n % 0x800
    return _pow(x, Double(n - last)) * _pow(x, Double(last))
  }
}
