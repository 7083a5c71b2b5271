/// ψ⁽ⁿ⁾(x), the n-th derivative of digamma ψ = (log Γ)′.
///
/// It is (−1)ⁿ⁺¹ Σ n!/(x + k)ⁿ⁺¹ over k = 0, 1, …: term by term up to x + k ≥ 12 + n, the rest by the asymptotic series [DLMF 5.15.8].
/// ψ itself is that only up to a constant; below 8 it has a Taylor series about its zero. Left of zero by reflection,
/// ψ⁽ⁿ⁾(x) = (−1)ⁿ ψ⁽ⁿ⁾(1 − x) − πⁿ⁺¹ (d/du)ⁿ cot u at u = πx, and from n = 20 on by the few terms that matter. At its poles 0, −1, −2, …
/// the limit: +∞ for odd n; for even n the sides differ, so ∓∞ at ±0 by the sign bit, otherwise NaN.
@usableFromInline func polygamma(order n: Int, _ x: Double) -> Double {
  _require(n >= 0, "polygamma: the order is \(n), it must not be negative")
  let odd = n % 2 == 1
  if x <= 0 {
    if x == x.rounded() { return x == -.infinity ? .nan : odd ? .infinity : x == 0 ? 1 / -x : .nan }
    if n >= 20 { return nearestTerms(order: n, x) }
    if n == 0 && x > -1 {  // the rounding of 1 − x would count: ψ may be small there
      let s = 1 - x
      return digammaNearRoot(s, plus: (1 - s) - x) - derivativeOfCotangent(order: 0, ofPiTimes: x)
    }
    return (odd ? -1 : 1) * polygamma(order: n, 1 - x) - derivativeOfCotangent(order: n, ofPiTimes: x)
  }
  guard x < .infinity else { return n == 0 || x != x ? x : 0 }
  if n == 0 { return x < 8 ? digamma(below8: x) : asymptoticDigamma(x) }

  var sum = 0.0
  var k = 0.0
  while x + k < 12 + Double(n) {
    let term = factorialOverPower(n, x, plus: k)
    sum += term
    if !(term > sum * 0x1p-62) { return odd ? sum : -sum }
    k += 1
  }
  sum += asymptoticPolygamma(order: n, x, plus: k)
  return odd ? sum : -sum
}

/// ψ for 0 < x < 8, by ψ(x + 1) = ψ(x) + 1/x from where the Taylor series about its zero holds. Going up to the asymptotic series instead
/// would cancel: ψ(1) = −0.58 is the difference of numbers near 2.5.
private func digamma(below8 x: Double) -> Double {
  if x < 0.91 { return digammaNearRoot(x + 1) - 1 / x }
  var base = x
  var sum = 0.0
  var rest = 0.0  // what the sum and the quotients have lost
  while base > 2 {
    base -= 1
    let term = 1 / base
    let total = sum + term
    rest += (term - (total - sum)) + remainder(of: term, base) / base
    sum = total
  }
  return base == x ? digammaNearRoot(base) : sum + (digammaNearRoot(base) + rest)
}

/// 1 − a b, for a b near 1.
private func remainder(of a: Double, _ b: Double) -> Double {
  let p = product(a, b)
  return (1 - p.high) - p.low
}

/// a b, and what its rounding lost [Dekker 1971].
private func product(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
  func halves(_ x: Double) -> (Double, Double) {
    let high = Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
    return (high, x - high)
  }
  let ((a1, a2), (b1, b2)) = (halves(a), halves(b))
  let p = a * b
  return (p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2)
}

/// n!/(x + k)ⁿ⁺¹.
private func factorialOverPower(_ n: Int, _ x: Double, plus k: Double) -> Double {
  let s = x + k
  let back = s - x
  let rest = ((x - (s - back)) + (k - back)) / s  // of the rounded sum, relative to it
  if n <= 22 {  // n! is exact
    let factorial = n < 2 ? 1 : (2...n).reduce(1.0) { $0 * Double($1) }
    let power = Double._pow(s, n + 1)
    let half = (n + 1) / 2
    let quotient = power.isNormal ? factorial / power : factorial / Double._pow(s, half) / Double._pow(s, n + 1 - half)
    return rest == 0 || !quotient.isFinite ? quotient : quotient - quotient * (Double(n + 1) * rest)
  }
  if s > 1e200 { return 0 }
  // By Stirling's series [DLMF 5.11.3], √(2πn)/s · (n/(e s))ⁿ · exp(1/12n − …). The base is q (1 + low), its power is taken in two halves.
  let m = Double(n)
  let es = product(s, 2.718281828459045)
  let q = m / es.high
  let qes = product(q, es.high)
  let low = ((m - qes.high) - qes.low - q * (es.low + s * 1.4456468917292502e-16)) / es.high / q
  let i = 1 / (m * m)
  let series = (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i / 1188)))) / m
  let half = Double._pow(q, 0.5 * m)
  return (2 * .pi * m).squareRoot() / s * half * Double._exp(series + m * low - (m + 1) * rest) * half
}

/// Σ n!/(x + k)ⁿ⁺¹ for x < 0, by the terms whose denominators are least.
private func nearestTerms(order n: Int, _ x: Double) -> Double {
  func term(_ k: Double) -> Double {
    let s = x + k
    let magnitude = k < 0 ? 0 : factorialOverPower(n, s.magnitude, plus: 0)
    return s > 0 || n % 2 == 1 ? magnitude : -magnitude
  }
  let nearest = (-x).rounded()
  let largest = term(nearest)
  var rest = 0.0
  if largest.isFinite { for i in (1...5).reversed() { rest += term(nearest + Double(i)) + term(nearest - Double(i)) } }
  return n % 2 == 1 ? largest + rest : -(largest + rest)
}

/// B₂, B₄, …, B₂₀.
private let bernoulliNumbers: [Double] = zip(
  [1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174611], [6, 30, 42, 30, 66, 2730, 6, 510, 798, 330]
).map(/)

/// log x − 1/2x − Σ B₂ₖ/(2k x²ᵏ).
private func asymptoticDigamma(_ x: Double) -> Double {
  let inverse = 1 / x
  let inverseSquare = inverse * inverse
  var series = 0.0
  var power = inverseSquare
  for (k, b) in bernoulliNumbers.enumerated() {
    series += b / Double(2 * k + 2) * power
    power *= inverseSquare
  }
  return Double._log(x) - (0.5 * inverse + series)
}

/// Σ n!/(w + k)ⁿ⁺¹ over k = 0, 1, … for w = x + k ≥ 12 + n: (n − 1)!/wⁿ [1 + n/2w + Σ B₂ⱼ n (n + 1) … (n + 2j − 1)/((2j)! w²ʲ)].
private func asymptoticPolygamma(order n: Int, _ x: Double, plus k: Double) -> Double {
  let w = x + k
  let order = Double(n)
  var series = 0.5 * order / w
  var coefficient = 1.0
  for (j, b) in bernoulliNumbers.enumerated() {
    let two = Double(2 * j)
    coefficient *= (order + two) / w * ((order + two + 1) / w) / ((two + 1) * (two + 2))
    series += b * coefficient
  }
  let first = factorialOverPower(n - 1, x, plus: k)
  return first + first * series
}

/// πⁿ⁺¹ (d/du)ⁿ cot u at u = πx: a polynomial Pₙ in c = cot u, with P₀ = c and Pₙ₊₁ = −(1 + c²) Pₙ′.
private func derivativeOfCotangent(order n: Int, ofPiTimes x: Double) -> Double {
  let c = Double._cosPi(x) / Double._sinPi(x)
  var p = [0.0, 1.0]
  for _ in 0..<n {
    var next = [Double](repeating: 0, count: p.count + 1)
    for k in 1..<p.count {
      next[k - 1] -= Double(k) * p[k]
      next[k + 1] -= Double(k) * p[k]
    }
    p = next
  }
  return Double._pow(.pi, n + 1) * p.reversed().reduce(0) { $0 * c + $1 }
}

/// The positive zero of ψ is the sum of these two.
private let digammaRoot = 1.4616321449683622
private let digammaRootRest = 9.549995429965697e-17

/// ψ⁽ᵏ⁾(r)/k! at the zero r, for k = 1, 2, …
private let digammaCoefficients: [Double] = [
  0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237, -0.07219956125645471,
  0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896, 0.010538791616612175, -0.007204534386356869,
  0.004926781395729853, -0.003369801655439328, 0.002305126326734928, -0.0015769367714301972, 0.0010788252019162967,
  -0.0007380709389960052, 0.000504953265834602, -0.0003454680251063077, 0.00023635601564027053, -0.00016170622091974803,
  0.0001106337276874741, -7.569179582195066e-05, 5.178575795222081e-05, -3.5430070947659604e-05, 2.424006611860132e-05,
  -1.6584242271854135e-05, 1.134638458466385e-05, -7.762817668462094e-06, 5.3110609208898636e-06, -3.6336507898010456e-06,
  2.486022733129538e-06, -1.7008538854332607e-06, 1.1636675363548843e-06, -7.96142543124197e-07, 5.446941930669446e-07,
  -3.7266161283438227e-07, 2.549626552021554e-07, -1.7443695117727745e-07, 1.1934394829830244e-07, -8.165115189488409e-08,
]

/// ψ for |x − r| ≤ 0.56, by its Taylor series about the zero.
private func digammaNearRoot(_ x: Double, plus rest: Double = 0) -> Double {
  let t = (x - digammaRoot) + (rest - digammaRootRest)
  return t * digammaCoefficients.reversed().reduce(0) { $0 * t + $1 }
}
