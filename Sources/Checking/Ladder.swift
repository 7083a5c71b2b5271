import Scalars

/// The values of a curve ℝ → ℝᵐ at x and at x ± h for geometrically shrinking steps h, and the derivatives
/// that they give.
///
/// Seven steps in a row make a window. In a window the odd part (g(x + h) − g(x − h))/2 is fitted by h, h³,
/// h⁵ and the even part (g(x + h) + g(x − h))/2 − g(x) by h², h⁴, h⁶, by least squares. The coefficient of h
/// is the derivative. Four equations of each fit are left over; what is left in them is the noise: all that
/// no polynomial explains, be it rounding, stairs, a kink, a spike, or a step that is too long. It is
/// measured on the scale of the step, so that stairs wider than the smallest steps are seen by the larger
/// ones.
struct Ladder {
  /// What a window says.
  struct Estimate {
    let value: Double
    /// How far `value` may be off: the noise, amplified by the fit.
    let error: Double
    /// How far the values of the curve scatter.
    let noise: Double
    /// The largest step of the window.
    let step: Double
    /// The noise is no more than rounding explains.
    let isSmooth: Bool
    /// All values are equal.
    let isFlat: Bool

    static let none = Estimate(
      value: .nan, error: .infinity, noise: .infinity, step: .infinity, isSmooth: false, isFlat: false)

    /// The error is small beside the value: the estimate decides.
    var isSharp: Bool { 20 * error < value.magnitude }

    /// The estimate decides against the derivative `computed`. Where it is not sharp, the function must be
    /// known to be smooth: a derivative may be large because of something narrower than every step.
    func decides(against computed: Double) -> Bool { isSharp || isSmooth && 20 * error < computed.magnitude }

    /// The two differ by more than their errors, but on the scale of the smaller steps no more than the
    /// values scatter on that of the larger ones: as the flat parts of stairs differ from their rise. Then
    /// either may be meant.
    func contradictsWithinNoise(_ other: Estimate) -> Bool {
      let difference = (value - other.value).magnitude
      let noiseOfLarger = step > other.step ? noise : other.noise
      return difference > 10 * (error + other.error)
        && difference * min(step, other.step) <= 10 * noiseOfLarger
    }
  }

  /// g(x).
  let centre: [Double]
  /// The windows' estimates of every output, those of the largest steps first.
  private(set) var estimates: [[Estimate]]
  /// For every output, whether there are finite values on both sides of x.
  private(set) var isFiniteBeside: [Bool]

  private let curve: (Double) -> [Double]
  private let x: Double, first: Double
  /// What the noise is at least.
  private let floor: [Double]
  private var rung = 0
  /// `[output][rung modulo 7]`: odd part, even part, largest magnitude.
  private var odd: [[Double]], even: [[Double]], size: [[Double]]

  /// The smallest step is 10⁻⁸ of the first.
  static let rungCount = 38
  static let windowLength = Fit.steps

  /// - Parameters:
  ///   - first: The first step.
  ///   - noise: What the noise of each output is at least.
  init(at x: Double, first: Double, noise: [Double]? = nil, of curve: @escaping (Double) -> [Double]) {
    self.x = x
    self.first = first
    self.curve = curve
    centre = curve(x)
    floor = noise ?? [Double](repeating: 0, count: centre.count)
    estimates = centre.map { _ in [] }
    isFiniteBeside = centre.map { _ in false }
    let room = centre.map { _ in [Double](repeating: .nan, count: Fit.steps) }
    (odd, even, size) = (room, room, room)
  }

  /// A length on which functions are expected to vary about `x`.
  static func length(at x: Double) -> Double { x == 0 ? 1 : x.magnitude }

  /// Evaluates at the next smaller step; false when there is none.
  mutating func climb() -> Bool {
    guard rung < Ladder.rungCount else { return false }
    var nominal = first
    for _ in 0..<rung { nominal *= Fit.ratio }
    // x ± h must be exact: h is a multiple of the spacing of the numbers about x + h.
    let spacing = x == 0 ? 0 : 2 * x.ulp
    let h = spacing == 0 ? nominal : (nominal / spacing).rounded() * spacing
    guard h > 0, (x + h).isFinite, (x - h).isFinite else {
      rung += 1
      return h > 0
    }
    let (right, left) = (curve(x + h), curve(x - h))
    let slot = rung % Fit.steps
    rung += 1
    for i in centre.indices {
      odd[i][slot] = (right[i] / 2 - left[i] / 2) * (nominal / h)
      even[i][slot] = (right[i] / 2 - centre[i] / 2) - (centre[i] / 2 - left[i] / 2)
      size[i][slot] = max(right[i].magnitude, left[i].magnitude)
      if odd[i][slot].isFinite { isFiniteBeside[i] = true }
      if rung >= Fit.steps {
        estimates[i].append(estimate(i, oldest: rung % Fit.steps, smallestStep: nominal))
      }
    }
    return true
  }

  private func estimate(_ i: Int, oldest: Int, smallestStep: Double) -> Estimate {
    guard centre[i].isFinite else { return .none }
    let fit = Fit.standard
    let slope = fit.slope(odd[i], from: oldest)
    let scatter = max(
      fit.residual(odd[i], fit.oddRest, from: oldest), fit.residual(even[i], fit.evenRest, from: oldest))
    let magnitude = size[i].reduce(centre[i].magnitude, max)
    let rounding = max(floor[i], 0x1p-53 * magnitude + .leastNonzeroMagnitude)
    let noise = max(scatter, rounding)
    let largestStep = smallestStep / fit.span
    guard slope.isFinite, noise.isFinite else { return .none }
    // 5: the norm of the slope's weights is 3.3. A subnormal slope is rounded itself.
    return Estimate(
      value: slope / largestStep, error: 5 * noise / largestStep + 4 * .leastNonzeroMagnitude, noise: noise,
      step: largestStep,
      isSmooth: scatter <= 8 * rounding,
      isFlat: odd[i].allSatisfy { $0 == 0 } && even[i].allSatisfy { $0 == 0 })
  }

  /// The estimate with the smallest error of itself: the values beside a narrow peak are zero with a tiny
  /// error.
  func best(_ i: Int) -> Estimate {
    var best = Estimate.none
    for candidate in estimates[i]
    where candidate.error * best.value.magnitude < best.error * candidate.value.magnitude
      || !best.error.isFinite
    {
      best = candidate
    }
    return best
  }
}

/// Least squares for seven steps τₖ = 0.6ᵏ.
private struct Fit {
  static let steps = 7
  static let ratio = 0.6
  static let standard = Fit()

  /// The smallest step, in units of the largest.
  let span: Double
  /// The coefficient of τ in the fit by τ, τ³, τ⁵ is the inner product with this.
  private let weights: [Double]
  /// Bases of the complements of τ, τ³, τ⁵ and of τ², τ⁴, τ⁶.
  let oddRest: [[Double]], evenRest: [[Double]]

  init() {
    func powers(_ exponent: Int) -> [Double] {
      (0..<Fit.steps).map { k in (0..<k * exponent).reduce(1.0) { power, _ in power * Fit.ratio } }
    }
    let units = (0..<Fit.steps).map { k in (0..<Fit.steps).map { $0 == k ? 1.0 : 0 } }
    // τ comes last of the three: what is left of it is orthogonal to the others, so that it picks its own
    // coefficient.
    let oddBasis = orthonormal([powers(5), powers(3), powers(1)] + units)
    let own = product(oddBasis[2], powers(1))
    weights = oddBasis[2].map { $0 / own }
    oddRest = Array(oddBasis[3...])
    evenRest = Array(orthonormal([powers(6), powers(4), powers(2)] + units)[3...])
    span = powers(1)[Fit.steps - 1]
  }

  /// `values` is a ring that begins at `start`.
  func slope(_ values: [Double], from start: Int) -> Double { product(weights, values, from: start) }

  /// The largest of what is left in the left-over equations.
  func residual(_ values: [Double], _ rest: [[Double]], from start: Int) -> Double {
    var largest = 0.0
    for row in rest {
      let left = product(row, values, from: start).magnitude
      if !(left <= largest) { largest = left }
    }
    return largest
  }
}

private func product(_ a: [Double], _ ring: [Double], from start: Int = 0) -> Double {
  var sum = 0.0
  for k in a.indices { sum += a[k] * ring[(start + k) % Fit.steps] }
  return sum
}

/// An orthonormal basis of the plane of `vectors`, those that depend on earlier ones left out: Gram–Schmidt,
/// twice.
private func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
  var basis: [[Double]] = []
  for vector in vectors where basis.count < Fit.steps {
    var v = vector
    let length = product(v, v).squareRoot()
    for _ in 0..<2 {
      for b in basis {
        let along = product(b, v)
        for k in v.indices { v[k] -= along * b[k] }
      }
    }
    let rest = product(v, v).squareRoot()
    if rest > 1e-4 * length { basis.append(v.map { $0 / rest }) }
  }
  return basis
}
