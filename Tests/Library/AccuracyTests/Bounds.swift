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

/// k roundings make a relative error of k · 2⁻⁵³, so at most k ulps, where the significand is near 2, and half as many where it is near 1.
/// A rule has two to five roundings and the calls of libm, each of half an ulp or what the reason says; an order adds a product or
/// two. No bound is less than a tenth above the worst of 2 × 10⁵ random arguments: room for a libm that is worse in the last bit.
let bounds: [Bound] = [
  Bound(.exp, 1, 1, 1),
  Bound(.expMinusOne, 1, 1, 1),
  Bound(.exp2, 2, 4, 5, because: "a product and a constant rounded once an order"),
  Bound(.exp10, 4, 8, 10, because: "exp10 of libm (up to 2 ulps), a product and a constant rounded once an order"),
  Bound(.log, 1, 3, 5, because: "two roundings more an order"),
  Bound(.logOnePlus, 2, 5, 7, because: "two roundings more an order"),
  Bound(.log2, 2, 3, 5, because: "two roundings more an order"),
  Bound(.log10, 3, 4, 6, because: "two roundings more an order"),
  Bound(.sqrt, 2, 7, 12, because: "two roundings more an order"),
  Bound(.cbrt, 7, 10, 16, because: "cbrt of libm (3.7 ulps in glibc), and two roundings more an order"),
  Bound(.root4, 4, 8, 10, because: "two roundings more an order"),
  Bound(.root5, 5, 10, 13, because: "two roundings more an order"),
  Bound(.powerMinus1, 1, 3, 4),
  Bound(.powerMinus2, 3, 4, 5, because: "where xⁿ⁻¹ is subnormal, n xⁿ⁻¹ is a product of two powers"),
  Bound(.power3, 2, 1, 1),
  Bound(.powerTwoAndAHalf, 2, 3, 4),
  Bound(.sin, 1, 1, 1),
  Bound(.cos, 1, 1, 1),
  Bound(.tan, 3, 4, 7, because: "tan of libm, squared once an order"),
  Bound(.sinPi, 4, 8, 8, because: "π is rounded once an order, and once in the argument; a subnormal is rounded before it is multiplied"),
  Bound(.cosPi, 4, 8, 8, because: "π is rounded once an order, and once in the argument"),
  Bound(.asin, 3, 9, 12, because: "two roundings more an order"),
  Bound(.acos, 3, 9, 12, because: "two roundings more an order"),
  Bound(.atan, 3, 6, 9, terms: [3], because: "f‴ = (6x² − 2)/(1 + x²)³ has a zero"),
  Bound(.sinh, 2, 3, 2),
  Bound(.cosh, 3, 2, 3),
  Bound(.tanh, 5, 6, 8, terms: [3], because: "4 times the sigmoid's, times tanh; f‴ = 4t²s − 2s² has a zero"),
  Bound(.asinh, 2, 6, 10, terms: [3], because: "f‴ = (2x² − 1)/(1 + x²)^(5/2) has a zero"),
  Bound(.acosh, 4, 9, 15, because: "two roots, so two roundings more an order"),
  Bound(.atanh, 3, 7, 9, because: "two roundings more an order"),
  Bound(.erf, 3, 4, 5, terms: [3], because: "f‴ = (4x² − 2) f′ has a zero"),
  Bound(.erfc, 3, 4, 5, terms: [3], because: "f‴ = (4x² − 2) f′ has a zero"),
  Bound(.gaussian, 3, 4, 6, terms: [2, 3], because: "f″ = (4x² − 2) f and f‴ have zeros"),
  Bound(.gamma, 9, 19, 25, terms: [1, 2, 3], because: "Γ of libm (5 ulps in glibc); left of 0 the reflection of ψ cancels"),
  Bound(.logGamma, 5, 6, 10, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.digamma, 6, 10, 14, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.trigamma, 10, 14, 16, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.tetragamma, 14, 16, 20, terms: [1, 2, 3], because: "left of 0 a difference, by reflection; a sum of up to 15 terms"),
  Bound(.sigmoid, 5, 6, 8, terms: [3], because: "e/(1 + e)² with e = e⁻ˣ rounds four times; f‴ = s t² − 2s² has a zero"),
  Bound(.sigmoidSlope, 6, 8, 9, terms: [2, 3], because: "f″ = s t² − 2s² and f‴ = 8s²t − s t³ have zeros"),
  Bound(.softplus, 3, 5, 6, because: "those of the sigmoid"),
  Bound(.logit, 3, 5, 8, terms: [2, 3], because: "f″ has a zero at ½"),
  Bound(.xlogx, 2, 4, 7, terms: [1], because: "f′ = log x + 1 has a zero"),
  Bound(.sincos, 3, 4, 4, terms: [1, 3], because: "a composition: cos² − sin² has zeros"),
  Bound(.pow, 3, 5, 8, terms: [2, 3], because: "xʸ⁻¹(1 + y log x) and its like are sums that cancel at their zeros"),
  Bound(.hypot, 3, 7, 9, terms: [3], because: "a derivative of x/r is a product of three quotients, each rounded; ∂³r/∂x²∂y has a zero"),
  Bound(.atan2, 4, 8, 10, terms: [2, 3], because: "the mixed and third derivatives have zeros"),
  Bound(.xlogy, 1, 2, 4),
  Bound(.cosine, 6, 10, terms: [2], because: "∂²/∂x∂y of x/r has a zero"),
  Bound(.hypot3, 4, 8, 20, terms: [2, 3], because: "f″ is 1/r − x²/r³, whose terms cancel where x is almost all of r"),
  Bound(.norm, 4, 8, 20, terms: [2, 3], because: "f″ is 1/r − x²/r³, whose terms cancel where x is almost all of r"),
  Bound(.logSumExp, 4, 7, 11, terms: [2, 3], because: "p(1 − p) and its like are sums of products of shares that cancel"),
  Bound(.softmax, 9, 9, terms: [1, 2], because: "p(1 − p) and its like are sums of products of shares that cancel"),
  Bound(.remainder, 1, 0, 0),
  Bound(.fmod, 1, 0, 0),
  Bound(.root1, 0, 0, 0), Bound(.power0, 0, 0, 0), Bound(.power1, 0, 0, 0), Bound(.power2, 0, 0, 0), Bound(.abs, 0, 0, 0),
  Bound(.sign, 0, 0, 0), Bound(.floor, 0, 0, 0), Bound(.ceil, 0, 0, 0), Bound(.round, 0, 0, 0), Bound(.trunc, 0, 0, 0),
  Bound(.oneMinusSquare, 0, 0, 0),
  Bound(.relu, 0, 0, 0), Bound(.max, 0, 0, 0), Bound(.min, 0, 0, 0), Bound(.copysign, 0, 0, 0), Bound(.clamp, 0, 0, 0),
  Bound(.sum, 0, 0, 0), Bound(.dot, 0, 0, 0), Bound(.multiplyAdd, 0, 0, 0),
]
