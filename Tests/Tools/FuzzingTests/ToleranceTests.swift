import Testing

@testable import Fuzzing

/// What the fuzzer lets pass is narrow: a fault beside it is found.
@Suite struct ToleranceTests {
  /// The first finding with a fault in one entry of one way's derivatives.
  private func finding(
    _ program: Program, at x: [Double], in name: String, _ i: Int, _ j: Int, _ fault: @escaping (Double) -> Double
  ) -> Finding? {
    var checker = Checker()
    #expect(checker.finding(program, at: [x, x]) == nil)
    checker.tampering = { mode, _, jacobian in
      mode == name ? jacobian.with(i, j, fault(jacobian[i, j])) : jacobian
    }
    return checker.finding(program, at: [x, x])
  }

  @Test("A derivative inside a program does not excuse a fault outside, not even beside a zero", arguments: [0, 0.75])
  func derivativeInside(x: Double) throws {
    let body = [Instruction(.unary(.sin), [0]), Instruction(.binary(.multiply), [2, 1])]
    let program = Program(
      inputCount: 2,
      instructions: [
        Instruction(.constant(0), []), Instruction(.derivative(body), [0, 1]), Instruction(.binary(.multiply), [3, 0]),
      ], outputs: [4])
    let found = finding(program, at: [x, 1.5], in: "RowsWorkspace", 0, 0) { $0 * (1 + 0x1p-36) }
    #expect(found?.check == "derivative by RowsWorkspace")
  }

  @Test("A NaN of one mode does not excuse two different numbers of others")
  func infiniteFactor() {
    let program = Program(inputCount: 2, instructions: [Instruction(.binary(.multiply), [0, 1])], outputs: [2])
    let found = finding(program, at: [0, .infinity], in: "jacobian", 0, 1) { _ in .infinity }
    #expect(found?.check == "derivative by jacobian")
  }

  @Test("The modes of Float are under test, to a few of its last bits")
  func float() {
    let found = finding(.example, at: [0.75, -1.25], in: "Dual<Float>", 0, 0) { $0 * (1 + 0x1p-10) }
    #expect(found?.check == "derivative of Float")
  }

  @Test("A custom rule and a zero do not excuse a wrong slope from its difference quotient")
  func customRule() {
    let program = Program(
      inputCount: 1,
      instructions: [
        Instruction(.constant(0), []), Instruction(.unary(.customRule), [1]), Instruction(.unary(.wrongRule), [0]),
        Instruction(.binary(.add), [2, 3]),
      ], outputs: [4])
    var checker = Checker()
    #expect(checker.differenceQuotient(program, [2]) != nil)
    #expect(checker.statistics.differences > 0)
  }

  @Test("Where the slope of a smooth program is 0, its difference quotient still finds another number")
  func stationary() {
    // sin x − sin x: the quotient is 0 but for rounding, the derivative (1 − x²/2) − cos x.
    let program = Program(
      inputCount: 2,
      instructions: [
        Instruction(.unary(.wrongRule), [0]), Instruction(.unary(.sin), [0]), Instruction(.binary(.subtract), [2, 3]),
        Instruction(.binary(.add), [4, 1]),
      ], outputs: [5])
    var checker = Checker()
    #expect(checker.differenceQuotient(program, [2, 1]) != nil)
  }
}
