import Derivatives

/// y = V tanh(W x), 8 → 16 → 4. `tanh` is a parameter, to compare one rule with another.
struct TanhNetwork: JacobianKernel {
  static let point = (0..<8).map { 0.3 * Double($0) - 1 }
  static let first = (0..<128).map { Double(($0 * 37) % 64) / 64 - 0.5 }
  static let second = (0..<64).map { Double(($0 * 29) % 64) / 64 - 0.5 }
  var point: [Double] { Self.point }
  var outputCount: Int { 4 }
  // W, by rows, and V, by rows.
  let weights = (Scratch(copying: first), Scratch(copying: second))

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) { evaluate(x, &y) { tanh($0) } }

  func evaluate<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>, _ tanh: (S) -> S) {
    let (w, v) = (weights.0.start, weights.1.start)
    for i in 0..<4 { y[i] = 0 }
    for k in 0..<16 {
      var total: S = 0
      for j in 0..<8 { total = total + S(w[8 * k + j]) * x[j] }
      let unit = tanh(total)
      for i in 0..<4 { y[i] = y[i] + S(v[16 * i + k]) * unit }
    }
  }
}

// MARK: By hand
extension TanhNetwork: HandWrittenJacobian {
  /// J[i, j] = Σₖ V[i, k] (1 − tₖ²) W[k, j].
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) {
    let (w, v) = (weights.0.start, weights.1.start)
    for k in 0..<32 { jacobian[k] = 0 }
    for k in 0..<16 {
      var total = 0.0
      for j in 0..<8 { total += w[8 * k + j] * x[j] }
      let t = tanh(total)
      let slope = 1 - t * t
      for i in 0..<4 {
        let factor = v[16 * i + k] * slope
        for j in 0..<8 { jacobian[8 * i + j] += factor * w[8 * k + j] }
      }
    }
  }
}

/// tanh with the rule of the textbooks, 1 − y², which has no right digit from x = 19 on.
struct UsualTanh: UnaryRule {
  @inlinable func value(_ x: Double) -> Double { ._tanh(x) }
  @inlinable func derivative<S: Scalar>(_ x: S, value y: S) -> S { 1 - y * y }
}
