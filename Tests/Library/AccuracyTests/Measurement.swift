import Derivatives
import TestSupport

/// The error of a computed number against the true one.
enum ErrorOf {
  /// In ulps of the true value, or of its largest term.
  case ulps(Double)
  /// In multiples of the least unit: the unit above would be less.
  case tiny(Double)
  /// The true value is no `Double`: too large. ∞ or NaN is right.
  case overflow(isFinite: Bool)
}

/// The least unit is the least nonzero number, 2⁻¹⁰⁷⁴. For second and third derivatives it is 2⁻¹⁰⁷¹: there a factor may be subnormal, and
/// the others multiply its rounding. The largest such products are 16 σ‴ for tanh‴ and π³ sin πx for cosPi‴, so 8 + 1 and
/// (π³ + π² + π + 1)/2 = 23 least numbers, 3 of these units.
///
/// - Parameters:
///   - relativeToTerm: The unit is the ulp of the largest term, not of the sum.
///   - order: Of the derivative; 0 is the value.
func errorOf(_ ours: Double, _ truth: Reference, relativeToTerm: Bool, order: Int) -> ErrorOf {
  let magnitude = truth.value.magnitude
  if !truth.value._isFinite || magnitude > DoubleDouble(Double.greatestFiniteMagnitude) { return .overflow(isFinite: ours.isFinite) }
  guard ours.isFinite else { return .ulps(.infinity) }
  let unit = relativeToTerm ? truth.largestTerm : magnitude
  let leastExponent = order < 2 ? -1022 : -1019
  let isTiny = unit == 0 || unit.exponent < leastExponent
  let error = (DoubleDouble(ours) - truth.value).magnitude * ._pow(2, 52 - (isTiny ? leastExponent : unit.exponent))
  return isTiny ? .tiny(error.double) : .ulps(error.double)
}

/// The worst error of one function and order in one mode, and where it is.
struct Worst: Sendable {
  var ulps = 0.0
  var argument: [Double] = []
  var place = ""
  /// In multiples of the least unit.
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
