import Scalars

/// A derivative by differences, with an estimate of its error.
public struct NumericalDerivative: Sendable, Equatable {
  /// The derivative, extrapolated to step 0.
  public let value: Double
  /// How far `value` may be off: the scatter of `f`, as its own values show it, amplified by the quotient.
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
/// Truncation makes it wrong for a large step, rounding for a small one: about 10 digits are right at the
/// best step, h ≈ 1e−5. A gradient takes two evaluations an input, O(n²) work for a function of O(n); a
/// reverse sweep takes O(n). See ``numericalDerivative(at:scale:of:)`` for the extrapolated form that
/// estimates its error.
public func centralDifference(at x: Double, step h: Double, of f: (Double) -> Double) -> Double {
  let (left, right) = (x - h, x + h)
  return (f(right) - f(left)) / (right - left)
}

/// f′(x) by extrapolated central differences, with an error estimate.
///
/// f is evaluated at x and at x ± h for steps h that shrink from a fifth of `scale` to 10⁻⁹ of it. Odd
/// polynomials of degree 5 in h are fitted to (f(x + h) − f(x − h))/2, seven steps at a time, by least
/// squares; h has the coefficient f′(x). What the fit leaves over is the noise of `f` on the scale of these
/// steps, whether it comes from rounding or from how `f` is computed. The fit with the smallest relative
/// error is taken.
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
///   - f: The function, evaluated 77 times. Steps at which it is not finite are not used.
/// - Returns: The derivative; its error is ∞ when `f` is not finite at `x`, or at no seven steps in a row.
/// - Note: J. J. Moré, S. M. Wild, SIAM J. Sci. Comput. 33 (2011) 1292–1314, on the noise of computed
///   functions.
public func numericalDerivative(at x: Double, scale: Double? = nil, of f: (Double) -> Double)
  -> NumericalDerivative
{
  numericalDerivatives(at: x, scale: scale) { [f($0)] }[0]
}

/// The derivative of a curve ℝ → ℝᵐ by extrapolated central differences. See
/// ``numericalDerivative(at:scale:of:)``.
public func numericalDerivatives(at x: Double, scale: Double? = nil, of f: (Double) -> [Double])
  -> [NumericalDerivative]
{
  withoutActuallyEscaping(f) { f in
    var ladder = Ladder(at: x, first: 0.2 * (scale ?? Ladder.length(at: x)), of: f)
    while ladder.climb() {}
    return ladder.centre.indices.map { i in
      let best = ladder.best(i)
      return NumericalDerivative(value: best.value, error: best.error)
    }
  }
}
