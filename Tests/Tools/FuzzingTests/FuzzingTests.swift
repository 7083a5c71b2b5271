import Derivatives
import TestSupport
import Testing

@testable import Fuzzing

@Suite struct FuzzingTests {
  @Test("150 random programs of a fixed seed: every number type and operation agrees")
  func shortRun() {
    var run = Run(seed: 20_250)
    for number in 0..<150 {
      if let finding = run.check(number) {
        Issue.record("seed \(run.seed), program \(number)\n\(run.minimised(number, finding))")
      }
    }
    #expect(run.statistics.derivatives > 10_000)
    #expect(run.statistics.secondDerivatives > 500)
    #expect(run.statistics.differences > 200)
  }

  @Test("A program follows from its seed")
  func seeds() {
    let (first, second) = (Run(seed: 7).program(12), Run(seed: 7).program(12))
    #expect(first.program == second.program)
    #expect(first.program != Run(seed: 8).program(12).program)
  }

  @Test("The interpreter is the program that is printed")
  func interpreter() {
    let values = Program.example([2.0, 3.0])
    #expect(values == [Double.sinOfSix + 2 * 3 * 3, 5])
  }

  @Test("Each way to a derivative is under test: a fault in one entry is found and named", arguments: Mode.all.map(\.name))
  func plantedInMode(name: String) throws {
    guard name != "derivative" else { return }  // of programs of one number
    var checker = Checker()
    checker.tampering = { mode, _, jacobian in
      mode == name ? jacobian.with(1, 1, jacobian[1, 1] * (1 + 0x1p-40)) : jacobian
    }
    let found = checker.finding(.example, at: [[0.75, -1.25]])
    let finding = try #require(found)
    #expect(finding.check == "derivative by \(name)")
  }

  @Test("So is each way to a second derivative", arguments: SecondOrderMode.all.map(\.name))
  func plantedInSecondOrder(name: String) throws {
    var checker = Checker()
    checker.tampering = { mode, _, hessian in
      mode == name ? hessian.with(0, 1, hessian[0, 1] * (1 + 0x1p-36)).with(1, 0, hessian[0, 1] * (1 + 0x1p-36)) : hessian
    }
    let points = [[0.75, -1.25]]
    let found = checker.finding(.oneOutput, at: points)
    let finding = try #require(found)
    #expect(finding.check == "second derivative by \(name)")
  }

  @Test("Many points at once are under test", arguments: ["valuesWithJacobians", "jacobian"])
  func plantedInPoints(name: String) throws {
    var checker = Checker()
    checker.tampering = { mode, _, jacobian in
      mode == name ? jacobian.with(0, 0, jacobian[0, 0] * (1 + 0x1p-36)) : jacobian
    }
    let found = checker.finding(.example, at: [[0.75, -1.25], [1, 2]])
    let finding = try #require(found)
    #expect(finding.check == "derivative by \(name)")
  }

  @Test("A program is printed as Swift: the listing that FoundTests compiles")
  func listing() {
    let program = Program(
      inputCount: 1,
      instructions: [
        Instruction(.unary(.wrongRule), [0]), Instruction(.softmax, [0, 1]), Instruction(.binary(.add), [1, 3]),
      ], outputs: [4])
    let finding = Finding(check: "difference quotient", details: "…", point: [2])
    let expected = """
      struct Program: VectorFunction {
        func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
          let r0 = x[0]
          let r1: S = .applying(WrongSlope(), to: r0)
          let s2: [S] = softmax([r0, r1])
          let r2 = s2[0]
          let r3 = s2[1]
          let r4: S = r1 + r3
          return [r4]
        }
      }
      """
    #expect("\(Listing(program, at: [[2]], finding))".contains(expected))
  }

  @Test("A rule with another function's slope is found in a random program and made small")
  func wrongRule() throws {
    var found = 0
    for number in 0..<40 {
      let (original, points) = Run(seed: 3).program(number)
      // The rule's result becomes the first output.
      var program = Program(inputCount: original.inputCount, instructions: original.instructions, outputs: [])
      program.instructions.append(Instruction(.unary(.wrongRule), [number % original.inputCount]))
      program.outputs = [program.registerCount - 1] + original.outputs
      let check = { (program: Program, points: [[Double]]) -> Finding? in
        var checker = Checker()
        return checker.differenceQuotient(program, points[0])
      }
      guard let finding = check(program, points) else { continue }
      found += 1
      let smallest = Minimiser(finding: check).minimised(program, points, finding)
      #expect(smallest.program.instructions.count == 1, "\(Listing(smallest.program, at: smallest.points, smallest.finding))")
      #expect(smallest.program.inputCount == 1)
      #expect(smallest.program.contains(.wrongRule))
    }
    #expect(found >= 25)
  }
}

extension Program {
  /// (sin(x₀x₁) + x₀x₁², x₀ + x₁).
  static let example = Program(
    inputCount: 2,
    instructions: [
      Instruction(.binary(.multiply), [0, 1]), Instruction(.unary(.sin), [2]), Instruction(.binary(.multiply), [2, 1]),
      Instruction(.binary(.add), [3, 4]), Instruction(.binary(.add), [0, 1]),
    ], outputs: [5, 6])

  static let oneOutput = Program(inputCount: 2, instructions: example.instructions, outputs: [5])
}

extension Double {
  static let sinOfSix = -0.27941549819892586
}

extension Matrix {
  func with(_ i: Int, _ j: Int, _ entry: Double) -> Matrix {
    var result = self
    result[i, j] = entry
    return result
  }
}
