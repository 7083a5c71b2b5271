import Derivatives
import TestSupport
import Testing

/// Places where an obvious rule overflows, underflows, cancels or loses a digit of its exponent. The true values have been computed
/// with 50 digits by other software, and stand here as the nearest `Double`.
struct HardPlacesTests {
  private struct IntegerPower: ScalarFunction {
    let n: Int
    func callAsFunction<S: Scalar>(_ x: [S]) -> S { pow(x[0], n) }
  }
  private struct Polygamma: ScalarFunction {
    let n: Int
    func callAsFunction<S: Scalar>(_ x: [S]) -> S { polygamma(n, x[0]) }
  }

  /// The value and all first derivatives, in every mode.
  private func expect<F: ScalarFunction>(
    _ f: F, _ x: [Double], value: Double, _ partials: [Double], within limit: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let ours = f(x)
    #expect(ulps(ours, value) <= limit, "\(f)\(x) is \(ours), should be \(value)", sourceLocation: sourceLocation)
    for (i, partial) in partials.enumerated() {
      for (_, type, ours) in f.everyMode(at: x, [i]) {
        let place = "\(type): the derivative \(i) of \(f) at \(x) is \(ours), should be \(partial)"
        #expect(ulps(ours, partial) <= limit, "\(place)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func anOddExponentThatNoDoubleHoldsKeepsTheSign() {
    let n = 9_007_199_254_740_993  // 2⁵³ + 1
    expect(IntegerPower(n: n), [-1], value: -1, [9_007_199_254_740_992], within: 0)
    expect(IntegerPower(n: -n), [-1], value: -1, [-9_007_199_254_740_992], within: 0)
    expect(IntegerPower(n: .min), [-1], value: 1, [0x1p63], within: 0)
  }

  @Test func exponentsBeyond2To53CountToTheLastUnit() {
    // y − 1 is rounded to y there, and x⁻¹ is as much as 372 ulps from 1
    expect(
      Elementary.pow, [0.99999999999993, 1e16], value: 5.684395702311281440589e-305,
      [5.684395702311679661344e-289, -Double(bitPattern: 0xc4c78)], within: 1)
    expect(
      Elementary.pow, [1.00000000000007, 9_007_199_254_740_994], value: 4.032028554058086755209e273,
      [3.631728458720386648259e289, 2.820164090096561682733e260], within: 2)
    expect(
      IntegerPower(n: -3_000_000_000_000_000_000), [1.0000000000000002], value: 5.032224803488667158857e-290,
      [-1.509667441046599812444e-271], within: 1)
  }

  @Test func aSubnormalPowerHasAnAccurateDerivative() {
    expect(IntegerPower(n: -1760), [1.5], value: Double(bitPattern: 0x1619_b1f6_2572), [-1.408657690954391075199e-307], within: 2)
    expect(IntegerPower(n: -650), [3], value: Double(bitPattern: 0xdae_ff89_ff96), [-Double(bitPattern: 0xb_94c6_f176_510d)], within: 2)
  }

  @Test func vectorsOfSubnormalNumbersHaveADirection() {
    let tiny = Double.leastNonzeroMagnitude
    let r = 0.7071067811865475244
    for function in [Elementary.norm, .hypot3] {
      expect(function, [-tiny, tiny, 0], value: tiny, [-r, r, 0], within: 1)
      expect(function, [3e-308, 4e-308, 0], value: 5.000000000000000238325e-308, [0.6, 0.8, 0], within: 2)
    }
    expect(Elementary.hypot, [-tiny, tiny], value: tiny, [-r, r], within: 1)
    expect(
      Elementary.hypot, [Double(bitPattern: 0x17b8), tiny], value: Double(bitPattern: 0x17b8),
      [0.9999999864385393007639, 0.0001646903798482442853695], within: 2)
  }

  @Test func anAngleOfSubnormalNumbersHasDerivatives() {
    expect(
      Elementary.atan2, [3e-308, 4e-308], value: 0.6435011087932844065654,
      [1.599999999999999900021e307, -1.199999999999999974422e307], within: 3)
    expect(
      Elementary.atan2, [Double(bitPattern: 0x7_30d6_7819_e8d2), Double(bitPattern: 0xe_61ac_f033_d1a4)], value: 0.4636476090008061162143,
      [4.000000000000000362693e307, -2.000000000000000181347e307], within: 3)
    expect(
      Elementary.atan2, [Double(bitPattern: 0x2f_201d_49fb), 0.001], value: Double(bitPattern: 0xb815_7268_fc78),
      [1000, -9.999999999984652997973e-307], within: 2)
  }

  @Test func theCosineOfTinySidesIsNotInfinite() {
    expect(
      Elementary.cosine, [3e-308, Double(bitPattern: 0xb815_7268_fdaf)], value: 0.9994449069791543408357,
      [3.697539426485970713945e304, -1.109261827945789204674e306], within: 4)
    expect(
      Elementary.cosine, [Double(bitPattern: 0x7_30d6_7819_e8d2), Double(bitPattern: 0xe_61ac_f033_d1a4)], value: 0.4472135954999579392818,
      [3.577708763999663838658e307, -1.788854381999831919329e307], within: 4)
  }

  @Test func multiplesOfPiHaveNoLargestArgument() {
    for x in [1e308, -1e308] {  // every such number is an even integer
      expect(Elementary.cosPi, [x], value: 1, [0], within: 0)
      #expect(sinPi(x) == 0)
      for (_, type, slope) in Elementary.sinPi.everyMode(at: [x], [0]) { #expect(slope == .pi, "\(type)") }
    }
  }

  @Test func highPolygammasNeitherOverflowNorRunForever() {
    expect(Polygamma(n: 159), [1.5], value: 1.971218693972260652682e254, [-2.102633273570411362861e256], within: 40)
    let order = 1_000_000_000
    #expect(polygamma(order, 2.5) == -.infinity)  // −n!/xⁿ⁺¹ and less
    #expect(polygamma(order + 1, 2.5) == .infinity)
    #expect(polygamma(order, 1e9) == 0)  // (n/(e x))ⁿ
    #expect(derivative(at: 2.5) { polygamma(order, $0) } == .infinity)
  }

  @Test func theSlopeOfXLogXHasItsZeroAt1OverE() {
    let x = 0.36787944117144233
    expect(Elementary.xlogx, [x], value: -0.3678794411714423215955, [3.378485525913422527293e-17], within: 2)
    #expect(ulps(derivative(at: 0.3679) { xlogx($0) }, 0.00005588312859163766410422) <= 2)
  }

  @Test func theFifthRootIsAccurateInTheWholeRange() {
    for (x, y, slope) in [
      (Double(bitPattern: 0x1), 2.181508609863436950509e-65, 8.830845164913168418897e257),
      (Double(bitPattern: 0x1268_8b70_e62b), 9.999999999999993889866e-63, 2.000000000000004888108e247),
      (1e300, 1.000000000000000010501e60, 1.999999999999999915992e-241),
      (7.3, 1.488211211619931897984, 0.04077290990739539545747),
      (-7.3, -1.488211211619931897984, 0.04077290990739539545747),
      (-1e-200, -9.999999999999999964201e-41, 2.00000000000000002864e159),
    ] {
      expect(Elementary.root5, [x], value: y, [slope], within: 3)
    }
  }

  @Test func aRemainderCountsItsStepsBeyondTheLargestNumber() {
    // x − n y is x − 2y here, and x minus the remainder is no `Double`
    expect(Elementary.remainder, [1.7e308, 1e308], value: 1.7e308 - 1e308 - 1e308, [1, -2], within: 0)
    expect(Elementary.remainder, [-1.7e308, 1e308], value: 1e308 - 1.7e308 + 1e308, [1, 2], within: 0)
    expect(Elementary.fmod, [1.7e308, 1e308], value: 1.7e308 - 1e308, [1, -1], within: 0)
  }

  @Test func digammaIsAccurateBetweenItsPolesAtMinus1And0() {
    for (x, value, slope) in [
      (-0.1, 9.24507305005294804233, 101.922539959477192432),
      (-0.3, 2.113309779635398873407, 13.9451602678057224889),
      (-0.5, 0.03648997397857652055902, 8.934802200544679309417),
      (-0.504, 0.0007420716047053968513313, 8.93966486088215120628),
      (-0.9, -9.312643829299967963742, 102.6678670520273711078),
      (-0.999, -999.5745709308084112897, 1_000_002.644536198097627),
      (-1e-9, 999_999_999.4227842711719, 999_999_999_999_999_877.0818),
    ] {
      expect(Elementary.digamma, [x], value: value, [slope], within: 4)
    }
  }

  @Test func aSlopeAboveAnUnderflowingValueIsKept() {
    // 10ˣ is 0 or has lost digits, 10ˣ log 10 is the next number
    #expect(exp10(-323.625) == 0)
    expect(Elementary.exp10, [-323.625], value: 0, [Double(bitPattern: 0x1)], within: 0)
    expect(Elementary.exp10, [-308.7], value: Double(bitPattern: 0x1_6f4b_a0d8_92a9), [Double(bitPattern: 0x3_4dba_9d81_ee7e)], within: 1)
  }

  private struct Root: ScalarFunction {
    let n: Int
    func callAsFunction<S: Scalar>(_ x: [S]) -> S { root(x[0], n) }
  }

  @Test func rootsOfEveryOrderReachTheEndsOfTheRange() {
    let greatest = Double.greatestFiniteMagnitude
    expect(Root(n: 1024), [greatest], value: 2, [Double(bitPattern: 0x200_0000_0000)], within: 2)
    expect(Root(n: 2000), [greatest], value: 1.426025717364140829713, [Double(bitPattern: 0xba_e97b_a380)], within: 2)
    expect(Root(n: 100), [Double(bitPattern: 0x4_bfc1_22bd)], value: 0.0007413674327565878723452, [7.35670071320413572766e307], within: 5)
    expect(Root(n: 1_000_000), [Double(bitPattern: 0x8a8d_eb96)], value: 0.9992773879332099309561, [8.700841563416188099171e307], within: 5)
  }

  /// Where f′ is too large for a number, f″ has the sign of −x, or is NaN; it is no infinity of the other sign.
  @Test(arguments: [71, 2000, 5241]) func rootsBesideTheirPoleBendTheRightWay(_ n: Int) {
    for x in [0x1p-1074, 0x1p-1068, -0x1p-1074] where n % 2 == 1 || x > 0 {
      let bends = [
        derivative(at: x) { t in derivative(at: t) { t in root(t, n) } },
        gradient(at: [Dual(x, tangent: 1)]) { t in root(t[0], n) }[0].tangent,
        gradient(at: [x]) { t in derivative(at: t[0]) { t in root(t, n) } }[0],
      ]
      for bend in bends { #expect(bend.isNaN || bend == (x > 0 ? -.infinity : .infinity), "\(n), \(x): \(bends)") }
    }
  }

  @Test func gammaBesideItsFarPolesHasADerivative() {
    expect(Elementary.gamma, [-183 + 0x1p-45], value: -Double(bitPattern: 0x6), [Double(bitPattern: 0xbc2a_a974_f811)], within: 12)
    expect(Elementary.gamma, [-180 + 0x1p-45], value: Double(bitPattern: 0x21ce562), [-6.162092098199857949642e-303], within: 12)
    expect(Elementary.gamma, [-174 + 0x1p-20], value: Double(bitPattern: 0x1e0a_84c6_1675), [-1.711188776228545098927e-304], within: 12)
    expect(Elementary.gamma, [-186 + 0x1p-45], value: 0, [-Double(bitPattern: 0x1f29be3)], within: 12)
  }

  @Test func anAngleOfASubnormalNumberHasADerivative() {
    let x = Double(bitPattern: 0x3E4C_1855_1EB3_ADB0)
    expect(
      Elementary.atan2, [Double(bitPattern: 0x1), x], value: Double(bitPattern: 0x48e5396),
      [76436373.58383342998271, -2.886588025172109857627e-308],
      within: 4)
    expect(
      Elementary.atan2, [x, Double(bitPattern: 0x1)], value: 1.570796326794896619231,
      [2.886588025172109857627e-308, -76436373.58383342998271],
      within: 4)
  }
}
