/// Makes a program that fails smaller, as long as the same check fails.
public struct Minimiser {
  /// Looks for a disagreement.
  let finding: (Program, [[Double]]) -> Finding?

  public init(finding: @escaping (Program, [[Double]]) -> Finding?) { self.finding = finding }

  /// The smallest program and the fewest points found, with what fails there.
  public func minimised(
    _ program: Program, _ points: [[Double]], _ first: Finding
  ) -> (program: Program, points: [[Double]], finding: Finding) {
    var (program, points, found) = (program, points, first)
    func accept(_ candidate: Program, _ candidatePoints: [[Double]]) -> Bool {
      guard let next = finding(candidate, candidatePoints), next.check == first.check else { return false }
      (program, points, found) = (candidate, candidatePoints, next)
      return true
    }
    _ = accept(program, [found.point])
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in program.smaller where accept(candidate, points) {
        isSmaller = true
        break
      }
      if isSmaller { continue }
      for (p, input) in program.unusedInputs(points) where accept(p, input) {
        isSmaller = true
        break
      }
      if !isSmaller && points.count > 1 {
        isSmaller = points.indices.contains { i in
          var fewer = points
          fewer.remove(at: i)
          return accept(program, fewer)
        }
      }
      if !isSmaller { isSmaller = simplerNumbers(points).contains { accept(program, $0) } }
    }
    return (program, points, found)
  }

  /// The points with one number replaced by a simpler one.
  private func simplerNumbers(_ points: [[Double]]) -> [[[Double]]] {
    var all: [[[Double]]] = []
    for p in points.indices {
      for j in points[p].indices {
        let x = points[p][j]
        let simple = [0, 1, 2, -1, 0.5, x.rounded(), (x * 8).rounded() / 8, (x * 1024).rounded() / 1024]
        for number in simple where complexity(number) < complexity(x) {
          var next = points
          next[p][j] = number
          all.append(next)
        }
      }
    }
    return all
  }
  private func complexity(_ x: Double) -> Int {
    if let place = [0, 1, 2, -1, 0.5].firstIndex(where: { isIdentical($0, x) }) { return place }
    if !x.isFinite || x == 0 { return 0 }
    return 10 + "\(x)".count
  }
}

extension Program {
  /// Programs with a little less: an output, an instruction or a part of one.
  var smaller: [Program] {
    var all: [Program] = []
    if outputs.count > 1 {
      for i in outputs.indices { all.append(changed { $0.outputs = [outputs[i]] }) }
      for i in outputs.indices { all.append(changed { $0.outputs.remove(at: i) }) }
    }
    for index in instructions.indices.reversed() { all += without(index) }
    for index in instructions.indices {
      for simpler in instructions[index].simpler { all += replacing(index, simpler) }
    }
    return all
  }

  private func changed(_ change: (inout Program) -> Void) -> Program {
    var result = self
    change(&result)
    return result
  }

  /// Without an instruction, whose results become one of the registers before it.
  private func without(_ index: Int) -> [Program] {
    let count = instructions[index].resultCount
    let start = inputCount + instructions[..<index].reduce(0) { $0 + $1.resultCount }
    var replacements = instructions[index].operands
    if start > 0 { replacements.append(0) }
    if count == 0 { replacements = [0] }
    var seen: Set<Int> = []
    return replacements.filter { seen.insert($0).inserted }.map { replacement in
      changed { program in
        program.instructions.remove(at: index)
        program.rename(from: index) { $0 < start ? $0 : $0 < start + count ? replacement : $0 - count }
      }
    }
  }

  /// With an instruction of perhaps fewer results in another's place.
  private func replacing(_ index: Int, _ instruction: Instruction) -> [Program] {
    let (old, new) = (instructions[index].resultCount, instruction.resultCount)
    let start = inputCount + instructions[..<index].reduce(0) { $0 + $1.resultCount }
    guard new > 0 || old == 0 else { return [] }
    return [
      changed { program in
        program.instructions[index] = instruction
        program.rename(from: index + 1) { r in
          r < start ? r : r < start + old ? min(r, start + new - 1) : r - old + new
        }
      }
    ]
  }

  private mutating func rename(from index: Int, _ name: (Int) -> Int) {
    for i in index..<instructions.count { instructions[i].operands = instructions[i].operands.map(name) }
    outputs = outputs.map(name)
  }

  /// Without an input that is not used, at points without it.
  func unusedInputs(_ points: [[Double]]) -> [(Program, [[Double]])] {
    guard inputCount > 1 else { return [] }
    let used = Set(instructions.flatMap(\.operands) + outputs)
    return (0..<inputCount).filter { !used.contains($0) }.map { input in
      let program = changed { program in
        program.inputCount -= 1
        program.rename(from: 0) { $0 > input ? $0 - 1 : $0 }
      }
      return (program, points.map { x in x.indices.filter { $0 != input }.map { x[$0] } })
    }
  }
}

extension Instruction {
  /// Instructions that do less.
  var simpler: [Instruction] {
    func dropped(_ count: Int) -> [Instruction] {
      operands.indices.dropLast(operands.count - count).filter { _ in count > 1 }.map { i in
        var fewer = operands
        if count < operands.count { fewer.remove(at: i + count) }
        fewer.remove(at: i)
        return Instruction(kind, fewer)
      }
    }
    var all: [Instruction] = []
    switch kind {
    case .constant(let c): all = [0, 1].filter { c != $0 && c != 0 }.map { Instruction(.constant($0), []) }
    case .plain(let f, let c): all = [0, 1].filter { c != $0 && c != 0 }.map { Instruction(.plain(f, $0), operands) }
    case .branch(_, let f, let g):
      all = [Instruction(.unary(f), [operands[2]]), Instruction(.unary(g), [operands[3]])]
    case .loop(let times, let f, let a):
      all = [Instruction(.unary(f), [operands[0]])]
      if times > 1 { all.append(Instruction(.loop(times: times - 1, f, a), operands)) }
    case .reduction, .softmax: all = dropped(operands.count)
    case .dot, .hadamard: all = dropped(operands.count / 2)
    case .polynomial:
      if operands.count > 2 { all = [Instruction(kind, Array(operands.dropFirst()))] }
    case .matrixProduct(let inner, let columns, true):
      let count = rowCount * inner + inner * columns
      all = [Instruction(.matrixProduct(inner: inner, columns: columns, bias: false), Array(operands[..<count]))]
    case .matrixVectorProduct(let columns, true):
      let count = rowCount * columns + columns
      all = [Instruction(.matrixVectorProduct(columns: columns, bias: false), Array(operands[..<count]))]
    case .derivative(let body):
      if body.count > 1 { all = [Instruction(.derivative(Array(body.dropLast())), operands)] }
    default: break
    }
    return all
  }
}
