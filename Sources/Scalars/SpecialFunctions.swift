/// ψ⁽ⁿ⁾(x), the n-th derivative of digamma ψ = (log Γ)′.
///
/// From x ≥ 12 + n by the asymptotic series [DLMF 5.11.2, 5.15.8], below that by the recurrence ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x + 1) − (−1)ⁿ n!/xⁿ⁺¹, left
/// of zero by reflection, ψ⁽ⁿ⁾(x) = (−1)ⁿ ψ⁽ⁿ⁾(1 − x) − πⁿ⁺¹ (d/du)ⁿ cot u at u = πx. NaN at the poles 0, −1, −2, …
@usableFromInline func polygamma(order n: Int, _ x: Double) -> Double {
  _require(n >= 0, "polygamma: the order is \(n), it must not be negative")
  if x <= 0 {
    if x == x.rounded() { return .nan }
    let odd = n % 2 == 1
    return (odd ? -1 : 1) * polygamma(order: n, 1 - x) - derivativeOfCotangent(order: n, ofPiTimes: x)
  }
  guard x < .infinity else { return n == 0 ? x : x == .infinity ? 0 : x }

  var factorial = 1.0  // n!
  for k in 0..<n { factorial *= Double(k + 1) }
  let sign = n % 2 == 0 ? -1.0 : 1.0  // (−1)ⁿ⁺¹

  var shifted = x
  var sum = 0.0
  while shifted < Double(12 + n) {
    sum += n == 0 ? -1 / shifted : sign * factorial / Double._pow(shifted, n + 1)
    shifted += 1
  }
  return sum + asymptoticPolygamma(order: n, shifted, factorial: factorial, sign: sign)
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
  return sign * series / Double._pow(x, n)
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
