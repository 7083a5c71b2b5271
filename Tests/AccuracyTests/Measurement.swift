import Derivatives
import TestSupport

/// The error of a computed number against the true one.
enum ErrorOf {
  /// In ulps: of the true value or of its largest term. `isTiny` when it is in multiples of the least nonzero number.
  case ulps(Double, isTiny: Bool)
  /// The true value is no `Double`: too large. ∞ or NaN is right.
  case overflow(isFinite: Bool)
}

/// - Parameter relativeToTerm: The unit is the ulp of the largest term, not of the sum.
func errorOf(_ ours: Double, _ truth: Reference, relativeToTerm: Bool) -> ErrorOf {
  let magnitude = truth.value.magnitude
  if !truth.value._isFinite || magnitude > DoubleDouble(Double.greatestFiniteMagnitude) { return .overflow(isFinite: ours.isFinite) }
  let scale = relativeToTerm ? truth.largestTerm : magnitude
  let exponent = scale == 0 ? -1022 : Swift.max(scale.exponent, -1022)
  if !ours.isFinite { return .ulps(.infinity, isTiny: false) }
  let ulps = (DoubleDouble(ours) - truth.value).magnitude * ._pow(2, 52 - exponent)
  return .ulps(ulps.double, isTiny: scale == 0 || scale.exponent < -1022)
}

/// The worst error of one function and order in one mode, and where it is.
struct Worst {
  var ulps = 0.0
  var place = ""
  /// In multiples of the least nonzero number, where the true value lies below the normal numbers.
  var tiny = 0.0
  var tinyPlace = ""
  /// Points where ours is a number and the true value is too large.
  var falselyFinite: [String] = []

  mutating func note(_ error: ErrorOf, _ place: @autoclosure () -> String) {
    switch error {
    case .ulps(let e, isTiny: false) where !(e <= ulps): (ulps, self.place) = (e, place())
    case .ulps(let e, isTiny: true) where !(e <= tiny): (tiny, tinyPlace) = (e, place())
    case .overflow(isFinite: true): falselyFinite.append(place())
    default: break
    }
  }
}
