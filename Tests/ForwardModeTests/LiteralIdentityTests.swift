import Derivatives
import TestSupport
import Testing

/// The value is the plain number's where the optimiser sees a constant argument, and for zeros of either sign.
struct LiteralIdentityTests {
  static func formulas<S: Scalar>(_ x: S) -> [S] {
    [
      pow(x, 0.5), pow(x, -0.5), pow(2, x), pow(10, x), pow(x, S(2)), pow(x, S(-1)), pow(x, S(3)), pow(x, S(1.5)),
      exp10(S(0.3)), exp2(S(0.3)), pow(S(10), S(0.3)), sin(S(1)), exp(S(0.3)), tanh(S(0.7)), multiplyAdd(x, S(0.1), S(-0.3)),
    ]
  }

  @Test func literalsGiveThePlainValue() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let x = generator.uniform(0.01, 9)
      let plain = Self.formulas(x)
      let dual = Self.formulas(Dual(x, tangent: 1)).map(\.value)
      let adjoint = valueWithPullback(at: [x]) { Self.formulas($0[0]) }.value
      for i in plain.indices {
        #expect(isIdentical(dual[i], plain[i]) && isIdentical(adjoint[i], plain[i]), "formula \(i) at \(x); \(generator)")
      }
    }
  }

  @Test func negateKeepsTheSignOfZero() {
    func negated<S: SignedNumeric>(_ x: S) -> S {
      var y = x
      y.negate()
      return y
    }
    #expect(negated(Dual(0.0, tangent: 1)).value.sign == .minus)
    #expect(negated(Points8(0.0)).values[3].sign == .minus)
    #expect(valueWithGradient(at: [0.0]) { negated($0[0]) }.value.sign == .minus)
  }
}
