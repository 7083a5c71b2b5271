import Derivatives

/// a + log Σ exp(xᵢ − a) with a = max xᵢ, written out with exp, sum and log as the suite asks; the library's `logSumExp` would be one operation
/// with a rule of its own. The result does not depend on the shift a, so a is a constant of the derivative.
struct ShiftedLogSumExp {
  let x: [Double]
  let shift: Double

  init(_ x: [Double]) {
    self.x = x
    shift = x.max() ?? 0
  }

  /// Σ exp(xᵢ − a).
  func exponentials<S: Scalar>(_ x: [S]) -> S {
    let shift = S(shift)
    return sum(x.map { exp($0 - shift) })
  }

  /// a + log of that sum.
  func result<S: Scalar>(_ total: S) -> S { S(shift) + log(total) }

  func value(threads: Int = 1) -> Double {
    result(concurrently(x.count, threads: threads) { exponentials(Array(x[$0])) }.reduce(0, +))
  }

  /// The gradient of the sum by blocks, so that the recording stays in the cache; then times the derivative of the logarithm.
  func gradient(threads: Int = 1) -> [Double] {
    let parts = concurrently(x.count, threads: threads) { share in
      let tape = Tape<Double>()
      var gradient: [Double] = []
      gradient.reserveCapacity(share.count)
      var total = 0.0
      for block in blocks(of: share, size: 4096) {
        var slope = [Double](repeating: 0, count: block.count)
        total += tape.gradient(at: Array(x[block]), into: &slope) { exponentials($0) }
        gradient += slope
      }
      return (total: total, gradient: gradient)
    }
    let outer = derivative(at: parts.reduce(0) { $0 + $1.total }) { result($0) }
    return parts.flatMap { part in part.gradient.map { outer * $0 } }
  }
}
