import Derivatives

extension Program: VectorFunction {
  /// Runs the program with any numbers.
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var machine = Machine(x)
    for instruction in instructions { machine.execute(instruction) }
    return outputs.map { machine.registers[$0] }
  }
}

/// One of a program's outputs.
public struct Component: ScalarFunction, Sendable {
  public var program: Program
  public var index: Int

  public init(_ program: Program, _ index: Int) {
    self.program = program
    self.index = index
  }

  public func callAsFunction<S: Scalar>(_ x: [S]) -> S { program(x)[index] }
}

struct Machine<S: Scalar> {
  var registers: [S]
  var memory = [S](repeating: 0, count: Program.memorySize)

  init(_ inputs: [S]) { registers = inputs }

  mutating func execute(_ instruction: Instruction) {
    switch instruction.kind {
    case .derivative(let body): registers.append(slope(body, instruction))
    case .constant, .unary, .binary, .ternary: registers.append(straight(instruction))
    case .plain(let f, let c): registers.append(evaluate(f, self[instruction, 0], c))
    case .branch(let comparison, let f, let g):
      let holds = compare(comparison, self[instruction, 0], self[instruction, 1])
      registers.append(holds ? evaluate(f, self[instruction, 2]) : evaluate(g, self[instruction, 3]))
    case .loop(let times, let f, let assignment):
      var x = self[instruction, 0]
      for _ in 0..<times {
        x = evaluate(f, x)
        assign(assignment, &x, self[instruction, 1])
      }
      registers.append(x)
    case .store(let place): memory[place] = self[instruction, 0]
    case .load(let place): registers.append(memory[place])
    case .update(let place, let assignment): assign(assignment, &memory[place], self[instruction, 0])
    case .wave: for k in 1..<memory.count { memory[k] += memory[k - 1] * self[instruction, 0] }
    default: registers += arrays(instruction)
    }
  }

  subscript(instruction: Instruction, i: Int) -> S { registers[instruction.operands[i]] }
  func numbers(_ instruction: Instruction, _ range: Range<Int>) -> [S] {
    instruction.operands[range].map { registers[$0] }
  }

  /// What needs no memory and no other number type.
  func straight(_ instruction: Instruction) -> S {
    switch instruction.kind {
    case .constant(let c): S(c)
    case .unary(let f): evaluate(f, self[instruction, 0])
    case .binary(let f): evaluate(f, self[instruction, 0], self[instruction, 1])
    case .ternary(let f): evaluate(f, self[instruction, 0], self[instruction, 1], self[instruction, 2])
    default: fatalError("the body of a derivative holds \(instruction.kind)")
    }
  }

  @inline(never) func slope(_ body: [Instruction], _ instruction: Instruction) -> S {
    let captured = self[instruction, 1]
    return derivative(at: self[instruction, 0]) { x in
      var machine = Machine<Dual<S>>([x, Dual(constant: captured)])
      for step in body { machine.registers.append(machine.straight(step)) }
      return machine.registers[machine.registers.count - 1]
    }
  }

  @inline(never) func arrays(_ instruction: Instruction) -> [S] {
    let count = instruction.operands.count
    let half = count / 2
    switch instruction.kind {
    case .reduction(let f): return [evaluate(f, numbers(instruction, 0..<count))]
    case .dot: return [dot(numbers(instruction, 0..<half), numbers(instruction, half..<count))]
    case .hadamard: return hadamardProduct(numbers(instruction, 0..<half), numbers(instruction, half..<count))
    case .softmax: return softmax(numbers(instruction, 0..<count))
    case .matrixProduct(let inner, let columns, let bias):
      let a = instruction.rowCount * inner
      let b = a + inner * columns
      return matrixProduct(
        numbers(instruction, 0..<a), numbers(instruction, a..<b), inner: inner,
        adding: bias ? numbers(instruction, b..<count) : nil)
    case .matrixVectorProduct(let columns, let bias):
      let a = instruction.rowCount * columns
      return matrixVectorProduct(
        numbers(instruction, 0..<a), numbers(instruction, a..<a + columns),
        adding: bias ? numbers(instruction, a + columns..<count) : nil)
    case .outerProduct(let rows):
      return outerProduct(numbers(instruction, 0..<rows), numbers(instruction, rows..<count))
    case .polynomial: return [polynomial(numbers(instruction, 0..<count - 1), at: self[instruction, count - 1])]
    case .vectorRule: return custom(numbers(instruction, 0..<2))
    default: fatalError("\(instruction.kind) is executed elsewhere")
    }
  }
}
