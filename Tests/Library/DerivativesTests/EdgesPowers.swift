import TestSupport

private let inf = Double.infinity
private let nan = Double.nan
private let ok = "as ours"
private let zeroPeers = Peers(forwardDiff: "0", ceres: "NaN", jax: "NaN", casadi: "NaN")
private let fractionPeers = Peers(forwardDiff: ok, ceres: ok, jax: ok, casadi: ok)
private let negativePeers = Peers(forwardDiff: ok, ceres: ok, jax: ok, casadi: ok)

extension EdgeTable {
  static let powers = EdgeSection(
    title: "Powers",
    text: "∂xʸ/∂x = y·xʸ⁻¹ and ∂xʸ/∂y = xʸ·log x, each with its limit where the formula gives 0·∞.",
    rows: [
      .of(.power0, [0], 1, [0], "x⁰ is the constant 1", Peers(jax: "0")),
      .of(.power1, [0], 0, [1], "x¹ is x"),
      .of(.power2, [0], 0, [0], "2x"),
      .of(.power2, [-0.0], 0, [0], "2x"),
      .of(.power3, [0], 0, [0], "3x²"),
      .of(.powerMinus1, [0.0], inf, [-inf], "both sides agree"),
      .of(.powerMinus1, [-0.0], -inf, [-inf], "both sides agree"),
      .of(.powerMinus2, [0.0], inf, [-inf], "limit from the right"),
      .of(.powerMinus2, [-0.0], inf, [inf], "limit from the left"),
      .of(.power3, [-2], -8, [12], "a negative base and an integer"),
      .of(.powerMinus1, [-2], -0.5, [-0.25], "a negative base and an integer"),
      .formula(.realPowerZero, [0], 1, [0], "the exponent 0 is a constant: x⁰ is 1 everywhere", zeroPeers),
      .formula(.realPowerOne, [0], 0, [1], "y·xʸ⁻¹ with 0⁰ = 1"),
      .formula(.realPowerTwo, [0], 0, [0], "y·xʸ⁻¹"),
      .formula(.powerHalf, [0.0], 0, [inf], "limit from the right", fractionPeers),
      .formula(.powerHalf, [-0.0], 0, [inf], "either zero is the end of the domain"),
      .formula(.powerOneAndAHalf, [0.0], 0, [0], "limit from the right", fractionPeers),
      .formula(.powerMinusHalf, [0.0], inf, [-inf], "limit from the right"),
      .formula(.realPowerMinusOne, [-0.0], -inf, [-inf], "both sides agree"),
      .formula(.realPowerThree, [-2], -8, [12], "an integral exponent: the base may be negative", negativePeers),
      .formula(.realPowerMinusOne, [-2], -0.5, [-0.25], "an integral exponent: the base may be negative", negativePeers),
      .formula(.powerHalf, [-2], nan, [nan], "outside the domain"),
      .of(
        .pow, [-2, 3], -8, [12, nan], "between two integral exponents the power of a negative base is not real",
        Peers(ceres: "NaN for y")),
      .of(.pow, [-2, 0], 1, [0, nan], "between two integral exponents the power of a negative base is not real"),
      .of(.pow, [-2, 0.5], nan, [nan, nan], "outside the domain"),
      .of(
        .pow, [0, 0], 1, [0, -inf], "x⁰ is 1 for every x; 0ʸ log 0 with 0⁰ = 1",
        Peers(forwardDiff: "NaN, NaN", ceres: "not finite", jax: "–, 0", casadi: "NaN, NaN")),
      .of(.pow, [0, -0.5], inf, [-inf, -inf], "0ʸ is ∞ left of y = 0", Peers(forwardDiff: "–, −∞")),
      .of(.pow, [0, 0.5], 0, [inf, 0], "0ʸ is 0 right of y = 0", Peers(forwardDiff: "–, 0")),
      .of(.pow, [0, 1], 0, [1, 0], "0ʸ is 0 right of y = 0"),
      .of(.pow, [0, 1.5], 0, [0, 0], "0ʸ is 0 right of y = 0"),
      .of(.pow, [0, 3], 0, [0, 0], "0ʸ is 0 right of y = 0"),
      .of(.pow, [0, inf], 0, [nan, 0], "∞·0 along x"),
      .formula(.powerOfConstantZero, [-0.5], inf, [-inf], "0ʸ is ∞ left of y = 0", Peers(forwardDiff: "−∞")),
      .formula(.powerOfConstantZero, [0], 1, [-inf], "0ʸ log 0 with 0⁰ = 1", Peers(forwardDiff: "−∞", jax: "0", casadi: "NaN")),
      .formula(.powerOfConstantZero, [0.5], 0, [0], "0ʸ is 0 right of y = 0", Peers(forwardDiff: "0")),
      .formula(.powerOfConstantZero, [1.5], 0, [0], "0ʸ is 0 right of y = 0"),
      .of(.pow, [1, inf], 1, [inf, 0], "1ʸ is 1 for every y; the slope along x grows with y"),
      .of(.pow, [inf, 0], 1, [0, inf], "x⁰ is 1 for every x; the slope along y grows with x"),
      .of(.pow, [inf, 2], inf, [inf, inf], "the limit"),
      .of(.pow, [inf, -1], 0, [0, 0], "the limit: log x grows more slowly than x"),
      .of(.pow, [2, inf], inf, [inf, inf], "the limit"),
      .of(.pow, [2, -inf], 0, [nan, 0], "∞·0 along x"),
    ])
}
