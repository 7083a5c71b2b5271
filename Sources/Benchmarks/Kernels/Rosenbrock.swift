import Derivatives

/// Σ (1 − xᵢ)² + 100 (xᵢ₊₁ − xᵢ²)².
struct Rosenbrock: ScalarFunction {
  @inline(__always) func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let one: S = 1
    let hundred: S = 100
    var sum: S = 0
    for i in 0..<x.count - 1 {
      let t = x[i + 1] - x[i] * x[i]
      let u = one - x[i]
      sum = sum + hundred * (t * t) + u * u
    }
    return sum
  }
}
