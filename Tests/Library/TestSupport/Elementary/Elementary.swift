import Derivatives

/// Every elementary function, callable with every number type: what the tests of all modes run through.
///
/// A name with a number fixes an argument: `root5(x)` is the fifth root, `powerTwoAndAHalf(x)` is x^2.5 with a constant exponent.
public enum Elementary: String, CaseIterable, Sendable, ScalarFunction, CustomStringConvertible {
  case exp, expMinusOne, exp2, exp10, log, logOnePlus, log2, log10
  case sqrt, cbrt, root1, root2, root3, root4, root5, power0, power1, power2, power3, powerMinus1, powerMinus2, powerTwoAndAHalf
  case sin, cos, tan, sinPi, cosPi, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case abs, sign, floor, ceil, round, trunc, relu
  case erf, erfc, gaussian, gamma, logGamma, digamma, trigamma, tetragamma, sigmoid, softplus, logit, xlogx
  case oneMinusSquare, sigmoidSlope, cosine
  case pow, hypot, atan2, max, min, copysign, remainder, fmod, xlogy, sincos
  case hypot3, multiplyAdd, clamp, sum, dot, norm, logSumExp, softmax

  public var description: String { rawValue }

  /// f(x), where `x` has ``argumentCount`` entries.
  public func callAsFunction<S: Scalar>(_ x: [S]) -> S { evaluate(self, x) }

  public var argumentCount: Int { domains.count }

  /// Of one argument.
  public static let unary = allCases.filter { $0.argumentCount == 1 }
  /// One rule of the table each; the others are composed of several.
  public static let rules = allCases.filter { ![.softmax, .sincos, .clamp].contains($0) }

  /// That many points of the domain.
  public func points(_ count: Int, _ generator: inout SeededGenerator) -> [[Double]] {
    (0..<count).map { _ in domains.map { generator.uniform($0.lowerBound, $0.upperBound) } }
  }

  /// Where the function is smooth but for single points, an interval an argument.
  public var domains: [ClosedRange<Double>] {
    switch self {
    case .exp, .expMinusOne, .exp2, .sinh, .cosh, .tanh, .asinh, .atan, .sin, .cos, .sigmoid, .sigmoidSlope, .softplus: [-8...8]
    case .exp10, .abs, .sign, .floor, .ceil, .round, .trunc, .relu, .sinPi, .cosPi, .erf, .gaussian, .sincos, .oneMinusSquare: [-4...4]
    case .root1, .root3, .root5, .cbrt, .power0, .power1, .power2, .power3, .powerMinus1, .powerMinus2: [-4...4]
    case .erfc: [-3...9]
    case .log, .log2, .log10, .sqrt, .root2, .root4, .powerTwoAndAHalf, .xlogx: [0.01...20]
    case .logOnePlus: [-0.9...9]
    case .tan: [-1.4...1.4]
    case .asin, .acos, .atanh: [-0.95...0.95]
    case .acosh: [1.01...20]
    case .gamma, .logGamma, .digamma, .trigamma, .tetragamma: [-3.9...12]
    case .logit: [0.02...0.98]
    case .pow: [0.05...5, -4...4]
    case .hypot, .cosine, .atan2, .max, .min, .copysign, .remainder, .fmod: [-4...4, -4...4]
    case .xlogy: [-4...4, 0.05...9]
    case .hypot3, .multiplyAdd, .norm, .logSumExp, .softmax: [-4...4, -4...4, -4...4]
    case .clamp: [-4...4, -2 ... -1, 1...2]
    case .sum: [-4...4, -4...4, -4...4, -4...4, -4...4]
    case .dot: [-4...4, -4...4, -4...4, -4...4, -4...4, -4...4]
    }
  }
}

/// Outside of the enumeration, whose cases would hide the functions of the same names.
private func evaluate<S: Scalar>(_ function: Elementary, _ x: [S]) -> S {
  switch function {
  case .exp: exp(x[0])
  case .expMinusOne: expMinusOne(x[0])
  case .exp2: exp2(x[0])
  case .exp10: exp10(x[0])
  case .log: log(x[0])
  case .logOnePlus: log(onePlus: x[0])
  case .log2: log2(x[0])
  case .log10: log10(x[0])
  case .sqrt: sqrt(x[0])
  case .cbrt: cbrt(x[0])
  case .root1: root(x[0], 1)
  case .root2: root(x[0], 2)
  case .root3: root(x[0], 3)
  case .root4: root(x[0], 4)
  case .root5: root(x[0], 5)
  case .power0: pow(x[0], 0 as Int)
  case .power1: pow(x[0], 1 as Int)
  case .power2: pow(x[0], 2 as Int)
  case .power3: pow(x[0], 3 as Int)
  case .powerMinus1: pow(x[0], -1 as Int)
  case .powerMinus2: pow(x[0], -2 as Int)
  case .powerTwoAndAHalf: pow(x[0], S(2.5))
  case .sin: sin(x[0])
  case .cos: cos(x[0])
  case .tan: tan(x[0])
  case .sinPi: sinPi(x[0])
  case .cosPi: cosPi(x[0])
  case .asin: asin(x[0])
  case .acos: acos(x[0])
  case .atan: atan(x[0])
  case .sinh: sinh(x[0])
  case .cosh: cosh(x[0])
  case .tanh: tanh(x[0])
  case .asinh: asinh(x[0])
  case .acosh: acosh(x[0])
  case .atanh: atanh(x[0])
  case .abs: abs(x[0])
  case .sign: sign(x[0])
  case .floor: floor(x[0])
  case .ceil: ceil(x[0])
  case .round: round(x[0])
  case .trunc: trunc(x[0])
  case .relu: relu(x[0])
  case .erf: erf(x[0])
  case .erfc: erfc(x[0])
  case .gaussian: ._gaussian(x[0])
  case .oneMinusSquare: ._oneMinusSquare(x[0])
  case .sigmoidSlope: ._sigmoidSlope(x[0])
  case .cosine: ._cosine(x[0], x[1])
  case .gamma: gamma(x[0])
  case .logGamma: logGamma(x[0])
  case .digamma: digamma(x[0])
  case .trigamma: polygamma(1, x[0])
  case .tetragamma: polygamma(2, x[0])
  case .sigmoid: sigmoid(x[0])
  case .softplus: softplus(x[0])
  case .logit: logit(x[0])
  case .xlogx: xlogx(x[0])
  case .pow: pow(x[0], x[1])
  case .hypot: hypot(x[0], x[1])
  case .atan2: atan2(x[0], x[1])
  case .max: max(x[0], x[1])
  case .min: min(x[0], x[1])
  case .copysign: copysign(x[0], x[1])
  case .remainder: remainder(x[0], x[1])
  case .fmod: fmod(x[0], x[1])
  case .xlogy: xlogy(x[0], x[1])
  case .sincos: sincos(x[0]).sin * sincos(x[0]).cos
  case .hypot3: hypot(x[0], x[1], x[2])
  case .multiplyAdd: multiplyAdd(x[0], x[1], x[2])
  case .clamp: clamp(x[0], x[1], x[2])
  case .sum: sum(x)
  case .dot: dot(x[0..<3], x[3..<6])
  case .norm: norm(x)
  case .logSumExp: logSumExp(x)
  case .softmax: softmax(x)[0]
  }
}
