import Derivatives

/// x₀ x₁ ⋯ xₙ₋₁ [Speelpenning 1980].
struct Speelpenning: HandWrittenGradient {
  let point: [Double]
  init(count: Int) { point = (0..<count).map { 1 + 0.1 * someOscillation($0) } }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var product: S = 1
    for v in x { product = product * v }
    return product
  }

  /// ∂/∂xᵢ: the product of those before times the product of those after.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    var before = 1.0
    for i in 0..<point.count {
      gradient[i] = before
      before *= x[i]
    }
    var after = 1.0
    for i in stride(from: point.count - 1, through: 0, by: -1) {
      gradient[i] *= after
      after *= x[i]
    }
    return before
  }
}

/// Of both signs, of mean zero.
private func someOscillation(_ i: Int) -> Double { Double((i * 29) % 64) / 31.5 - 1 }
