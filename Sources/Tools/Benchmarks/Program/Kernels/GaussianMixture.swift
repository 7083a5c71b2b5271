import Derivatives

/// The logarithm of the posterior of a mixture of `k` Gaussians in `d` dimensions, for `n` points and a Wishart prior, as ADBench states it
/// [Šrajer, Kukelova, Fitzgibbon 2018]; a gradient of k (d + 1) (d + 2)/2 parameters: weights α, means μ, and for every component the
/// logarithms q of the diagonal of a lower triangular matrix Q and what lies below the diagonal, column after column.
///
/// f = c + Σᵢ log Σⱼ exp(αⱼ + Σq − ½‖Qⱼ(xᵢ − μⱼ)‖²) − n log Σⱼ exp αⱼ + prior. Here with scalar operations only.
struct GaussianMixture: GradientKernel {
  let d: Int, k: Int, n: Int
  let point: [Double]
  let data: [Double]
  /// γ and m of the prior.
  let gamma = 1.0, m = 0.0
  let constant: Double
  let hand: Scratch
  let handData: Scratch

  init(d: Int, k: Int = 5, n: Int = 100) {
    (self.d, self.k, self.n) = (d, k, n)
    let triangle = d * (d + 1) / 2
    point =
      someNumbers(k, -1, 1, seed: 11) + someNumbers(k * d, -1, 1, seed: 12)
      + someNumbers(k * triangle, -0.5, 0.5, seed: 13).map { $0 / Double(d).squareRoot() }
    data = someNumbers(n * d, -2, 2, seed: 14)
    constant = Self.constant(d: d, k: k, n: n, gamma: gamma, m: m)
    hand = Scratch(3 * k * d + 2 * k)
    handData = Scratch(copying: data)
  }

  /// −(n d/2) log 2π − k C, where C = N d (log γ − ½ log 2) − log Γ_d(N/2) and N = d + m + 1.
  private static func constant(d: Int, k: Int, n: Int, gamma: Double, m: Double) -> Double {
    let big = Double(d) + m + 1
    let dimension = Double(d)
    var logGammas = 0.25 * dimension * (dimension - 1) * log(Double.pi)
    for s in 1...d { logGammas += logGamma(big / 2 + (1 - Double(s)) / 2) }
    let c = big * dimension * (log(gamma) - 0.5 * log(2.0)) - logGammas
    return -Double(n) * dimension / 2 * log(2 * Double.pi) - Double(k) * c
  }

  var triangle: Int { d * (d + 1) / 2 }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let (d, k, n) = (d, k, n)
    let means = k
    let factors = k + k * d
    let half: S = 0.5
    var diagonals = [S](repeating: 0, count: k * d)
    var sums = [S](repeating: 0, count: k)
    var prior: S = 0
    for j in 0..<k {
      let start = factors + j * triangle
      var sum: S = 0
      var squares: S = 0
      for r in 0..<d {
        let diagonal = exp(x[start + r])
        diagonals[j * d + r] = diagonal
        sum = sum + x[start + r]
        squares = squares + diagonal * diagonal
      }
      for t in d..<triangle { squares = squares + x[start + t] * x[start + t] }
      sums[j] = sum
      prior = prior + squares * S(0.5 * gamma * gamma) - sum * S(m)
    }

    var terms = [S](repeating: 0, count: k)
    var y = [S](repeating: 0, count: d)
    var main: S = 0
    for i in 0..<n {
      for j in 0..<k {
        let mean = means + j * d
        for r in 0..<d { y[r] = diagonals[j * d + r] * (S(data[i * d + r]) - x[mean + r]) }
        var below = factors + j * triangle + d
        for c in 0..<d {
          let centred = S(data[i * d + c]) - x[mean + c]
          for r in c + 1..<max(d, c + 1) {
            y[r] = y[r] + x[below] * centred
            below += 1
          }
        }
        var squared: S = 0
        for r in 0..<d { squared = squared + y[r] * y[r] }
        terms[j] = x[j] + sums[j] - half * squared
      }
      main = main + scalarLogSumExp(terms[...])
    }
    return S(constant) + main - S(Double(n)) * scalarLogSumExp(x[..<k]) + prior
  }
}

/// The same with operations of many numbers: for each component one product of its factor and all points, Qx − Qμ.
struct WideGaussianMixture: GradientKernel {
  let mixture: GaussianMixture
  /// d × n: the points as columns.
  let columns: [Double]
  var point: [Double] { mixture.point }

  init(d: Int, k: Int = 5, n: Int = 100) {
    let mixture = GaussianMixture(d: d, k: k, n: n)
    self.mixture = mixture
    columns = (0..<d * n).map { mixture.data[$0 % n * d + $0 / n] }
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let (d, k, n, triangle) = (mixture.d, mixture.k, mixture.n, mixture.triangle)
    let columns = columns.map { S($0) }
    let halves = [S](repeating: S(-0.5), count: d)
    var prior: S = 0
    // αⱼ + Σq − ½‖Qⱼ(xᵢ − μⱼ)‖², component by component
    var terms: [S] = []
    terms.reserveCapacity(k * n)
    for j in 0..<k {
      let start = k + k * d + j * triangle
      let (logarithms, below) = (x[start..<start + d], x[start + d..<start + triangle])
      let diagonal = logarithms.map { exp($0) }
      let factor = lowerTriangle(diagonal, below)
      let mean = matrixVectorProduct(factor, Array(x[k + j * d..<k + (j + 1) * d]))
      let y = matrixProduct(factor, columns, inner: d, adding: mean.map { -$0 })
      let sum = sum(logarithms)
      terms += matrixProduct(halves, hadamardProduct(y, y), inner: d, adding: [x[j] + sum])
      prior = prior + (dot(diagonal, diagonal) + dot(below, below)) * S(0.5 * mixture.gamma * mixture.gamma) - sum * S(mixture.m)
    }
    let main = (0..<n).map { i in logSumExp((0..<k).map { terms[$0 * n + i] }) }
    return S(mixture.constant) + Derivatives.sum(main) - S(Double(n)) * logSumExp(x[..<k]) + prior
  }

  /// The d × d matrix with this diagonal and, column after column, these numbers below it.
  private func lowerTriangle<S: Scalar>(_ diagonal: [S], _ below: ArraySlice<S>) -> [S] {
    let d = diagonal.count
    var matrix = [S](repeating: 0, count: d * d)
    var next = below.startIndex
    for c in 0..<d {
      matrix[c * d + c] = diagonal[c]
      for r in c + 1..<max(d, c + 1) {
        matrix[r * d + c] = below[next]
        next += 1
      }
    }
    return matrix
  }
}

/// log Σ exp xᵢ by scalar operations.
@inline(__always) func scalarLogSumExp<S: Scalar>(_ x: ArraySlice<S>) -> S {
  var largest = x[x.startIndex]
  for v in x where v > largest { largest = v }
  var total: S = 0
  for v in x { total = total + exp(v - largest) }
  return largest + log(total)
}
