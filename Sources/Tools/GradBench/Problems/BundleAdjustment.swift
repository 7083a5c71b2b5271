import Derivatives

/// Cameras, points and observations: p weighted reprojection errors of two numbers each, and p weight errors 1 − w².
struct BundleAdjustment {
  /// 11 numbers each: rotation vector, centre, focal length, principal point, two radial distortions.
  var cameras: [Double]
  /// 3 numbers each.
  var points: [Double]
  var weights: [Double]
  /// 2 numbers an observation.
  var features: [Double]
  /// Which camera and which point an observation is of.
  var observations: [(camera: Int, point: Int)]

  /// The errors of one observation, ℝ¹⁵ → ℝ²: w (f p′ + u − feature), of 11 numbers of the camera, 3 of the point, and the weight.
  @inline(__always) static func reprojectionError<S: Scalar>(
    _ x: Span<S>, feature: (Double, Double), _ e: inout MutableSpan<S>
  ) {
    let one: S = 1
    let (r0, r1, r2) = (x[0], x[1], x[2])
    let (v0, v1, v2) = (x[11] - x[3], x[12] - x[4], x[13] - x[5])
    var y0: S
    var y1: S
    var y2: S
    let square = r0 * r0 + r1 * r1 + r2 * r2
    if square != S.zero {  // rotation by the angle |r| about a = r/|r|: Rodrigues' formula
      let angle = sqrt(square)
      let cosine = cos(angle)
      let sine = sin(angle)
      let inverse = one / angle
      let (a0, a1, a2) = (r0 * inverse, r1 * inverse, r2 * inverse)
      let along = (a0 * v0 + a1 * v1 + a2 * v2) * (one - cosine)
      y0 = v0 * cosine + (a1 * v2 - a2 * v1) * sine + a0 * along
      y1 = v1 * cosine + (a2 * v0 - a0 * v2) * sine + a1 * along
      y2 = v2 * cosine + (a0 * v1 - a1 * v0) * sine + a2 * along
    } else {  // to first order, which is what a derivative at r = 0 needs
      y0 = v0 + (r1 * v2 - r2 * v1)
      y1 = v1 + (r2 * v0 - r0 * v2)
      y2 = v2 + (r0 * v1 - r1 * v0)
    }
    let p0 = y0 / y2
    let p1 = y1 / y2
    let s = p0 * p0 + p1 * p1
    let scale = x[6] * (one + s * (x[9] + x[10] * s))
    e[0] = x[14] * (scale * p0 + x[7] - S(feature.0))
    e[1] = x[14] * (scale * p1 + x[8] - S(feature.1))
  }

  /// 1 − w².
  @inline(__always) static func weightError<S: Scalar>(_ w: S) -> S {
    let one: S = 1
    return one - w * w
  }

  /// The 15 numbers that observation `i` depends on.
  @inline(__always) private func gather(_ i: Int, into x: inout [Double]) {
    let (camera, point) = observations[i]
    for j in 0..<11 { x[j] = cameras[11 * camera + j] }
    for j in 0..<3 { x[11 + j] = points[3 * point + j] }
    x[14] = weights[i]
  }

  /// 2p reprojection errors, then p weight errors.
  func residuals() -> [Double] {
    let p = observations.count
    var residuals = [Double](repeating: 0, count: 3 * p)
    var x = [Double](repeating: 0, count: 15)
    residuals.withUnsafeMutableBufferPointer { residuals in
      for i in 0..<p {
        gather(i, into: &x)
        var errors = MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(rebasing: residuals[2 * i..<2 * i + 2]))
        Self.reprojectionError(x.span, feature: (features[2 * i], features[2 * i + 1]), &errors)
        residuals[2 * p + i] = Self.weightError(weights[i])
      }
    }
    return residuals
  }
}

/// A sparse matrix, row by row: row i has the entries `rowOffsets[i] ..< rowOffsets[i + 1]` of `columns` and `values`.
struct CompressedRows {
  var rowOffsets: [Int32]
  var columns: [Int32]
  var values: [Double]
}

extension BundleAdjustment {
  /// The Jacobian of all residuals, 3p × (11n + 3m + p): each observation gives a block of 2 × 15, in forward mode with all its columns at
  /// once; each weight error gives one entry.
  func jacobian(threads: Int = 1) -> CompressedRows {
    let p = observations.count
    let values = [Double](unsafeUninitializedCapacity: 31 * p) { memory, count in
      nonisolated(unsafe) let values = memory.baseAddress!  // every observation writes its own entries
      _ = concurrently(p, threads: threads) { share in
        let workspace = ColumnsWorkspace<Lanes16>(inputCount: 15, outputCount: 2)
        var block = Matrix(rowCount: 2, columnCount: 15)
        var x = [Double](repeating: 0, count: 15)
        for i in share {
          gather(i, into: &x)
          let feature = (features[2 * i], features[2 * i + 1])
          workspace.jacobian(at: x, into: &block) { Self.reprojectionError($0, feature: feature, &$1) }
          for j in 0..<30 { values[30 * i + j] = block.entries[j] }
          values[30 * p + i] = derivative(at: weights[i]) { Self.weightError($0) }
        }
      }
      count = 31 * p
    }
    return CompressedRows(rowOffsets: rowOffsets(), columns: columnIndices(), values: values)
  }

  private func rowOffsets() -> [Int32] {
    let p = observations.count
    return (0...3 * p).map { Int32($0 <= 2 * p ? 15 * $0 : 30 * p + ($0 - 2 * p)) }
  }

  private func columnIndices() -> [Int32] {
    let p = observations.count
    let firstPoint = cameras.count
    let firstWeight = cameras.count + points.count
    var columns = [Int32](repeating: 0, count: 31 * p)
    for i in 0..<p {
      let (camera, point) = observations[i]
      for row in 0..<2 {
        let start = 30 * i + 15 * row
        for j in 0..<11 { columns[start + j] = Int32(11 * camera + j) }
        for j in 0..<3 { columns[start + 11 + j] = Int32(firstPoint + 3 * point + j) }
        columns[start + 14] = Int32(firstWeight + i)
      }
      columns[30 * p + i] = Int32(firstWeight + i)
    }
    return columns
  }
}

extension BundleAdjustment {
  /// A problem whose cameras, points, weights and features are copies of one of each; observation i is of camera i mod n and point i mod m.
  static func repeated(
    cameraCount n: Int, pointCount m: Int, observationCount p: Int, camera: [Double], point: [Double], weight: Double, feature: [Double]
  ) -> BundleAdjustment {
    func copies(_ numbers: [Double], _ count: Int) -> [Double] {
      var copies: [Double] = []
      copies.reserveCapacity(count * numbers.count)
      for _ in 0..<count { copies += numbers }
      return copies
    }
    return BundleAdjustment(
      cameras: copies(camera, n), points: copies(point, m), weights: [Double](repeating: weight, count: p), features: copies(feature, p),
      observations: (0..<p).map { (camera: $0 % n, point: $0 % m) })
  }
}
