/// A program: instructions that compute registers from registers, the first of which are the inputs.
///
/// Every register is written once, so a register that is read twice is a shared subexpression. A program also has a memory
/// of ``memorySize`` numbers that are changed in place.
public struct Program: Equatable, Sendable {
  public static let memorySize = 4

  public var inputCount: Int
  public var instructions: [Instruction]
  /// The registers that are returned.
  public var outputs: [Int]

  public init(inputCount: Int, instructions: [Instruction], outputs: [Int]) {
    self.inputCount = inputCount
    self.instructions = instructions
    self.outputs = outputs
  }

  public var registerCount: Int { instructions.reduce(inputCount) { $0 + $1.resultCount } }
  /// How many roundings a path through the program can meet, about.
  public var pathLength: Int { instructions.reduce(1) { $0 + $1.pathLength } }
  /// Whether it holds derivatives itself: its own derivatives are then second ones.
  var isNested: Bool {
    instructions.contains { if case .derivative = $0.kind { true } else { false } }
  }
  /// Whether the sign bit of a NaN may come to light.
  var usesSignBits: Bool {
    instructions.contains { $0.kind == .binary(.copysign) }
  }
  var constants: [Double] {
    instructions.compactMap { instruction in
      switch instruction.kind {
      case .constant(let c), .plain(_, let c): c
      default: nil
      }
    }
  }
  public func contains(_ unary: Unary) -> Bool { instructions.contains { $0.unaries.contains(unary) } }
}

/// One step: what is done, and with which registers.
public struct Instruction: Equatable, Sendable {
  public var kind: Kind
  public var operands: [Int]

  public init(_ kind: Kind, _ operands: [Int]) {
    self.kind = kind
    self.operands = operands
  }

  public indirect enum Kind: Equatable, Sendable {
    case constant(Double)
    case unary(Unary)
    case binary(Binary)
    case plain(Plain, Double)
    case ternary(Ternary)
    /// The first function of operand 2 if operands 0 and 1 compare so, the second of operand 3 otherwise.
    case branch(Comparison, Unary, Unary)
    /// `times`: a function of the number, then an assignment of operand 1.
    case loop(times: Int, Unary, Assignment)
    case store(Int)
    case load(Int)
    case update(Int, Assignment)
    /// a[k] += a[k − 1]·r along the memory.
    case wave
    case reduction(Reduction)
    /// Of the first half of the operands with the second half.
    case dot
    case hadamard
    case softmax
    case matrixProduct(inner: Int, columns: Int, bias: Bool)
    case matrixVectorProduct(columns: Int, bias: Bool)
    case outerProduct(rows: Int)
    /// Of the coefficients, and the argument last.
    case polynomial
    case vectorRule
    /// The derivative of a straight program of two inputs along the first, at the operands.
    case derivative([Instruction])
  }

  /// The rows of a product: what the operands leave over.
  var rowCount: Int {
    switch kind {
    case .matrixProduct(let inner, let columns, let bias):
      (operands.count - inner * columns) / (inner + (bias ? 1 : 0))
    case .matrixVectorProduct(let columns, let bias): (operands.count - columns) / (columns + (bias ? 1 : 0))
    case .outerProduct(let rows): rows
    default: 0
    }
  }

  public var resultCount: Int {
    switch kind {
    case .store, .update, .wave: 0
    case .softmax: operands.count
    case .hadamard: operands.count / 2
    case .matrixProduct(_, let columns, _): rowCount * columns
    case .matrixVectorProduct: rowCount
    case .outerProduct(let rows): rows * (operands.count - rows)
    case .vectorRule: 2
    default: 1
    }
  }

  var pathLength: Int {
    switch kind {
    case .constant, .store, .load: 0
    case .loop(let times, _, _): 2 * times
    case .wave: 2 * Program.memorySize
    case .derivative(let body): 4 * body.count
    case .reduction, .dot, .softmax, .polynomial: 2 * operands.count
    case .matrixProduct(let inner, _, _): 2 * inner
    case .matrixVectorProduct(let columns, _): 2 * columns
    default: 1
    }
  }

  var unaries: [Unary] {
    switch kind {
    case .unary(let f): [f]
    case .branch(_, let f, let g): [f, g]
    case .loop(_, let f, _): [f]
    case .derivative(let body): body.flatMap(\.unaries)
    default: []
    }
  }
}
