/// ψ⁽ⁿ⁾(x), the n-th derivative of digamma ψ = (log Γ)′.
///
/// ψ itself below 12 by a Taylor series about its zero. Otherwise from x ≥ 12 + n by the asymptotic series [DLMF 5.11.2, 5.15.8], below that by the recurrence ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x + 1) − (−1)ⁿ n!/xⁿ⁺¹, left
/// of zero by reflection, ψ⁽ⁿ⁾(x) = (−1)ⁿ ψ⁽ⁿ⁾(1 − x) − πⁿ⁺¹ (d/du)ⁿ cot u at u = πx. At its poles 0, −1, −2, … the
/// limit: +∞ for odd n; for even n the sides differ, so ∓∞ at ±0 by the sign bit, otherwise NaN.
@usableFromInline func polygamma(order n: Int, _ x: Double) -> Double {
  _require(n >= 0, "polygamma: the order is \(n), it must not be negative")
  if x <= 0 {
    let odd = n % 2 == 1
    if x == x.rounded() { return x == -.infinity ? .nan : odd ? .infinity : x == 0 ? 1 / -x : .nan }
    return (odd ? -1 : 1) * polygamma(order: n, 1 - x) - derivativeOfCotangent(order: n, ofPiTimes: x)
  }
  if n == 0 && x < 12 { return digamma(below12: x) }
  guard x < .infinity else { return n == 0 ? x : x == .infinity ? 0 : x }

  var factorial = 1.0  // n!
  for k in 0..<n { factorial *= Double(k + 1) }
  let sign = n % 2 == 0 ? -1.0 : 1.0  // (−1)ⁿ⁺¹

  var shifted = x
  var sum = 0.0
  while shifted < Double(12 + n) {
    sum += sign * factorial / Double._pow(shifted, n + 1)
    shifted += 1
  }
  return sum + asymptoticPolygamma(order: n, shifted, factorial: factorial, sign: sign)
}

/// ψ for 0 < x < 12, by ψ(x + 1) = ψ(x) + 1/x from where the Taylor series about its zero holds. Going up to the asymptotic series instead
/// would cancel: ψ(1) = −0.58 is the difference of numbers near 2.5.
private func digamma(below12 x: Double) -> Double {
  if x < 0.91 { return digammaNearRoot(x + 1) - 1 / x }
  var base = x
  var sum = 0.0
  while base > 2 {
    base -= 1
    sum += 1 / base
  }
  return sum + digammaNearRoot(base)
}

/// B₂, B₄, …, B₂₀.
private let bernoulliNumbers: [Double] = zip(
  [1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174611], [6, 30, 42, 30, 66, 2730, 6, 510, 798, 330]
).map(/)

private func asymptoticPolygamma(order n: Int, _ x: Double, factorial: Double, sign: Double) -> Double {
  let inverseSquare = 1 / (x * x)
  if n == 0 {  // log x − 1/2x − Σ B₂ₖ/(2k x²ᵏ)
    var series = 0.0
    var power = inverseSquare
    for (k, b) in bernoulliNumbers.enumerated() {
      series += b / Double(2 * k + 2) * power
      power *= inverseSquare
    }
    return Double._log(x) - 0.5 / x - series
  }
  // (−1)ⁿ⁺¹ [(n − 1)!/xⁿ + n!/2xⁿ⁺¹ + Σ B₂ₖ (2k + n − 1)!/((2k)! x²ᵏ⁺ⁿ)]
  var series = factorial / Double(n) + 0.5 * factorial / x
  var coefficient = factorial / Double(n)
  var power = 1.0  // (2k + n − 1)!/(2k)!, x⁻²ᵏ
  for (k, b) in bernoulliNumbers.enumerated() {
    let two = Double(2 * k)
    coefficient *= (two + Double(n)) * (two + Double(n) + 1) / ((two + 1) * (two + 2))
    power *= inverseSquare
    series += b * coefficient * power
  }
  return sign * series * Double._pow(x, -n)  // not divided by xⁿ, which overflows where its inverse is still a number
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

/// ψ for |x − r| ≤ 0.55, by its Taylor series about the zero.
private func digammaNearRoot(_ x: Double) -> Double {
  let t = (x - digammaRoot) - digammaRootRest
  return t * digammaCoefficients.reversed().reduce(0) { $0 * t + $1 }
}
