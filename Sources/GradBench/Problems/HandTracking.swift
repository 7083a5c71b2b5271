import Derivatives

/// How far measured points are from a posed hand: from the vertices they correspond to, or from places on its triangles.
struct HandTracking {
  let model: HandModel
  let theta: [Double]
  /// A vertex for each point; or, with `places`, a triangle.
  let correspondences: [Int]
  /// 3 numbers a point.
  let points: [Double]
  /// The coordinates (u, v) of each point on its triangle; none for the problem without.
  let places: [Double]

  /// Two shifts of all (u, v), and θ. No residual depends on another point's (u, v): so the derivative to a common shift of all u packs those
  /// to each into one column.
  var inputs: [Double] { places.isEmpty ? theta : [0, 0] + theta }
  var residualCount: Int { points.count }

  /// point − vertex, or point − (u a + v b + (1 − u − v) c) for the triangle a, b, c; three numbers a point.
  @inline(__always) func residuals<S: Scalar>(_ x: Span<S>, _ e: inout MutableSpan<S>) {
    let shiftCount = places.isEmpty ? 0 : 2
    let vertices = model.vertices((shiftCount..<x.count).map { x[$0] })
    vertices.withUnsafeBufferPointer { vertices in
      for (i, target) in correspondences.enumerated() {
        if places.isEmpty {
          for r in 0..<3 { e[3 * i + r] = S(points[3 * i + r]) - vertices[3 * target + r] }
        } else {
          let (a, b, c) = model.triangles[target]
          let u = x[0] + S(places[2 * i])
          let v = x[1] + S(places[2 * i + 1])
          for r in 0..<3 {
            let corner = vertices[3 * c + r]
            let place = u * (vertices[3 * a + r] - corner) + v * (vertices[3 * b + r] - corner) + corner
            e[3 * i + r] = S(points[3 * i + r]) - place
          }
        }
      }
    }
  }

  func residuals() -> [Double] {
    let x = inputs
    return [Double](unsafeUninitializedCapacity: residualCount) { memory, count in
      memory.initialize(repeating: 0)
      var results = MutableSpan(_unsafeElements: memory)
      residuals(x.span, &results)
      count = residualCount
    }
  }

  /// 3N × 28, or 3N × 26 without (u, v): forward mode, sixteen columns an evaluation.
  func jacobian() -> Matrix {
    let workspace = ColumnsWorkspace<Lanes16>(inputCount: inputs.count, outputCount: residualCount)
    var jacobian = Matrix(rowCount: residualCount, columnCount: inputs.count)
    workspace.jacobian(at: inputs, into: &jacobian) { residuals($0, &$1) }
    return jacobian
  }
}
