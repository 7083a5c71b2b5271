import TestSupport

/// What the library promises of one function: the largest error of its first, second and third derivative, in ulps.
struct Bound: Sendable {
  let function: Elementary
  /// In this order; a missing one is not measured.
  let ulps: [Double]
  /// The orders whose error is in ulps of the largest term of the sum that the derivative is, because terms cancel.
  let termOrders: [Int]
  /// Why a bound exceeds 4 ulps, or has the unit it has.
  let reason: String

  init(_ function: Elementary, _ ulps: Double..., terms: [Int] = [], because reason: String = "") {
    self.function = function
    self.ulps = ulps
    self.termOrders = terms
    self.reason = reason
  }

  func isRelativeToTerm(_ order: Int) -> Bool { termOrders.contains(order) }
  /// Every derivative is a constant or an argument: no rounding at all.
  var isExact: Bool { ulps == [0, 0, 0] }
}

/// A first derivative is right to 2 ulps and the error of the calls of libm that its rule makes; each order adds as much once more. The
/// numbers leave room for a libm that is an ulp worse than the one that the page was written with.
let bounds: [Bound] = [
  Bound(.exp, 1, 1, 1),
  Bound(.expMinusOne, 1, 1, 1),
  Bound(.exp2, 2, 3, 4),
  Bound(.exp10, 4, 5, 12, because: "exp10 of libm (up to 2 ulps), and a constant that is rounded once an order"),
  Bound(.log, 1, 3, 4),
  Bound(.logOnePlus, 2, 4, 6, because: "one rounding more an order"),
  Bound(.log2, 2, 3, 4),
  Bound(.log10, 3, 4, 6, because: "one rounding more an order"),
  Bound(.sqrt, 2, 6, 10, because: "two roundings more an order"),
  Bound(.cbrt, 6, 10, 16, because: "cbrt of libm (3.7 ulps in glibc), and two roundings more an order"),
  Bound(.root4, 4, 12, 22, because: "two roundings more an order"),
  Bound(.root5, 5, 14, 26, because: "two roundings more an order"),
  Bound(.powerMinus1, 1, 1, 2),
  Bound(.powerMinus2, 1, 2, 4),
  Bound(.power3, 2, 1, 1),
  Bound(.powerTwoAndAHalf, 2, 3, 4),
  Bound(.sin, 1, 1, 1),
  Bound(.cos, 1, 1, 1),
  Bound(.tan, 3, 4, 6, because: "tan of libm, squared once an order"),
  Bound(.sinPi, 3, 5, 6, because: "π is rounded once an order, and once in the argument"),
  Bound(.cosPi, 3, 5, 6, because: "π is rounded once an order, and once in the argument"),
  Bound(.asin, 2, 8, 12, because: "two roundings more an order"),
  Bound(.acos, 2, 8, 12, because: "two roundings more an order"),
  Bound(.atan, 3, 5, 9, terms: [3], because: "f‴ = (6x² − 2)/(1 + x²)³ has a zero"),
  Bound(.sinh, 2, 2, 2),
  Bound(.cosh, 2, 2, 2),
  Bound(.tanh, 4, 5, 7, terms: [3], because: "slope of the sigmoid times tanh; f‴ = 4t²s − 2s² has a zero"),
  Bound(.asinh, 2, 6, 9, terms: [3], because: "f‴ = (2x² − 1)/(1 + x²)^(5/2) has a zero"),
  Bound(.acosh, 4, 7, 12, because: "two roots, so two roundings more an order"),
  Bound(.atanh, 3, 6, 9, because: "two roundings more an order"),
  Bound(.erf, 3, 4, 5, terms: [3], because: "f‴ = (4x² − 2) f′ has a zero"),
  Bound(.erfc, 3, 4, 5, terms: [3], because: "f‴ = (4x² − 2) f′ has a zero"),
  Bound(.gaussian, 3, 4, 6, terms: [2, 3], because: "f″ = (4x² − 2) f and f‴ have zeros"),
  Bound(.gamma, 8, 18, 20, terms: [1, 2, 3], because: "Γ of libm (5 ulps in glibc); left of 0 the reflection of ψ cancels"),
  Bound(.logGamma, 4, 5, 8, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.digamma, 5, 8, 14, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.trigamma, 8, 14, 16, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.tetragamma, 14, 16, 16, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.sigmoid, 4, 5, 7, terms: [3], because: "f‴ = s t² − 2s² has a zero"),
  Bound(.sigmoidSlope, 5, 7, 9, terms: [2, 3], because: "f″ = s t² − 2s² and f‴ = 8s²t − s t³ have zeros"),
  Bound(.softplus, 3, 4, 5, because: "those of the sigmoid"),
  Bound(.logit, 3, 4, 7, terms: [2, 3], because: "f″ has a zero at ½"),
  Bound(.xlogx, 2, 4, 6, terms: [1], because: "f′ = log x + 1 has a zero"),
  Bound(.sincos, 3, 4, 4, terms: [1, 3], because: "a composition: cos² − sin² has zeros"),
  Bound(.pow, 3, 5, 7, terms: [2, 3], because: "xʸ⁻¹(1 + y log x) and its like are sums that cancel at their zeros"),
  Bound(.hypot, 3, 7, 9, terms: [3], because: "a derivative of x/r is a product of three quotients, each rounded; ∂³r/∂x²∂y has a zero"),
  Bound(.atan2, 4, 6, 10, terms: [2, 3], because: "the mixed and third derivatives have zeros"),
  Bound(.xlogy, 1, 2, 4),
  Bound(.cosine, 6, 10, terms: [2], because: "∂²/∂x∂y of x/r has a zero"),
  Bound(.hypot3, 4, 8, 20, terms: [2, 3], because: "f″ is 1/r − x²/r³, whose terms cancel where x is almost all of r"),
  Bound(.norm, 4, 8, 20, terms: [2, 3], because: "f″ is 1/r − x²/r³, whose terms cancel where x is almost all of r"),
  Bound(.logSumExp, 3, 7, 15, terms: [2, 3], because: "p(1 − p) and its like are sums of products of shares that cancel"),
  Bound(.softmax, 9, 9, terms: [1, 2], because: "p(1 − p) and its like are sums of products of shares that cancel"),
  Bound(.remainder, 1, 0, 0),
  Bound(.fmod, 1, 0, 0),
  Bound(.root1, 0, 0, 0), Bound(.power0, 0, 0, 0), Bound(.power1, 0, 0, 0), Bound(.power2, 0, 0, 0), Bound(.abs, 0, 0, 0),
  Bound(.sign, 0, 0, 0), Bound(.floor, 0, 0, 0), Bound(.ceil, 0, 0, 0), Bound(.round, 0, 0, 0), Bound(.trunc, 0, 0, 0),
  Bound(.oneMinusSquare, 0, 0, 0),
  Bound(.relu, 0, 0, 0), Bound(.max, 0, 0, 0), Bound(.min, 0, 0, 0), Bound(.copysign, 0, 0, 0), Bound(.clamp, 0, 0, 0),
  Bound(.sum, 0, 0, 0), Bound(.dot, 0, 0, 0), Bound(.multiplyAdd, 0, 0, 0),
]
