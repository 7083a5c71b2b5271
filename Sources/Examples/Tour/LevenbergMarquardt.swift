import Derivatives

/// The result of a fit.
struct Fit: Sendable {
  /// Why the search ended.
  enum Reason: String, Sendable {
    case flat = "the sum of squares no longer changes"
    case short = "no step, however short, lessens the sum of squares"
    case orthogonal = "the residuals are orthogonal to every column of the Jacobian"
    case exhausted = "the limit of iterations was reached"
    case notFinite = "the residuals or their derivatives are not finite"
  }
  var parameters: [Double]
  /// σⱼ = s √((JᵀJ)⁻¹)ⱼⱼ with s² = ‖r‖²/(m − n).
  var standardDeviations: [Double] = []
  var sumOfSquares = Double.nan
  var degreesOfFreedom = 0
  var reason = Reason.exhausted
  /// How often the Jacobian was evaluated, each time at a new point.
  var iterations = 0
  /// How often the residuals were evaluated, the evaluations with a Jacobian included.
  var evaluations = 0
}

/// The parameters b that minimise ‖r(b)‖², by the method of Levenberg and Marquardt as a trust-region method.
///
/// Near b the residuals are taken for linear, r + J p, and their length is minimised over the ellipsoid ‖D p‖ ≤ Δ. Δ grows while the
/// linear prediction is good and shrinks when it is bad. D holds the largest lengths of the columns of J so far, which makes the method
/// indifferent to the units of the parameters. After J. J. Moré, “The Levenberg–Marquardt algorithm: implementation and theory” (1978).
///
/// The Jacobian is exact: there is no step size to choose, and the last digits of the answer are as good as those of r itself. To reach
/// them, the fit ends with undamped Gauss–Newton steps: where ‖r‖² no longer changes in its last bit, the length of the step still shrinks.
///
/// - Parameters:
///   - start: n numbers.
///   - residuals: r, from n numbers to m ≥ n.
///   - limit: How many Jacobians may be evaluated.
func leastSquares<F: VectorFunction>(from start: [Double], limit: Int = 1000, of residuals: F) -> Fit {
  var search = Search(start: start, residuals: residuals)
  while search.fit.iterations < limit, search.continues { search.iterate() }
  search.settle()
  return search.result
}

private struct Search<F: VectorFunction> {
  let residuals: F
  var fit: Fit
  var continues = true
  var length = Double.nan  // ‖r‖
  var factors = PivotedQR(columns: [], [])  // of J, with Qᵀr
  var scale: [Double] = []  // D
  var region = TrustRegion()

  init(start: [Double], residuals: F) {
    self.residuals = residuals
    fit = Fit(parameters: start)
    guard linearize() else { return }
    // The first step may change the parameters by their own size. With a hundred times that, BoxBOD's first step ends on a plateau.
    region.radius = norm(scaled(start))
    if region.radius == 0 { region.radius = 1 }
  }

  func scaled(_ p: [Double]) -> [Double] { zip(scale, p).map { $0 * $1 } }

  /// r and J at the current parameters. False when they are not finite, which ends the search.
  mutating func linearize() -> Bool {
    let (value, jacobian) = valueAndJacobian(fit.parameters)
    fit.iterations += 1
    fit.evaluations += 1
    let columns = fit.parameters.indices.map { jacobian.column($0) }
    let lengths = columns.map { norm($0) }
    length = norm(value)
    guard (length + sum(lengths)).isFinite else {
      fit.reason = .notFinite
      continues = false
      return false
    }
    factors = PivotedQR(columns: columns, value)
    scale = scale.isEmpty ? lengths.map { $0 == 0 ? 1 : $0 } : zip(scale, lengths).map { max($0, $1) }
    fit.sumOfSquares = length * length
    fit.degreesOfFreedom = value.count - columns.count
    return true
  }

  func valueAndJacobian(_ b: [Double]) -> ([Double], Matrix) {
    let evaluation = valueWithJacobian(at: b, of: residuals)
    return (evaluation.value, evaluation.jacobian)
  }

  /// One accepted step, after as many rejected ones as it takes.
  mutating func iterate() {
    if isOrthogonal {
      fit.reason = .orthogonal
      continues = false
      return
    }
    while true {
      let p = region.step(factors, scale)
      let candidate = zip(fit.parameters, p).map { $0 + $1 }
      let candidateLength = norm(residuals(candidate))
      fit.evaluations += 1

      // Reductions of ‖r‖², relative to ‖r‖². A model that is not finite at the candidate counts as worse than anything.
      let quotient = candidateLength / length
      let actual = quotient < 10 ? 1 - quotient * quotient : -1
      let linear = norm(factors.image(of: p)) / length
      let damping = region.damping.squareRoot() * norm(scaled(p)) / length
      let predicted = linear * linear + 2 * damping * damping
      let slope = linear * linear + damping * damping
      let ratio = predicted == 0 ? 0 : actual / predicted
      region.adapt(ratio: ratio, actual: actual, slope: slope, hopeless: !(quotient < 10), stepLength: norm(scaled(p)))

      let small = 1e-12
      let tiny = 1e-16
      let isFlat = Swift.abs(actual) <= small && predicted <= small && ratio <= 2
      let isShort = region.radius <= tiny * norm(scaled(fit.parameters))
      if ratio >= 1e-4 {
        fit.parameters = candidate
        if !linearize() { return }
      }
      if isFlat || isShort {
        fit.reason = isFlat ? .flat : .short
        continues = false
        return
      }
      if ratio >= 1e-4 { return }
    }
  }

  /// True when the cosine of the angle between r and every column of J is no more than rounding makes it.
  var isOrthogonal: Bool {
    if length == 0 { return true }
    return factors.gradient.indices.allSatisfy { j in Swift.abs(factors.gradient[j]) <= 1e-15 * scale[j] * length }
  }

  /// Gauss–Newton steps, as long as each is shorter than the one before and none makes the sum of squares visibly larger.
  mutating func settle() {
    guard fit.reason != .notFinite, fit.reason != .exhausted else { return }
    var previous = Double.infinity
    for _ in 0..<50 where factors.rank == factors.count {
      let best = self
      let p = factors.minimizer
      let stepLength = norm(scaled(p))
      guard stepLength < 0.9 * previous, stepLength > 0 else { return }
      previous = stepLength
      fit.parameters = zip(fit.parameters, p).map { $0 + $1 }
      if !linearize() || length > best.length * (1 + 1e-9) {
        self = best
        return
      }
    }
  }

  var result: Fit {
    var fit = fit
    let variance = fit.sumOfSquares / Double(fit.degreesOfFreedom)
    fit.standardDeviations = factors.inverseDiagonal.map { ($0 * variance).squareRoot() }
    return fit
  }
}
