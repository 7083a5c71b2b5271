import Derivatives
import Foundation
import TestSupport
import Testing

@Suite struct NumericalDerivativeTests {
  @Test(arguments: [0.3, 1, -2.5, 1e-6, 40])
  func theErrorEstimateHolds(_ x: Double) {
    let d = numericalDerivative(at: x) { exp(sin($0)) }
    let exact = cos(x) * exp(sin(x))
    #expect((d.value - exact).magnitude <= 10 * d.error, "at \(x): off by \(d.value - exact), estimate \(d.error)")
    #expect(d.error < 1e-8 * max(1, exact.magnitude))
  }

  @Test func theErrorIsInfiniteWhereNothingCanBeEvaluated() {
    #expect(numericalDerivative(at: -1) { sqrt($0) }.error == .infinity)
  }

  @Test func centralDifferencesTakeTwoEvaluations() {
    var calls = 0
    let d = centralDifference(at: 2, step: 1e-4) { x in
      calls += 1
      return x * x * x
    }
    #expect(calls == 2)
    #expect((d - 12).magnitude < 1e-7)
  }

  @Test func aGradientByDifferencesTakesTwoEvaluationsAnInput() {
    // O(n²) work for a function of O(n) operations; a reverse sweep takes one evaluation.
    for n in [4, 16, 64] {
      var calls = 0
      let x = [Double](repeating: 1, count: n)
      for j in 0..<n {
        _ = centralDifference(at: x[j], step: 1e-5) { t in
          calls += 1
          return x.enumerated().reduce(0) { $0 + ($1.offset == j ? t * t : $1.element * $1.element) }
        }
      }
      #expect(calls == 2 * n)
      var evaluations = 0
      _ = gradient(at: x) { x in
        evaluations += 1
        return dot(x, x)
      }
      #expect(evaluations == 1)
    }
  }
}
