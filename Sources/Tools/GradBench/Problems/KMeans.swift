import Derivatives

/// f(C) = Σᵢ minⱼ |Cⱼ − Pᵢ|²: how far the points are from the nearest of k centroids.
struct KMeans {
  /// n × d and k × d, row by row.
  let points: [Double]
  let centroids: [Double]
  /// d.
  let dimension: Int

  var pointCount: Int { points.count / dimension }
  var centroidCount: Int { centroids.count / dimension }

  /// |Cⱼ − Pᵢ|².
  @inline(__always) func squaredDistance<S: Scalar>(_ centroids: UnsafeBufferPointer<S>, _ j: Int, toPoint i: Int) -> S {
    points.withUnsafeBufferPointer { points in
      var total: S = 0
      for t in 0..<dimension {
        let difference = centroids[j * dimension + t] - S(points[i * dimension + t])
        total += difference * difference
      }
      return total
    }
  }

  /// The nearest centroid of a point, the first when several are as near, and its squared distance.
  @inline(__always) func nearest(toPoint i: Int) -> (index: Int, squaredDistance: Double) {
    centroids.withUnsafeBufferPointer { centroids in
      var best = (index: 0, squaredDistance: Double.infinity)
      for j in 0..<centroidCount {
        let distance = squaredDistance(centroids, j, toPoint: i)
        if distance < best.squaredDistance { best = (j, distance) }
      }
      return best
    }
  }

  func cost(threads: Int = 1) -> Double {
    concurrently(pointCount, threads: threads) { share in
      share.reduce(0) { $0 + nearest(toPoint: $1).squaredDistance }
    }.reduce(0, +)
  }

  /// ∇f divided by the diagonal of the Hessian, entry by entry: k × d.
  ///
  /// The derivative of a minimum is that of its smallest argument, so only the nearest distance is recorded. The Hessian is diagonal: its
  /// product with (1, …, 1) is its diagonal, and forward mode over reverse mode gives it with the gradient in one pass.
  func direction(threads: Int = 1) -> [Double] {
    let ones = centroids.map { Dual($0, tangent: 1) }
    let zero = [Dual<Double>](repeating: 0, count: centroids.count)
    let parts = concurrently(pointCount, threads: threads) { share in
      let tape = Tape<Dual<Double>>()
      var total = zero
      var part = zero
      for points in blocks(of: share, size: 512) {
        _ = tape.gradient(at: ones, into: &part) { centroids in
          centroids.withUnsafeBufferPointer { centroids in
            sum(points.map { squaredDistance(centroids, nearest(toPoint: $0).index, toPoint: $0) })
          }
        }
        for j in total.indices { total[j] += part[j] }
      }
      return total
    }
    let slopes = parts.reduce(into: zero) { for j in $0.indices { $0[j] += $1[j] } }
    return slopes.map { $0.value / $0.tangent }
  }
}
