import TestSupport

/// f′(x), f″(x) or f‴(x).
func closedForm(_ function: Elementary, _ x: DoubleDouble, order: Int) -> Reference {
  let one: DoubleDouble = 1
  switch function {
  case .exp, .expMinusOne: return Reference(._exp(x))
  case .exp2: return Reference(._pow(.naturalLogOfTwo, order) * ._exp2(x))
  case .exp10: return Reference(._pow(.naturalLogOfTen, order) * ._exp10(x))
  case .log: return logarithm(x, order)
  case .logOnePlus: return logarithm(1 + x, order)
  case .log2: return 1 / .naturalLogOfTwo * logarithm(x, order)
  case .log10: return 1 / .naturalLogOfTen * logarithm(x, order)
  case .xlogx: return order == 1 ? Reference(._log(x), 1) : logarithm(x, order - 1)
  case .logit: return Reference(logarithm(x, order).value, (order % 2 == 0 ? -one : one) * logarithm(1 - x, order).value)
  case .sqrt, .root2: return power(x, 1, 2, order)
  case .cbrt, .root3: return power(x, 1, 3, order)
  case .root1, .power1: return power(x, 1, 1, order)
  case .root4: return power(x, 1, 4, order)
  case .root5: return power(x, 1, 5, order)
  case .power0: return Reference(0)
  case .power2: return power(x, 2, 1, order)
  case .power3: return power(x, 3, 1, order)
  case .powerMinus1: return power(x, -1, 1, order)
  case .powerMinus2: return power(x, -2, 1, order)
  case .powerTwoAndAHalf: return power(x, 5, 2, order)
  case .sin: return Reference([DoubleDouble._cos(x), -DoubleDouble._sin(x), -DoubleDouble._cos(x)][order - 1])
  case .cos: return Reference([-DoubleDouble._sin(x), -DoubleDouble._cos(x), DoubleDouble._sin(x)][order - 1])
  case .sinPi: return ._pow(.pi, order) * Reference([DoubleDouble._cosPi(x), -DoubleDouble._sinPi(x), -DoubleDouble._cosPi(x)][order - 1])
  case .cosPi: return ._pow(.pi, order) * Reference([-DoubleDouble._sinPi(x), -DoubleDouble._cosPi(x), DoubleDouble._sinPi(x)][order - 1])
  case .sincos:
    let s: DoubleDouble = ._sin(x)
    let c: DoubleDouble = ._cos(x)
    return order == 2 ? Reference(-4 * s * c) : (order == 1 ? one : -4) * Reference(c * c, -(s * s))
  case .tan:
    let t: DoubleDouble = ._tan(x)
    let s = 1 + t * t
    return [Reference(s), Reference(2 * t * s), Reference(2 * s, 6 * s * t * t)][order - 1]
  case .asin: return inverseSine(x, order)
  case .acos: return -1 * inverseSine(x, order)
  case .atan:
    let g = 1 / (1 + x * x)
    return [Reference(g), Reference(-2 * x * g * g), Reference(6 * x * x * g * g * g, -2 * g * g * g)][order - 1]
  case .sinh: return Reference(order == 2 ? ._sinh(x) : ._cosh(x))
  case .cosh: return Reference(order == 2 ? ._cosh(x) : ._sinh(x))
  case .tanh:
    let t: DoubleDouble = ._tanh(x)
    let i = 1 / DoubleDouble._cosh(x)
    let s = i * i
    return [Reference(s), Reference(-2 * t * s), Reference(4 * t * t * s, -2 * s * s)][order - 1]
  case .asinh:
    let r: DoubleDouble = ._hypot(1, x)
    let cube = r * r * r
    return [Reference(1 / r), Reference(-x / cube), Reference(2 * x * x / (cube * r * r), -1 / (cube * r * r))][order - 1]
  case .acosh:
    let r: DoubleDouble = ._sqrt((x - 1) * (x + 1))
    let cube = r * r * r
    return [Reference(1 / r), Reference(-x / cube), Reference((2 * x * x + 1) / (cube * r * r))][order - 1]
  case .atanh:
    let w = (1 - x) * (1 + x)
    return [Reference(1 / w), Reference(2 * x / (w * w)), Reference((2 + 6 * x * x) / (w * w * w))][order - 1]
  case .abs: return Reference(order > 1 ? 0 : x < 0 ? -1 : 1)
  case .relu: return Reference(order > 1 || x < 0 ? 0 : 1)
  case .sign, .floor, .ceil, .round, .trunc: return Reference(0)
  case .erf: return 2 / .rootOfPi * bell(x, order - 1)
  case .erfc: return -2 / .rootOfPi * bell(x, order - 1)
  case .gaussian: return bell(x, order)
  case .gamma: return gamma(x, order)
  case .logGamma: return polygamma(order - 1, x)
  case .digamma: return polygamma(order, x)
  case .trigamma: return polygamma(order + 1, x)
  case .tetragamma: return polygamma(order + 2, x)
  case .sigmoid: return sigmoid(x, order)
  case .sigmoidSlope: return sigmoid(x, order + 1)
  case .oneMinusSquare: return Reference([-2 * x, -2, 0][order - 1])
  case .softplus: return sigmoid(x, order - 1)
  default: fatalError("\(function) has several arguments")
  }
}

/// (log x)⁽ⁿ⁾ = (−1)ⁿ⁻¹ (n − 1)!/xⁿ.
private func logarithm(_ x: DoubleDouble, _ n: Int) -> Reference { Reference([1, -1, 2][n - 1] / DoubleDouble._pow(x, n)) }

/// (xᵖ)⁽ⁿ⁾ = p (p − 1) … xᵖ⁻ⁿ with p = a/b.
private func power(_ x: DoubleDouble, _ a: Int, _ b: Int, _ n: Int) -> Reference {
  let p = DoubleDouble(Double(a)) / DoubleDouble(Double(b))
  var factor: DoubleDouble = 1
  for k in 0..<n { factor *= p - DoubleDouble(Double(k)) }
  if factor == 0 { return Reference(0) }
  return Reference(factor * ._pow(._root(x, b), a - n * b))
}

private func inverseSine(_ x: DoubleDouble, _ n: Int) -> Reference {
  let w = (1 - x) * (1 + x)
  let r: DoubleDouble = ._sqrt(w)
  return [Reference(1 / r), Reference(x / (w * r)), Reference((1 + 2 * x * x) / (w * w * r))][n - 1]
}

/// (e^(−x²))⁽ⁿ⁾.
private func bell(_ x: DoubleDouble, _ n: Int) -> Reference {
  let g: DoubleDouble = ._gaussian(x)
  return [Reference(g), Reference(-2 * x * g), Reference(4 * x * x * g, -2 * g), Reference(-8 * x * x * x * g, 12 * x * g)][n]
}

/// σ⁽ⁿ⁾: with s = σ′ and t = tanh(x/2), σ″ = −s t and σ‴ = s t² − 2s².
private func sigmoid(_ x: DoubleDouble, _ n: Int) -> Reference {
  let s: DoubleDouble = ._sigmoidSlope(x)
  let t: DoubleDouble = ._tanh(x * 0.5)
  let fourth = Reference(8 * s * s * t, -s * t * t * t)
  return [Reference(._sigmoid(x)), Reference(s), Reference(-s * t), Reference(s * t * t, -2 * s * s), fourth][n]
}

/// Left of zero a difference, by reflection.
private func polygamma(_ n: Int, _ x: DoubleDouble) -> Reference {
  if x > 0 { return Reference(._polygamma(n, x)) }
  let p = DoubleDouble.reflectedPolygamma(n, x)
  return Reference(p.reflected, -p.cotangent)
}

/// Γ′ = Γψ, Γ″ = Γ(ψ² + ψ′), Γ‴ = Γ(ψ³ + 3ψψ′ + ψ″).
private func gamma(_ x: DoubleDouble, _ n: Int) -> Reference {
  let g: DoubleDouble = ._gamma(x)
  let psi = (0..<3).map { polygamma($0, x) }
  func sum(_ p: [DoubleDouble], signed: Bool) -> DoubleDouble {
    let terms = [[p[0]], [p[0] * p[0], p[1]], [p[0] * p[0] * p[0], 3 * p[0] * p[1], p[2]]][n - 1]
    return signed ? terms.reduce(0, +) : terms.map(\.magnitude).max()!
  }
  return g * Reference(value: sum(psi.map(\.value), signed: true), largestTerm: sum(psi.map(\.largestTerm), signed: false))
}
