import Derivatives

/// A P = Q R by Householder's reflections, with column pivoting, together with Qᵀb: all a least-squares problem ‖A p + b‖ needs.
///
/// R is upper triangular with |R₀₀| ≥ |R₁₁| ≥ …; P is the order in which the columns of A were taken.
struct PivotedQR {
  /// `columns[k][i]` is Rᵢₖ for i ≤ k.
  private(set) var columns: [[Double]]
  /// Column k of R belongs to column `order[k]` of A.
  private(set) var order: [Int]
  /// Qᵀ b.
  private(set) var rotated: [Double]

  var count: Int { order.count }

  /// - Parameters:
  ///   - columns: The n columns of A, each of m ≥ n numbers.
  ///   - b: m numbers.
  init(columns: [[Double]], _ b: [Double]) {
    precondition(columns.count <= b.count, "least squares: \(columns.count) parameters, but only \(b.count) residuals")
    self.columns = columns
    order = Array(columns.indices)
    rotated = b
    for k in order { reflect(k) }
  }

  /// Step k: the longest of the remaining columns comes first and is reflected onto the k-th axis.
  private mutating func reflect(_ k: Int) {
    let lengths = columns.map { norm($0[k...]) }
    let longest = (k..<count).max { lengths[$0] < lengths[$1] }!
    columns.swapAt(k, longest)
    order.swapAt(k, longest)
    let length = lengths[longest]
    if length == 0 { return }

    // v = a + sign(a₀) ‖a‖ e₀, so that nothing cancels; H = 1 − 2 v vᵀ/(vᵀv) takes a to −sign(a₀) ‖a‖ e₀.
    let image = columns[k][k] < 0 ? length : -length
    var v = columns[k][k...].map { $0 / length }
    v[0] -= image / length
    let half = dot(v, v) / 2
    columns[k][k] = image
    for i in (k + 1)..<max(k + 1, rotated.count) { columns[k][i] = 0 }
    for j in (k + 1)..<max(k + 1, count) { Self.mirror(&columns[j], v, half, from: k) }
    Self.mirror(&rotated, v, half, from: k)
  }

  /// x ← x − v (vᵀx)/½‖v‖², on the entries from k on.
  private static func mirror(_ x: inout [Double], _ v: [Double], _ half: Double, from k: Int) {
    let multiple = dot(v, x[k...]) / half
    for i in v.indices { x[k + i] -= multiple * v[i] }
  }

  /// How many columns are independent: the others have a zero on R's diagonal.
  var rank: Int { (0..<count).first { columns[$0][$0] == 0 } ?? count }

  /// The p that minimises ‖A p + b‖; dependent columns get no share.
  var minimizer: [Double] {
    var rest = rotated.prefix(count).map { -$0 }
    var p = [Double](repeating: 0, count: count)
    for k in (0..<rank).reversed() {  // R p = −Qᵀb, from the last row up
      rest[k] /= columns[k][k]
      for i in 0..<k { rest[i] -= columns[k][i] * rest[k] }
      p[order[k]] = rest[k]
    }
    return p
  }

  /// R⁻ᵀ Pᵀ x, for a matrix of full rank.
  func solveTransposed(_ x: [Double]) -> [Double] {
    var y = order.map { x[$0] }
    for k in 0..<count {
      for i in 0..<k { y[k] -= columns[k][i] * y[i] }
      y[k] /= columns[k][k]
    }
    return y
  }

  /// Aᵀ b = P Rᵀ Qᵀ b: the gradient of ½‖A p + b‖² at p = 0.
  var gradient: [Double] {
    var g = [Double](repeating: 0, count: count)
    for k in 0..<count { g[order[k]] = dot(columns[k][...k], rotated[...k]) }
    return g
  }

  /// A p, up to a rotation: R Pᵀ p. It has the length of A p.
  func image(of p: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: count)
    for k in 0..<count { for i in 0...k { y[i] += columns[k][i] * p[order[k]] } }
    return y
  }

  /// The diagonal of (AᵀA)⁻¹, which is ‖row j of R⁻¹‖²: NaN when columns are dependent.
  var inverseDiagonal: [Double] {
    guard rank == count else { return [Double](repeating: .nan, count: count) }
    return (0..<count).map { j in
      let unit = (0..<count).map { $0 == j ? 1.0 : 0 }
      let row = solveTransposed(unit)
      return dot(row, row)
    }
  }

  /// The factorisation of [R Pᵀ; D] with the right-hand side [Qᵀb; 0]: the damped problem ‖A p + b‖² + ‖D p‖².
  func damped(by d: [Double]) -> PivotedQR {
    let n = count
    var stacked = [[Double]](repeating: [Double](repeating: 0, count: 2 * n), count: n)
    for k in 0..<n {
      for i in 0...k { stacked[order[k]][i] = columns[k][i] }
      stacked[order[k]][n + order[k]] = d[order[k]]
    }
    return PivotedQR(columns: stacked, rotated.prefix(n) + [Double](repeating: 0, count: n))
  }
}
