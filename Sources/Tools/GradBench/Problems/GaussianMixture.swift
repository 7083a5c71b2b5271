import Derivatives

/// The posterior of a mixture of k Gaussians in d dimensions, given n points, with a Wishart prior on the precision matrices QᵀQ.
///
/// A component is a run of 1 + 2d + d(d−1)/2 numbers: its weight α, its mean μ, the logarithms q of the diagonal of Q, and the entries l of
/// Q below the diagonal, row by row.
struct GaussianMixture {
  /// d.
  let dimension: Int
  /// n × d, row by row.
  let points: [Double]
  /// k components.
  let components: [Double]
  let wishart: Wishart

  var pointCount: Int { points.count / dimension }
  /// How many numbers a component has.
  var size: Int { 1 + 2 * dimension + dimension * (dimension - 1) / 2 }
  /// k.
  var componentCount: Int { components.count / size }

  func component(_ c: Int) -> [Double] { Array(components[c * size..<(c + 1) * size]) }
  var alphas: [Double] { (0..<componentCount).map { components[$0 * size] } }

  /// The points of a range as columns, row by row: dimension × count.
  func columns<S: Scalar>(_ range: Range<Int>) -> [S] {
    (0..<dimension).flatMap { j in range.map { S(points[$0 * dimension + j]) } }
  }

  /// α + Σ q − ½ |Q x − Q μ|² of one component, for each x of some columns: one product of Q with all of them.
  func logDensities<S: Scalar>(_ component: [S], of columns: [S]) -> [S] {
    let d = dimension
    let logarithms = component[1 + d..<1 + 2 * d]
    let factor = lowerTriangle(logarithms.map { exp($0) }, component[(1 + 2 * d)...])
    let mean = matrixVectorProduct(factor, Array(component[1...d]))
    let y = matrixProduct(factor, columns, inner: d, adding: mean.map { -$0 })
    let halves = [S](repeating: S(-0.5), count: d)
    return matrixProduct(halves, hadamardProduct(y, y), inner: d, adding: [component[0] + sum(logarithms)])
  }

  /// The d × d matrix with this diagonal and, row after row, these numbers below it.
  private func lowerTriangle<S: Scalar>(_ diagonal: [S], _ below: ArraySlice<S>) -> [S] {
    let d = diagonal.count
    var matrix = [S](repeating: 0, count: d * d)
    var next = below.startIndex
    for i in 0..<d {
      for j in 0..<i {
        matrix[i * d + j] = below[next]
        next += 1
      }
      matrix[i * d + i] = diagonal[i]
    }
    return matrix
  }

  /// Σᵢ log Σ꜀ exp b[i, c], the densities point by point.
  func logLikelihood<S: Scalar>(_ logDensities: [S]) -> S {
    let k = componentCount
    return sum(stride(from: 0, to: logDensities.count, by: k).map { logSumExp(logDensities[$0..<$0 + k]) })
  }

  /// ±(m Σ q − ½ γ² |Q|²): what one component contributes to the prior.
  func logPrior<S: Scalar>(_ component: [S]) -> S {
    let q = component[1 + dimension..<1 + 2 * dimension]
    let below = component[(1 + 2 * dimension)...]
    let diagonal = q.map { exp($0) }
    let square = dot(diagonal, diagonal) + dot(below, below)
    return S(wishart.sign * Double(wishart.m)) * sum(q) - S(wishart.sign * wishart.gamma * wishart.gamma / 2) * square
  }

  /// −n log Σ꜀ exp α꜀: the weights are exp α꜀, divided by their sum.
  func logNormalizer<S: Scalar>(_ alphas: [S]) -> S { -S(Double(pointCount)) * logSumExp(alphas) }
}

/// The prior's constants.
struct Wishart {
  let gamma: Double
  let m: Int
  /// 1; ADBench counts the prior negatively.
  let sign: Double
  /// ADBench's π has twelve digits.
  let pi: Double

  /// What of the objective depends on no parameter: that of the prior and, for the n points, −n d/2 log 2π.
  func constant(dimension d: Int, componentCount k: Int, pointCount n: Int) -> Double {
    let nu = Double(d + m + 1)
    var logGammas = Double(d * (d - 1)) / 4 * log(pi)
    for j in 0..<d { logGammas += logGamma((nu - Double(j)) / 2) }
    let prior = nu * Double(d) * (log(gamma) - log(2.0) / 2) - logGammas
    return sign * Double(k) * prior - Double(n * d) / 2 * log(2 * pi)
  }
}

extension GaussianMixture {
  /// How many points are recorded at once: about half a megabyte of tape.
  private var blockSize: Int { max(64, min(1024, 500_000 / (100 * dimension))) }

  /// b[i, c] of a range of the points, point by point.
  private func logDensities(of range: Range<Int>) -> [Double] {
    let k = componentCount
    let columns: [Double] = columns(range)
    var all = [Double](repeating: 0, count: range.count * k)
    for c in 0..<k {
      let densities = logDensities(component(c), of: columns)
      for i in densities.indices { all[i * k + c] = densities[i] }
    }
    return all
  }

  func value(threads: Int = 1) -> Double {
    let likelihood = concurrently(pointCount, threads: threads) { share in
      blocks(of: share, size: blockSize).reduce(0) { $0 + logLikelihood(logDensities(of: $1)) }
    }.reduce(0, +)
    let prior = (0..<componentCount).reduce(0) { $0 + logPrior(component($1)) }
    let constant = wishart.constant(dimension: dimension, componentCount: componentCount, pointCount: pointCount)
    return likelihood + prior + logNormalizer(alphas) + constant
  }

  /// The gradient to all components. For a block of points: the densities; their adjoints ∂F/∂b, from a recording of the likelihood; then
  /// Σᵢ b[i, c] ∂F/∂b[i, c] of one component after the other is recorded and swept. So a recording has 1 + 2d + d(d−1)/2 inputs, not k times as
  /// many, and stays in the cache; the densities are computed twice.
  func gradient(threads: Int = 1) -> [Double] {
    let parts = concurrently(pointCount, threads: threads) { share in
      let tape = Tape<Double>()
      var total = [Double](repeating: 0, count: components.count)
      for block in blocks(of: share, size: blockSize) { addLikelihoodGradient(of: block, to: &total, tape) }
      return total
    }
    var total = parts.reduce(into: [Double](repeating: 0, count: components.count)) { add($1, to: &$0) }
    let slopeOfNormalizer = Derivatives.gradient(at: alphas) { logNormalizer($0) }
    for c in 0..<componentCount {
      let slope = Derivatives.gradient(at: component(c)) { logPrior($0) }
      for j in slope.indices { total[c * size + j] += slope[j] }
      total[c * size] += slopeOfNormalizer[c]
    }
    return total
  }

  private func addLikelihoodGradient(of block: Range<Int>, to total: inout [Double], _ tape: Tape<Double>) {
    let k = componentCount
    var adjoints = [Double](repeating: 0, count: block.count * k)
    var slope = [Double](repeating: 0, count: size)
    _ = tape.gradient(at: logDensities(of: block), into: &adjoints) { logLikelihood($0) }
    let columns: [Adjoint<Double>] = columns(block)  // constants
    for c in 0..<k {
      _ = tape.gradient(at: component(c), into: &slope) { component in
        let cotangents = block.indices.map { Adjoint(constant: adjoints[($0 - block.lowerBound) * k + c]) }
        return dot(cotangents, logDensities(component, of: columns))
      }
      for j in slope.indices { total[c * size + j] += slope[j] }
    }
  }
}
