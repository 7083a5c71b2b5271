import TestSupport

private let inf = Double.infinity
private let nan = Double.nan

extension EdgeTable {
  static let infinities = EdgeSection(
    title: "Infinite arguments",
    text: "Where value and slope have limits, these; where not, NaN.",
    rows: smoothAtInfinity.flatMap { $0 } + boundedAtInfinity.flatMap { $0 })

  private static let smoothAtInfinity: [[EdgeRow]] = [
    .atInfinity(.exp, (0, 0), (inf, inf)), .atInfinity(.expMinusOne, (-1, 0), (inf, inf)), .atInfinity(.exp2, (0, 0), (inf, inf)),
    .atInfinity(.exp10, (0, 0), (inf, inf)),
    .atInfinity(.log, (nan, nan), (inf, 0)), .atInfinity(.log2, (nan, nan), (inf, 0)), .atInfinity(.log10, (nan, nan), (inf, 0)),
    .atInfinity(.logOnePlus, (nan, nan), (inf, 0)),
    .atInfinity(.sqrt, (nan, nan), (inf, 0)), .atInfinity(.cbrt, (-inf, 0), (inf, 0)), .atInfinity(.root4, (nan, nan), (inf, 0)),
    .atInfinity(.root5, (-inf, 0), (inf, 0)),
    .atInfinity(.power0, (1, 0), (1, 0), "a constant"), .atInfinity(.power1, (-inf, 1), (inf, 1)),
    .atInfinity(.power2, (inf, -inf), (inf, inf)), .atInfinity(.power3, (-inf, inf), (inf, inf)),
    .atInfinity(.powerMinus1, (-0.0, 0), (0, 0)), .atInfinity(.powerMinus2, (0, 0), (0, 0)),
    [
      .of(.powerTwoAndAHalf, [-inf], inf, [inf], "C's value, although x^2.5 is not real for x < 0"),
      .of(.powerTwoAndAHalf, [inf], inf, [inf], "the limit"),
    ],
    .atInfinity(.sin, (nan, nan), (nan, nan), "no limit"), .atInfinity(.cos, (nan, nan), (nan, nan), "no limit"),
    .atInfinity(.tan, (nan, nan), (nan, nan), "no limit"), .atInfinity(.sinPi, (nan, nan), (nan, nan), "no limit"),
    .atInfinity(.cosPi, (nan, nan), (nan, nan), "no limit"),
    .atInfinity(.asin, (nan, nan), (nan, nan), "outside the domain"), .atInfinity(.acos, (nan, nan), (nan, nan), "outside the domain"),
    .atInfinity(.atan, (-.pi / 2, 0), (.pi / 2, 0)),
  ]

  private static let boundedAtInfinity: [[EdgeRow]] = [
    .atInfinity(.sinh, (-inf, inf), (inf, inf)), .atInfinity(.cosh, (inf, -inf), (inf, inf)), .atInfinity(.tanh, (-1, 0), (1, 0)),
    .atInfinity(.asinh, (-inf, 0), (inf, 0)), .atInfinity(.acosh, (nan, nan), (inf, 0)),
    .atInfinity(.atanh, (nan, nan), (nan, nan), "outside the domain"),
    .atInfinity(.abs, (inf, -1), (inf, 1)), .atInfinity(.relu, (0, 0), (inf, 1)),
    .atInfinity(.sign, (-1, 0), (1, 0), "a step"), .atInfinity(.floor, (-inf, 0), (inf, 0), "a step"),
    .atInfinity(.ceil, (-inf, 0), (inf, 0), "a step"), .atInfinity(.round, (-inf, 0), (inf, 0), "a step"),
    .atInfinity(.trunc, (-inf, 0), (inf, 0), "a step"),
    .atInfinity(.erf, (-1, 0), (1, 0)), .atInfinity(.erfc, (2, 0), (0, 0)),
    .atInfinity(.gamma, (nan, nan), (inf, inf)), .atInfinity(.digamma, (nan, nan), (inf, 0)),
    .atInfinity(.trigamma, (nan, nan), (0, 0)),
    .atInfinity(.sigmoid, (0, 0), (1, 0)), .atInfinity(.softplus, (0, 0), (inf, 1)),
    .atInfinity(.logit, (nan, nan), (nan, nan), "outside the domain"), .atInfinity(.xlogx, (nan, nan), (inf, inf)),
    [
      .of(.logGamma, [-inf], inf, [nan], "C's value; the slope has no limit"), .of(.logGamma, [inf], inf, [inf], "the limit"),
    ],
  ]

  static let notNumbers = EdgeSection(
    title: "NaN",
    text: """
      NaN goes in, NaN comes out, in the value and in the derivative with respect to the argument that is NaN. A test asks this of every
      function and every argument. These are all the exceptions; the values are those of C.
      """,
    rows: [
      .of(.relu, [nan], nan, [1], "the number itself is taken"),
      .of(.max, [nan, 1], nan, [1, 0], "the NaN is taken, with its derivative"),
      .of(.max, [1, nan], nan, [0, 1], "the NaN is taken, with its derivative"),
      .of(.min, [nan, 1], nan, [1, 0], "the NaN is taken, with its derivative"),
      .of(.min, [1, nan], nan, [0, 1], "the NaN is taken, with its derivative"),
      .of(.clamp, [nan, -1, 1], nan, [1, 0, 0], "the NaN is taken, with its derivative"),
      .of(.clamp, [0, nan, 1], nan, [0, 1, 0], "the NaN is taken, with its derivative"),
      .of(.clamp, [0, -1, nan], nan, [0, 0, 1], "the NaN is taken, with its derivative"),
      .of(.clamp, [-2, -1, nan], -1, [0, 1, 0], "the number is below the lower bound, whatever the upper is"),
      .of(.sum, [nan, 1], nan, [1, 1], "linear, whatever the value"),
      .of(.dot, [nan, 0, 0, 2, 0, 0], nan, [2, 0, 0, nan, 0, 0], "linear in each factor"),
      .of(.xlogy, [nan, 1], nan, [0, nan], "linear in x"),
      .of(.multiplyAdd, [nan, 2, 1], nan, [2, nan, 1], "linear in each factor"),
      .of(.root1, [nan], nan, [1], "the number itself"),
      .of(.power1, [nan], nan, [1], "the number itself"),
      .of(.power0, [nan], 1, [0], "the constant 1"),
      .of(.pow, [nan, 0], 1, [0, nan], "x⁰ is 1 for every x"),
      .of(.pow, [1, nan], 1, [nan, 0], "1ʸ is 1 for every y"),
      .of(.hypot, [inf, nan], inf, [nan, nan], "infinite, whatever y is"),
      .of(.copysign, [2, .nan], 2, [nan, nan], "the value takes the sign bit of NaN; it means nothing, so there is no slope"),
    ])
}

extension [EdgeRow] {
  static func atInfinity(
    _ function: Elementary, _ left: (Double, Double), _ right: (Double, Double), _ reason: String = "the limit"
  ) -> [EdgeRow] { EdgeRow.atInfinity(function, left, right, reason) }
}
