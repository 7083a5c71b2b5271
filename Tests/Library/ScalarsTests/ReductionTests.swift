import Derivatives
import TestSupport
import Testing

/// Functions of many plain numbers, and those that choose: sums, norms, exponential sums, maxima.
struct ReductionTests {
  @Test func hypotAndNormNeitherOverflowNorUnderflow() {
    PlainFunctionTests.expect(hypot(3e200, 4e200, 0.0), 5e200, "3, 4, 0 times 1e200")
    PlainFunctionTests.expect(hypot(2e-200, 3e-200, 6e-200), 7e-200, "2, 3, 6 times 1e−200")
    #expect(hypot(2.0, 3.0, 6.0) == 7 && hypot(0.0, 0.0, 0.0) == 0 && hypot(-2.0, -3.0, -6.0) == 7)
    #expect(norm([0x3p1000, 0x4p1000]) == 0x5p1000 && norm([0x3p-1000, 0x4p-1000]) == 0x5p-1000 && norm([0x1p-1074, 0]) == 0x1p-1074)
    #expect(norm([0x3p100, 0x4p100] as [Float]) == 0x5p100 && hypot(0x3p100 as Float, 0x4p100) == 0x5p100)
    #expect(norm([1, 2, 2]) == 3 && norm([-7.5]) == 7.5 && norm([] as [Double]) == 0 && norm([0.0, 0]) == 0)
    #expect(norm([.infinity, 1, 2] as [Double]) == .infinity && norm([-.infinity] as [Double]) == .infinity)
    #expect(norm([1, .nan] as [Double]).isNaN && hypot(1.0, .nan, 2.0).isNaN)
    let ones = [Double](repeating: 1e200, count: 10_000)
    PlainFunctionTests.expect(norm(ones), 1e202, "√10000 times 1e200")
    PlainFunctionTests.expect(norm(ones[100..<200]), 1e201, "√100 times 1e200")
  }

  @Test func largestNormIsFinite() {
    let huge = Double.greatestFiniteMagnitude
    #expect(norm([huge, 0]) == huge && hypot(huge, 0.0, 0.0) == huge && norm([huge, huge]) == .infinity)
  }

  @Test func exponentialSumsDoNotOverflow() {
    PlainFunctionTests.expect(logSumExp([1000, 1001, 999.5]), 1001.4643687841079, within: 1, "logSumExp")
    PlainFunctionTests.expect(logSumExp([-1000, -1000.0]), -999.3068528194401, within: 1, "logSumExp")
    #expect(logSumExp([] as [Double]) == -.infinity && logSumExp([5.0]) == 5 && logSumExp([-.infinity, 3.0]) == 3)
    #expect(logSumExp([.infinity, 3.0]) == .infinity && logSumExp([-.infinity, -.infinity] as [Double]) == -.infinity)
    #expect(logSumExp([1, .nan, 3.0]).isNaN && logSumExp([1, .nan, .infinity] as [Double]).isNaN)
    #expect(logSumExp([0.0, 0, 7][0..<2]) == log(2.0) && logSumExp([100, 100] as [Float]).isFinite)
  }

  @Test func softmaxIsADistribution() {
    let p = softmax([1000, 1001, 999.5])
    for (ours, reference) in zip(p, [0.23122389762214907, 0.6285317192117624, 0.14024438316608848]) {
      PlainFunctionTests.expect(ours, reference, within: 2, "softmax")
    }
    #expect((p.reduce(0, +) - 1).magnitude <= 4e-16)
    #expect(softmax([-1e300, 0]) == [0, 1] && softmax([3.0]) == [1] && softmax([] as [Double]) == [] && softmax([7, 7.0]) == [0.5, 0.5])
    #expect(softmax([1, .nan] as [Double]).allSatisfy { $0.isNaN })
  }

  @Test func sumsAddFromTheFirstToTheLast() {
    var generator = SeededGenerator(seed: 9)
    let x = generator.uniforms(1000)
    let y = generator.uniforms(1000)
    #expect(sum(x) == x.reduce(0, +) && sum(x[10..<20]) == x[10..<20].reduce(0, +), "\(generator)")
    #expect(dot(x, y) == zip(x, y).map { $0 * $1 }.reduce(0, +), "\(generator)")
    #expect(dot(x[5..<9], y[0..<4]) == zip(x[5..<9], y).map { $0 * $1 }.reduce(0, +), "slices of different places, \(generator)")
    #expect(dot(x[0..<1000], y) == dot(x, y) && dot(x, y[0..<1000]) == dot(x, y) && sum([] as [Double]) == 0 && dot([], []) == 0.0)
  }

  @Test func maximumAndMinimumPassNaNOnAndChooseTheOppositeOfTwoEquals() {
    #expect(max(1.0, Double.nan).isNaN && max(Double.nan, 1.0).isNaN && min(1.0, Double.nan).isNaN && min(Double.nan, 1.0).isNaN)
    #expect(Double._max(1, .nan).isNaN && Double._max(.nan, 1).isNaN && Double._min(1, .nan).isNaN && Double._min(.nan, 1).isNaN)
    #expect(Double._max(0.0, -0.0).sign == .minus && Double._max(-0.0, 0.0).sign == .plus, "the second of two equals")
    #expect(Double._min(0.0, -0.0).sign == .plus && Double._min(-0.0, 0.0).sign == .minus, "the first of two equals")
    #expect(Double._max(2, 3) == 3 && Double._max(3, 2) == 3 && Double._min(2, 3) == 2 && Double._min(3, 2) == 2)
    #expect(Float._max(1, .nan).isNaN && Float._min(2, 1) == 1)
  }

  @Test func clampHoldsANumberBetweenItsBounds() {
    #expect(clamp(5.0, 0.0, 3.0) == 3 && clamp(-5.0, 0.0, 3.0) == 0 && clamp(1.5, 0.0, 3.0) == 1.5 && clamp(3.0, 3.0, 3.0) == 3)
    #expect(clamp(Double.nan, 0, 1).isNaN && clamp(5.0, -.infinity, .infinity) == 5 && clamp(5 as Float, 0, 1) == 1)
    #expect(relu(-2.0) == 0 && relu(3.0) == 3 && relu(Double.nan).isNaN && relu(0.0) == 0)
    #expect(derivative(at: 3.0) { clamp($0, 0, 3) } == 1 && derivative(at: 3.1) { clamp($0, 0, 3) } == 0)
  }

  @Test func stepsHaveTheirValues() {
    #expect(sign(-3.0) == -1 && sign(2.0) == 1 && sign(0.0) == 0 && sign(-0.0).sign == .minus && sign(Double.nan).isNaN)
    #expect(Double._round(2.5) == 3 && Double._round(-2.5) == -3 && Double._trunc(-2.7) == -2)
    #expect(Double._floor(-2.1) == -3 && Double._ceil(2.1) == 3)
    #expect(Double._copysign(3, -0.0) == -3 && Double._remainder(5, 2) == 1 && Double._remainder(7, 2) == -1 && Double._fmod(-7, 2) == -1)
    #expect(multiplyAdd(2.0, 3.0, 4.0) == 10 && multiplyAdd(2 as Float, 3, 4) == 10)
  }
}
