import Derivatives
import TestSupport
import Testing

// Functions that know nothing of derivatives, only of `FloatingPoint`.

private func horner<F: FloatingPoint>(_ coefficients: [F], _ x: F) -> F {
  coefficients.reversed().reduce(0) { sum, c in c.addingProduct(sum, x) }
}

/// √a by Newton's method, until nothing changes, and once more for the derivative.
private func heron<F: FloatingPoint>(_ a: F) -> F {
  var x = a
  for _ in 0..<20 { x = (x + a / x) / 2 }
  return x
}

private func largestMagnitude<F: FloatingPoint>(_ x: [F]) -> F { x.reduce(0) { F.maximumMagnitude($0, $1) }.magnitude }

private func mean<F: FloatingPoint>(_ x: [F]) -> F { x.reduce(0, +) / F(x.count) }

/// A dual is a `FloatingPoint`: code that is generic over that differentiates too.
struct FloatingPointTests {
  @Test func hornersSchemeGivesTheDerivative() {
    let coefficients: [Dual<Double>] = [1, -2, 0, 3]
    #expect(horner([1, -2, 0, 3], 2.0) == 21)
    let result = horner(coefficients, Dual(2.0, tangent: 1))
    #expect(result.value == 21 && result.tangent == -2 + 9 * 4)
  }

  @Test func newtonsIterationGivesTheDerivativeOfTheRoot() {
    for a in [0.3, 2, 100] {
      #expect(heron(Dual(a, tangent: 1)).value == heron(a), "√\(a)")
      let slope = derivative(at: a, of: { heron($0) })
      #expect(ulps(slope, 0.5 / a.squareRoot()) <= 4, "√′(\(a)) is \(slope)")
    }
  }

  @Test func genericReductionsGiveTheDerivative() {
    let x = [Dual(1.0, tangent: 10), Dual(-5.0, tangent: 20), Dual(3.0, tangent: 30)]
    #expect(largestMagnitude(x).value == 5 && largestMagnitude(x).tangent == -20)
    #expect(mean(x).tangent == 20)
  }

  @Test func squareRootIsTheTablesSquareRoot() {
    #expect(derivative(at: 4.0) { $0.squareRoot() } == 0.25)
    #expect(derivative(at: 4.0) { x in sqrt(x) } == 0.25)
  }

  @Test func addingProductHasTheProductRule() {
    let (x, y, z) = (Dual(2.0, tangent: 3), Dual(5.0, tangent: 7), Dual(11.0, tangent: 13))
    let result = x.addingProduct(y, z)
    #expect(result.value == 57 && result.tangent == 3 + 7 * 11 + 5 * 13)
    // the value is rounded once
    let tiny = Dual<Double>(-1).addingProduct(Dual(1 + 0x1p-30), Dual(1 - 0x1p-30))
    #expect(tiny.value == -0x1p-60)
  }

  @Test func roundedIsConstantBetweenItsSteps() {
    for rule in [FloatingPointRoundingRule.up, .down, .towardZero, .awayFromZero, .toNearestOrEven, .toNearestOrAwayFromZero] {
      let x = Dual(2.5, tangent: 3).rounded(rule)
      #expect(x.value == 2.5.rounded(rule) && x.tangent == 0, "\(rule)")
    }
    let fraction = derivative(at: 2.7) { x in x - x.rounded(.down) }
    #expect(fraction == 1)
  }

  @Test func remaindersHaveTheTablesDerivatives() {
    let (x, y) = (Dual(7.5, tangent: 1), Dual(2.0, tangent: 10))
    #expect(x.truncatingRemainder(dividingBy: y).value == 1.5 && x.truncatingRemainder(dividingBy: y).tangent == 1 - 3 * 10)
    #expect(x.remainder(dividingBy: y).value == -0.5 && x.remainder(dividingBy: y).tangent == 1 - 4 * 10)
  }

  @Test func significandAndExponentMakeTheNumberAgain() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<100 {
      let x = Dual(generator.uniform(-1000, 1000), tangent: generator.uniform(-1, 1))
      let again = Dual<Double>(sign: x.sign, exponent: x.exponent, significand: x.significand)
      #expect(x.significand.value == x.value.significand && x.exponent == x.value.exponent, "\(x), \(generator)")
      // The significand is positive, so its tangent is that of |x|, and the sign brings it back.
      #expect(again.value == x.value && again.tangent == x.tangent, "\(x) came back as \(again), \(generator)")
    }
  }

  @Test func numberOfTheLargestExponentIsThePlainOne() {
    let large = Dual<Double>(sign: .minus, exponent: 1024, significand: Dual(0.5, tangent: 0))
    #expect(large.value == -0x1p1023)
  }

  @Test func signOfAndMagnitudeOfIsCopysign() {
    let x = Dual<Double>(signOf: Dual(-1.0, tangent: 9), magnitudeOf: Dual(3.0, tangent: 2))
    #expect(x.value == -3 && x.tangent == -2)
    #expect(Dual(-3.0, tangent: 2).magnitude.tangent == -2)
  }

  @Test func constantsOfTheTypeAreConstants() {
    let constants: [(Dual<Double>, Double)] = [
      (.pi, .pi), (.infinity, .infinity), (.greatestFiniteMagnitude, .greatestFiniteMagnitude), (.ulpOfOne, .ulpOfOne),
      (.leastNormalMagnitude, .leastNormalMagnitude), (.leastNonzeroMagnitude, .leastNonzeroMagnitude), (Dual(3 as Int), 3),
      (Dual(7 as UInt8), 7), (Dual(2.0, tangent: 1).ulp, 2.0.ulp),
    ]
    for (dual, plain) in constants { #expect(dual.value == plain && dual.tangent == 0, "\(plain)") }
    #expect(Dual<Double>.nan.isNaN && Dual<Double>.signalingNaN.isSignalingNaN && Dual<Double>.radix == 2)
    #expect(Dual<Double>(exactly: 5 as Int)?.value == 5 && Dual<Double>(exactly: Int.max) == nil)
  }

  @Test func classificationsAreTheValues() {
    for x in [1, -0.0, .infinity, .nan, .leastNonzeroMagnitude, -2.5] as [Double] {
      let dual = Dual(x, tangent: .nan)
      #expect(dual.isNaN == x.isNaN && dual.isInfinite == x.isInfinite && dual.isZero == x.isZero && dual.isNormal == x.isNormal, "\(x)")
      #expect(dual.isSubnormal == x.isSubnormal && dual.isFinite == x.isFinite && dual.sign == x.sign, "\(x)")
      #expect(dual.isCanonical == x.isCanonical && dual.floatingPointClass == x.floatingPointClass, "\(x)")
    }
  }

  @Test func anExactNumberIsExactInItsOwnNumbers() {
    #expect(Dual<Float>(exactly: 16_777_216)?.value == 16_777_216 && Dual<Float>(exactly: 16_777_217) == nil)
  }

  @Test func aScaleBeyondTheRangeScalesTheTangent() {
    let x = Dual<Double>(sign: .minus, exponent: 1024, significand: Dual(0.25, tangent: 0.25))
    #expect(x.value == -0x1p1022 && x.tangent == -0x1p1022)
  }

  @Test func neighboursKeepTheTangent() {
    let x = Dual(1.0, tangent: 5)
    #expect(x.nextUp.value == 1.0.nextUp && x.nextUp.tangent == 5)
    #expect(x.nextDown.value == 1.0.nextDown && x.nextDown.tangent == 5)
    #expect(x.advanced(by: Dual(2, tangent: 1)).tangent == 6 && x.distance(to: Dual(2, tangent: 7)).tangent == 2)
  }

  @Test func nestedDualsAreFloatingPointNumbersToo() {
    let second = derivative(at: 2.0) { x in derivative(at: x) { horner([0, 0, 0, 1], $0) } }
    #expect(second == 12)
    #expect(ulps(derivative(at: 4.0) { x in derivative(at: x) { $0.squareRoot() } }, -0.03125) <= 0)
  }
}
