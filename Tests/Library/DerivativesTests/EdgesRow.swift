import Derivatives
import TestSupport

/// One convention: what a function and its derivatives are at a point where calculus leaves a choice, or gives none.
struct EdgeRow: Sendable, CustomStringConvertible {
  let function: String
  let call: any ScalarFunction & Sendable
  let point: [Double]
  let value: Double
  /// ∂f/∂xⱼ for every argument.
  let partials: [Double]
  let reason: String
  var peers = Peers()
  /// The partial derivatives in forward mode, where they are others than in reverse mode.
  var inForwardMode: [Double]?

  var description: String { "\(function) at \(point)" }

  static func of(
    _ function: Elementary, _ point: [Double], _ value: Double, _ partials: [Double], _ reason: String, _ peers: Peers = Peers()
  ) -> EdgeRow {
    EdgeRow(
      function: function.notation, call: function, point: point, value: value, partials: partials, reason: reason, peers: peers)
  }

  static func formula(
    _ formula: Formula, _ point: [Double], _ value: Double, _ partials: [Double], _ reason: String, _ peers: Peers = Peers(),
    inForwardMode: [Double]? = nil
  ) -> EdgeRow {
    EdgeRow(
      function: formula.rawValue, call: formula, point: point, value: value, partials: partials, reason: reason, peers: peers,
      inForwardMode: inForwardMode)
  }

  /// Two rows of a function of one argument: value and derivative at −∞ and at +∞.
  static func atInfinity(
    _ function: Elementary, _ left: (Double, Double), _ right: (Double, Double), _ reason: String = "the limit"
  ) -> [EdgeRow] {
    [
      of(function, [-.infinity], left.0, [left.1], left.0.isNaN && !right.0.isNaN ? "outside the domain" : reason),
      of(function, [.infinity], right.0, [right.1], right.0.isNaN && !left.0.isNaN ? "outside the domain" : reason),
    ]
  }
}

/// What other systems do at the same point; a dash where nothing was written down or found.
struct Peers: Sendable {
  var forwardDiff = "—", ceres = "—", jax = "—", pyTorch = "—", casadi = "—"
  var all: [String] { [forwardDiff, ceres, jax, pyTorch, casadi] }
  var isEmpty: Bool { all.allSatisfy { $0 == "—" } }
  static let names = ["ForwardDiff.jl", "Ceres Jet", "JAX", "PyTorch", "CasADi"]
}

/// The rows that stand under one heading.
struct EdgeSection: Sendable {
  let title: String
  let text: String
  let rows: [EdgeRow]
}

enum EdgeTable {
  static let sections = [
    kinks, steps, roots, logarithms, inverses, gammas, quotients, stationary, powers, geometry, sums, infinities, notNumbers,
  ]
  static let rows = sections.flatMap(\.rows)
}

/// Functions that are no row of the rule table.
enum Formula: String, Sendable, ScalarFunction {
  case reciprocal = "1/x"
  case quotient = "x/y"
  case product = "x·y"
  case rootAndMore = "√x + y"
  case logarithmAndMore = "log x + y"
  case reciprocalAndMore = "1/x + y"
  case rootOfProduct = "√(x·y)"
  case maxPlusMin = "max(x, y) + min(x, y)"
  case largerOfBoth = "max(x, −x)"
  case absSquared = "|x|²"
  case normSquared = "norm(x, y)²"
  case powerOfConstantZero = "0ʸ, 0 a constant"
  case powerOneAndAHalf = "x^1.5"
  case powerHalf = "x^0.5"
  case powerMinusHalf = "x^−0.5"
  case realPowerZero = "x^0.0"
  case realPowerOne = "x^1.0"
  case realPowerTwo = "x^2.0"
  case realPowerThree = "x^3.0"
  case realPowerMinusOne = "x^−1.0"
  case softmaxOfTwo = "softmax(x, y)₀"
  case maxWithZero = "max(x, 0)"
  case maxOfZero = "max(0, x)"
  case minWithZero = "min(x, 0)"
  case minOfZero = "min(0, x)"
  case cbrtOfCube = "∛(x³)"
  case rootOfFifthPower = "root(x⁵, 5)"
  case reciprocalOfSquare = "1/x²"
  case logarithmOfSquare = "log(x²)"
  case rootOfSquare = "√(x²)"
  case rootPlusSquared = "s·s, s = √x + y"
  case timesRootAndMore = "x·(√x + y)"

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    switch self {
    case .reciprocal: return 1 / x[0]
    case .quotient: return x[0] / x[1]
    case .product: return x[0] * x[1]
    case .rootAndMore: return sqrt(x[0]) + x[1]
    case .logarithmAndMore: return log(x[0]) + x[1]
    case .reciprocalAndMore: return 1 / x[0] + x[1]
    case .rootOfProduct: return sqrt(x[0] * x[1])
    case .maxPlusMin: return max(x[0], x[1]) + min(x[0], x[1])
    case .largerOfBoth: return max(x[0], -x[0])
    case .absSquared: return abs(x[0]) * abs(x[0])
    case .normSquared: return norm(x) * norm(x)
    case .powerOfConstantZero: return pow(S(0.0), x[0])
    case .powerOneAndAHalf: return pow(x[0], S(1.5))
    case .powerHalf: return pow(x[0], S(0.5))
    case .powerMinusHalf: return pow(x[0], S(-0.5))
    case .realPowerZero: return pow(x[0], S(0.0))
    case .realPowerOne: return pow(x[0], S(1.0))
    case .realPowerTwo: return pow(x[0], S(2.0))
    case .realPowerThree: return pow(x[0], S(3.0))
    case .realPowerMinusOne: return pow(x[0], S(-1.0))
    case .softmaxOfTwo: return softmax(x)[0]
    case .maxWithZero: return max(x[0], 0)
    case .maxOfZero: return max(0, x[0])
    case .minWithZero: return min(x[0], 0)
    case .minOfZero: return min(0, x[0])
    case .cbrtOfCube: return cbrt(x[0] * x[0] * x[0])
    case .rootOfFifthPower: return root(pow(x[0], 5 as Int), 5)
    case .reciprocalOfSquare: return 1 / (x[0] * x[0])
    case .logarithmOfSquare: return log(x[0] * x[0])
    case .rootOfSquare: return sqrt(x[0] * x[0])
    case .rootPlusSquared:
      let s = sqrt(x[0]) + x[1]
      return s * s
    case .timesRootAndMore: return x[0] * (sqrt(x[0]) + x[1])
    }
  }
}

extension Elementary {
  /// The function as a reader writes it.
  var notation: String {
    switch self {
    case .logOnePlus: "log(1 + x)"
    case .expMinusOne: "eˣ − 1"
    case .sqrt: "√x"
    case .cbrt: "∛x"
    case .root1: "root(x, 1)"
    case .root2: "root(x, 2)"
    case .root3: "root(x, 3)"
    case .root4: "root(x, 4)"
    case .root5: "root(x, 5)"
    case .power0: "x⁰"
    case .power1: "x¹"
    case .power2: "x²"
    case .power3: "x³"
    case .powerMinus1: "x⁻¹"
    case .powerMinus2: "x⁻²"
    case .powerTwoAndAHalf: "x^2.5"
    case .abs: "|x|"
    case .pow: "xʸ"
    case .trigamma: "polygamma(1, x)"
    case .tetragamma: "polygamma(2, x)"
    case .atan2: "atan2(y, x)"
    case .clamp: "clamp(x, a, b)"
    case .hypot3: "hypot(x, y, z)"
    case .norm, .logSumExp, .sum, .softmax: "\(rawValue)(x)"
    case .multiplyAdd: "a·b + c"
    default: argumentCount == 1 ? "\(rawValue)(x)" : "\(rawValue)(x, y)"
    }
  }
}
