import TestSupport

private let inf = Double.infinity
private let nan = Double.nan
private let tenth = 1 / 2.302585092994045684

extension EdgeTable {
  static let roots = EdgeSection(
    title: "Roots",
    text: "At the end of the domain: the limit from inside.",
    rows: [
      .of(
        .sqrt, [0.0], 0, [inf], "limit from the right",
        Peers(forwardDiff: "∞", ceres: "NaN when passive", jax: "∞", pyTorch: "∞", casadi: "∞")),
      .of(.sqrt, [-0.0], -0.0, [inf], "either zero is the end of the domain"),
      .of(.sqrt, [-1], nan, [nan], "outside the domain"),
      .formula(
        .rootAndMore, [0, 2], 2, [inf, 1], "along y the root does not change: 1 + 0, not 1 + 0·∞",
        Peers(forwardDiff: "∞, NaN", ceres: "–, NaN")),
      .formula(.rootOfProduct, [0, 0], 0, [0, 0], "along x and along y the product does not change"),
      .formula(.rootOfProduct, [0, 1], 0, [inf, 0], "along y the product does not change"),
      .of(.cbrt, [0.0], 0, [inf], "both sides agree"),
      .of(.cbrt, [-0.0], -0.0, [inf], "both sides agree"),
      .of(.root1, [0], 0, [1], "the number itself"),
      .of(.root2, [0], 0, [inf], "limit from the right"),
      .of(.root2, [-0.0], -0.0, [inf], "either zero is the end of the domain"),
      .of(.root4, [0], 0, [inf], "limit from the right"),
      .of(.root4, [-1], nan, [nan], "outside the domain"),
      .of(.root5, [0], 0, [inf], "both sides agree"),
      .of(.root5, [-0.0], -0.0, [inf], "both sides agree"),
      .of(.root3, [-8], -2, [1 / 12.0], "odd roots of negative numbers are real"),
    ])

  static let logarithms = EdgeSection(
    title: "Logarithms",
    text: "At the pole: the limit from inside. Outside: NaN, not 1/x.",
    rows: [
      .of(.log, [0.0], -inf, [inf], "limit from the right"),
      .of(.log, [-0.0], -inf, [inf], "either zero is the end of the domain"),
      .of(.log, [-1], nan, [nan], "outside the domain"),
      .formula(.logarithmAndMore, [0, 2], -inf, [inf, 1], "along y the logarithm does not change"),
      .of(.log2, [0.0], -inf, [inf], "limit from the right"),
      .of(.log2, [-0.0], -inf, [inf], "either zero is the end of the domain"),
      .of(.log2, [-1], nan, [nan], "outside the domain"),
      .of(.log10, [0.0], -inf, [inf], "limit from the right"),
      .of(.log10, [-0.0], -inf, [inf], "either zero is the end of the domain"),
      .of(.log10, [1], 0, [tenth], "an ordinary point"),
      .of(.log10, [-1], nan, [nan], "outside the domain"),
      .of(.logOnePlus, [-1], -inf, [inf], "limit from the right"),
      .of(.logOnePlus, [-2], nan, [nan], "outside the domain"),
      .of(.logOnePlus, [-0.0], -0.0, [1], "an ordinary point"),
      .of(.xlogx, [0.0], 0, [-inf], "the value is the limit 0, the slope is log 0 + 1"),
      .of(.xlogx, [-0.0], 0, [-inf], "the value is the limit 0, the slope is log 0 + 1"),
      .of(.xlogx, [-1], nan, [nan], "outside the domain"),
      .of(.xlogy, [0, 0], 0, [-inf, 0], "x log y with x = 0: log 0 along x, and 0 for every y"),
      .of(.xlogy, [0, 2], 0, [0.6931471805599453, 0], "log y, and x/y"),
      .of(.xlogy, [0, inf], 0, [inf, 0], "0 for every y"),
      .of(.xlogy, [2, 0.0], -inf, [-inf, inf], "limit from the right"),
      .of(.xlogy, [2, -0.0], -inf, [-inf, inf], "either zero is the end of the domain"),
      .of(.xlogy, [1, -1], nan, [nan, nan], "outside the domain"),
      .of(.logit, [0.0], -inf, [inf], "limit from the right"),
      .of(.logit, [-0.0], -inf, [inf], "either zero is the end of the domain"),
      .of(.logit, [1], inf, [inf], "limit from the left"),
      .of(.logit, [2], nan, [nan], "outside the domain"),
      .of(.logit, [-1], nan, [nan], "outside the domain"),
    ])

  static let inverses = EdgeSection(
    title: "Inverse functions and tan",
    text: "At the end of the domain: the limit from inside.",
    rows: [
      .of(.asin, [1], .pi / 2, [inf], "limit from the left"),
      .of(.asin, [-1], -.pi / 2, [inf], "limit from the right"),
      .of(.asin, [2], nan, [nan], "outside the domain"),
      .of(.asin, [-0.0], -0.0, [1], "an ordinary point"),
      .of(.acos, [1], 0, [-inf], "limit from the left"),
      .of(.acos, [-1], .pi, [-inf], "limit from the right"),
      .of(.acos, [-2], nan, [nan], "outside the domain"),
      .of(.acosh, [1], 0, [inf], "limit from the right"),
      .of(.acosh, [0.5], nan, [nan], "outside the domain"),
      .of(.acosh, [-2], nan, [nan], "outside the domain"),
      .of(.atanh, [1], inf, [inf], "limit from the left"),
      .of(.atanh, [-1], -inf, [inf], "limit from the right"),
      .of(.atanh, [2], nan, [nan], "outside the domain"),
      .of(.atanh, [-0.0], -0.0, [1], "an ordinary point"),
      .of(.tan, [-0.0], -0.0, [1], "the poles of tan are no floating-point numbers: tan(π/2) is 1.6e16 and its slope finite"),
    ])

  static let gammas = EdgeSection(
    title: "Γ and its kin",
    text: "At the pole 0 the sign bit tells the side. At −1, −2, … no bit does: NaN, unless both sides agree.",
    rows: [
      .of(.gamma, [0.0], inf, [-inf], "both sides agree"),
      .of(.gamma, [-0.0], -inf, [-inf], "both sides agree"),
      .of(.gamma, [-1], nan, [nan], "the sides differ in value already"),
      .of(.logGamma, [0.0], inf, [-inf], "limit from the right"),
      .of(.logGamma, [-0.0], inf, [inf], "limit from the left"),
      .of(.logGamma, [-1], inf, [nan], "the sides are +∞ and −∞"),
      .of(.logGamma, [-2], inf, [nan], "the sides are +∞ and −∞"),
      .of(.digamma, [0.0], -inf, [inf], "limit from the right"),
      .of(.digamma, [-0.0], inf, [inf], "both sides agree"),
      .of(.digamma, [-1], nan, [inf], "the sides differ in value, not in slope"),
      .of(.trigamma, [0.0], inf, [-inf], "limit from the right"),
      .of(.trigamma, [-0.0], inf, [inf], "limit from the left"),
      .of(.trigamma, [-1], inf, [nan], "the sides are +∞ and −∞"),
    ])

  static let stationary = EdgeSection(
    title: "Infinite slopes of stationary numbers",
    text: """
      **These derivatives are wrong, or of functions that have none.** The inner function has the derivative 0 at the point, the outer one an
      infinite slope. A zero tangent counts as "does not change", because a number cannot tell that it is constant from that it has just
      stopped: rule 2. Write the composition as one function, `x` for ∛(x³). Where the 0 is that of a later factor, the product is NaN.
      """,
    rows: [
      .formula(.cbrtOfCube, [0], 0, [0], "true: 1"),
      .formula(.rootOfFifthPower, [0], 0, [0], "true: 1"),
      .formula(.reciprocalOfSquare, [0], inf, [0], "true: none, a pole of two sides"),
      .formula(.logarithmOfSquare, [0], -inf, [0], "true: none, a pole of two sides"),
      .formula(.rootOfSquare, [0], 0, [0], "true: none, the kink of |x|"),
      .formula(.rootPlusSquared, [0, 0], 0, [nan, 0], "true: 1, 0; the factor s = 0 of s·s meets √′ = ∞"),
      .formula(.timesRootAndMore, [0, 2], 0, [nan, 0], "true: 2, 0; the factor x = 0 meets √′ = ∞"),
    ])

  static let quotients = EdgeSection(
    title: "Products and quotients",
    text: "Where one factor is 0 and another infinite.",
    rows: [
      .formula(.reciprocal, [0.0], inf, [-inf], "both sides agree"),
      .formula(.reciprocal, [-0.0], -inf, [-inf], "both sides agree"),
      .formula(.reciprocal, [inf], 0, [0], "the limit"),
      .formula(.reciprocal, [-inf], -0.0, [0], "the limit"),
      .formula(.reciprocalAndMore, [0, 2], inf, [-inf, 1], "along y the reciprocal does not change"),
      .formula(.quotient, [1, 0.0], inf, [inf, -inf], "1/y and −x/y²"),
      .formula(.quotient, [1, -0.0], -inf, [-inf, -inf], "1/y and −x/y²"),
      .formula(.quotient, [0, 0], nan, [inf, nan], "1/y; but 0/0 has every value, along y too"),
      .formula(.quotient, [1, inf], 0, [0, 0], "the limit"),
      .formula(.quotient, [inf, 1], inf, [1, -inf], "1/y and −x/y²"),
      .formula(.quotient, [inf, inf], nan, [0, nan], "1/y; but ∞/∞ has every value, along y too"),
      .formula(.quotient, [inf, 0], inf, [inf, -inf], "1/y and −x/y²"),
      .formula(.product, [0, 0], 0, [0, 0], "y and x"),
      .formula(
        .product, [0, inf], nan, [inf, 0],
        "y and x; forward mode forms x·ẏ + y·ẋ without a test for ẋ = 0, and 0·∞ is NaN", inForwardMode: [inf, nan]),
      .formula(
        .product, [inf, inf], inf, [inf, inf],
        "y and x; forward mode forms x·ẏ + y·ẋ without a test for ẋ = 0, and 0·∞ is NaN", inForwardMode: [nan, nan]),
      .formula(
        .product, [2, inf], inf, [inf, 2],
        "y and x; forward mode forms x·ẏ + y·ẋ without a test for ẋ = 0, and 0·∞ is NaN", inForwardMode: [inf, nan]),
    ])
}
