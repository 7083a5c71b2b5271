import Derivatives

/// A function ℝⁿ → ℝ that is measured, written once for every number type.
protocol GradientKernel: ScalarFunction {
  /// Where it is measured: n numbers.
  var point: [Double] { get }
}

/// One whose gradient was also derived by hand.
protocol HandWrittenGradient: GradientKernel {
  /// Writes ∇f(x) over `gradient` and returns f(x). Allocates nothing.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double
}

/// A function ℝⁿ → ℝᵐ that is measured, written once for every number type.
protocol JacobianKernel {
  /// Where it is measured: n numbers.
  var point: [Double] { get }
  /// m.
  var outputCount: Int { get }
  /// Writes f(x) over `y`.
  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>)
}

/// One whose Jacobian was also derived by hand.
protocol HandWrittenJacobian: JacobianKernel {
  /// Writes all m·n entries of the Jacobian at x, row after row. Allocates nothing.
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>)
}

extension JacobianKernel {
  /// f(x) with arrays.
  func values<S: Scalar>(_ x: [S]) -> [S] {
    var y = [S](repeating: .zero, count: outputCount)
    var results = y.mutableSpan
    self(x.span, &results)
    return y
  }
}

/// Some fixed numbers, evenly distributed in [low, high), the same on every machine: data for kernels.
func someNumbers(_ count: Int, _ low: Double = -1, _ high: Double = 1, seed: UInt64 = 1) -> [Double] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15
  return (0..<count).map { _ in
    // a step of a 64-bit linear congruential generator [Knuth, TAOCP 2, 3.3.4]; its upper bits
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + (high - low) * Double(state >> 11) * 0x1p-53
  }
}
