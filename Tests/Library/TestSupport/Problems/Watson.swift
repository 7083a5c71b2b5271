import Derivatives

/// Watson's problem: Fᵢ = Σⱼ (j − 1) xⱼ tᵢʲ⁻² − (Σⱼ xⱼ tᵢʲ⁻¹)² − 1 with tᵢ = i/29, i = 1 … 29; F₃₀ = x₁, F₃₁ = x₂ − x₁² − 1.
public struct Watson: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let inner: [S] = (1...29).map { i in
      let (slope, value) = Self.polynomial(x, Double(i) / 29)
      return slope - value * value - 1
    }
    return inner + [x[0], x[1] - x[0] * x[0] - 1]
  }

  /// Σⱼ (j − 1) xⱼ tʲ⁻² and Σⱼ xⱼ tʲ⁻¹, by Horner's rule.
  static func polynomial<S: Scalar>(_ x: [S], _ t: Double) -> (slope: S, value: S) {
    let t = S(t)
    var slope: S = 0
    var value: S = 0
    for number in x.reversed() {
      slope = slope * t + value
      value = value * t + number
    }
    return (slope, value)
  }
}

/// Half the gradient of Watson's sum of squares: Fₖ = Σᵢ tᵢᵏ⁻² (k − 1 − 2 tᵢ s₂) (s₁ − s₂² − 1), and the parts of F₃₀ and F₃₁.
public struct WatsonSystem: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var f = [S](repeating: 0, count: x.count)
    for i in 1...29 {
      let t = Double(i) / 29
      let (slope, value) = Watson.polynomial(x, t)
      let residual: S = slope - value * value - 1
      let twice: S = S(2 * t) * value
      var power = 1 / t  // tᵏ⁻¹/t
      for k in x.indices {
        f[k] += S(power) * (S(Double(k)) - twice) * residual
        power *= t
      }
    }
    let w: S = x[1] - x[0] * x[0] - 1
    f[0] += x[0] * (1 - 2 * w)
    f[1] += w
    return f
  }
}
