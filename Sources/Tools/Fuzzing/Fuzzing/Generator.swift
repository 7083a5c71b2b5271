import TestNumbers

/// Random programs and points.
public struct Generator {
  var random: SeededGenerator
  private var available = 0
  /// Functions of moderate values only, for programs that stay where derivatives mean something.
  private var isTame = false

  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }

  /// A program of up to about twenty instructions.
  public mutating func program() -> Program {
    isTame = chance(60)
    let inputs = chance(6) ? 8 + below(14) : chance(15) ? 5 + below(4) : 1 + below(4)
    available = inputs
    var instructions: [Instruction] = []
    for _ in 0..<1 + below(chance(30) ? 24 : 9) {
      let next = instruction()
      instructions.append(next)
      available += next.resultCount
      if available > 60 { break }
    }
    let outputs = chance(8) ? 9 + below(12) : chance(40) ? 1 : 2 + below(4)
    return Program(
      inputCount: inputs, instructions: instructions,
      outputs: (0..<outputs).map { _ in chance(70) ? max(0, available - 1 - below(4)) : below(available) })
  }

  /// A register: more often a recent one.
  private mutating func register() -> Int {
    chance(55) ? max(0, available - 1 - below(4)) : below(available)
  }
  /// Registers: scattered, in a row, or the same one.
  private mutating func registers(_ count: Int) -> [Int] {
    switch below(10) {
    case 0..<5 where available >= count:
      let start = below(available - count + 1)
      return Array(start..<start + count)
    case 5: return [Int](repeating: register(), count: count)
    default: return (0..<count).map { _ in register() }
    }
  }
  private mutating func unary() -> Unary { pick(isTame ? Unary.tame : Unary.right) }
  private mutating func binary() -> Binary { pick(isTame ? Binary.tame : Binary.allCases) }

  private mutating func instruction() -> Instruction {
    switch below(100) {
    case 0..<5: return Instruction(.constant(number()), [])
    case 5..<28: return Instruction(.unary(unary()), [register()])
    case 28..<50: return Instruction(.binary(binary()), [register(), register()])
    case 50..<58: return Instruction(.plain(pick(Plain.allCases), number()), [register()])
    case 58..<62: return Instruction(.ternary(pick(Ternary.allCases)), registers(3))
    case 62..<66: return Instruction(.branch(pick(Comparison.allCases), unary(), unary()), registers(4))
    case 66..<70:
      return Instruction(
        .loop(times: 1 + below(6), unary(), pick(Assignment.allCases)), [register(), register()])
    case 70..<81: return memoryInstruction()
    case 81..<84: return Instruction(.derivative(body()), [register(), register()])
    default: return arrayInstruction()
    }
  }

  private mutating func memoryInstruction() -> Instruction {
    switch below(10) {
    case 0..<3: Instruction(.store(below(Program.memorySize)), [register()])
    case 3..<6: Instruction(.load(below(Program.memorySize)), [])
    case 6..<9: Instruction(.update(below(Program.memorySize), pick(Assignment.allCases)), [register()])
    default: Instruction(.wave, [register()])
    }
  }

  private mutating func arrayInstruction() -> Instruction {
    let (m, k, n) = (1 + below(4), 1 + below(4), 1 + below(4))
    let bias = chance(50)
    switch below(9) {
    case 0, 1: return Instruction(.reduction(pick(Reduction.allCases)), registers(1 + below(7)))
    case 2: return Instruction(.dot, pairs(1 + below(6)))
    case 3: return Instruction(.hadamard, pairs(1 + below(4)))
    case 4: return Instruction(.softmax, registers(1 + below(5)))
    case 5:
      return Instruction(
        .matrixProduct(inner: k, columns: n, bias: bias), registers(m * k) + registers(k * n) + registers(bias ? m : 0))
    case 6:
      return Instruction(
        .matrixVectorProduct(columns: n, bias: bias), registers(m * n) + registers(n) + registers(bias ? m : 0))
    case 7:
      return chance(50)
        ? Instruction(.outerProduct(rows: m), registers(m) + registers(n))
        : Instruction(.polynomial, registers(1 + below(5)) + [register()])
    default: return Instruction(.vectorRule, [register(), register()])
    }
  }
  /// The two operands of a product of arrays: now and then the same.
  private mutating func pairs(_ count: Int) -> [Int] {
    let first = registers(count)
    return first + (chance(25) ? first : registers(count))
  }

  /// A straight program of two inputs, of which the last register is taken.
  private mutating func body() -> [Instruction] {
    var count = 2
    return (0..<1 + below(4)).map { _ in
      defer { count += 1 }
      let operands = [max(0, count - 1 - below(2)), below(count)]
      return chance(50) ? Instruction(.binary(binary()), operands) : Instruction(.unary(unary()), [operands[0]])
    }
  }

  // MARK: Numbers

  /// A constant of a program.
  private mutating func number() -> Double {
    isTame || chance(60) ? pick([0, 1, -1, 2, 0.5, -3, 0.1, 1.5, random.uniform(-2, 2)]) : special()
  }
  private static let specials: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e308, 1e-308, 0x1p-1030, -0x1p-1063, 0x1p52, 0x1p53, 0x1p60 + 1,
    1, -1, 0.5, -0.5, 2, 3, 1 + 0x1p-52, 1 - 0x1p-53, 700, -745, 1e8, -1e8, 1e154, 1e-154, 1e-162, 20, 1e16,
  ]
  private mutating func special() -> Double { pick(Generator.specials) }

  /// A point of the kind asked for.
  public mutating func point(_ count: Int, _ kind: PointKind) -> [Double] {
    let common = number()
    return (0..<count).map { _ in
      switch kind {
      case .ordinary: random.uniform(-3, 3)
      case .wide: random.uniform(-1, 1) * Double(sign: .plus, exponent: below(80) - 40, significand: 1)
      case .ties: chance(50) ? common : Double(below(5) - 2)
      case .special: chance(45) ? special() : random.uniform(-3, 3)
      }
    }
  }
}

public enum PointKind: String, CaseIterable, Sendable {
  case ordinary, wide, ties, special
}
