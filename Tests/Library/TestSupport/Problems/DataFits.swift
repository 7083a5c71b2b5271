// Problems of Moré, Garbow and Hillstrom that fit a curve to data.
import Derivatives

/// Fᵢ = yᵢ − (x₁ + uᵢ/(vᵢ x₂ + wᵢ x₃)) with uᵢ = i, vᵢ = 16 − i, wᵢ = min(uᵢ, vᵢ).
public struct Bard: VectorFunction, Sendable {
  public init() {}
  static let y = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39]
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    (1...15).map { i in
      let u = S(Double(i))
      let v = S(Double(16 - i))
      let w = S(Double(Swift.min(i, 16 - i)))
      return S(Self.y[i - 1]) - (x[0] + u / (v * x[1] + w * x[2]))
    }
  }
}

/// Fᵢ = yᵢ − x₁ uᵢ (uᵢ + x₂)/(uᵢ (uᵢ + x₃) + x₄).
public struct KowalikOsborne: VectorFunction, Sendable {
  public init() {}
  static let y = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]
  static let u = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625]
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    zip(Self.y, Self.u).map { y, u in
      let u = S(u)
      let above: S = x[0] * u * (u + x[1])
      let below: S = u * (u + x[2]) + x[3]
      return S(y) - above / below
    }
  }
}

/// Fᵢ = yᵢ − (x₁ + x₂ exp(−x₄ tᵢ) + x₃ exp(−x₅ tᵢ)) with tᵢ = 10 (i − 1).
public struct OsborneFirst: VectorFunction, Sendable {
  public init() {}
  static let y = [
    0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538,
    0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
  ]
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    Self.y.indices.map { i in
      let t = S(Double(10 * i))
      let model: S = x[0] + x[1] * exp(-x[3] * t) + x[2] * exp(-x[4] * t)
      return S(Self.y[i]) - model
    }
  }
}

/// Fᵢ = x₁ exp(−x₂ (tᵢ − x₃)²/2) − yᵢ with tᵢ = (8 − i)/2.
public struct Gaussian: VectorFunction, Sendable {
  public init() {}
  static let y = [
    0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009,
  ]
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    (1...15).map { i in
      let distance: S = S(Double(8 - i) / 2) - x[2]
      return x[0] * exp(-x[1] * distance * distance / 2) - S(Self.y[i - 1])
    }
  }
}

/// Fᵢ = exp(−i x₁/10) − exp(−i x₂/10) + (exp(−i) − exp(−i/10)) x₃.
public struct BoxThreeDimensional: VectorFunction, Sendable {
  let outputs: Int
  public init(outputs: Int) { self.outputs = outputs }
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    (1...outputs).map { i in
      let tenth = S(Double(i)) / 10
      let weight: S = exp(S(Double(-i))) - exp(-tenth)
      return exp(-tenth * x[0]) - exp(-tenth * x[1]) + weight * x[2]
    }
  }
}

/// Fᵢ = 2 + 2 i − exp(i x₁) − exp(i x₂).
public struct JennrichSampson: VectorFunction, Sendable {
  let outputs: Int
  public init(outputs: Int) { self.outputs = outputs }
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    (1...outputs).map { i in
      let i = S(Double(i))
      return 2 + 2 * i - exp(i * x[0]) - exp(i * x[1])
    }
  }
}
