import Derivatives
import TestSupport

/// Operations and formulas that are no function of the rule table.
enum Operation: String, CaseIterable, Sendable, ScalarFunction {
  case plus, minus, times, over, negated, square, plusOne, minusOne, oneMinus, twice, times0, half, reciprocal
  case literalMax, maxOfLiteral, normSquared, hypotSquared, absSquared, rootSquared, rootPlus, rootPlusSquared
  case cbrtOfCube, root5OfFifth, reciprocalOfSquare, logOfSquare, rootOfProduct, rootOfSquares, timesRoot, timesLog
  case polynomial, hadamard, matrixVector, softmaxSecond

  var argumentCount: Int {
    switch self {
    case .plus, .minus, .times, .over, .normSquared, .hypotSquared, .rootPlus, .rootPlusSquared, .rootOfProduct, .rootOfSquares,
      .hadamard, .matrixVector, .softmaxSecond:
      2
    default: 1
    }
  }

  func callAsFunction<S: Scalar>(_ v: [S]) -> S {
    let x = v[0]
    let y = v[v.count - 1]
    switch self {
    case .plus: return x + y
    case .minus: return x - y
    case .times: return x * y
    case .over: return x / y
    case .negated: return -x
    case .square: return x * x
    case .plusOne: return x + 1
    case .minusOne: return x - 1
    case .oneMinus: return 1 - x
    case .twice: return 2 * x
    case .times0: return 0 * x
    case .half: return x / 2
    case .reciprocal: return 1 / x
    case .literalMax: return max(x, 0)
    case .maxOfLiteral: return max(0, x)
    case .normSquared: return norm(v) * norm(v)
    case .hypotSquared: return hypot(x, y) * hypot(x, y)
    case .absSquared: return abs(x) * abs(x)
    case .rootSquared: return sqrt(x) * sqrt(x)
    case .rootPlus: return sqrt(x) + y
    case .rootPlusSquared:
      let s = sqrt(x) + y
      return s * s
    case .cbrtOfCube: return cbrt(x * x * x)
    case .root5OfFifth: return root(pow(x, 5 as Int), 5)
    case .reciprocalOfSquare: return 1 / (x * x)
    case .logOfSquare: return log(x * x)
    case .rootOfProduct: return sqrt(x * y)
    case .rootOfSquares: return sqrt(x * x + y * y)
    case .timesRoot: return x * sqrt(x)
    case .timesLog: return x * log(x)
    case .polynomial: return Derivatives.polynomial([1, 2, x, 1], at: x)
    case .hadamard: return sum(hadamardProduct([x, y, x], [y, x, x]))
    case .matrixVector: return sum(matrixVectorProduct([x, y, 1, x], [y, x]))
    case .softmaxSecond: return softmax([x, y, x])[1]
    }
  }
}
