// Problems of Moré, Garbow and Hillstrom for any number of variables, n = x.count.
import Derivatives

/// Fᵢ = xᵢ − (2/m) Σⱼ xⱼ − 1 for i ≤ n, and −(2/m) Σⱼ xⱼ − 1 below: linear, of full rank.
public struct LinearFullRank: VectorFunction, Sendable {
  let outputs: Int
  public init(outputs: Int) { self.outputs = outputs }
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let share: S = S(2 / Double(outputs)) * sum(x) + 1
    return (0..<outputs).map { i in i < x.count ? x[i] - share : -share }
  }
}

/// Fᵢ = i Σⱼ j xⱼ − 1: linear, of rank 1.
public struct LinearRankOne: VectorFunction, Sendable {
  let outputs: Int
  public init(outputs: Int) { self.outputs = outputs }
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var total: S = 0
    for j in x.indices { total += S(Double(j + 1)) * x[j] }
    return (1...outputs).map { i in S(Double(i)) * total - 1 }
  }
}

/// Fᵢ = (1/n) Σⱼ Tᵢ(xⱼ) − ∫₀¹ Tᵢ, with Tᵢ the Chebyshev polynomial shifted to [0, 1]: Tᵢ₊₁ = 2 (2x − 1) Tᵢ − Tᵢ₋₁.
public struct Chebyquad: VectorFunction, Sendable {
  let outputs: Int
  public init(outputs: Int) { self.outputs = outputs }
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var f = [S](repeating: 0, count: outputs)
    for number in x {
      let y: S = 2 * number - 1
      var before: S = 1
      var now = y
      for i in 0..<outputs {
        f[i] += now
        let next: S = 2 * y * now - before
        before = now
        now = next
      }
    }
    let count = S(Double(x.count))
    return f.indices.map { i in
      let k = Double(i + 1)
      return f[i] / count + S((i + 1) % 2 == 0 ? 1 / (k * k - 1) : 0)
    }
  }
}

/// Fₖ = xₖ + Σⱼ xⱼ − (n + 1) for k < n, Fₙ = Πⱼ xⱼ − 1.
public struct BrownAlmostLinear: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let surplus: S = sum(x) - S(Double(x.count + 1))
    var product: S = 1
    for number in x { product *= number }
    return x.dropLast().map { $0 + surplus } + [product - 1]
  }
}

/// Fₖ = 2 xₖ − xₖ₋₁ − xₖ₊₁ + h² (xₖ + tₖ + 1)³/2 with h = 1/(n + 1), tₖ = k h: a tridiagonal Jacobian.
public struct DiscreteBoundaryValue: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let h = 1 / Double(x.count + 1)
    return x.indices.map { k in
      let before: S = k == 0 ? 0 : x[k - 1]
      let after: S = k == x.count - 1 ? 0 : x[k + 1]
      let shifted: S = x[k] + S(Double(k + 1) * h + 1)
      return 2 * x[k] - before - after + S(h * h / 2) * pow(shifted, 3)
    }
  }
}

/// Fₖ = xₖ + (h/2) [(1 − tₖ) Σ_{j≤k} tⱼ (xⱼ + tⱼ + 1)³ + tₖ Σ_{j>k} (1 − tⱼ) (xⱼ + tⱼ + 1)³] with h = 1/(n + 1), tₖ = k h.
public struct DiscreteIntegralEquation: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let h = 1 / Double(x.count + 1)
    let t = x.indices.map { Double($0 + 1) * h }
    let cubes: [S] = x.indices.map { j in pow(x[j] + S(t[j] + 1), 3) }
    return x.indices.map { k in
      var below: S = 0
      var above: S = 0
      for j in 0...k { below += S(t[j]) * cubes[j] }
      for j in (k + 1)..<Swift.max(k + 1, x.count) { above += S(1 - t[j]) * cubes[j] }
      let integral: S = S(1 - t[k]) * below + S(t[k]) * above
      return x[k] + S(h / 2) * integral
    }
  }
}

/// Fₖ = n − Σⱼ cos xⱼ + k (1 − cos xₖ) − sin xₖ.
public struct Trigonometric: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let cosines: [S] = x.map { cos($0) }
    let rest: S = S(Double(x.count)) - sum(cosines)
    return x.indices.map { k in
      let own: S = S(Double(k + 1)) * (1 - cosines[k])
      return rest + own - sin(x[k])
    }
  }
}

/// Fₖ = (3 − 2 xₖ) xₖ − xₖ₋₁ − 2 xₖ₊₁ + 1.
public struct BroydenTridiagonal: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    x.indices.map { k in
      let before: S = k == 0 ? 0 : x[k - 1]
      let after: S = k == x.count - 1 ? 0 : x[k + 1]
      let own: S = (3 - 2 * x[k]) * x[k]
      return own - before - 2 * after + 1
    }
  }
}

/// Fᵢ = √a (xᵢ − 1) for i ≤ n, Fₙ₊₁ = Σⱼ xⱼ² − 1/4, with a = 10⁻⁵.
public struct PenaltyFirst: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let weight = S(1e-5.squareRoot())
    return x.map { weight * ($0 - 1) } + [dot(x, x) - 0.25]
  }
}

/// F₁ = x₁ − 0.2; Fᵢ = √a (exp(xᵢ/10) + exp(xᵢ₋₁/10) − exp(i/10) − exp((i−1)/10)), 2 ≤ i ≤ n; Fᵢ = √a (exp(xᵢ₋ₙ₊₁/10) − exp(−1/10)),
/// n < i < 2n; F₂ₙ = Σⱼ (n − j + 1) xⱼ² − 1; with a = 10⁻⁵.
public struct PenaltySecond: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let n = x.count
    let weight = S(1e-5.squareRoot())
    let growths: [S] = x.map { exp($0 / 10) }
    var f: [S] = [x[0] - 0.2]
    for i in 1..<n {
      let data: S = exp(S(Double(i + 1)) / 10) + exp(S(Double(i)) / 10)
      f.append(weight * (growths[i] + growths[i - 1] - data))
    }
    let decay: S = exp(-0.1)
    for i in 1..<n { f.append(weight * (growths[i] - decay)) }
    var total: S = -1
    for j in 0..<n { total += S(Double(n - j)) * x[j] * x[j] }
    return f + [total]
  }
}
