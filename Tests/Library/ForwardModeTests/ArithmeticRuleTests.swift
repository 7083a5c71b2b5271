import Derivatives
import TestSupport
import Testing

/// Sum, product, quotient and chain rule, on numbers with all parts different from zero.
struct ArithmeticRuleTests {
  /// Two duals with random parts, and the parts.
  static func pairs(seed: UInt64) -> [(a: Dual<Double>, b: Dual<Double>, name: String)] {
    var generator = SeededGenerator(seed: seed)
    return (0..<100).map { _ in
      let p = generator.uniforms(4, -3, 3)
      return (Dual(p[0], tangent: p[1]), Dual(p[2], tangent: p[3]), "a = \(p[0]) + \(p[1])ε, b = \(p[2]) + \(p[3])ε, \(generator)")
    }
  }

  static func expectClose(_ ours: Double, _ terms: [Double], _ name: String) {
    let sum = terms.reduce(0, +)
    let scale = terms.reduce(0) { $0 + $1.magnitude }
    #expect((ours - sum).magnitude <= 4e-16 * scale, "\(name): \(ours), should be \(sum)")
  }

  @Test func sumRuleHolds() {
    for (a, b, name) in Self.pairs(seed: 1) {
      #expect((a + b).tangent == a.tangent + b.tangent, "a + b, \(name)")
      #expect((a - b).tangent == a.tangent - b.tangent, "a − b, \(name)")
      #expect((-a).tangent == -a.tangent, "−a, \(name)")
    }
  }

  @Test func productRuleHolds() {
    for (a, b, name) in Self.pairs(seed: 2) {
      Self.expectClose((a * b).tangent, [a.tangent * b.value, a.value * b.tangent], "ab, \(name)")
    }
  }

  @Test func quotientRuleHolds() {
    for (a, b, name) in Self.pairs(seed: 3) {
      Self.expectClose((a / b).tangent, [a.tangent / b.value, -a.value * b.tangent / b.value / b.value], "a/b, \(name)")
      let drift = a.value * b.tangent / b.value
      Self.expectClose(((a / b) * b).tangent, [a.tangent, drift, -drift], "(a/b) b, \(name)")
    }
  }

  @Test func constantsMayStandOnEitherSide() {
    for (a, b, name) in Self.pairs(seed: 4) {
      let c = b.value
      let constant = Dual<Double>(constant: c)
      for (mixed, full) in [(a + c, a + constant), (a - c, a - constant), (a * c, a * constant)] {
        #expect(mixed.value == full.value && mixed.tangent == full.tangent, "a ∘ c, \(name)")
      }
      for (mixed, full) in [(c + a, constant + a), (c - a, constant - a), (c * a, constant * a)] {
        #expect(mixed.value == full.value && mixed.tangent == full.tangent, "c ∘ a, \(name)")
      }
      #expect((a / c).value == a.value / c && (c / a).value == c / a.value, "quotients, \(name)")
      Self.expectClose((a / c).tangent, [a.tangent / c], "a/c, \(name)")
      Self.expectClose((c / a).tangent, [-c * a.tangent / a.value / a.value], "c/a, \(name)")
    }
  }

  @Test func assignmentOperatorsAreTheOperators() {
    for (a, b, name) in Self.pairs(seed: 5) {
      var (sum, difference, product, quotient) = (a, a, a, a)
      sum += b
      difference -= b
      product *= b
      quotient /= b
      for (assigned, result) in [(sum, a + b), (difference, a - b), (product, a * b), (quotient, a / b)] {
        #expect(assigned.value == result.value && assigned.tangent == result.tangent, "\(name)")
      }
    }
  }

  @Test func everyLaneHasItsOwnTangent() {
    func formula<S: Scalar>(_ x: [S]) -> S { x[0] * x[1] / (x[2] + x[3] * sin(x[4])) - x[5] * x[6] + sqrt(x[7]) }
    var generator = SeededGenerator(seed: 6)
    let x = generator.uniforms(8, 1, 2)
    let single = x.indices.map { j in formula(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }).tangent }
    let four = formula(x.indices.map { Dual(x[$0], tangent: $0 < 4 ? Lanes4.unit($0) : .zero) }).tangent
    let eight = formula(x.indices.map { Dual(x[$0], tangent: Lanes8.unit($0)) }).tangent
    let sixteen = formula(x.indices.map { Dual(x[$0], tangent: Lanes16.unit($0 + 8)) }).tangent
    for j in x.indices {
      if j < 4 { #expect(four.lane(j) == single[j], "four lanes, ∂/∂x\(j), \(generator)") }
      #expect(eight.lane(j) == single[j], "eight lanes, ∂/∂x\(j), \(generator)")
      #expect(sixteen.lane(j + 8) == single[j], "sixteen lanes, ∂/∂x\(j), \(generator)")
      #expect(sixteen.lane(j) == 0, "sixteen lanes, lane \(j) carries no direction, \(generator)")
    }
  }

  @Test func productRuleHoldsForNestedDuals() {
    // (x³ · x²)⁗ = (x⁵)⁗ = 120 x
    let fourth = derivative(at: 1.5) { x in
      derivative(at: x) { x in derivative(at: x) { x in derivative(at: x) { x in (x * x * x) * (x * x) } } }
    }
    #expect(fourth == 180)
  }

  @Test func quotientOfHugeOrTinyNumbersKeepsItsDerivative() {
    #expect(derivative(at: 0x1p-1030) { x in x / 0x1p-1030 }.isInfinite)  // 2¹⁰³⁰ is not a number of this type
    #expect(ulps(derivative(at: 1.0) { x in x / 0x1p1023 }, 0x1p-1023) <= 0)
    #expect(derivative(at: 2.0) { x in 0x1p-1040 * x / 0x1p-1040 } == 1)  // the inverse alone would overflow
  }

  @Test func curveHasOneDerivativeAComponent() {
    let curve = pushforward(at: [2.0], along: [1]) { t in [t[0], t[0] * t[0], 1, t[0] * t[0] * t[0]] }
    #expect(curve == [1, 4, 0, 12])
    let (value, slope) = valueWithDerivative(at: 3.0) { x in x * x }
    #expect(value == 9 && slope == 6)
  }

  @Test func pushforwardIsTheSumOfThePartialsAlongTheDirection() {
    let (value, image) = valueWithPushforward(at: [2, 3], along: [5, 7]) { x in [x[0] * x[1], x[0] - x[1], 4] }
    #expect(value == [6, -1, 4])
    #expect(image == [29, -2, 0])
    let ofNothing = pushforward(at: [], along: []) { (_: [Dual<Double>]) in [3] }
    #expect(ofNothing == [0])
  }

  @Test func errorsOfTheFunctionArePassedOn() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try derivative(at: 1.0) { (_: Dual<Double>) throws -> Dual<Double> in throw Refusal() } }
    #expect(throws: Refusal.self) {
      try pushforward(at: [1.0], along: [1]) { (_: [Dual<Double>]) throws -> [Dual<Double>] in throw Refusal() }
    }
  }
}
