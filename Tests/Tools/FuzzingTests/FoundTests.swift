import Derivatives
import Testing

/// What the fuzzer has found, as the smallest programs that it printed.
@Suite struct FoundTests {
  @Test("A polynomial of one coefficient does not change with its argument, not even at a pole")
  func constantPolynomial() {
    func f<S: Scalar>(_ x: [S]) -> [S] { [polynomial([x[1]], at: S(0.0) / x[0])] }
    #expect(jacobianByColumns(at: [0, 0]) { f($0) }.rows == [[0, 1]])
    #expect(jacobianByRows(at: [0, 0]) { f($0) }.rows == [[0, 1]])

    func constant<S: Scalar>(_ x: [S]) -> [S] { [x[0] * x[1], polynomial([2], at: x[0]) + x[1] * x[0]] }
    for _ in 0..<3 { #expect(jacobianByRows(at: [3, 5]) { constant($0) }.rows == [[5, 3], [5, 3]]) }
  }

  @Test("x^x of the smallest number: the same slope for numbers that carry derivatives")
  func smallestPower() {
    let x = Double.leastNonzeroMagnitude
    let plain = gradient(at: [x]) { pow($0[0], $0[0]) }
    let nested = gradient(at: [Dual(x, tangent: 1)]) { pow($0[0], $0[0]) }
    #expect(nested[0].value == plain[0])
    #expect((plain[0] + 743.44007192138122).magnitude < 1e-10)
  }

  @Test("A listing of the fuzzer compiles, and shows the disagreement: this one is a planted fault")
  func listing() {
    // The body of what `FuzzingTests` expects of a listing, but for a warning.
    struct WrongSlope: UnaryRule {
      func value(_ x: Double) -> Double { sin(x) }
      func derivative<S: Scalar>(_ x: S, value y: S) -> S { 1 - x * x / 2 }
    }
    struct Program: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        let r0 = x[0]
        let r1: S = .applying(WrongSlope(), to: r0)
        let s2: [S] = softmax([r0, r1])
        let r2 = s2[0]
        _ = r2
        let r3 = s2[1]
        let r4: S = r1 + r3
        return [r4]
      }
    }
    let f = Program()
    let x: [Double] = [2.0]
    let slope = valueWithJacobianByColumns(at: x) { f($0) }.jacobian[0, 0]
    let (above, below) = (f([2.000_001])[0], f([1.999_999])[0])
    let quotient = (above - below) / 2e-6
    #expect((slope - quotient).magnitude > 0.1)
  }
}
