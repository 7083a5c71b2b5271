import Derivatives
import TestNumbers

// Values are the same bits in every number type, but for derivatives inside a program and the sign of a NaN.

extension Checker {
  /// Whether the values of a number type may differ from the plain ones: the first register that differs
  /// shows why.
  ///
  /// What is computed from a derivative differs when the derivative does, so the first one decides.
  func isTolerated(
    _ program: Program, ulp: Double, plain: (Program) -> [Double], other: (Program) -> [Double]?
  ) -> Bool {
    guard program.isNested || program.usesSignBits else { return false }
    let all = program.returningEverything
    let a = plain(all)
    guard let b = other(all),
      let register = a.indices.first(where: { !isIdentical(a[$0], b[$0]) }),
      let instruction = program.instruction(of: register)
    else { return false }
    switch instruction.kind {
    // The sign bit of a NaN means nothing, and `copysign` shows it.
    case .binary(.copysign): return a[instruction.operands[1]].isNaN
    case .derivative(let body):
      let usesSignBits = body.contains { $0.kind == .binary(.copysign) }
      let reference = program.references(Array(a[..<program.inputCount]))[register]
      // The rules look after the ends of the range of `Double`: subnormal parts of a `Float` have lost digits.
      if ulp > 0x1p-53 && reference.reach >= 126 { return true }
      let rounding = program.roundings * ulp * size(of: body, at: instruction.operands.map { a[$0] })
      return isTolerated(a[register], b[register], rounding)
        || usesSignBits && reference.metSpecial
    default: return false
    }
  }

  /// Of a derivative only the number is promised, not the sign of a zero. Where 0 meets ∞ on the way to it,
  /// it may be NaN for some numbers only: one that carries a derivative itself is not exactly zero. And where
  /// the build contracts a·b + c, the sums of each number type have their own last bits.
  private func isTolerated(_ a: Double, _ b: Double, _ rounding: Double) -> Bool {
    a == b || a.isNaN != b.isNaN || Checker.contracts && (a - b).magnitude <= rounding
  }

  /// The sum of the magnitudes of the products that a derivative is the sum of.
  private func size(of body: [Instruction], at x: [Double]) -> Double {
    var machine = Machine<Reference>([Reference(x[0], u: .unit(0), after: []), Reference(x[1])])
    for step in body { machine.registers.append(machine.straight(step)) }
    return machine.registers[machine.registers.count - 1].u.size.double
  }

  /// Whether an output has a derivative in some register of which only rounding is left, so that its sign differs
  /// from one sweep to another. An infinite slope makes ∞ and −∞ of that (rule 6 of Docs/Edges.md).
  func sweepsDifferInSign(_ program: Program, _ x: [Double], _ output: Int) -> Bool {
    let all = program.registers(x)
    return program.instructions.indices.dropFirst().contains { index in
      let rest = program.suffix(from: index)
      let sweeps = modes.filter { $0.direction != .forward }.compactMap {
        $0.evaluate(rest, Array(all[..<rest.inputCount]), room)?.jacobian
      }
      return (0..<rest.inputCount).contains { k in
        let adjoints = sweeps.map { $0[output, k] }
        return adjoints.allSatisfy { $0.magnitude < 1e-10 } && Set(adjoints.map { $0 < 0 }).count > 1
      }
    }
  }

  /// Whether this build rounds a·b + c once.
  static let contracts = Double._multiplyAdd(1 + 0x1p-30, 1 - 0x1p-30, -1) != 0
}

extension Program {
  /// The program with every register for an output.
  var returningEverything: Program {
    Program(inputCount: inputCount, instructions: instructions, outputs: Array(0..<registerCount))
  }

  /// All registers after a run.
  func registers<S: Scalar>(_ x: [S]) -> [S] { returningEverything(x) }

  /// All registers as references, which tell what was met on the way to them.
  func references(_ x: [Double]) -> [Reference] { registers(x.map { Reference($0, u: .unit(0), after: []) }) }

  /// All registers as references at the numbers that `Float` finds: what is special for them.
  func references(following x: [Float], along j: Int) -> [Reference] {
    let numbers = registers(x)
    var machine = Machine(
      x.indices.map { Reference(Double(x[$0]), u: $0 == j ? .unit(0) : .zero, after: []) })
    for instruction in instructions {
      let known = machine.registers.count
      machine.execute(instruction)
      for k in known..<machine.registers.count { machine.registers[k].value = Double(numbers[k]) }
    }
    return machine.registers
  }

  /// The instruction that computes a register; none for an input.
  func instruction(of register: Int) -> Instruction? {
    var end = inputCount
    return register < inputCount
      ? nil
      : instructions.first {
        end += $0.resultCount
        return register < end
      }
  }

  /// The instructions from one on, as a program of all registers before it.
  func suffix(from index: Int) -> Program {
    let count = inputCount + instructions[..<index].reduce(0) { $0 + $1.resultCount }
    return Program(inputCount: count, instructions: Array(instructions[index...]), outputs: outputs)
  }

  /// Whether a derivative inside is zero or not a finite number, or comes from such numbers.
  ///
  /// The derivative of such a derivative is a second one, which may be NaN in one mode only (Docs/Edges.md).
  func meetsSpecialInside(_ x: [Double]) -> Bool {
    guard isNested else { return false }
    let all = references(x)
    func isSpecial(_ register: Int) -> Bool { all[register].metSpecial || all[register].value == 0 }
    return all.indices.contains { register in
      guard let instruction = instruction(of: register), case .derivative = instruction.kind else {
        return false
      }
      return isSpecial(register) || instruction.operands.contains(where: isSpecial)
    }
  }
}
