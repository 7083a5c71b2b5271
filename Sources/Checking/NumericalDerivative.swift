import Scalars

/// A derivative by differences, with an estimate of its error.
public struct NumericalDerivative: Sendable, Equatable {
  /// The derivative, extrapolated to step 0.
  public let value: Double
  /// How far `value` may be off: from the extrapolation's last step, and never less than what rounding in `f` alone can do.
  public let error: Double

  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }
}

/// (f(x + h) − f(x − h))/2h: the derivative to O(h²), by two evaluations.
///
/// ```swift
/// print(centralDifference(at: 1, step: 1e-5) { exp($0) } - exp(1.0) < 1e-9)
/// // Prints "true"
/// ```
///
/// Truncation makes it wrong for a large step, rounding for a small one: about 10 digits are right at the best step, h ≈ 1e−5. A gradient takes
/// two evaluations an input, O(n²) work for a function of O(n); a reverse sweep takes O(n). See ``numericalDerivative(at:scale:of:)`` for the
/// extrapolated form that estimates its error.
public func centralDifference(at x: Double, step h: Double, of f: (Double) -> Double) -> Double {
  let (left, right) = (x - h, x + h)
  return (f(right) - f(left)) / (right - left)
}

/// f′(x) by extrapolated central differences, with an error estimate.
///
/// Ridders' method: differences at steps h, h/1.4, h/1.4², … are extrapolated to step 0 by Neville's scheme in powers of h², and the entry of
/// the table that changed least is taken. Several first steps are tried, because the scale on which `f` varies is not known.
///
/// ```swift
/// let d = numericalDerivative(at: 1) { exp($0) }
/// print(d.value, d.error < 1e-9)
/// // Prints "2.718281828 true"
/// ```
///
/// - Parameters:
///   - x: The point.
///   - scale: A length on which `f` is expected to vary.
///   - f: The function, evaluated about sixty times. A step at which it is not finite is not used.
/// - Returns: The derivative; its error is ∞ when `f` is finite at no step.
/// - Note: C. J. F. Ridders, Adv. Eng. Software 4 (1982) 75–76.
public func numericalDerivative(at x: Double, scale: Double? = nil, of f: (Double) -> Double) -> NumericalDerivative {
  numericalDerivatives(at: x, scale: scale) { [f($0)] }[0]
}

/// The derivative of a curve ℝ → ℝᵐ by extrapolated central differences. See ``numericalDerivative(at:scale:of:)``.
public func numericalDerivatives(at x: Double, scale: Double? = nil, of f: (Double) -> [Double]) -> [NumericalDerivative] {
  extrapolated(at: x, scale: scale, orderStep: 2, of: f) { x, h in
    let (left, right) = (x - h, x + h)
    return (f(left), f(right), right - left)
  }
}

/// The derivative on one side only, for `side` = ±1: to tell a kink from an error.
func oneSidedDerivatives(at x: Double, side: Double, of f: (Double) -> [Double]) -> [NumericalDerivative] {
  let here = f(x)
  return extrapolated(at: x, scale: nil, orderStep: 1, of: f) { x, h in
    let there = x + side * h
    return (here, f(there), there - x)
  }
}

/// Ridders' table for a difference quotient whose error is a series in hᵖ, p = `orderStep`.
private func extrapolated(
  at x: Double, scale: Double?, orderStep p: Int, of f: (Double) -> [Double],
  difference: (_ x: Double, _ h: Double) -> (low: [Double], high: [Double], span: Double)
) -> [NumericalDerivative] {
  let length = scale ?? (x == 0 ? 1 : x.magnitude)
  var best = f(x).map { _ in NumericalDerivative(value: .nan, error: .infinity) }
  // The best is the one with the smallest error of itself: a step far larger than the scale of `f` gives tiny differences with tiny errors.
  for first in [0.2, 0.02, 1e-3, 3e-5, 1e-7, 1e-9] {
    for (i, candidate) in table(firstStep: first * length).enumerated()
    where candidate.error * best[i].value.magnitude < best[i].error * candidate.value.magnitude || !best[i].error.isFinite {
      best[i] = candidate
    }
  }
  return best

  func table(firstStep: Double) -> [NumericalDerivative] {
    let ratio = 1.4
    let rows = 10
    var best = best.map { _ in NumericalDerivative(value: .nan, error: .infinity) }
    var previous: [[Double]] = []  // [column][component] of the row above
    var h = firstStep
    for row in 0..<rows {
      let (low, high, span) = difference(x, h)
      var current = [zip(low, high).map { ($1 - $0) / span }]
      var factor = 1.0
      for column in 0..<min(row, previous.count) {
        factor *= p == 2 ? ratio * ratio : ratio
        current.append(zip(current[column], previous[column]).map { $0 + ($0 - $1) / (factor - 1) })
        for i in best.indices {
          // Rounding: half an ulp of each value, amplified by the quotient and, less than twofold, by the extrapolation.
          let rounding = 4 * max(low[i].magnitude, high[i].magnitude) * Double.ulpOfOne / span.magnitude
          let change = max(
            (current[column + 1][i] - current[column][i]).magnitude, (current[column + 1][i] - previous[column][i]).magnitude)
          let error = max(change, rounding)
          if error < best[i].error { best[i] = NumericalDerivative(value: current[column + 1][i], error: error) }
        }
      }
      previous = current
      h /= ratio
    }
    return best
  }
}
