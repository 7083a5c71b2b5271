import Derivatives

extension DoubleDouble {
  /// For |x| < 2 by 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹/(2n + 1)!! [DLMF 7.6.2], whose terms are all positive.
  public static func _erf(_ x: DoubleDouble) -> DoubleDouble {
    if x.isNaN { return x }
    if x.hi < 0 { return -_erf(-x) }
    if x >= 2 { return 1 - _erfc(x) }
    var term = x
    var sum = x
    var n = 1.0
    while !(term / sum).exponentIsBelow(-112) && term.hi != 0 {
      term = term * (2 * x * x) / DoubleDouble(2 * n + 1)
      sum += term
      n += 1
    }
    return 2 / rootOfPi * _gaussian(x) * sum
  }
  /// From 2 on by the continued fraction e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) [DLMF 7.9.1].
  public static func _erfc(_ x: DoubleDouble) -> DoubleDouble {
    if x.isNaN { return x }
    if x < 2 { return 1 - _erf(x) }
    if x > 1e6 { return 0 }
    let depth = Int((40 / x.double) * (40 / x.double)) / 2 + 25
    let fraction = (1...depth).reversed().reduce(x) { x + DoubleDouble(Double($1) / 2) / $0 }
    return _gaussian(x) / (rootOfPi * fraction)
  }
  public static func _gaussian(_ x: DoubleDouble) -> DoubleDouble { _exp(-(x * x)) }

  public static func _sigmoid(_ x: DoubleDouble) -> DoubleDouble {
    let e = _exp(-x.magnitude)
    return (x.hi < 0 ? e : 1) / (1 + e)
  }
  public static func _sigmoidSlope(_ x: DoubleDouble) -> DoubleDouble {
    let e = _exp(-x.magnitude)
    return e / ((1 + e) * (1 + e))
  }
  public static func _softplus(_ x: DoubleDouble) -> DoubleDouble { _logOnePlus(_exp(-x.magnitude)) + _max(x, 0) }
  public static func _logit(_ x: DoubleDouble) -> DoubleDouble {
    x > 0.4 && x < 0.6 ? _logOnePlus((2 * x - 1) / (1 - x)) : _log(x / (1 - x))
  }
  public static func _xlogx(_ x: DoubleDouble) -> DoubleDouble { x.hi == 0 ? 0 : x * _log(x) }
  public static func _xlogy(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble { x.hi == 0 ? 0 : x * _log(y) }
}

// MARK: The gamma function
extension DoubleDouble {
  /// From where the asymptotic series with 16 Bernoulli numbers have 32 digits.
  private static let asymptotic = 40.0

  /// log Γ(x) for x ≥ 40 [DLMF 5.11.1].
  private static func stirling(_ x: DoubleDouble) -> DoubleDouble {
    var sum = (x - 0.5) * _log(x) - x + logOfRootOfTwoPi
    var power = 1 / x
    for (k, b) in bernoulliNumbers.enumerated() {
      let two = Double(2 * k + 2)
      sum += b / DoubleDouble(two * (two - 1)) * power
      power = power / (x * x)
    }
    return sum
  }

  /// x + n ≥ 40, and x (x + 1) … (x + n − 1).
  private static func shifted(_ x: DoubleDouble) -> (x: DoubleDouble, product: DoubleDouble) {
    var product: DoubleDouble = 1
    var shifted = x
    while shifted < DoubleDouble(asymptotic) {
      product *= shifted
      shifted += 1
    }
    return (shifted, product)
  }

  public static func _gamma(_ x: DoubleDouble) -> DoubleDouble {
    if x > -30 || !x._isFinite {  // not x.hi, which has a scale beside it
      guard x._isFinite else { return x.hi > 0 ? x : DoubleDouble(.nan) }
      guard x < 1e6 else { return DoubleDouble(.infinity) }
      let s = shifted(x)
      return _exp(stirling(s.x)) / s.product
    }
    return pi / (_sinPi(x) * _gamma(1 - x))
  }
  /// log |Γ(x)|. Near its zeros 1 and 2 it has 31 digits after the point only.
  public static func _logGamma(_ x: DoubleDouble) -> DoubleDouble {
    if x.hi <= 0 { return _log((pi / _sinPi(x)).magnitude) - _logGamma(1 - x) }
    let s = shifted(x)
    return stirling(s.x) - _log(s.product)
  }

  /// ψ⁽ⁿ⁾(x): by recurrence, asymptotic series [DLMF 5.11.2, 5.15.8] and reflection.
  public static func _polygamma(_ n: Int, _ x: DoubleDouble) -> DoubleDouble {
    if x.hi <= 0 {
      let p = reflectedPolygamma(n, x)
      return p.reflected - p.cotangent
    }
    let sign: DoubleDouble = n % 2 == 0 ? -1 : 1
    var factorial: DoubleDouble = 1
    for k in 0..<n { factorial *= DoubleDouble(Double(k + 1)) }
    var shifted = x
    var sum: DoubleDouble = 0
    while shifted < DoubleDouble(asymptotic) {
      sum += sign * factorial / _pow(shifted, n + 1)
      shifted += 1
    }
    // (−1)ⁿ⁺¹ [(n − 1)!/xⁿ + n!/2xⁿ⁺¹ + Σ B₂ₖ (2k + n − 1)!/((2k)! x²ᵏ⁺ⁿ)], with −log x for (−1)!/x⁰
    var series = n == 0 ? -_log(shifted) : factorial / DoubleDouble(Double(n)) / _pow(shifted, n)
    series += factorial * 0.5 / _pow(shifted, n + 1)
    for (k, b) in bernoulliNumbers.enumerated() {
      let two = 2 * k + 2
      var coefficient: DoubleDouble = 1  // (2k + n − 1)!/(2k)!
      if n == 0 { coefficient = 1 / DoubleDouble(Double(two)) }
      for j in 1..<Swift.max(n, 1) { coefficient *= DoubleDouble(Double(two + j)) }
      series += b * coefficient / _pow(shifted, two + n)
    }
    return sum + sign * series
  }

  /// ψ⁽ⁿ⁾(x) = (−1)ⁿ ψ⁽ⁿ⁾(1 − x) − πⁿ⁺¹ (d/du)ⁿ cot u at u = πx: the two terms.
  public static func reflectedPolygamma(_ n: Int, _ x: DoubleDouble) -> (reflected: DoubleDouble, cotangent: DoubleDouble) {
    let c = _cosPi(x) / _sinPi(x)
    var p: [DoubleDouble] = [0, 1]  // in powers of c
    for _ in 0..<n {
      var next = [DoubleDouble](repeating: 0, count: p.count + 1)
      for k in 1..<p.count {
        next[k - 1] -= DoubleDouble(Double(k)) * p[k]
        next[k + 1] -= DoubleDouble(Double(k)) * p[k]
      }
      p = next
    }
    let reflected = _polygamma(n, 1 - x)
    return (n % 2 == 0 ? reflected : -reflected, _pow(pi, n + 1) * p.reversed().reduce(0) { $0 * c + $1 })
  }
}
