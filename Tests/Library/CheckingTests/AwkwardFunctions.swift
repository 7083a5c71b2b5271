import Derivatives
import TestSupport

/// Functions whose derivatives are right, and hard to confirm by differences.
enum Awkward: String, CaseIterable {
  case hugeConstant, hugeConstantInSum, hugeFunction, expandedPower, variance, nearlySingular, sumOfSines
  case stairs, scatter, truncatedSeries
  case absolute, maximum, clamped, hinge, norm
  case product, quotient, root, logarithm, saturating, polynomialAtZero, hypotenuse
  case branch, jump, fmodulo, rounding
  case newton, fixedPoint, bisection, euler
  case rowsOfAllScales
}

/// One of them, with its constants.
struct AwkwardFunction: VectorFunction, CustomStringConvertible {
  let kind: Awkward
  /// Constants about 1, and one of any size.
  let a: Double, b: Double, huge: Double

  var description: String { "\(kind.rawValue), a \(a), b \(b), huge \(huge)" }

  /// With a point.
  static func draw(_ kind: Awkward, _ generator: inout SeededGenerator) -> (AwkwardFunction, [Double]) {
    let (a, b) = (generator.uniform(0.3, 2), generator.uniform(0.3, 2))
    let size = generator.uniform(0, 12)
    func anyScale(_ decades: Double) -> Double { pow(10, generator.uniform(-decades, decades)) }
    let point: [Double]
    switch kind {
    case .product, .quotient: point = [anyScale(140), anyScale(140)]
    case .root, .hypotenuse: point = [anyScale(150), anyScale(150)]
    case .logarithm: point = [anyScale(40), anyScale(40)]  // the square of ∂(p/q)/∂q must not underflow
    case .saturating: point = [anyScale(10), generator.uniform(-2, 2)]
    case .polynomialAtZero: point = [0, generator.uniform() < 0.5 ? 0 : anyScale(8)]
    case .absolute, .maximum, .clamped, .hinge, .branch, .jump, .fmodulo, .rounding:
      // at the kink, or beside it at any distance
      let distance =
        generator.uniform() < 0.2
        ? 0 : pow(10, generator.uniform(-16, 0)) * (generator.uniform() < 0.5 ? -1 : 1)
      point = [a + distance, generator.uniform(-2, 2)]
    case .norm: point = generator.uniform() < 0.2 ? [0, 0] : [anyScale(16), anyScale(16)]
    case .expandedPower:
      point = [1 + anyScale(6) * 0.1.squareRoot() * (generator.uniform() < 0.5 ? -1e-6 : 1e-6), 1.5]
    case .variance: point = [huge() + generator.uniform(), huge() + generator.uniform()]
    case .nearlySingular: point = [a * b + pow(10, generator.uniform(-14, -1)), generator.uniform(0.5, 2)]
    default: point = [generator.uniform(0.2, 3), generator.uniform(0.2, 3)]
    }
    func huge() -> Double { pow(10, size / 2) }
    return (AwkwardFunction(kind: kind, a: a, b: b, huge: pow(10, size)), point)
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let (p, q) = (x[0], x[1])
    let (a, b, huge) = (S(a), S(b), S(huge))
    switch kind {
    case .hugeConstant: return [(huge + p * 1e-6) - huge, (huge + sin(p) * q) - huge]
    case .hugeConstantInSum:
      let terms: [S] = [huge, p * q, -huge, exp(-p)]
      return [sum(terms), dot(terms, [1, a, 1, b])]
    case .hugeFunction:
      let large = huge * sin(p)
      return [large + a * p * q - huge * sin(p)]
    case .expandedPower:  // (p − 1)⁵, multiplied out
      let high: S = ((p - 5) * p + 10) * p - 10
      return [(high * p + 5) * p - 1 + a * q]
    case .variance: return [(p * p + q * q) / 2 - ((p + q) / 2) * ((p + q) / 2)]
    case .nearlySingular:
      let determinant = p * q - a * b * q
      return [q / determinant, determinant]
    case .sumOfSines: return [(1...20).reduce(S.zero) { $0 + huge * sin(S(Double($1)) * p) } - huge * q]

    case .stairs: return [.applying(Stairs(frequency: self.a), to: p) * q]
    case .scatter: return [.applying(Scatter(frequency: self.a), to: p) + q]
    case .truncatedSeries: return [.applying(TruncatedExponential(), to: p) * q]

    case .absolute: return [abs(p - a), abs(p - a) * q + p, abs(p) * abs(q)]
    case .maximum: return [max(p, a) * q, min(p, a), max(p * q, a * q), max(p, q)]
    case .clamped: return [clamp(p, a, a + 1), clamp(p * q, -1, 1), relu(p - a)]
    case .hinge: return [(p < a ? S.zero : p - a) + q * q, softplus((p - a) * huge) / huge]
    case .norm: return [Derivatives.norm([p, q]), hypot(p, q), sqrt(p * p + q * q)]

    case .product: return [p * q, p * p * S(1e-9), a + p * q]
    case .quotient: return [p / q, a / p, (p + q) / (p - q)]
    case .root: return [sqrt(p), cbrt(p * a), sqrt(p + q), pow(p, a)]
    case .logarithm: return [log(p), log(p / q), log(onePlus: p), asinh(p)]
    case .saturating: return [tanh(p), atan(p) + q, sigmoid(p - q), exp(-p), erf(p)]
    case .polynomialAtZero: return [p * p + q, p * q, sin(p) * a, cos(p), p * p * p - b * p, exp(p * q)]
    case .hypotenuse: return [hypot(p, q), atan2(p, q), hypot(p, q, p)]

    case .branch: return [p < a ? sin(p) : sin(a) + cos(a) * (p - a), p * q]
    case .jump: return [p < a ? p : p + 1, p <= a ? q : p * q]
    case .fmodulo: return [fmod(p * 8, a), remainder(p, a) * q, p - fmod(p, b)]
    case .rounding:
      return [floor(p / a) + q, Derivatives.round(p * 1000) / 1000, trunc(p) * q + p, ceil(p) * p]

    case .newton: return [newton(p), newton(q * p)]
    case .fixedPoint: return [fixedPoint(p) + q]
    case .bisection: return implicitly(solving: Bisected(), at: [p, q])
    case .euler: return euler(p, q)
    case .rowsOfAllScales:
      return [sin(p) * huge, cos(p * q) / huge, exp(p) * huge * huge, p * q, q / (huge * huge), a + p / huge]
    }
  }

  /// y + eʸ = x, until a step is below 10⁻⁸.
  private func newton<S: Scalar>(_ x: S) -> S {
    var y: S = 0
    for _ in 0..<50 {
      let step = (y + exp(y) - x) / (1 + exp(y))
      y -= step
      if abs(step) < 1e-8 { break }
    }
    return y
  }

  /// y = cos(a y)/2 + x/4, until a step is below 10⁻⁸.
  private func fixedPoint<S: Scalar>(_ x: S) -> S {
    var y: S = 0
    for _ in 0..<200 {
      let next = cos(S(a) * y) / 2 + x / 4
      let step = next - y
      y = next
      if abs(step) < 1e-8 { break }
    }
    return y
  }

  /// Predator and prey, 30 steps.
  private func euler<S: Scalar>(_ p: S, _ q: S) -> [S] {
    var (u, v) = (p, q)
    for _ in 0..<30 { (u, v) = (u + 0.03 * u * (S(a) - v), v + 0.03 * v * (u - S(b))) }
    return [u, v]
  }
}

/// sin(f x), rounded to ten decimals.
private struct Stairs: UnaryRule {
  let frequency: Double
  func value(_ x: Double) -> Double { (sin(frequency * x) * 1e10).rounded() / 1e10 }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(frequency) * cos(S(frequency) * x) }
}

/// sin(f x) with noise of 10⁻⁹.
private struct Scatter: UnaryRule {
  let frequency: Double
  func value(_ x: Double) -> Double {
    var noise = SeededGenerator(seed: x.bitPattern)
    return sin(frequency * x) + 1e-9 * noise.uniform(-1, 1)
  }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(frequency) * cos(S(frequency) * x) }
}

/// eˣ by its series, until a term is below 10⁻⁹.
private struct TruncatedExponential: UnaryRule {
  func value(_ x: Double) -> Double {
    var (sum, term, n) = (1.0, 1.0, 1.0)
    while term.magnitude > 1e-9 {
      term *= x / n
      n += 1
      sum += term
    }
    return sum
  }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { exp(x) }
}

/// y³ + y = x₀ + x₁, halved until the interval is 10⁻⁹.
private struct Bisected: ImplicitEquation {
  func solution(_ x: [Double]) -> [Double] {
    var (low, high) = (-10.0, 10.0)
    while high - low > 1e-9 {
      let middle = (low + high) / 2
      if middle * middle * middle + middle < x[0] + x[1] { low = middle } else { high = middle }
    }
    return [(low + high) / 2]
  }
  func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { [y[0] * y[0] * y[0] + y[0] - (x[0] + x[1])] }
}
