import Derivatives

// The vocabulary of the programs. The raw value of an operation is its Swift text, `#` standing for the operand: what a
// program is printed as is what it does.

/// Of one number.
public enum Unary: String, CaseIterable, Sendable {
  case exp = "exp(#)"
  case expMinusOne = "expMinusOne(#)"
  case exp2 = "exp2(#)"
  case exp10 = "exp10(#)"
  case log = "log(#)"
  case logOnePlus = "log(onePlus: #)"
  case log2 = "log2(#)"
  case log10 = "log10(#)"
  case sqrt = "sqrt(#)"
  case cbrt = "cbrt(#)"
  case sin = "sin(#)"
  case cos = "cos(#)"
  case tan = "tan(#)"
  case sinPi = "sinPi(#)"
  case cosPi = "cosPi(#)"
  case asin = "asin(#)"
  case acos = "acos(#)"
  case atan = "atan(#)"
  case sinh = "sinh(#)"
  case cosh = "cosh(#)"
  case tanh = "tanh(#)"
  case asinh = "asinh(#)"
  case acosh = "acosh(#)"
  case atanh = "atanh(#)"
  case abs = "abs(#)"
  case sign = "sign(#)"
  case floor = "floor(#)"
  case ceil = "ceil(#)"
  case round = "round(#)"
  case trunc = "trunc(#)"
  case erf = "erf(#)"
  case erfc = "erfc(#)"
  case gamma = "gamma(#)"
  case logGamma = "logGamma(#)"
  case digamma = "digamma(#)"
  case trigamma = "polygamma(1, #)"
  case tetragamma = "polygamma(2, #)"
  case sigmoid = "sigmoid(#)"
  case softplus = "softplus(#)"
  case logit = "logit(#)"
  case xlogx = "xlogx(#)"
  case relu = "relu(#)"
  case sineTimesCosine = "sincos(#).sin * sincos(#).cos"
  case root4 = "root(#, 4)"
  case root5 = "root(#, 5)"
  case power0 = "pow(#, 0 as Int)"
  case power3 = "pow(#, 3 as Int)"
  case powerMinus1 = "pow(#, -1 as Int)"
  case powerMinus2 = "pow(#, -2 as Int)"
  // literals, which the optimiser may know more about than the interpreter
  case squareRootAsPower = "pow(#, 0.5)"
  case powerOfTwo = "pow(2, #)"
  case negative = "-#"
  case square = "# * #"
  case twice = "2 * #"
  case half = "# / 2"
  case reciprocal = "1 / #"
  case complement = "1 - #"
  case fromZero = "0 - #"
  case plusZero = "# + 0"
  case negated = "negated(#)"
  case magnitude = "#.magnitude"
  case customRule = ".applying(Bump(), to: #)"
  case wrongRule = ".applying(WrongSlope(), to: #)"

  /// What programs are made of.
  public static let right = allCases.filter { $0 != .wrongRule }
  /// The values are smooth and of moderate size wherever the argument is.
  static let tame: [Unary] = [
    .sin, .cos, .tanh, .atan, .sigmoid, .erf, .asinh, .softplus, .negative, .half, .complement, .plusZero, .fromZero, .twice,
    .negated, .customRule, .abs, .relu, .magnitude, .square,
  ]
}

/// Of two numbers.
public enum Binary: String, CaseIterable, Sendable {
  case add = "# + @"
  case subtract = "# - @"
  case multiply = "# * @"
  case divide = "# / @"
  case pow = "pow(#, @)"
  case hypot = "hypot(#, @)"
  case atan2 = "atan2(#, @)"
  case max = "max(#, @)"
  case min = "min(#, @)"
  case copysign = "copysign(#, @)"
  case remainder = "remainder(#, @)"
  case fmod = "fmod(#, @)"
  case xlogy = "xlogy(#, @)"

  static let tame: [Binary] = [.add, .subtract, .multiply, .add, .subtract, .multiply, .atan2, .max, .min, .hypot]
}

/// Of a number and a plain number, by the operators that have one beside the other.
public enum Plain: String, CaseIterable, Sendable {
  case add = "# + @"
  case addTo = "@ + #"
  case subtract = "# - @"
  case subtractFrom = "@ - #"
  case multiply = "# * @"
  case multiplyBy = "@ * #"
  case divide = "# / @"
  case divideInto = "@ / #"
}

/// Of three numbers.
public enum Ternary: String, CaseIterable, Sendable {
  case multiplyAdd = "multiplyAdd(#, @, %)"
  case clamp = "clamp(#, min(@, %), max(@, %))"
  case hypot = "hypot(#, @, %)"
}

public enum Comparison: String, CaseIterable, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case equal = "=="
}

/// In place.
public enum Assignment: String, CaseIterable, Sendable {
  case add = "+="
  case subtract = "-="
  case multiply = "*="
  case divide = "/="
}

/// Of many numbers to one.
public enum Reduction: String, CaseIterable, Sendable {
  case sum, norm, logSumExp
}

/// exp(−x²/2) by a rule of one's own.
public struct Bump: UnaryRule {
  public init() {}
  public func value(_ x: Double) -> Double { exp(-x * x / 2) }
  public func derivative<S: Scalar>(_ x: S, value y: S) -> S { -(x * y) }
}

/// A rule whose slope is that of another function: what the fuzzer must find.
public struct WrongSlope: UnaryRule {
  public init() {}
  public func value(_ x: Double) -> Double { sin(x) }
  public func derivative<S: Scalar>(_ x: S, value y: S) -> S { 1 - x * x / 2 }
}

/// (x e^y, x² − y) by a rule of one's own.
public struct Pair: VectorRule {
  public init() {}
  public func value(_ x: [Double]) -> [Double] { [x[0] * exp(x[1]), x[0] * x[0] - x[1]] }
  public func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] {
    [[exp(x[1]), y[0]], [2 * x[0], -1]]
  }
}
