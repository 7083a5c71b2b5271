import Derivatives
import TestSupport
import Testing

/// The value of every number type is the plain number's, for every argument: also where the optimiser sees a constant, for zeros of
/// either sign, and where nothing is finite.
struct LiteralIdentityTests {
  /// With a literal among the arguments, or nothing but literals.
  static func formulas<S: Scalar>(_ x: S) -> [S] {
    sums(x) + powers(x) + functions(x) + constants() + choices(x)
  }

  /// With a branch in them: eight points take that of the first.
  private static func choices<S: Scalar>(_ x: S) -> [S] {
    let kinks: [S] = [max(x, 0), max(0, x), min(x, 0), min(0, x), max(x, 1), clamp(x, 0, 1), relu(x)]
    return kinks + [norm([x, 0]), logSumExp([x, 0])]
  }

  private static func sums<S: Scalar>(_ x: S) -> [S] {
    let fromZero: [S] = [x + 0, 0 + x, x - 0, 0 - x, 0 * x, x * 0, 0 / x, x / 0, 1 / (0 - x), 1 / (x + 0)]
    let fromOne: [S] = [x + 1, 1 - x, x * 1, -1 * x, x / 1, 1 / x, x / -1, 1 / (1 / x)]
    let others: [S] = [2 * x, x / 3, 3 / x, x - 0.1, x * 1e300, x * 1e-300, x / 1e-300, x * x / 7 - 7 / x, negated(x), x.magnitude]
    return fromZero + fromOne + others
  }

  private static func powers<S: Scalar>(_ x: S) -> [S] {
    let exponents: [Double] = [0, 1, 2, -1, 3, 1.5, 0.5, -0.5, 0.25, -2, 1.0 / 3]
    let constantExponent: [S] = [
      pow(x, 0.5), pow(x, -0.5), pow(x, S(2)), pow(x, S(-1)), pow(x, S(3)), pow(x, S(1.5)), pow(x, S(0)), pow(x, S(1)),
    ]
    let integerExponent: [S] = [pow(x, 2 as Int), pow(x, 3 as Int), pow(x, -1 as Int), pow(x, -7 as Int), pow(x, 40 as Int)]
    let constantBase: [S] = [pow(2, x), pow(10, x), pow(1, x), pow(0.5, x), pow(0, x), pow(-1, x), pow(S(0.3), x)]
    let roots: [S] = [root(x, 2), root(x, 3), root(x, 5), sqrt(x + 0), cbrt(x)]
    return constantExponent + integerExponent + constantBase + roots + exponents.map { pow(x, S($0)) }
  }

  private static func functions<S: Scalar>(_ x: S) -> [S] {
    let angles: [S] = [atan2(x, 1), atan2(1, x), atan2(x, -1), atan2(x + 0, -1), atan2(0, x), atan2(x, 0), hypot(x, 0), hypot(3, x)]
    let steps: [S] = [remainder(x, 1), remainder(1, x), fmod(x, 0.3), fmod(2, x), copysign(x, -1), copysign(2, x), copysign(x, 0)]
    let logarithms: [S] = [log(x + 0), log(0 * x), xlogy(x, 2), xlogy(2, x), xlogy(0, x), exp(x - 1), exp(-x), exp10(0.3 * x)]
    let several: [S] = [multiplyAdd(x, 0.1, -0.3), multiplyAdd(x, 1, 0), multiplyAdd(0, x, 1), sum([x, 0, 1]), abs(x - 1)]
    return angles + steps + logarithms + several
  }

  private static func constants<S: Scalar>() -> [S] {
    let powers: [S] = [exp10(S(0.3)), exp2(S(0.3)), pow(S(10), S(0.3)), exp(S(0.3)), expMinusOne(S(0.3)), pow(S(2), S(0.7)), sqrt(S(2))]
    let circular: [S] = [sin(S(1)), cos(S(1)), tan(S(0.7)), atan(S(0.7)), asin(S(0.7)), atan2(S(1), S(3)), sinPi(S(0.3))]
    let others: [S] = [tanh(S(0.7)), log(S(3)), log10(S(3)), log2(S(3)), erf(S(0.3)), gamma(S(3.7)), cbrt(S(2)), sigmoid(S(0.3))]
    return powers + circular + others
  }

  private static func negated<S: SignedNumeric>(_ x: S) -> S {
    var y = x
    y.negate()
    return y
  }

  /// The values in every number type that carries derivatives.
  private static func values(at x: Double) -> [(type: String, values: [Double])] {
    [
      ("Dual<Double>", formulas(Dual(x, tangent: 1)).map(\.value)),
      ("Dual<Lanes4>", formulas(Dual(x, tangent: Lanes4.unit(3))).map(\.value)),
      ("Dual<Lanes8>", formulas(Dual(x, tangent: Lanes8.unit(3))).map(\.value)),
      ("Dual<Lanes16>", formulas(Dual(x, tangent: Lanes16.unit(3))).map(\.value)),
      ("Dual<Dual<Double>>", formulas(Dual(Dual(x, tangent: 1), tangent: 1)).map(\.value.value)),
      ("Adjoint<Double>", valueWithPullback(at: [x]) { formulas($0[0]) }.value),
      ("Adjoint<Dual<Double>>", valueWithPullback(at: [Dual(x, tangent: 1)]) { formulas($0[0]) }.value.map(\.value)),
    ]
  }

  /// The values at eight points at once.
  private static func values(at x: Points8) -> [(type: String, values: [Points8])] {
    defer { _ = Points8.takeDivergence() }
    return [
      ("Points8", formulas(x)),
      ("Dual<Points8>", formulas(Dual(x, tangent: 1)).map(\.value)),
      ("Adjoint<Points8>", valueWithPullback(at: [x]) { formulas($0[0]) }.value),
    ]
  }

  /// Evenly over all bit patterns, in the middle of the domains, and special.
  private static func argument(_ generator: inout SeededGenerator) -> Double {
    let special: [Double] = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNormalMagnitude, .pi]
    switch generator.next() % 5 {
    case 0, 1: return Double(bitPattern: generator.next())
    case 2: return generator.uniform(0.01, 9)
    case 3: return generator.uniform(-9, 9)
    default: return special[Int(generator.next() % UInt64(special.count))]
    }
  }

  @Test func everyNumberTypeHasThePlainValue() {
    var generator = SeededGenerator(seed: 11)
    let choiceCount = Self.choices(1.0).count
    for _ in 0..<400 {
      let x = (0..<8).map { _ in Self.argument(&generator) }
      let plain = x.map { Self.formulas($0) }
      for (x, plain) in zip(x, plain) {
        for (type, values) in Self.values(at: x) { expectIdentical(values, plain, "\(type) at \(x); \(generator)") }
      }
      for (type, values) in Self.values(at: Points8(SIMD8(x))) {
        for j in 0..<8 {
          let count = j == 0 ? plain[j].count : plain[j].count - choiceCount
          let place = "\(type) at \(x[j]); \(generator)"
          expectIdentical(values.prefix(count).map { $0.values[j] }, Array(plain[j].prefix(count)), place)
        }
      }
    }
  }

  private func expectIdentical(_ values: [Double], _ plain: [Double], _ place: @autoclosure () -> String) {
    #expect(values.count == plain.count)
    for i in plain.indices where !isIdentical(values[i], plain[i]) {
      Issue.record("formula \(i) in \(place()): \(values[i]), the plain number is \(plain[i])")
    }
  }
}
