import Derivatives

/// The right-hand side of the Brusselator on a line of cells, u̇ = A + u²v − (B + 1) u + α u″, v̇ = B u − u²v + α v″ [Hairer–Wanner, IV.1],
/// with u and v of a cell beside each other, so that the Jacobian is banded: five colours are enough. N → N.
struct Brusselator: JacobianKernel {
  let point: [Double]
  var outputCount: Int { point.count }
  static let a = 1.0, b = 3.0, diffusion = 0.02

  init(count: Int) {
    let u = someNumbers(count, 1, 1.5, seed: 4)
    let v = someNumbers(count, 2.7, 3, seed: 7)
    point = (0..<count).map { $0 % 2 == 0 ? u[$0] : v[$0] }
  }

  /// α/h².
  @inline(__always) var coupling: Double {
    let cells = Double(point.count / 2 + 1)
    return Self.diffusion * cells * cells
  }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    let n = x.count
    let a = S(Self.a)
    let b = S(Self.b)
    let bPlusOne = S(Self.b + 1)
    let two: S = 2
    let c = S(coupling)
    for i in stride(from: 0, to: n, by: 2) {
      let (u, v) = (x[i], x[i + 1])
      let uLeft = i > 0 ? x[i - 2] : a
      let vLeft = i > 0 ? x[i - 1] : b
      let uRight = i + 2 < n ? x[i + 2] : a
      let vRight = i + 2 < n ? x[i + 3] : b
      let reaction = u * u * v
      y[i] = a + reaction - bPlusOne * u + c * (uLeft - two * u + uRight)
      y[i + 1] = b * u - reaction + c * (vLeft - two * v + vRight)
    }
  }
}

// MARK: By hand
extension Brusselator {
  /// Writes the band: entry 5 i + k is ∂fᵢ/∂xⱼ with j = i − 2 + k, and 0 outside of the matrix.
  func writeBand(at x: UnsafePointer<Double>, to band: UnsafeMutablePointer<Double>) {
    let n = point.count
    let c = coupling
    for i in stride(from: 0, to: n, by: 2) {
      let (u, v) = (x[i], x[i + 1])
      let (left, right) = (i > 0 ? c : 0, i + 2 < n ? c : 0)
      let row = band + 5 * i
      let uv = 2 * u * v
      let uu = u * u
      (row[0], row[1], row[2], row[3], row[4]) = (left, 0, uv - (Self.b + 1) - 2 * c, uu, right)
      (row[5], row[6], row[7], row[8], row[9]) = (left, Self.b - uv, -uu - 2 * c, 0, right)
    }
  }
}

/// The Brusselator on a torus of N × N cells, its right-hand side weighted and added up: 2 N² → 1.
struct BrusselatorPlane: HandWrittenGradient {
  let side: Int
  let point: [Double]
  let weights: [Double]
  private let hand: Scratch

  init(side: Int) {
    self.side = side
    point = someNumbers(2 * side * side, 0.5, 2, seed: 5)
    weights = someNumbers(2 * side * side, -1, 1, seed: 6)
    hand = Scratch(copying: weights)
  }

  /// α/h².
  private var coupling: Double { 0.002 * Double((side - 1) * (side - 1)) }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let n = side
    let cells = n * n
    let one: S = 1
    let b: S = 3.4
    let bPlusOne: S = 4.4
    let four: S = 4
    let c = S(coupling)
    var total: S = 0
    for i in 0..<n {
      let up = (i == 0 ? n - 1 : i - 1) * n
      let down = (i == n - 1 ? 0 : i + 1) * n
      for j in 0..<n {
        let left = j == 0 ? n - 1 : j - 1
        let right = j == n - 1 ? 0 : j + 1
        let k = i * n + j
        let u = x[k]
        let v = x[cells + k]
        let reaction = u * u * v
        let du = one + reaction - bPlusOne * u + c * (x[up + j] + x[down + j] + x[i * n + left] + x[i * n + right] - four * u)
        let dv =
          b * u - reaction
          + c * (x[cells + up + j] + x[cells + down + j] + x[cells + i * n + left] + x[cells + i * n + right] - four * v)
        total = total + S(weights[k]) * du + S(weights[cells + k]) * dv
      }
    }
    return total
  }

  /// The coupling is symmetric: a weight spreads to the neighbours as the concentrations do.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let n = side
    let cells = n * n
    let c = coupling
    let w = hand.start
    var total = 0.0
    for i in 0..<n {
      let up = (i == 0 ? n - 1 : i - 1) * n
      let down = (i == n - 1 ? 0 : i + 1) * n
      for j in 0..<n {
        let left = i * n + (j == 0 ? n - 1 : j - 1)
        let right = i * n + (j == n - 1 ? 0 : j + 1)
        let k = i * n + j
        let (u, v) = (x[k], x[cells + k])
        let (wu, wv) = (w[k], w[cells + k])
        let reaction = u * u * v
        let du = 1 + reaction - 4.4 * u + c * (x[up + j] + x[down + j] + x[left] + x[right] - 4 * u)
        let below = x + cells
        let dv = 3.4 * u - reaction + c * (below[up + j] + below[down + j] + below[left] + below[right] - 4 * v)
        total += wu * du + wv * dv
        let difference = wu - wv
        let second = w + cells
        gradient[k] =
          difference * 2 * u * v - 4.4 * wu + 3.4 * wv + c * (w[up + j] + w[down + j] + w[left] + w[right] - 4 * wu)
        gradient[cells + k] = difference * u * u + c * (second[up + j] + second[down + j] + second[left] + second[right] - 4 * wv)
      }
    }
    return total
  }
}
