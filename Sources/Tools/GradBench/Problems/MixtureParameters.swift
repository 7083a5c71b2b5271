/// The parameters of a Gaussian mixture as both suites lay them out: `l` column by column. ``GaussianMixture`` wants each component as one run,
/// and `l` row by row.
struct MixtureParameters {
  /// k numbers.
  var alpha: [Double]
  /// k × d each.
  var mu: [Double]
  var q: [Double]
  /// k runs of d(d−1)/2.
  var l: [[Double]]
}

extension MixtureParameters {
  private var dimension: Int { mu.count / alpha.count }

  /// The place of each entry below the diagonal of a d × d matrix in a list row by row, in the order column by column.
  private static func places(dimension d: Int) -> [Int] {
    var places: [Int] = []
    for column in 0..<d { for row in column + 1..<max(d, column + 1) { places.append(row * (row - 1) / 2 + column) } }
    return places
  }

  var components: [Double] {
    let d = dimension
    let places = Self.places(dimension: d)
    var rows = [Double](repeating: 0, count: places.count)
    var components: [Double] = []
    for c in alpha.indices {
      for (t, place) in places.enumerated() { rows[place] = l[c][t] }
      components.append(alpha[c])
      components += mu[c * d..<(c + 1) * d]
      components += q[c * d..<(c + 1) * d]
      components += rows
    }
    return components
  }

  init(components: [Double], dimension d: Int) {
    let places = Self.places(dimension: d)
    let size = 1 + 2 * d + places.count
    self.init(alpha: [], mu: [], q: [], l: [])
    for start in stride(from: 0, to: components.count, by: size) {
      alpha.append(components[start])
      mu += components[start + 1..<start + 1 + d]
      q += components[start + 1 + d..<start + 1 + 2 * d]
      l.append(places.map { components[start + 1 + 2 * d + $0] })
    }
  }
}
