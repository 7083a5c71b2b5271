import Derivatives
import TestSupport

/// The error of a computed number against the true one.
enum ErrorOf {
  /// In ulps of the true value, or of its largest term.
  case ulps(Double)
  /// In multiples of the least nonzero number: the unit above would lie below the normal numbers.
  case tiny(Double)
  /// The true value is no `Double`: too large. ∞ or NaN is right.
  case overflow(isFinite: Bool)
}

/// - Parameter relativeToTerm: The unit is the ulp of the largest term, not of the sum.
func errorOf(_ ours: Double, _ truth: Reference, relativeToTerm: Bool) -> ErrorOf {
  let magnitude = truth.value.magnitude
  if !truth.value._isFinite || magnitude > DoubleDouble(Double.greatestFiniteMagnitude) { return .overflow(isFinite: ours.isFinite) }
  guard ours.isFinite else { return .ulps(.infinity) }
  let unit = relativeToTerm ? truth.largestTerm : magnitude
  let isTiny = unit == 0 || unit.exponent < -1022
  let error = (DoubleDouble(ours) - truth.value).magnitude * ._pow(2, isTiny ? 1074 : 52 - unit.exponent)
  return isTiny ? .tiny(error.double) : .ulps(error.double)
}

/// The worst error of one function and order in one mode, and where it is.
struct Worst: Sendable {
  var ulps = 0.0
  var argument: [Double] = []
  var place = ""
  /// In multiples of the least nonzero number.
  var tiny = 0.0
  var tinyPlace = ""
  /// Points where ours is a number and the true value is too large.
  var falselyFinite: [String] = []

  mutating func note(_ error: ErrorOf, _ x: [Double], _ place: @autoclosure () -> String) {
    switch error {
    case .ulps(let e) where !(e <= ulps): (ulps, argument, self.place) = (e, x, place())
    case .tiny(let e) where !(e <= tiny): (tiny, tinyPlace) = (e, place())
    case .overflow(isFinite: true): falselyFinite.append(place())
    default: break
    }
  }
}
