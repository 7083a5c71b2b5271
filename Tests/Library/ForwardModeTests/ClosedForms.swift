import Derivatives
import Foundation
import TestSupport

/// First and second derivatives of the functions of one argument, as a collection of formulas gives them, computed by C's library.
func closedForm(_ function: Elementary, _ x: Double) -> (first: Double, second: Double) {
  let ln2 = Foundation.log(2.0)
  let ln10 = Foundation.log(10.0)
  let psi = { (n: Int) in Double._polygamma(n, x) }
  let s = sqrt(x.magnitude)
  return switch function {
  case .exp, .expMinusOne: (exp(x), exp(x))
  case .exp2: (ln2 * exp2(x), ln2 * ln2 * exp2(x))
  case .exp10: (ln10 * pow(10, x), ln10 * ln10 * pow(10, x))
  case .log: (1 / x, -1 / (x * x))
  case .logOnePlus: (1 / (1 + x), -1 / ((1 + x) * (1 + x)))
  case .log2: (1 / (x * ln2), -1 / (x * x * ln2))
  case .log10: (1 / (x * ln10), -1 / (x * x * ln10))
  case .sqrt, .root2: (1 / (2 * s), -1 / (4 * x * s))
  case .cbrt, .root3: (cbrt(x) / (3 * x), -2 * cbrt(x) / (9 * x * x))
  case .root1: (1, 0)
  case .root4: (sqrt(s) / (4 * x), -3 * sqrt(s) / (16 * x * x))
  case .root5: (root5(x) / (5 * x), -4 * root5(x) / (25 * x * x))
  case .power0: (0, 0)
  case .power1: (1, 0)
  case .power2: (2 * x, 2)
  case .power3: (3 * x * x, 6 * x)
  case .powerMinus1: (-1 / (x * x), 2 / (x * x * x))
  case .powerMinus2: (-2 / (x * x * x), 6 / (x * x * x * x))
  case .powerTwoAndAHalf: (2.5 * x * s, 3.75 * s)
  case .sin: (cos(x), -sin(x))
  case .cos: (-sin(x), -cos(x))
  case .tan: (1 / (cos(x) * cos(x)), 2 * sin(x) / (cos(x) * cos(x) * cos(x)))
  case .sinPi: (.pi * cos(.pi * x), -.pi * .pi * sin(.pi * x))
  case .cosPi: (-.pi * sin(.pi * x), -.pi * .pi * cos(.pi * x))
  case .asin: (1 / sqrt(1 - x * x), x / pow(1 - x * x, 1.5))
  case .acos: (-1 / sqrt(1 - x * x), -x / pow(1 - x * x, 1.5))
  case .atan: (1 / (1 + x * x), -2 * x / ((1 + x * x) * (1 + x * x)))
  case .sinh: (cosh(x), sinh(x))
  case .cosh: (sinh(x), cosh(x))
  case .tanh: (1 / (cosh(x) * cosh(x)), -2 * sinh(x) / (cosh(x) * cosh(x) * cosh(x)))
  case .asinh: (1 / sqrt(x * x + 1), -x / pow(x * x + 1, 1.5))
  case .acosh: (1 / sqrt(x * x - 1), -x / pow(x * x - 1, 1.5))
  case .atanh: (1 / (1 - x * x), 2 * x / ((1 - x * x) * (1 - x * x)))
  case .abs: (x < 0 ? -1 : 1, 0)
  case .relu: (x < 0 ? 0 : 1, 0)
  case .sign, .floor, .ceil, .round, .trunc: (0, 0)
  case .erf: (2 / sqrt(.pi) * exp(-x * x), -4 * x / sqrt(.pi) * exp(-x * x))
  case .erfc: (-2 / sqrt(.pi) * exp(-x * x), 4 * x / sqrt(.pi) * exp(-x * x))
  case .gaussian: (-2 * x * exp(-x * x), (4 * x * x - 2) * exp(-x * x))
  case .gamma: (tgamma(x) * psi(0), tgamma(x) * (psi(0) * psi(0) + psi(1)))
  case .logGamma: (psi(0), psi(1))
  case .digamma: (psi(1), psi(2))
  case .trigamma: (psi(2), psi(3))
  case .tetragamma: (psi(3), psi(4))
  case .sigmoid: (0.25 / pow(cosh(x / 2), 2), -0.25 * sinh(x / 2) / pow(cosh(x / 2), 3))
  case .sigmoidSlope: (-0.25 * sinh(x / 2) / pow(cosh(x / 2), 3), (2 * pow(sinh(x / 2), 2) - 1) / (8 * pow(cosh(x / 2), 4)))
  case .oneMinusSquare: (-2 * x, -2)
  case .softplus: (1 / (1 + exp(-x)), 0.25 / pow(cosh(x / 2), 2))
  case .logit: (1 / (x * (1 - x)), (2 * x - 1) / (x * x * (1 - x) * (1 - x)))
  case .xlogx: (log(x) + 1, 1 / x)
  case .sincos: (cos(2 * x), -2 * sin(2 * x))
  default: fatalError("\(function) has several arguments")
  }
}

/// The fifth root of C's library.
private func root5(_ x: Double) -> Double { copysign(pow(x.magnitude, 0.2), x) }

/// The partial derivatives of the functions of several arguments.
func closedFormPartials(_ function: Elementary, _ x: [Double]) -> [Double] {
  let r = sqrt(x.reduce(0) { $0 + $1 * $1 })
  let total = x.reduce(0) { $0 + exp($1) }
  return switch function {
  case .pow: [x[1] * pow(x[0], x[1] - 1), log(x[0]) * pow(x[0], x[1])]
  case .hypot, .hypot3, .norm: x.map { $0 / r }
  case .cosine: [x[1] * x[1] / (r * r * r), -x[0] * x[1] / (r * r * r)]
  case .atan2: [x[1] / (r * r), -x[0] / (r * r)]  // the arguments are y, x
  case .max: x[0] > x[1] ? [1, 0] : [0, 1]
  case .min: x[0] < x[1] ? [1, 0] : [0, 1]
  case .copysign: [(x[0] < 0) == (x[1] < 0) ? 1 : -1, 0]
  case .remainder: [1, -(x[0] / x[1]).rounded(.toNearestOrEven)]
  case .fmod: [1, -(x[0] / x[1]).rounded(.towardZero)]
  case .xlogy: [log(x[1]), x[0] / x[1]]
  case .multiplyAdd: [x[1], x[0], 1]
  case .clamp: x[0] < x[1] ? [0, 1, 0] : x[0] > x[2] ? [0, 0, 1] : [1, 0, 0]
  case .sum: x.map { _ in 1 }
  case .dot: Array(x[3...] + x[..<3])
  case .logSumExp: x.map { exp($0) / total }
  case .softmax: [exp(x[0]) * (exp(x[1]) + exp(x[2])), -exp(x[0] + x[1]), -exp(x[0] + x[2])].map { $0 / (total * total) }
  default: fatalError("\(function) has one argument")
  }
}
