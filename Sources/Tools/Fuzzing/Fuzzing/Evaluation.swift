import Derivatives
import TestNumbers

// Outside of the enumerations, whose cases would hide the functions of the same names. Each is a function of its own in
// the machine code: one for every number type is enough.

@inline(never) func evaluate<S: Scalar>(_ function: Unary, _ x: S) -> S {
  switch function {
  case .exp: exp(x)
  case .expMinusOne: expMinusOne(x)
  case .exp2: exp2(x)
  case .exp10: exp10(x)
  case .log: log(x)
  case .logOnePlus: log(onePlus: x)
  case .log2: log2(x)
  case .log10: log10(x)
  case .sqrt: sqrt(x)
  case .cbrt: cbrt(x)
  case .sin: sin(x)
  case .cos: cos(x)
  case .tan: tan(x)
  case .sinPi: sinPi(x)
  case .cosPi: cosPi(x)
  case .asin: asin(x)
  case .acos: acos(x)
  case .atan: atan(x)
  case .sinh: sinh(x)
  case .cosh: cosh(x)
  case .tanh: tanh(x)
  case .asinh: asinh(x)
  case .acosh: acosh(x)
  case .atanh: atanh(x)
  case .abs: abs(x)
  case .sign: sign(x)
  case .floor: floor(x)
  case .ceil: ceil(x)
  case .round: round(x)
  case .trunc: trunc(x)
  case .erf: erf(x)
  case .erfc: erfc(x)
  case .gamma: gamma(x)
  case .logGamma: logGamma(x)
  case .digamma: digamma(x)
  case .trigamma: polygamma(1, x)
  case .tetragamma: polygamma(2, x)
  case .sigmoid: sigmoid(x)
  case .softplus: softplus(x)
  case .logit: logit(x)
  case .xlogx: xlogx(x)
  case .relu: relu(x)
  case .sineTimesCosine: sincos(x).sin * sincos(x).cos
  case .root4: root(x, 4)
  case .root5: root(x, 5)
  case .power0: pow(x, 0 as Int)
  case .power3: pow(x, 3 as Int)
  case .powerMinus1: pow(x, -1 as Int)
  case .powerMinus2: pow(x, -2 as Int)
  case .squareRootAsPower: pow(x, 0.5)
  case .powerOfTwo: pow(2, x)
  case .negative: -x
  case .square: x * x
  case .twice: 2 * x
  case .half: x / 2
  case .reciprocal: 1 / x
  case .complement: 1 - x
  case .fromZero: 0 - x
  case .plusZero: x + 0
  case .negated: negated(x)
  case .magnitude: x.magnitude
  case .customRule: custom(x)
  case .wrongRule: S.self == DoubleDouble.self ? sin(x) : S.applying(WrongSlope(), to: x)
  }
}

// A rule's value is of type `Double`; in double-double the functions themselves have all digits.

private func custom<S: Scalar>(_ x: S) -> S {
  S.self == DoubleDouble.self ? exp(-x * x / 2) : S.applying(Bump(), to: x)
}
func custom<S: Scalar>(_ x: [S]) -> [S] {
  S.self == DoubleDouble.self ? [x[0] * exp(x[1]), x[0] * x[0] - x[1]] : S.applying(Pair(), to: x)
}

/// −x in place.
public func negated<S: Scalar>(_ x: S) -> S {
  var y = x
  y.negate()
  return y
}

@inline(never) func evaluate<S: Scalar>(_ function: Binary, _ x: S, _ y: S) -> S {
  switch function {
  case .add: x + y
  case .subtract: x - y
  case .multiply: x * y
  case .divide: x / y
  case .pow: pow(x, y)
  case .hypot: hypot(x, y)
  case .atan2: atan2(x, y)
  case .max: max(x, y)
  case .min: min(x, y)
  case .copysign: copysign(x, y)
  case .remainder: remainder(x, y)
  case .fmod: fmod(x, y)
  case .xlogy: xlogy(x, y)
  }
}

@inline(never) func evaluate<S: Scalar>(_ function: Ternary, _ x: S, _ y: S, _ z: S) -> S {
  switch function {
  case .multiplyAdd: multiplyAdd(x, y, z)
  case .clamp: clamp(x, min(y, z), max(y, z))
  case .hypot: hypot(x, y, z)
  }
}

func compare<S: Scalar>(_ comparison: Comparison, _ x: S, _ y: S) -> Bool {
  switch comparison {
  case .less: x < y
  case .lessOrEqual: x <= y
  case .greater: x > y
  case .equal: x == y
  }
}

@inline(never) func assign<S: Scalar>(_ assignment: Assignment, _ x: inout S, _ y: S) {
  switch assignment {
  case .add: x += y
  case .subtract: x -= y
  case .multiply: x *= y
  case .divide: x /= y
  }
}

@inline(never) func evaluate<S: Scalar>(_ reduction: Reduction, _ x: [S]) -> S {
  switch reduction {
  case .sum: sum(x)
  case .norm: norm(x)
  case .logSumExp: logSumExp(x)
  }
}
