import Derivatives
import TestSupport
import Testing

/// Faults that the checker must find, each in its smallest form.
@Suite struct PlantedFaultsTests {
  @Test func aCancelledConstantIsNoFault() {
    struct Cancelled: VectorFunction {
      func callAsFunction<S: Scalar>(_ p: [S]) -> [S] { [(1000 + p[0] * 1e-6) - 1000] }
    }
    #expect(derivativeCheck(of: Cancelled(), at: [1]).isRight)
  }

  @Test func aRelativeErrorAboveTheNoiseOfACancelledConstantIsFound() {
    struct Cancelled: VectorFunction {  // the noise is 10⁻¹³ of 10⁻⁶ · 0.2
      let wrong: WrongFactor
      func callAsFunction<S: Scalar>(_ p: [S]) -> [S] { [(1000 + S.applying(wrong, to: p[0]) * 1e-6) - 1000] }
    }
    let check = derivativeCheck(of: Cancelled(wrong: WrongFactor(factor: 1.0001)), at: [1])
    #expect(check.wrong.count == 1, "\(check)")
    let entry = check.wrong.first
    #expect(
      entry.map { $0.noise > 1e-14 && $0.noise < 1e-12 } == true, "the noise is half an ulp of 1000: \(check)"
    )
    #expect(check.description.contains("values scatter by"))
  }

  @Test func theOnlyEntryIsNotTransposed() {
    let check = derivativeCheck(of: Scaled(factor: 1.25), at: [1.5])
    #expect(!check.isRight)
    #expect(check.wrong.allSatisfy { !$0.cause.contains("exchanged") }, "\(check)")
  }

  @Test func aSymmetricJacobianIsNotTransposed() {
    struct Symmetric: VectorRule {  // both entries off the diagonal are wrong by the same amount
      func value(_ x: [Double]) -> [Double] { [x[0] + 3 * x[1], 3 * x[0] + x[1]] }
      func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { [[1, 3.5], [3.5, 1]] }
    }
    let check = derivativeCheck(of: RuleAsFunction(rule: Symmetric()), at: [1, 2])
    #expect(check.wrong.count == 2, "\(check)")
    #expect(check.wrong.allSatisfy { !$0.cause.contains("exchanged") }, "\(check)")
  }

  @Test func aTransposedJacobianIsFoundAndNamed() {
    struct Transposed: VectorRule {
      func value(_ x: [Double]) -> [Double] { [x[0] + 3 * x[1], 5 * x[0] + x[1]] }
      func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { [[1, 5], [3, 1]] }
    }
    let check = derivativeCheck(of: RuleAsFunction(rule: Transposed()), at: [1, 2])
    #expect(check.wrong.count == 2, "\(check)")
    #expect(check.wrong.allSatisfy { $0.cause.contains("exchanged") }, "\(check)")
  }

  @Test func aMissingDependenceIsFound() {
    struct Missing: VectorRule {  // forgets the second factor
      func value(_ x: [Double]) -> [Double] { [x[0] * x[1]] }
      func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { [[x[1], 0]] }
    }
    let check = derivativeCheck(of: RuleAsFunction(rule: Missing()), at: [1, 2])
    #expect(
      check.wrong.contains {
        $0.order == 1 && $0.column == 1 && $0.cause.hasPrefix("the derivative is lost")
      }, "\(check)")
  }

  @Test func aDependenceTooManyIsFound() {
    struct TooMany: VectorRule {  // the value does not depend on the second argument
      func value(_ x: [Double]) -> [Double] { [sin(x[0])] }
      func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { [[cos(x[0]), 0.001]] }
    }
    let check = derivativeCheck(of: RuleAsFunction(rule: TooMany()), at: [1, 2])
    #expect(check.wrong.map(\.column) == [1], "\(check)")
  }

  @Test func aNumberOfAnEarlierEvaluationIsFound() {
    final class Memory { var number: Any? }
    struct Leaking: VectorFunction {
      let memory = Memory()
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        let earlier = memory.number as? S ?? x[0]
        memory.number = x[0]
        return [x[0] * earlier, x[1]]
      }
    }
    let check = derivativeCheck(of: Leaking(), at: [3, 1])
    #expect(check.wrong.map(\.order) == [0] && check.wrong.map(\.row) == [0], "\(check)")
    #expect(
      check.description.contains("the tangent of f[0] while no input changes: computed 3.0, it must be 0.0"),
      "\(check)")
  }

  @Test func memoryOfPlainNumbersIsNoForeignTangent() {
    final class Memory { var calls = 0 }
    struct Counting: VectorFunction {
      let memory = Memory()
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        memory.calls += 1
        return [x[0] * x[0]]
      }
    }
    #expect(derivativeCheck(of: Counting(), at: [3]).isRight)
  }

  /// Where the library's derivative is 0 at an infinite slope that meets a zero tangent, and where it is NaN.
  @Test func anInfiniteSlopeAtAStationaryNumberIsReported() {
    enum Kind: CaseIterable { case cubeRootOfCube, fifthRootOfPower, inverseSquare, logarithmOfSquare }
    struct Stationary: VectorFunction {
      let kind: Kind
      func callAsFunction<S: Scalar>(_ t: [S]) -> [S] {
        switch kind {
        case .cubeRootOfCube: [cbrt(t[0] * t[0] * t[0])]
        case .fifthRootOfPower: [root(t[0] * t[0] * t[0] * t[0] * t[0], 5)]
        case .inverseSquare: [1 / (t[0] * t[0])]
        case .logarithmOfSquare: [log(t[0] * t[0])]
        }
      }
    }
    for kind in Kind.allCases {
      let f = Stationary(kind: kind)
      let check = derivativeCheck(of: f, at: [0])
      if f([Dual(0.0, tangent: 1)])[0].tangent.isNaN {  // an honest answer, which differences cannot confirm
        #expect(check.undecided > 0, "\(kind): \(check)")
      } else {
        #expect(
          check.wrong.contains { $0.order == 1 && $0.cause.contains("infinite slope") }, "\(kind): \(check)")
      }
    }
  }

  @Test func aPoleIsDescribed() {
    struct FlatAtItsPole: UnaryRule {
      func value(_ x: Double) -> Double { 1 / (x * x) }
      func derivative<S: Scalar>(_ x: S, value y: S) -> S { x == 0 ? x : -2 * y / x }
    }
    let check = derivativeCheck(of: RuleOfOne(rule: FlatAtItsPole()), at: [0])
    #expect(check.wrong.first?.order == 1)
    #expect(
      check.description.contains("computed 0.0, but f is infinite there and finite on both sides"), "\(check)"
    )
  }

  @Test func aSignAndAFactorAreNamedInNoise() {
    for (factor, cause) in [
      (-1.0, "the sign is wrong"), (2, "the derivative is twice what it should be: a factor is wrong"),
    ] {
      let check = derivativeCheck(of: Noisy(factor: factor), at: [0.7])
      #expect(check.wrong.first { $0.order == 1 }?.cause == cause, "\(check)")
    }
    #expect(derivativeCheck(of: Noisy(factor: 1), at: [0.7]).isRight)
    // Its noise is 10⁻⁸: an error of 10⁻³ is found, one of 10⁻⁹ cannot be.
    #expect(!derivativeCheck(of: Noisy(factor: 1.001), at: [0.7]).isRight)
    #expect(derivativeCheck(of: Noisy(factor: 1 + 1e-9), at: [0.7]).isRight)
  }
}

private struct WrongFactor: UnaryRule {
  let factor: Double
  func value(_ x: Double) -> Double { x }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(factor) }
}

private struct Scaled: VectorFunction {
  let factor: Double
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [.applying(WrongFactor(factor: factor), to: x[0])] }
}

/// sin x, rounded to eight decimals.
private struct Noisy: VectorFunction, UnaryRule {
  let factor: Double
  func value(_ x: Double) -> Double { (sin(x) * 1e8).rounded() / 1e8 }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(factor) * cos(x) }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [.applying(self, to: x[0])] }
}

private struct RuleOfOne<R: UnaryRule>: VectorFunction {
  let rule: R
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [.applying(rule, to: x[0])] }
}

private struct RuleAsFunction<R: VectorRule>: VectorFunction {
  let rule: R
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { S.applying(rule, to: x) }
}
