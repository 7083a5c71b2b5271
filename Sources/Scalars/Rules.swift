// THE RULE TABLE. Each function's derivative, once, for every number type that carries derivatives.
//
// A rule is one line of mathematics. Where its form is not the textbook's, the reason stands behind it. Accuracy lives here: a rule may
// not cancel, overflow or underflow where the derivative itself is representable. A shortcut inside a rule may only ask `isExactlyZero`,
// which looks at every part of a number: `x == 0` sees the value only and would lose the derivatives of the derivative. A constant factor
// is written `_along(c, x)`, c·x without the product rule's 0·x, which is NaN where x is infinite.

// MARK: Exponentials and logarithms
extension Lifted {
  @inlinable public static func _exp(_ x: Self) -> Self { lift(x, Value._exp, derivative: { _, y in y }) }
  @inlinable public static func _expMinusOne(_ x: Self) -> Self {
    lift(x, Value._expMinusOne, derivative: { x in ._exp(x) })  // not y + 1: cancels for x ≪ 0
  }
  @inlinable public static func _expDifference(_ x: Self, _ y: Self) -> Self {
    lift(x, y, Value._expDifference, d1: { _, _, z in z() }, d2: { _, _, z in -z() })
  }
  @inlinable public static func _exp2(_ x: Self) -> Self {
    lift(x, Value._exp2, derivative: { _, y in ._along(Derivative(Double.naturalLogOfTwo), y) })
  }
  @inlinable public static func _exp10(_ x: Self) -> Self {
    lift(x, Value._exp10, derivative: { x, y in slopeOfExp10(x, y) })
  }
  /// y log 10; where y is subnormal and has lost digits, by 10¹⁶ y: log 10 > 1 may bring back what is rounded to 0.
  @inlinable static func slopeOfExp10<S: Scalar>(_ x: S, _ y: S) -> S {
    let slope: S = S(Double.naturalLogOfTen)
    return _fastPath(y >= .leastNormal) ? ._along(slope, y) : ._along(slope, ._exp10(x + 16)) / 1e16
  }
  @inlinable public static func _log(_ x: Self) -> Self { lift(x, Value._log, derivative: { x in 1 / insideDomain(x) }) }
  @inlinable public static func _logOnePlus(_ x: Self) -> Self {
    lift(x, Value._logOnePlus, derivative: { x in 1 / insideDomain(1 + x) })
  }
  @inlinable public static func _log2(_ x: Self) -> Self {
    // not 1/(x log 2): x log 2 may be subnormal
    lift(x, Value._log2, derivative: { x in Derivative(1 / Double.naturalLogOfTwo) / insideDomain(x) })
  }
  @inlinable public static func _log10(_ x: Self) -> Self {
    lift(x, Value._log10, derivative: { x in Derivative(1 / Double.naturalLogOfTen) / insideDomain(x) })
  }
  /// The distance from the end of a domain: where the derivative has a pole, its one-sided limit is +∞ whichever zero the distance is, and
  /// outside there is no derivative.
  @inlinable static func insideDomain<S: Scalar>(_ distance: S) -> S { distance < 0 ? S(Double.nan) : distance + 0 }
}

// MARK: Powers and roots
extension Lifted {
  @inlinable public static func _sqrt(_ x: Self) -> Self { lift(x, Value._sqrt, derivative: { _, y in 0.5 / (y + 0) }) }  // +∞ at ±0
  @inlinable public static func _cbrt(_ x: Self) -> Self { lift(x, Value._cbrt, derivative: { x, y in slopeOfRoot(x, y, 3) }) }
  @inlinable public static func _root(_ x: Self, _ n: Int) -> Self {
    lift(x, { ._root($0, n) }, derivative: { x, y in slopeOfRoot(x, y, n) })
  }
  /// 1/(n yⁿ⁻¹), with x/y for the power, in which the rounding of y counts once and not n − 1 times. At 0 and ∞ there is no such quotient.
  @inlinable static func slopeOfRoot<S: Scalar>(_ x: S, _ y: S, _ n: Int) -> S {
    if n < 3 || x == 0 || !x._isFinite { return 1 / ._along(S(Double(n)), ._pow(y + 0, n - 1)) }
    let n = S(Double(n))
    if x > 0x1p900 || x < -0x1p900 { return 1 / n / (x / y) }  // n x/y may overflow
    let slope = x < 1 && x > -1 ? 1 / (n * x / y) : 1 / (n * (x / y))  // x/y may be subnormal
    return slope._isFinite ? slope : y / x / n  // the slope of ∞ is then NaN, where that of 1/(n x/y) would be ∞ with the wrong sign
  }
  @inlinable public static func _pow(_ x: Self, _ n: Int) -> Self {  // for n = 0 a constant: 0, not 0·x⁻¹
    lift(x, { ._pow($0, n) }, derivative: { x in n == 0 ? 0 : slopeOfPower(x, n) })
  }
  /// n xⁿ⁻¹; by two factors of the power where it alone, or its own slope, is subnormal and has lost digits.
  @inlinable static func slopeOfPower<S: Scalar>(_ x: S, _ n: Int) -> S {
    let power: S = n == .min ? ._pow(x, n) / x : ._pow(x, n - 1)
    if _fastPath((-1...2).contains(n) || power >= 0x1p-900 || power <= -0x1p-900) { return ._along(S(Double(n)), power) }
    let half = n / 2
    return ._along(S(Double(n)), ._pow(x, half)) * (n == .min ? ._pow(x, half) / x : ._pow(x, n - 1 - half))
  }
  @inlinable public static func _pow(_ x: Self, _ y: Self) -> Self {
    lift(
      x, y, Value._pow,
      d1: { x, y, _ in ._multiple(y, ofPower: x, y, less: 1) },  // not y·z/x: 0/0 at 0
      d2: { x, y, z in slopeInExponent(x, y, z(), less: 0) })
  }
  @inlinable public static func _power(_ x: Self, _ y: Self, less n: Double) -> Self {
    lift(
      x, y, { ._power($0, $1, less: n) },
      d1: { x, y, _ in ._multiple(y - Derivative(n), ofPower: x, y, less: n + 1) },
      d2: { x, y, z in slopeInExponent(x, y, z(), less: n) })
  }
  @inlinable public static func _multiple(_ c: Self, ofPower x: Self, _ y: Self, less n: Double) -> Self {
    let power = Self._power(x, y, less: n)
    let size = power.value.magnitude
    if _fastPath(size >= 0x1p-900 && size <= .greatest) { return ._along(c, power) }
    return extremeMultiple(c, power, x, y, less: n)
  }
  /// c·xʸ⁻ⁿ where the power alone leaves the normal numbers: its derivatives are multiples of powers, too.
  @inlinable @inline(never) static func extremeMultiple(_ c: Self, _ power: Self, _ x: Self, _ y: Self, less n: Double) -> Self {
    if power.value != power.value || x == 0 || !x._isFinite || c == 0 { return ._along(c, power) }
    return lift(
      ThreeNumbers(c, x, y), { ._multiple($0[0], ofPower: $0[1], $0[2], less: n) },
      partial: { i, z, _ in
        switch i {
        case 0: ._power(z[1], z[2], less: n)
        case 1: ._multiple(z[0] * (z[2] - Value(n)), ofPower: z[1], z[2], less: n + 1)
        default: z[1] < 0 ? Value(Double.nan) : ._multiple(z[0] * ._log(z[1]), ofPower: z[1], z[2], less: n)
        }
      })
  }
  /// z log x for z = xʸ⁻ⁿ: 0ʸ log 0 → 0 for y > 0, and ∞ʸ log ∞ → 0 for y < 0.
  @inlinable static func slopeInExponent<S: Scalar>(_ x: S, _ y: S, _ z: S, less n: Double) -> S {
    if x < 0 { return ._log(x) + ._xlogy(y, x) }  // NaN, along x and along y
    if _fastPath(z >= 0x1p-900 && z <= .greatest) || x == 0 || !x._isFinite { return ._xlogy(z, x) }
    return ._multiple(._log(x), ofPower: x, y, less: n)
  }
  @inlinable public static func _oneMinusSquare(_ x: Self) -> Self {
    lift(x, Value._oneMinusSquare, derivative: { x in ._along(-2, x) })  // not by the product rule: (1 − x) − (1 + x) cancels for small x
  }
  @inlinable public static func _hypot(_ x: Self, _ y: Self) -> Self {
    lift(x, y, Value._hypot, d1: { x, y, _ in ._cosine(x, y) }, d2: { x, y, _ in ._cosine(y, x) })
  }
  @inlinable public static func _cosine(_ x: Self, _ y: Self) -> Self {
    lift(
      x, y, Value._cosine,
      d1: { x, y, _ in  // y²/r³; not 1/r − x²/r³, which cancels for y ≪ x
        let s = Derivative._cosine(y, x)
        return overRadius(s, s, x, y)
      },
      d2: { x, y, c in -overRadius(c(), ._cosine(y, x), x, y) })
  }
  /// a b/r with r = √(x² + y²), |a| and |b| at most 1: not a b first, which may vanish. By larger numbers where r may be subnormal and has
  /// lost digits, by smaller ones where it overflows.
  @inlinable static func overRadius<S: Scalar>(_ a: S, _ b: S, _ x: S, _ y: S) -> S {
    let r = S._hypot(x, y)
    if _fastPath(r >= 0x1p-900 && r <= .greatest) || r == 0 || !x._isFinite || !y._isFinite { return a / r * b }
    let scale: S = r < 1 ? 0x1p600 : 0x1p-4
    return a / ._hypot(x * scale, y * scale) * b * scale
  }
  @inlinable public static func _hypot(_ x: Self, _ y: Self, _ z: Self) -> Self {
    lift(ThreeNumbers(x, y, z), { ._hypot($0[0], $0[1], $0[2]) }, partial: { i, x, r in direction(i, x, r) })
  }
  /// x/r, a component of the unit vector; 0 at the origin, the centre of the unit ball of subgradients.
  @inlinable static func direction<X: Numbers>(_ i: Int, _ numbers: X, _ r: X.Element) -> X.Element {
    let x = numbers[i]
    if r == 0 { return ._along(x, dividedBy: r) }
    if _slowPath(!r._isFinite && !x._isFinite) {  // k infinite numbers, all alike
      let infinite = (0..<numbers.count).reduce(0.0) { $0 + (numbers[$1]._isFinite ? 0 : 1) }
      return r == r ? ._copysign(1, x) / X.Element(infinite.squareRoot()) : r
    }
    if _fastPath(r >= 0x1p-900) || r != r { return x / r }
    let scaled = Multiples(of: numbers, by: 0x1p600)  // a subnormal r has lost digits
    return scaled[i] / ._norm(scaled)
  }
}

// MARK: Circular functions
extension Lifted {
  @inlinable public static func _sin(_ x: Self) -> Self { lift(x, Value._sin, derivative: { x in ._cos(x) }) }
  @inlinable public static func _cos(_ x: Self) -> Self { lift(x, Value._cos, derivative: { x in -._sin(x) }) }
  @inlinable public static func _tan(_ x: Self) -> Self { lift(x, Value._tan, derivative: { _, y in 1 + y * y }) }
  @inlinable public static func _sinPi(_ x: Self) -> Self {
    lift(x, Value._sinPi, derivative: { x in Derivative(Double.pi) * ._cosPi(x) })
  }
  @inlinable public static func _cosPi(_ x: Self) -> Self {
    lift(x, Value._cosPi, derivative: { x in -(Derivative(Double.pi) * ._sinPi(x)) })
  }
  @inlinable public static func _asin(_ x: Self) -> Self {
    lift(x, Value._asin, derivative: { x in 1 / ._sqrt(._oneMinusSquare(x)) })
  }
  @inlinable public static func _acos(_ x: Self) -> Self {
    lift(x, Value._acos, derivative: { x in -1 / ._sqrt(._oneMinusSquare(x)) })
  }
  @inlinable public static func _atan(_ x: Self) -> Self {
    lift(
      x, Value._atan,
      derivative: { x in
        guard x > 1e8 || x < -1e8 else { return 1 / (1 + x * x) }
        let i = 1 / x  // x² would overflow; from 1e8 on, 1 + x² = x² to the last bit
        return i * i
      })
  }
  @inlinable public static func _atan2(_ y: Self, _ x: Self) -> Self {
    lift(
      y, x, Value._atan2,
      d1: { y, x, _ in overSquare(x, y) },
      d2: { y, x, _ in -overSquare(y, x) })
  }
  /// x/r²: as cos/r, not x/(x² + y²), which overflows. By a larger x where the cosine may be subnormal and has lost digits.
  @inlinable static func overSquare<S: Scalar>(_ x: S, _ y: S) -> S {
    let cosine = S._cosine(x, y)
    if _fastPath(cosine >= 0x1p-900 || cosine <= -0x1p-900) || !(x != 0) || !x._isFinite || !y._isFinite {
      return overRadius(cosine, 1, x, y)
    }
    let r = S._hypot(x, y)
    return r < 1 ? x * 0x1p600 / r / r * 0x1p-600 : cosine / r
  }
}

// MARK: Hyperbolic functions
extension Lifted {
  @inlinable public static func _sinh(_ x: Self) -> Self { lift(x, Value._sinh, derivative: { x in ._cosh(x) }) }
  @inlinable public static func _cosh(_ x: Self) -> Self { lift(x, Value._cosh, derivative: { x in ._sinh(x) }) }
  @inlinable public static func _tanh(_ x: Self) -> Self {
    // sech² = 4σ′(2x). Not 1 − y²: no digit is right from |x| = 19. Not 1/cosh²: overflows at 355, where sech² is still 1e−308.
    lift(x, Value._tanh, derivative: { x in ._along(4, ._sigmoidSlope(._along(2, x))) })
  }
  @inlinable public static func _asinh(_ x: Self) -> Self {
    lift(x, Value._asinh, derivative: { x in 1 / ._hypot(1, x) })  // √(1 + x²) would overflow
  }
  @inlinable public static func _acosh(_ x: Self) -> Self {
    lift(x, Value._acosh, derivative: { x in 1 / (._sqrt(x - 1) * ._sqrt(x + 1)) })  // not x² − 1: cancels near 1, overflows
  }
  @inlinable public static func _atanh(_ x: Self) -> Self {
    lift(x, Value._atanh, derivative: { x in 1 / insideDomain(._oneMinusSquare(x)) })
  }
}

// MARK: Kinks and steps
extension Lifted {
  @inlinable public static func _abs(_ x: Self) -> Self {
    lift(x, Value._abs, derivative: { x in slopeOfAbs(x) })  // at 0 from the left: |x|² has the derivatives of x²
  }
  @inlinable public static func _sign(_ x: Self) -> Self { lift(step: x, Value._sign) }
  @inlinable public static func _floor(_ x: Self) -> Self { lift(step: x, Value._floor) }
  @inlinable public static func _ceil(_ x: Self) -> Self { lift(step: x, Value._ceil) }
  @inlinable public static func _round(_ x: Self) -> Self { lift(step: x, Value._round) }
  @inlinable public static func _trunc(_ x: Self) -> Self { lift(step: x, Value._trunc) }
  @inlinable public static func _copysign(_ x: Self, _ y: Self) -> Self {
    lift(
      x, y, Value._copysign, d1: { x, y, _ in slopeOfAbs(x) * signFactor(y) },
      d2: { x, y, _ in x == x && y == y ? 0 : Derivative(Double.nan) })
  }
  @inlinable static func slopeOfAbs<S: Scalar>(_ x: S) -> S { x > 0 ? 1 : x <= 0 ? -1 : x }
  /// ±1 by the sign bit; NaN for NaN, whose sign bit means nothing.
  @inlinable static func signFactor<S: Scalar>(_ x: S) -> S { x == x ? ._copysign(1, x) : S(Double.nan) }
  @inlinable public static func _remainder(_ x: Self, _ y: Self) -> Self {  // x − n y with n = x/y to the nearest even
    lift(x, y, Value._remainder, d1: { _, _, z in z() == z() ? 1 : z() }, d2: { x, y, z in -steps(x, y, z()) })
  }
  @inlinable public static func _fmod(_ x: Self, _ y: Self) -> Self {  // x − n y with n = x/y towards zero
    lift(x, y, Value._fmod, d1: { _, _, z in z() == z() ? 1 : z() }, d2: { x, y, z in -steps(x, y, z()) })
  }
}

extension Lifted {
  /// n of z = x − n y; by halves where x − z overflows.
  @inlinable static func steps<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
    let product = x - z
    return ._round(_fastPath(product._isFinite) ? product / y : 2 * ((0.5 * x - 0.5 * z) / y))
  }
}

extension Scalar {
  // Of two equals max takes the second and min the first, as the standard library's do: a literal may bring those in, `max(x, 0)`. So
  // max(x, 0), min(x, 0), |x| and relu all have their derivative from the left at 0, and max + min = x + y, max(x, −x) = |x| in theirs.
  // NaN is passed on, whichever argument it is.
  @_transparent public static func _max(_ x: Self, _ y: Self) -> Self { y >= x || y != y ? y : x }
  @_transparent public static func _min(_ x: Self, _ y: Self) -> Self { y < x || y != y ? y : x }
  @_transparent public static func _relu(_ x: Self) -> Self { x <= 0 ? 0 : x }  // max(x, 0): 0 at the kink; NaN is passed on
}

// MARK: Special functions
extension Lifted {
  @inlinable public static func _erf(_ x: Self) -> Self {
    lift(x, Value._erf, derivative: { x in Derivative(2 / Double.rootOfPi) * ._gaussian(x) })
  }
  @inlinable public static func _erfc(_ x: Self) -> Self {
    lift(x, Value._erfc, derivative: { x in Derivative(-2 / Double.rootOfPi) * ._gaussian(x) })
  }
  @inlinable public static func _gaussian(_ x: Self) -> Self {
    lift(x, Value._gaussian, derivative: { x, y in ._along(y, ._along(-2, x)) })  // not a product: 0·∞ at ±∞
  }
  @inlinable public static func _gamma(_ x: Self) -> Self { lift(x, Value._gamma, derivative: { x, y in slopeOfGamma(x, y) }) }
  /// Γ(x) ψ(x). Where Γ(x) is subnormal or 0, beside a pole, by Γ(x + 24) = x (x + 1) … (x + 23) Γ(x), which is not.
  @inlinable static func slopeOfGamma<S: Scalar>(_ x: S, _ y: S) -> S {
    if _fastPath(!(x < -165)) || y >= 0x1p-900 || y <= -0x1p-900 { return y * ._polygamma(0, x) }
    var slope: S = ._gamma(x + 24) * ._polygamma(0, x)
    for k in 0..<24 { slope /= x + S(Double(k)) }
    return slope
  }
  @inlinable public static func _logGamma(_ x: Self) -> Self { lift(x, Value._logGamma, derivative: { x in ._polygamma(0, x) }) }
  @inlinable public static func _polygamma(_ n: Int, _ x: Self) -> Self {
    lift(x, { ._polygamma(n, $0) }, derivative: { x in ._polygamma(n + 1, x) })
  }
  @inlinable public static func _sigmoid(_ x: Self) -> Self { lift(x, Value._sigmoid, derivative: { x in ._sigmoidSlope(x) }) }
  @inlinable public static func _sigmoidSlope(_ x: Self) -> Self {
    // not by the quotient rule: 1 − e⁻ˣ cancels for small x
    lift(x, Value._sigmoidSlope, derivative: { x, y in -(y * ._tanh(._along(0.5, x))) })
  }
  @inlinable public static func _softplus(_ x: Self) -> Self { lift(x, Value._softplus, derivative: { x in ._sigmoid(x) }) }
  @inlinable public static func _logit(_ x: Self) -> Self { lift(x, Value._logit, derivative: { x in 1 / insideDomain(x * (1 - x)) }) }
  @inlinable public static func _xlogx(_ x: Self) -> Self { lift(x, Value._xlogx, derivative: { x in logPlusOne(x) }) }
  /// log x + 1. Near its zero 1/e as log(1 + e d), with d the distance from it: the sum would cancel.
  @inlinable static func logPlusOne<S: Scalar>(_ x: S) -> S {
    if x < 0.25 || x > 0.55 || x != x { return ._log(x) + 1 }
    let (inverseOfE, rest) = (0.36787944117144233, -1.2428753672788363e-17)
    let e = S(2.718281828459045) + S(1.4456468917292502e-16)
    return ._logOnePlus(((x - S(inverseOfE)) - S(rest)) * e)
  }
  @inlinable public static func _xlogy(_ x: Self, _ y: Self) -> Self {
    lift(x, y, Value._xlogy, d1: { _, y, _ in ._log(y) }, d2: { x, y, _ in ._along(x, dividedBy: insideDomain(y)) })
  }
}

// MARK: Several arguments
extension Lifted {
  @inlinable public static func _multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self {
    lift(ThreeNumbers(a, b, c), { ._multiplyAdd($0[0], $0[1], $0[2]) }, partial: { i, x, _ in i == 2 ? 1 : x[1 - i] })
  }
  @inlinable public static func _sum<X: Numbers<Self>>(_ x: X) -> Self {
    lift(x, { ._sum($0) }, partial: { _, _, _ in 1 })
  }
  @inlinable public static func _dot<X: Numbers<Self>, Y: Numbers<Self>>(_ x: X, _ y: Y) -> Self {
    let n = x.count
    return lift(Concatenation(x, y), { _ in ._dot(Values(of: x), Values(of: y)) }, partial: { i, z, _ in z[i < n ? i + n : i - n] })
  }
  @inlinable public static func _norm<X: Numbers<Self>>(_ x: X) -> Self {
    lift(x, { ._norm($0) }, partial: { i, x, r in direction(i, x, r) })
  }
  @inlinable public static func _logSumExp<X: Numbers<Self>>(_ x: X) -> Self {
    let (largest, total) = Values(of: x)._scaledExponentials { _, _ in }
    let inverse = 1 / total
    return lift(
      x, { x in largest._isFinite ? largest + ._log(total) : ._logSumExp(x) },
      partial: { i, x, _ in Value._expDifference(x[i], largest) * inverse })  // the softmax, at most 1; not exp(xᵢ − y): y is rounded
  }
}

extension Numbers {
  /// The largest number m, and Σ exp(xᵢ − m), which is at least 1 and at most their count. The exponentials are handed to `visit`.
  @inlinable @inline(__always) public func _scaledExponentials(
    _ visit: (Int, Element) -> Void
  ) -> (largest: Element, total: Element) {
    guard count > 0 else { return (Element(-Double.infinity), 1) }
    var largest = self[0]
    for i in 1..<count { largest = ._max(largest, self[i]) }
    var total: Element = 0
    for i in 0..<count {
      let term = Element._expDifference(self[i], largest)
      visit(i, term)
      total += term
    }
    return (largest, largest == largest ? total : 1)
  }
}

extension Scalar {
  /// The least normal and the greatest number of `Double`.
  @_transparent @usableFromInline static var leastNormal: Self { 0x1p-1022 }
  @_transparent @usableFromInline static var greatest: Self { 0x1.fffffffffffffp1023 }
}

extension Double {
  @_transparent @usableFromInline static var naturalLogOfTwo: Double { 0.693147180559945309417232121458176568 }
  @_transparent @usableFromInline static var naturalLogOfTen: Double { 2.302585092994045684017991454684364208 }
  @_transparent @usableFromInline static var rootOfPi: Double { 1.772453850905516027298167483341145183 }
}
