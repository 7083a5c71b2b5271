import Derivatives
import TestSupport
import Testing

@Suite struct CheckingTests {
  /// Functions that are smooth on their domains, and whose derivative is not zero.
  static let bank = Elementary.rules.filter {
    ![.sign, .floor, .ceil, .round, .trunc, .power0, .abs, .relu, .max, .min, .copysign, .remainder, .fmod].contains($0)
  }

  @Test(arguments: Elementary.allCases)
  func rightFunctionsRaiseNoAlarm(_ function: Elementary) throws {
    for seed in 1...6 {
      var generator = SeededGenerator(seed: UInt64(seed))
      for x in function.points(1, &generator) {
        #expect(throws: Never.self, "\(function) at \(x), seed \(seed)") {
          try checkDerivatives(of: OneElementary(function: function), at: x)
        }
      }
    }
  }

  @Test(arguments: bank)
  func plantedMistakesAreFound(_ function: Elementary) {
    #expect(Self.bank.count >= 30)
    var generator = SeededGenerator(seed: 7)
    for x in function.points(3, &generator) {
      for mistake in Mistake.allCases where mistake != .transposed {
        #expect(throws: WrongDerivative.self, "\(mistake) in \(function) at \(x), seed 7") {
          try checkDerivatives(of: Planted(f: OneElementary(function: function), mistake: mistake), at: x)
        }
      }
      #expect(throws: Never.self, "no mistake in \(function) at \(x), seed 7") {
        try checkDerivatives(of: Planted(f: OneElementary(function: function), mistake: nil), at: x)
      }
    }
  }

  @Test func transposedEntriesAreFoundAndNamed() throws {
    for (check, name) in [
      (derivativeCheck(of: Applied(Planted(f: Rotation(), mistake: .transposed)), at: [0.7, 1.3]), "rotation"),
      (derivativeCheck(of: Applied(Planted(f: Triangular(), mistake: .transposed)), at: [0.7, 1.3, -0.4]), "triangular"),
    ] {
      #expect(!check.isRight, "\(name)")
      #expect(check.wrong.contains { $0.cause.contains("exchanged") }, "\(name): \(check)")
    }
  }

  @Test func causesAreNamed() {
    func cause(_ mistake: Mistake) -> String {
      derivativeCheck(of: Applied(Planted(f: Rotation(), mistake: mistake)), at: [0.7, 1.3]).wrong.first { $0.order == 1 }?.cause ?? "none"
    }
    #expect(cause(.sign) == "the sign is wrong")
    #expect(cause(.factorTwo) == "the derivative is twice what it should be: a factor is wrong")
    #expect(cause(.millionth) == "a small term is missing, or a constant in the rule is not exact")
  }

  @Test func aLostDerivativeIsFound() {
    struct Hidden: VectorFunction {  // a comparison hides the derivative at 1
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] == 1 ? 1 : x[0] * x[0]] }
    }
    let check = derivativeCheck(of: Hidden(), at: [1])
    #expect(check.wrong.first?.cause.hasPrefix("the derivative is lost") == true, "\(check)")
  }

  @Test func aRuleWhoseDerivativeCannotBeDifferentiatedIsFound() {
    struct Frozen: UnaryRule {  // cos x, but as a constant
      func value(_ x: Double) -> Double { sin(x) }
      func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(cos(x.plain)) }
    }
    let check = derivativeCheck(of: Single(Frozen()), at: [0.5])
    #expect(check.wrong.allSatisfy { $0.order == 2 } && !check.isRight, "\(check)")
  }

  @Test(arguments: Problem.assorted.map(\.name))
  func theProblemsOfAllModesRaiseNoAlarm(_ name: String) throws {
    let problem = try #require(Problem.assorted.first { $0.name == name })
    let check = problem.check(problem.point)
    if name == "bundle adjustment without rotation" {
      // Written with a branch that is linear near zero: the second derivatives there are really not those of the surroundings.
      #expect(!check.isRight && check.wrong.allSatisfy { $0.order == 2 }, "\(name): \(check)")
    } else {
      #expect(check.isRight, "\(name): \(check)")
    }
  }

  @Test func kinksPolesAndScalesAreNoErrors() throws {
    struct Awkward: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        [abs(x[0]), sqrt(x[0]), max(x[0], x[1]), 1e-12 * sin(x[2]), exp(x[2] * 1e-9), floor(x[0]) + x[1], log(x[3])]
      }
    }
    try checkDerivatives(of: Awkward(), at: [0, 0, 3e8, 1e-300])
    try checkDerivatives(of: Awkward(), at: [1, 1, 1e-8, 1e200])
  }

  @Test func oneLineServesEveryKind() throws {
    struct Square: UnaryRule {
      func value(_ x: Double) -> Double { x * x }
      func derivative<S: Scalar>(_ x: S, value y: S) -> S { 2 * x }
    }
    try checkDerivatives(of: Square(), at: [-2, 0.5, 3])
    try checkDerivatives(of: Elementary.tanh, at: [0.4])
    try checkDerivatives(of: Rotation(), at: [1, 2])
    try checkDerivatives(of: Planted(f: Rotation(), mistake: nil), at: [1, 2])
  }
}

private struct Applied<R: VectorRule>: VectorFunction {
  let rule: R
  init(_ rule: R) { self.rule = rule }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { S.applying(rule, to: x) }
}

private struct Single<R: UnaryRule>: VectorFunction {
  let rule: R
  init(_ rule: R) { self.rule = rule }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x.map { .applying(rule, to: $0) } }
}
