import Derivatives
import TestSupport
import Testing

/// Gradients and pullbacks: cotangents in any order, outputs and inputs of every kind, NaN, nothing at all.
struct PullbackTests {
  static func polar<S: Scalar>(_ p: [S]) -> [S] { [hypot(p[0], p[1]), atan2(p[1], p[0]), p[0] * p[1], 3] }

  @Test("the gradient is forward mode's", arguments: Problem.assorted)
  func gradientIsForwardModes(_ problem: Problem) {
    let x = problem.point
    let outputs = problem.plain(x).count
    let tape = Tape<Double>()
    for i in Set([0, outputs / 2, outputs - 1]) where outputs > 0 {
      var slope = [Double](repeating: .nan, count: x.count)
      _ = tape.gradient(at: x, into: &slope) { problem.adjoints($0)[i] }
      for j in Set([0, x.count / 2, x.count - 1]) {
        let forward = problem.duals(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) })[i].tangent
        let scale = Swift.max(largest(slope), 1e-300)
        #expect((slope[j] - forward).magnitude <= 1e-14 * scale, "\(problem), ∂f\(i)/∂x\(j): reverse \(slope[j]), forward \(forward)")
      }
    }
  }

  @Test func pullbackMayBeCalledAgainInAnyOrder() {
    let (value, pullback) = valueWithPullback(at: [3, 4]) { Self.polar($0) }
    #expect(value == Self.polar([3.0, 4]))
    let rows = (0..<4).map { i in pullback((0..<4).map { $0 == i ? 1 : 0 }) }
    let again = (0..<4).reversed().map { i in pullback((0..<4).map { $0 == i ? 1 : 0 }) }
    #expect(rows == again.reversed() && rows[2] == [4, 3] && rows[3] == [0, 0])
    let mixed = pullback([2, -1, 0.5, 100])
    for j in 0...1 { #expect(relativeError(mixed[j], 2 * rows[0][j] - rows[1][j] + 0.5 * rows[2][j]) <= 1e-15) }
    #expect(pullback([1, 0, 0, 0]) == rows[0], "nothing is left of the calls before")
  }

  @Test func zeroCotangentGivesZero() {
    #expect(pullback(at: [3, 4], from: [0, 0, 0, 0]) { Self.polar($0) } == [0, 0])
    // also where the derivative is infinite
    let first = pullback(at: [0], from: [0, 1]) { x in [sqrt(x[0]), 2 * x[0]] }
    #expect(first == [2])
    let second = pullback(at: [0, 1], from: [0, 1]) { x in [sqrt(x[0]) * x[1], x[0] * x[1]] }
    #expect(second == [1, 0])
  }

  @Test func outputsMayBeConstantsInputsOrTheSameNumber() {
    let rows = jacobianByRows(at: [2, 5]) { x in
      let u = x[0] * x[1]
      return [Adjoint(constant: 7), x[1], u, u, 3 * u, -u, sin(u), x[0]]
    }
    let c = cos(10.0)
    #expect(rows.rows == [[0, 0], [0, 1], [5, 2], [5, 2], [15, 6], [-5, -2], [5 * c, 2 * c], [1, 0]])
    let sum = pullback(at: [2.0, 5], from: [1, 10, 100, 1000]) { x in
      let u = x[0] * x[1]
      return [u, u, 2 * u, x[0]]
    }
    #expect(sum == [2055, 422])
    #expect(gradient(at: [2.0]) { _ in 5 } == [0] && gradient(at: [2.0]) { $0[0] } == [1])
    let line = gradient(at: [2.0]) { x in -3 * x[0] + 1 }
    #expect(line == [-3])
  }

  @Test func inputWithoutInfluenceGetsZero() {
    #expect(gradient(at: [1.0, 2, 3]) { x in x[0] * x[2] } == [3, 0, 1])
    #expect(gradient(at: [1.0, .nan, 3]) { x in x[0] * x[2] } == [3, 0, 1], "even where it is not a number")
    let step = gradient(at: [1.0, 0]) { x in x[0] + floor(x[1]) * x[0] }
    #expect(step == [1, 0])
    #expect(gradient(at: [1.0, 2]) { x in max(x[0], x[1]) } == [0, 1])
  }

  @Test func nothingInNothingOut() {
    #expect(gradient(at: []) { (_: [Adjoint<Double>]) in 3 } == [])
    #expect(pullback(at: [1.0, 2], from: []) { _ in [] } == [0, 0])
    #expect(pullback(at: [], from: [1.0]) { _ in [2] } == [])
    #expect(valueWithPullback(at: []) { (_: [Adjoint<Double>]) in [2] }.pullback([5]) == [])
  }

  @Test func notANumberInIsNotANumberOut() {
    let product = gradient(at: [Double.nan, 2]) { x in x[0] * x[1] }
    #expect(product[0] == 2 && product[1].isNaN)
    let sum = gradient(at: [Double.nan, 2]) { x in exp(x[0]) + x[1] }
    #expect(sum[0].isNaN && sum[1] == 1)
    let logarithm = gradient(at: [-1.0, 2]) { x in log(x[0]) * x[1] }
    #expect(logarithm[1].isNaN)
    #expect(pullback(at: [1.0, 2], from: [.nan]) { x in [x[0] * x[1]] }.allSatisfy { $0.isNaN })
  }

  /// Decision 3: along a zero derivative, nothing changes, even at a pole.
  @Test func polesDoNotReachWhatDoesNotDependOnThem() {
    let root = gradient(at: [0.0, 1]) { x in sqrt(x[0]) + x[1] }
    #expect(root == [.infinity, 1])
    let vanishing = gradient(at: [0.0, 1]) { x in sqrt(x[0] * x[1]) * 0 + x[1] }
    #expect(vanishing[1] == 1)
    let ofConstantZero = gradient(at: [0.0, 2]) { x in sqrt(0 * x[0]) + x[1] }
    #expect(ofConstantZero[1] == 1)
    #expect(gradient(at: [0.0, 0]) { x in hypot(x[0], x[1]) } == [0, 0])
    #expect(gradient(at: [0.0, 3]) { x in pow(x[0], x[1]) } == [0, 0])
  }

  @Test func adjointOfAUnitIsTheDerivativeWithRespectToIt() {
    let tape = Tape<Double>()
    let x = tape.record([2, 3])
    let u = tape.unit(x[0] * x[1])
    let w = tape.unit(sin(u) + x[1])
    let y = w * w + u
    let adjoints = tape.adjoints(of: y)
    #expect(adjoints[w] == 2 * w.value && adjoints[u] == 1 + 2 * w.value * cos(6.0))
    #expect(relativeError(adjoints[x[0]], 3 * adjoints[u]) <= 1e-15)
    #expect(adjoints[5] == 0, "a constant")
    #expect(tape.unit(7).isConstant && !u.isConstant && tape.adjoints(of: 7)[x[0]] == 0)
  }

  @Test func descriptionAndComparisonAreTheValues() {
    let tape = Tape<Double>()
    let x = tape.record([2.5, 2.5, 3])
    #expect("\(x[0])" == "2.5" && x[0] == x[1] && x[0] < x[2] && Set([x[0], x[1], x[2]]).count == 2 && x.max()?.value == 3)
    let two: Adjoint<Double> = 2
    #expect(two.isConstant && two.value == 2 && !x[0].isConstant && Adjoint<Double>(exactly: 3 as Int)?.value == 3)
    #expect(x[2].magnitude.value == 3 && !x[0].isExactlyZero && Adjoint<Double>.zero.isExactlyZero)
  }

  @Test func errorsOfTheFunctionArePassedOnAndTheTapeStaysUsable() {
    struct Refusal: Error {}
    let tape = Tape<Double>()
    var slope = [0.0]
    #expect(throws: Refusal.self) {
      try tape.gradient(at: [1], into: &slope) { (_: [Adjoint<Double>]) throws -> Adjoint<Double> in throw Refusal() }
    }
    _ = tape.gradient(at: [3], into: &slope) { x in x[0] * x[0] }
    #expect(slope == [6])
  }
}
