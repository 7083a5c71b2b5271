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

  /// Hands over every residual with its index, 3 a point: point − vertex, or point − (u a + v b + (1 − u − v) c) for the triangle a, b, c.
  @inline(__always) private func forEachResidual<S: Scalar>(_ x: [S], _ body: (Int, S) -> Void) {
    let shiftCount = x.count - theta.count
    model.vertices(Array(x[shiftCount...])).withUnsafeBufferPointer { vertices in
      for (i, target) in correspondences.enumerated() {
        if places.isEmpty {
          for r in 0..<3 { body(3 * i + r, S(points[3 * i + r]) - vertices[3 * target + r]) }
        } else {
          let (a, b, c) = model.triangles[target]
          let u = x[0] + S(places[2 * i])
          let v = x[1] + S(places[2 * i + 1])
          for r in 0..<3 {
            let corner = vertices[3 * c + r]
            let place = u * (vertices[3 * a + r] - corner) + v * (vertices[3 * b + r] - corner) + corner
            body(3 * i + r, S(points[3 * i + r]) - place)
          }
        }
      }
    }
  }

  func residuals() -> [Double] {
    [Double](unsafeUninitializedCapacity: points.count) { residuals, count in
      forEachResidual(inputs) { residuals[$0] = $1 }
      count = points.count
    }
  }

  /// 3N × 28, or 3N × 26 without (u, v): forward mode, sixteen columns an evaluation. The tangents go straight into the matrix: as the outputs of a
  /// `ColumnsWorkspace` they would be written and read once more, 77 MB for 100 000 points.
  func jacobian() -> Matrix {
    let n = inputs.count
    var jacobian = Matrix(rowCount: points.count, columnCount: n)
    jacobian.entries.withUnsafeMutableBufferPointer { entries in
      for columns in blocks(of: 0..<n, size: Lanes16.laneCount) {
        let x = inputs.enumerated().map { j, x in
          Dual(x, tangent: columns.contains(j) ? Lanes16.unit(j - columns.lowerBound) : .zero)
        }
        forEachResidual(x) { i, residual in
          withUnsafeBytes(of: residual.tangent) { lanes in
            let row = entries.baseAddress! + i * n + columns.lowerBound
            row.update(from: lanes.assumingMemoryBound(to: Double.self).baseAddress!, count: columns.count)
          }
        }
      }
    }
    return jacobian
  }
}
