import TestSupport

/// ∂f/∂xᵢ, ∂²f/∂xᵢ∂xⱼ or ∂³f/∂xᵢ∂xⱼ∂xₖ, for i ≤ j ≤ k.
func closedForm(_ function: Elementary, _ x: [DoubleDouble], _ d: [Int]) -> Reference {
  switch function {
  case .pow: return power(x[0], x[1], d)
  case .xlogy:
    let quotients = [[1]: x[0] / x[1], [0, 1]: 1 / x[1], [1, 1]: -x[0] / x[1] / x[1], [0, 1, 1]: -1 / x[1] / x[1]]
    if d == [0] { return Reference(._log(x[1])) }
    return Reference(d == [1, 1, 1] ? 2 * x[0] / (x[1] * x[1] * x[1]) : quotients[d] ?? 0)
  case .hypot, .hypot3, .norm: return length(x, d)
  case .cosine: return length(x, [0] + d)
  case .atan2: return angle(x[0], x[1], d)
  case .logSumExp: return cumulant(x, d)
  case .softmax: return cumulant(x, [0] + d)
  case .multiplyAdd, .dot:  // bilinear in the first half and the second half of the arguments
    if function == .multiplyAdd && d == [2] { return Reference(1) }
    let half = function == .dot ? 3 : 1
    if d.count == 1 { return Reference(x[d[0] < half ? d[0] + half : d[0] - half]) }
    return Reference(d.count == 2 && d[1] - d[0] == half && d[0] < half && d[1] < 2 * half ? 1 : 0)
  default: return d.count > 1 ? Reference(0) : piecewiseLinear(function, x, d[0])
  }
}

private func piecewiseLinear(_ function: Elementary, _ x: [DoubleDouble], _ i: Int) -> Reference {
  switch function {
  case .sum: return Reference(1)
  case .max: return Reference((x[0] >= x[1]) == (i == 0) ? 1 : 0)
  case .min: return Reference((x[0] < x[1]) == (i == 0) ? 1 : 0)
  case .clamp: return Reference(i == (x[0] < x[1] ? 1 : x[0] > x[2] ? 2 : 0) ? 1 : 0)
  case .copysign: return Reference(i == 1 ? 0 : (x[0] < 0) == (x[1] < 0) ? 1 : -1)
  case .remainder, .fmod:
    let rest: DoubleDouble = function == .fmod ? ._fmod(x[0], x[1]) : ._remainder(x[0], x[1])
    return Reference(i == 0 ? 1 : -DoubleDouble._round((x[0] - rest) / x[1]))
  default: fatalError("\(function) is not piecewise linear")
  }
}

private func power(_ x: DoubleDouble, _ y: DoubleDouble, _ d: [Int]) -> Reference {
  let z: DoubleDouble = ._pow(x, y)
  let l: DoubleDouble = ._log(x)
  switch d {
  case [0]: return Reference(y * z / x)
  case [1]: return Reference(z * l)
  case [0, 0]: return Reference(y * (y - 1) * z / (x * x))
  case [0, 1]: return z / x * Reference(1, y * l)
  case [1, 1]: return Reference(z * l * l)
  case [0, 0, 0]: return Reference(y * (y - 1) * (y - 2) * z / (x * x * x))
  case [0, 0, 1]: return z / (x * x) * Reference(y - 1, y, y * (y - 1) * l)
  case [0, 1, 1]: return z / x * Reference(2 * l, y * l * l)
  default: return Reference(z * l * l * l)
  }
}

/// Of r = √Σxᵢ².
private func length(_ x: [DoubleDouble], _ d: [Int]) -> Reference {
  let r: DoubleDouble = ._sqrt(x.reduce(0) { $0 + $1 * $1 })
  func δ(_ i: Int, _ j: Int) -> DoubleDouble { i == j ? 1 : 0 }
  let u = x.map { $0 / r }
  switch d.count {
  case 1: return Reference(u[d[0]])
  case 2:
    if x.count == 2 { return Reference((d[0] == d[1] ? u[1 - d[0]] * u[1 - d[0]] : -(u[0] * u[1])) / r) }
    return 1 / r * Reference(δ(d[0], d[1]), -(u[d[0]] * u[d[1]]))
  default:
    if x.count == 2 {
      let s = d.reduce(0, +)
      if s == 0 || s == 3 { return Reference(-3 * u[s / 3] * u[1 - s / 3] * u[1 - s / 3] / (r * r)) }
      let (twice, once) = s == 1 ? (u[0], u[1]) : (u[1], u[0])
      return 1 / (r * r) * Reference(2 * twice * twice * once, -(once * once * once))
    }
    let (i, j, k) = (d[0], d[1], d[2])
    return 1 / (r * r)
      * Reference(-(δ(i, j) * u[k]), -(δ(i, k) * u[j]), -(δ(j, k) * u[i]), 3 * u[i] * u[j] * u[k])
  }
}

/// Of the angle of x + iy, whose derivatives are the real and imaginary parts of powers of 1/(x + iy).
private func angle(_ y: DoubleDouble, _ x: DoubleDouble, _ d: [Int]) -> Reference {
  let r: DoubleDouble = ._hypot(x, y)
  let (c, s) = (x / r, y / r)
  let flips: DoubleDouble = d.filter { $0 == 1 }.count >= 2 ? -1 : 1  // ∂²/∂x² = −∂²/∂y²
  switch (d.count, d.filter { $0 == 1 }.count) {
  case (1, 0): return Reference(c / r)
  case (1, 1): return Reference(-s / r)
  case (2, 1): return 1 / (r * r) * Reference(s * s, -(c * c))
  case (2, _): return flips * Reference(-2 * s * c / (r * r))
  case (3, 0), (3, 2): return flips / (r * r * r) * Reference(-2 * c * c * c, 6 * c * s * s)
  default: return flips / (r * r * r) * Reference(6 * c * c * s, -2 * s * s * s)
  }
}

/// Derivatives of log Σ exp xᵢ: the cumulants of the unit vectors under the weights pᵢ = softmax(x)ᵢ.
private func cumulant(_ x: [DoubleDouble], _ d: [Int]) -> Reference {
  let largest = x.max()!
  let weights = x.map { DoubleDouble._exp($0 - largest) }
  let total = weights.reduce(0, +)
  let p = weights.map { $0 / total }
  func δ(_ i: Int, _ j: Int) -> DoubleDouble { i == j ? 1 : 0 }
  switch d.count {
  case 1: return Reference(p[d[0]])
  case 2: return Reference(p[d[0]] * δ(d[0], d[1]), -(p[d[0]] * p[d[1]]))
  default:
    let (i, j, k) = (d[0], d[1], d[2])
    return Reference(
      p[i] * δ(i, j) * δ(j, k), -(p[i] * p[k] * δ(i, j)), -(p[i] * p[j] * δ(i, k)), -(p[i] * p[j] * δ(j, k)), 2 * p[i] * p[j] * p[k])
  }
}
