import Derivatives
import TestSupport
import Testing

/// The functions libm does not have, on plain numbers: where a textbook formula would lose digits, overflow or underflow.
struct PlainFunctionTests {
  /// Within an ulp, or as many as are said.
  static func expect(_ ours: Double, _ reference: Double, within tolerance: Double = 1, _ name: String) {
    #expect(ulps(ours, reference) <= tolerance, "\(name) is \(ours), should be \(reference): \(ulps(ours, reference)) ulps")
  }

  /// Relative to the type's own precision.
  static func expect(_ ours: Float, _ reference: Double, _ name: String) {
    let error = (Double(ours) - reference).magnitude
    #expect(error <= 2 * Double(Float(reference).ulp) || ours == Float(reference), "\(name) as Float is \(ours), should be \(reference)")
  }

  @Test func sinPiIsExactlyZeroAtTheIntegers() {
    for n in [0, 1, -1, 2, 3, -3, 4, 17, 1e6, 9_007_199_254_740_991, 1e300] as [Double] {
      #expect(sinPi(n) == 0, "sin π·\(n)")
      #expect(cosPi(n).magnitude == 1, "cos π·\(n)")
      #expect(cosPi(n) == (n.remainder(dividingBy: 2) == 0 ? 1 : -1), "cos π·\(n)")
    }
    for n in [0, 1, -1, 2, 3, -3, 4, 17, 1e6] as [Double] {
      let half = n + 0.5
      #expect(cosPi(half) == 0, "cos π·\(half)")
      #expect(sinPi(half) == (n.remainder(dividingBy: 2) == 0 ? 1 : -1), "sin π·\(half)")
    }
    for n in [0, 1, -2, 5, 1e6] as [Float] { #expect(sinPi(n) == 0 && cosPi(n).magnitude == 1 && cosPi(n + 0.5) == 0, "\(n) as Float") }
    #expect(sinPi(-0.0).sign == .minus && sinPi(0.0).sign == .plus)
    for x in [Double.infinity, -.infinity, .nan] { #expect(sinPi(x).isNaN && cosPi(x).isNaN, "\(x)") }
  }

  @Test func sinPiHasTheKnownValues() {
    let half = 0.5.squareRoot()
    for (x, s, c) in [(0.25, half, half), (0.75, half, -half), (1.25, -half, -half), (1.75, -half, half), (-0.25, -half, half)] {
      Self.expect(sinPi(x), s, "sin π·\(x)")
      Self.expect(cosPi(x), c, "cos π·\(x)")
      Self.expect(sinPi(x + 1000), s, "sin π·\(x + 1000)")
      Self.expect(sinPi(Float(x)), s, "sin π·\(x)")
    }
    Self.expect(sinPi(1.0 / 6), 0.5, "sin π/6")
    Self.expect(sinPi(1 - 0x1p-53), 3.487868498008632e-16, "sin π(1 − 2⁻⁵³)")  // π·2⁻⁵³, by the distance to 1
  }

  @Test func rootsOfNegativeNumbersAreRealWhenOdd() {
    #expect(root(-8.0, 3) == -2 && root(-32.0, 5) == -2 && root(-1.0, 7) == -1 && root(-8.0 as Float, 3) == -2)
    #expect(root(-8.0, 2).isNaN && root(-16.0, 4).isNaN && root(-16 as Float, 4).isNaN)
    #expect(root(16.0, 4) == 2 && root(81.0, 4) == 3 && root(7.5, 1) == 7.5 && root(9.0, 2) == 3 && root(-7.0, 1) == -7)
    #expect(root(0.0, 5) == 0 && root(-0.0, 5).sign == .minus)
    Self.expect(root(2.0, 5), 1.148698354997035, within: 1, "2^(1/5)")
  }

  @Test func integerPowersAreExactWhereTheyCanBe() {
    #expect(pow(3.0, 4 as Int) == 81 && pow(-3.0, 3 as Int) == -27 && pow(-2.0, -3 as Int) == -0.125 && pow(2.0, 10 as Int) == 1024)
    #expect(pow(0.0, 0 as Int) == 1 && pow(Double.nan, 0 as Int) == 1 && pow(Double.infinity, 0 as Int) == 1)
    #expect(pow(0.0, -1 as Int) == .infinity && pow(-0.0, -1 as Int) == -.infinity && pow(0.0, 3 as Int) == 0)
    #expect(pow(1.1, 1 as Int) == 1.1 && pow(1.1, 2 as Int) == 1.1 * 1.1 && pow(3.0, -1 as Int) == 1 / 3.0)
    Self.expect(pow(1.1, 100 as Int), 13780.61233982238, within: 0, "1.1¹⁰⁰")
    #expect(pow(2 as Float, 3 as Int) == 8)
  }

  @Test func expAndLogFunctionsDoNotCancel() {
    Self.expect(expMinusOne(1e-20), 1e-20, "e^1e−20 − 1")
    Self.expect(log(onePlus: 1e-20), 1e-20, "log(1 + 1e−20)")
    #expect(exp2(10.0) == 1024 && log2(8.0) == 3 && exp2(-1074.0) == 0x1p-1074)
    Self.expect(exp10(3.0), 1000, "10³")
    Self.expect(log10(1000.0), 3, "log₁₀ 1000")
    let (s, c) = sincos(0.7)
    #expect(s == sin(0.7) && c == cos(0.7))
  }

  @Test func logitKeepsItsDigitsNearOneHalf() {
    let near: [(Double, Double)] = [
      (0.501, 0.004000005333346137), (0.49999, -4.0000000005373336e-05), (0.500000001, 3.999999886872274e-09),
      (0.4999999999999, -3.999023334699814e-13), (0.3, -0.8472978603872037), (0.7, 0.8472978603872034),
    ]
    for (p, reference) in near { Self.expect(logit(p), reference, within: 2, "logit(\(p))") }
    #expect(logit(0.5) == 0 && logit(0.0) == -.infinity && logit(1.0) == .infinity && logit(1.5).isNaN && logit(-0.5).isNaN)
    Self.expect(logit(1e-300), -690.7755278982137, "logit(1e−300)")
    Self.expect(logit(0.9), 2.1972245773362196, within: 2, "logit(0.9)")
    Self.expect(logit(0.25), -1.0986122886681098, within: 1, "logit(¼)")
    Self.expect(logit(0.2), -1.3862943611198906, within: 1, "logit(0.2)")
    Self.expect(logit(0.9 as Float), 2.1972245773362196, "logit(0.9)")
    for x in [-20, -3, -0.1, 0.1, 1, 3] { Self.expect(logit(sigmoid(x)), x, within: 2 * Double(exp(x) + 1), "logit(σ(\(x)))") }
  }

  @Test func xlogxIsZeroAtZero() {
    #expect(xlogx(0.0) == 0 && xlogx(-0.0) == 0 && xlogx(1.0) == 0 && xlogx(-1.0).isNaN && xlogx(Double.nan).isNaN)
    #expect(xlogx(0x1p-1074) == 0x1p-1074 * log(0x1p-1074) && xlogx(Double.infinity) == .infinity && xlogx(0 as Float) == 0)
    #expect(xlogy(0.0, 0.0) == 0 && xlogy(0.0, .infinity) == 0 && xlogy(0.0, -1.0) == 0 && xlogy(0.0, .nan).isNaN)
    Self.expect(xlogy(2.0, 3.0), 2.1972245773362196, "2 log 3")
  }

  @Test func sigmoidAndSoftplusHoldAtTheExtremes() {
    let infinity = Double.infinity
    #expect(sigmoid(0.0) == 0.5 && sigmoid(1000.0) == 1 && sigmoid(-1000.0) == 0 && sigmoid(infinity) == 1 && sigmoid(-infinity) == 0)
    Self.expect(sigmoid(-700.0), 9.859676543759770e-305, within: 1, "σ(−700)")
    Self.expect(sigmoid(-40.0), 4.248354255291589e-18, within: 1, "σ(−40)")
    Self.expect(sigmoid(2.0), 0.8807970779778824, within: 1, "σ(2)")
    #expect(softplus(1000.0) == 1000 && softplus(-1000.0) == 0 && softplus(infinity) == infinity && softplus(-infinity) == 0)
    Self.expect(softplus(-40.0), 4.248354255291589e-18, within: 1, "softplus(−40)")
    Self.expect(softplus(0.0), 0.6931471805599453, within: 0, "softplus(0)")
    Self.expect(softplus(30.0), 30.000000000000092, within: 0, "softplus(30)")
    #expect(sigmoid(Double.nan).isNaN && softplus(Double.nan).isNaN && sigmoid(-200 as Float) == 0 && softplus(200 as Float) == 200)
  }

  /// References from arithmetic with 60 digits.
  @Test func gaussianIsRightForLargeArguments() {
    let references: [(Double, Double)] = [
      (0, 1), (0.1, 0.9900498337491681), (1.0, 0.36787944117144233), (3.3, 1.864374233151685e-05), (5.0, 1.3887943864964021e-11),
      (9.9, 2.7214341400936947e-43), (12.34, 7.371352698949502e-67), (20.1, 3.4728527242717995e-176), (26.5, 1.0392022621430825e-305),
    ]
    for (x, reference) in references {
      Self.expect(Double._gaussian(x), reference, within: 1, "exp(−\(x)²)")
      Self.expect(Double._gaussian(-x), reference, within: 1, "exp(−\(x)²), from the left")
      if x < 9 { Self.expect(Float._gaussian(Float(x)), Double._gaussian(Double(Float(x))), "exp(−\(x)²)") }
    }
    #expect(Double._gaussian(.infinity) == 0 && Double._gaussian(-1e200) == 0 && Double._gaussian(.nan).isNaN && Double._gaussian(31) == 0)
  }
}
