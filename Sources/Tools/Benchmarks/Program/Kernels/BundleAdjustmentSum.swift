import Derivatives

/// Half the sum of the squares of many reprojection errors: every observation is of a point of its own, by one of four cameras.
/// 48 + 3 k → 1.
struct BundleAdjustmentSum: HandWrittenGradient {
  static let cameras = 4
  let residual = BundleAdjustment()
  let count: Int
  /// The cameras, 12 numbers each, then the points.
  let point: [Double]
  private let hand = Scratch(45)

  init(count: Int) {
    self.count = count
    let numbers = BundleAdjustment.point
    let exact = (0..<12 * Self.cameras).map { numbers[$0 % 12] } + (0..<3 * count).map { numbers[12 + $0 % 3] }
    point = zip(exact, someNumbers(exact.count, 0.99, 1.01, seed: 3)).map { $0 * $1 }
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var total: S = 0
    x.withUnsafeBufferPointer { x in
      for i in 0..<count {
        let camera = 12 * (i % Self.cameras)
        let (u, v) = residual.residual(CameraAndPoint(x, camera: camera, point: 12 * Self.cameras + 3 * i)) { $0 / $1 }
        total = total + (u * u + v * v)
      }
    }
    return total * S(0.5)
  }

  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let (row0, row1, own) = (hand.start, hand.start + 15, hand.start + 30)
    for j in 0..<12 * Self.cameras { gradient[j] = 0 }
    var total = 0.0
    for i in 0..<count {
      let camera = 12 * (i % Self.cameras)
      let place = 12 * Self.cameras + 3 * i
      for j in 0..<12 { own[j] = x[camera + j] }
      for j in 0..<3 { own[12 + j] = x[place + j] }
      let (u, v) = residual.valueAndRows(own, row0, row1)
      total += u * u + v * v
      for j in 0..<12 { gradient[camera + j] += u * row0[j] + v * row1[j] }
      for j in 0..<3 { gradient[place + j] = u * row0[12 + j] + v * row1[12 + j] }
    }
    return 0.5 * total
  }
}

/// The twelve numbers of a camera, then the three of a point.
private struct CameraAndPoint<S: Scalar>: Numbers {
  let numbers: UnsafeBufferPointer<S>
  let camera: Int, point: Int

  init(_ numbers: UnsafeBufferPointer<S>, camera: Int, point: Int) {
    self.numbers = numbers
    self.camera = camera
    self.point = point - 12
  }
  var count: Int { 15 }
  subscript(i: Int) -> S { numbers[i < 12 ? camera + i : point + i] }
}
