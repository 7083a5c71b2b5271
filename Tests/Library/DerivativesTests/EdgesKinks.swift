import TestSupport

private let inf = Double.infinity
private let nan = Double.nan

private let absPeers = Peers(forwardDiff: "1", ceres: "1", jax: "1", pyTorch: "0", casadi: "0")
private let absPeersLeft = Peers(forwardDiff: "−1", ceres: "−1", jax: "1", pyTorch: "0", casadi: "0")
private let maxPeers = Peers(forwardDiff: "0, 1", ceres: "½, ½", jax: "½, ½", pyTorch: "½, ½", casadi: "½, ½")
private let minPeers = Peers(forwardDiff: "1, 0", ceres: "½, ½", jax: "½, ½", casadi: "½, ½")
private let clampPeers = Peers(forwardDiff: "of the branch", ceres: "of the branch", jax: "0", pyTorch: "1")
private let stepPeers = Peers(forwardDiff: "not a dual", ceres: "0", jax: "0", pyTorch: "0")

extension EdgeTable {
  static let kinks = EdgeSection(
    title: "Kinks and ties",
    text:
      "The function is continuous, its slope jumps. The derivative is that of the branch the value is taken from, at 0 the one from the left.",
    rows: [
      .of(.abs, [0.0], 0, [-1], "from the left; ±1, so that |x|² has the derivatives of x²", absPeers),
      .of(.abs, [-0.0], 0, [-1], "from the left", absPeersLeft),
      .formula(.absSquared, [0], 0, [0], "as x²"),
      .formula(.largerOfBoth, [0.0], -0.0, [-1], "max takes the second of two equal numbers: abs′(0)"),
      .of(.relu, [0.0], 0, [0], "from the left", Peers(pyTorch: "0")),
      .of(.relu, [-0.0], 0, [0], "from the left", Peers(pyTorch: "0")),
      .formula(.maxWithZero, [0], 0, [0], "the second of two equal numbers is the constant"),
      .formula(.maxOfZero, [0], 0, [1], "the second of two equal numbers is x: the order of the arguments counts"),
      .formula(.minWithZero, [0], 0, [1], "the first of two equal numbers is x"),
      .formula(.minOfZero, [0], 0, [0], "the first of two equal numbers is the constant"),
      .of(.max, [3, 3], 3, [0, 1], "the second of two equal numbers, with its derivative", maxPeers),
      .of(.max, [0.0, -0.0], -0.0, [0, 1], "equal: the second", maxPeers),
      .of(.max, [-0.0, 0.0], 0, [0, 1], "equal: the second", maxPeers),
      .of(.max, [inf, inf], inf, [0, 1], "equal: the second"),
      .of(.max, [-inf, -inf], -inf, [0, 1], "equal: the second"),
      .of(.min, [3, 3], 3, [1, 0], "the first of two equal numbers, so that max + min = x + y", minPeers),
      .of(.min, [0.0, -0.0], 0, [1, 0], "equal: the first", minPeers),
      .of(.min, [-0.0, 0.0], -0.0, [1, 0], "equal: the first", minPeers),
      .of(.min, [inf, inf], inf, [1, 0], "equal: the first"),
      .formula(.maxPlusMin, [3, 3], 6, [1, 1], "max and min take different ones of two equal numbers"),
      .of(.clamp, [-1, -1, 1], -1, [1, 0, 0], "on a bound the number itself is taken: it is inside", clampPeers),
      .of(.clamp, [1, -1, 1], 1, [1, 0, 0], "on a bound the number itself is taken: it is inside", clampPeers),
      .of(.clamp, [2, 2, 2], 2, [1, 0, 0], "on both bounds: inside", clampPeers),
      .of(.clamp, [-3, -1, 1], -1, [0, 1, 0], "below: the lower bound is taken"),
      .of(.clamp, [inf, -1, 1], 1, [0, 0, 1], "above: the upper bound is taken"),
    ])

  static let steps = EdgeSection(
    title: "Steps",
    text: "The value jumps. The derivative is that of the constant piece, 0, at the jump too.",
    rows: [
      .of(.floor, [2], 2, [0], "a piece is constant", stepPeers),
      .of(.floor, [-0.0], -0.0, [0], "a piece is constant", stepPeers),
      .of(.ceil, [2], 2, [0], "a piece is constant", stepPeers),
      .of(.round, [2.5], 3, [0], "a piece is constant", stepPeers),
      .of(.round, [-2.5], -3, [0], "a piece is constant", stepPeers),
      .of(.round, [-0.25], -0.0, [0], "a piece is constant", stepPeers),
      .of(.trunc, [-2], -2, [0], "a piece is constant"),
      .of(.sign, [0.0], 0, [0], "a piece is constant; sign(0) is 0", stepPeers),
      .of(.sign, [-0.0], -0.0, [0], "a piece is constant", stepPeers),
      .of(.copysign, [2, 0.0], 2, [1, 0], "y counts by its sign bit only; +0 is positive"),
      .of(.copysign, [2, -0.0], -2, [-1, 0], "y counts by its sign bit only; −0 is negative"),
      .of(.copysign, [0.0, 3], 0, [-1, 0], "abs′(0), times the sign of y"),
      .of(.copysign, [-0.0, 3], 0, [-1, 0], "abs′(0), times the sign of y"),
      .of(.copysign, [-0.0, -3], -0.0, [1, 0], "abs′(0), times the sign of y"),
      .of(.fmod, [6, 3], 0, [1, -2], "x − n·y with the n of the value", Peers(forwardDiff: "NaN", jax: "−n for y")),
      .of(.fmod, [-6, 3], -0.0, [1, 2], "x − n·y with the n of the value", Peers(forwardDiff: "NaN", jax: "−n for y")),
      .of(.fmod, [-0.0, 3], -0.0, [1, 0], "n = 0"),
      .of(.fmod, [2, inf], 2, [1, 0], "n = 0"),
      .of(.fmod, [2, 0], nan, [nan, nan], "there is no remainder of a division by 0"),
      .of(.fmod, [inf, 2], nan, [nan, nan], "n is infinite"),
      .of(.remainder, [6, 3], 0, [1, -2], "x − n·y with the n of the value", Peers(forwardDiff: "NaN")),
      .of(.remainder, [1, 2], 1, [1, 0], "halfway the even n, here 0"),
      .of(.remainder, [3, 2], -1, [1, -2], "halfway the even n, here 2"),
      .of(.remainder, [-3, 2], 1, [1, 2], "halfway the even n, here −2"),
      .of(.remainder, [-0.0, 2], -0.0, [1, 0], "n = 0"),
      .of(.remainder, [2, inf], 2, [1, 0], "n = 0"),
      .of(.remainder, [2, 0], nan, [nan, nan], "there is no remainder of a division by 0"),
      .of(.remainder, [inf, 2], nan, [nan, nan], "n is infinite"),
    ])
}
