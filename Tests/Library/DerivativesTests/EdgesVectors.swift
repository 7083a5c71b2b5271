import TestSupport

private let inf = Double.infinity
private let nan = Double.nan
private let originPeers = Peers(forwardDiff: "NaN", ceres: "NaN", jax: "½, ½ (inferred)", casadi: "NaN")
private let anglePeers = Peers(forwardDiff: "NaN", ceres: "NaN", jax: "NaN", casadi: "NaN")

extension EdgeTable {
  static let geometry = EdgeSection(
    title: "Lengths and angles",
    text: "A length has a kink at the origin; 0 is the centre of its subgradients, the unit ball. An angle has no limit there.",
    rows: [
      .of(.hypot, [0, 0], 0, [0, 0], "the centre of the unit disc of subgradients", originPeers),
      .of(.hypot, [-0.0, 0], 0, [0, 0], "the centre of the unit disc of subgradients", originPeers),
      .formula(
        .normSquared, [0, 0], 0, [0, 0], "as x² + y²", Peers(forwardDiff: "NaN", ceres: "NaN", jax: "NaN", pyTorch: "0", casadi: "NaN")),
      .of(.hypot, [3, 0], 3, [1, 0], "an ordinary point on an axis"),
      .of(.hypot, [0, -3], 3, [0, -1], "an ordinary point on an axis"),
      .of(.hypot, [inf, 3], inf, [1, 0], "the limit"),
      .of(
        .hypot, [-inf, inf], inf, [-0.5.squareRoot(), 0.5.squareRoot()], "the limit of numbers that grow together, as in C's atan2(∞, ∞)"),
      .of(.hypot3, [0, 0, 0], 0, [0, 0, 0], "the centre of the unit ball of subgradients"),
      .of(.hypot3, [0, 0, -2], 2, [0, 0, -1], "an ordinary point on an axis"),
      .of(.norm, [0, 0], 0, [0, 0], "the centre of the unit disc of subgradients"),
      .of(.norm, [0], 0, [0], "the centre of the interval of subgradients"),
      .of(.norm, [-2], 2, [-1], "an ordinary point"),
      .of(.norm, [inf, 3], inf, [1, 0], "the limit"),
      .of(.norm, [-inf, inf, inf, inf], inf, [-0.5, 0.5, 0.5, 0.5], "the limit of numbers that grow together"),
      .of(.hypot3, [3, -inf, 4], inf, [0, -1, 0], "the limit"),
      .of(.norm, [], 0, [], "nothing has the length 0"),
      .of(.atan2, [0.0, 0.0], 0, [nan, nan], "every angle is a limit: there is no derivative to give", anglePeers),
      .of(.atan2, [-0.0, -0.0], -.pi, [nan, nan], "every angle is a limit: there is no derivative to give", anglePeers),
      .of(.atan2, [0, 2], 0, [0.5, 0], "an ordinary point on an axis"),
      .of(.atan2, [2, 0], .pi / 2, [0, -0.5], "an ordinary point on an axis"),
      .of(.atan2, [0.0, -2], .pi, [-0.5, 0], "the cut: the value jumps, the slope does not"),
      .of(.atan2, [-0.0, -2], -.pi, [-0.5, 0], "the cut: the value jumps, the slope does not"),
      .of(.atan2, [inf, 2], .pi / 2, [0, 0], "the limit"),
      .of(.atan2, [2, inf], 0, [0, 0], "the limit"),
      .of(.atan2, [inf, inf], .pi / 4, [0, 0], "the limit"),
    ])

  static let sums = EdgeSection(
    title: "Many numbers",
    text: "The derivatives of logSumExp are shares of a whole, those of softmax; equal infinite entries have equal shares in the limit.",
    rows: [
      .of(.logSumExp, [1, 1], 1.6931471805599454, [0.5, 0.5], "equal entries have equal shares"),
      .of(.logSumExp, [0, 0, 0, 0], 1.3862943611198906, [0.25, 0.25, 0.25, 0.25], "equal entries have equal shares"),
      .of(.logSumExp, [-inf, 1], 1, [0, 1], "exp(−∞) = 0: no share"),
      .of(.logSumExp, [-inf, -inf], -inf, [0.5, 0.5], "the limit of equal entries: equal shares"),
      .of(.logSumExp, [-inf], -inf, [1], "the number itself"),
      .of(.logSumExp, [inf, 1], inf, [1, 0], "the infinite entry is the whole"),
      .of(.logSumExp, [inf, inf], inf, [0.5, 0.5], "the limit of equal entries: equal shares"),
      .of(.logSumExp, [inf, -inf], inf, [1, 0], "the infinite entry is the whole"),
      .of(.logSumExp, [5], 5, [1], "the number itself"),
      .of(.logSumExp, [], -inf, [], "log 0"),
      .formula(.softmaxOfTwo, [1, 1], 0.5, [0.25, -0.25], "equal entries have equal shares"),
      .formula(.softmaxOfTwo, [-inf, 1], 0, [0, 0], "exp(−∞) = 0: no share"),
      .formula(.softmaxOfTwo, [1, -inf], 1, [0, 0], "the whole"),
      .formula(.softmaxOfTwo, [-inf, -inf], 0.5, [0.25, -0.25], "the limit of equal entries: equal shares"),
      .formula(.softmaxOfTwo, [inf, 1], 1, [0, 0], "one infinite entry is the whole"),
      .formula(.softmaxOfTwo, [inf, inf], 0.5, [0.25, -0.25], "the limit of equal entries: equal shares"),
      .formula(.softmaxOfTwo, [1, nan], nan, [nan, nan], "NaN in one share is NaN in all"),
      .of(.sum, [], 0, [], "nothing adds up to 0"),
      .of(.sum, [inf, 1], inf, [1, 1], "linear"),
      .of(.sum, [inf, -inf], nan, [1, 1], "linear, whatever the value"),
      .of(.dot, [1, 0, 2, 0, inf, 3], nan, [0, inf, 3, 1, 0, 2], "the other factor: no term of another product enters"),
      .of(.multiplyAdd, [0, inf, 1], nan, [inf, 0, 1], "the other factor, and 1"),
    ])
}
