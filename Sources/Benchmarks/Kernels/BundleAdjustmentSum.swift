import Derivatives

/// Half the sum of the squares of many reprojection errors, each of a camera and a point of its own: 15 k → 1.
struct BundleAdjustmentSum: HandWrittenGradient {
  let residual = BundleAdjustment()
  let point: [Double]
  private let rows = Scratch(30)

  init(count: Int) {
    let noise = someNumbers(15 * count, -0.01, 0.01, seed: 3)
    point = (0..<15 * count).map { BundleAdjustment.point[$0 % 15] * (1 + noise[$0]) }
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var total: S = 0
    x.withUnsafeBufferPointer { x in
      for i in 0..<x.count / 15 {
        let (u, v) = residual.residual(UnsafeBufferPointer(rebasing: x[15 * i..<15 * i + 15])) { $0 / $1 }
        total = total + (u * u + v * v)
      }
    }
    return total * S(0.5)
  }

  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let (row0, row1) = (rows.start, rows.start + 15)
    var total = 0.0
    for i in 0..<point.count / 15 {
      let (u, v) = residual.valueAndRows(x + 15 * i, row0, row1)
      total += u * u + v * v
      for j in 0..<15 { gradient[15 * i + j] = u * row0[j] + v * row1[j] }
    }
    return 0.5 * total
  }
}
