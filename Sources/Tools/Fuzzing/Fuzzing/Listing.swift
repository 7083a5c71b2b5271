/// A program as a Swift file that shows the disagreement.
public struct Listing: CustomStringConvertible {
  public let program: Program
  public let points: [[Double]]
  public let finding: Finding

  public init(_ program: Program, at points: [[Double]], _ finding: Finding) {
    self.program = program
    self.points = points
    self.finding = finding
  }

  public var description: String {
    var lines = ["// \(finding)", "import Derivatives", ""] + helpers
    lines += ["struct Program: VectorFunction {", "  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {"]
    lines += body.map { "    \($0)" } + ["  }", "}", ""]
    lines += ["let f = Program()"]
    for (i, point) in points.enumerated() {
      let x = points.count > 1 ? "x\(i)" : "x"
      lines.append("let \(x): [Double] = [\(point.map(literal).joined(separator: ", "))]")
      lines += demonstration(x)
    }
    if points.count > 1 {
      let all = points.indices.map { "x\($0)" }.joined(separator: ", ")
      lines.append("print(valuesWithJacobians(at: Matrix([\(all)]), of: f))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func demonstration(_ x: String) -> [String] {
    var lines = [
      #"print("plain numbers", f(\#(x)))"#,
      #"print("by columns   ", valueWithJacobianByColumns(at: \#(x)) { f($0) })"#,
      #"print("by rows      ", valueWithJacobianByRows(at: \#(x)) { f($0) })"#,
    ]
    if finding.check.contains("Points8") || finding.check.contains("values") || finding.check.contains("push") {
      lines.append(#"print("eight points ", f(\#(x).map { Points8($0) }))"#)
      lines.append(#"print(valuesWithJacobians(at: Matrix([\#(x), \#(x), \#(x)]), of: f).jacobians.rows)"#)
    }
    if finding.check.contains("Float") {
      lines.append("print(f(\(x).map { Float($0) }), valueWithPullback(at: \(x).map { Float($0) }) { f($0) }.value)")
    }
    if finding.check.contains("second") || finding.check.contains("Dual<Dual") || finding.check.contains("Adjoint<") {
      lines += [
        "for i in f(\(x)).indices {",
        "  print(hessian(at: \(x)) { f($0)[i] }.rows)",
        "  print(gradient(at: \(x).map { Dual($0, tangent: 1) }) { f($0)[i] })",
        "  print(f(\(x).map { Dual(Dual($0, tangent: 1), tangent: 1) })[i])",
        "}",
      ]
    }
    return lines
  }

  private var helpers: [String] {
    var lines: [String] = []
    if program.contains(.negated) {
      lines += ["func negated<S: Scalar>(_ x: S) -> S {", "  var y = x", "  y.negate()", "  return y", "}", ""]
    }
    if program.contains(.customRule) {
      lines += rule("Bump", value: "exp(-x * x / 2)", derivative: "-(x * y)")
    }
    if program.contains(.wrongRule) { lines += rule("WrongSlope", value: "sin(x)", derivative: "1 - x * x / 2") }
    if program.instructions.contains(where: { $0.kind == .vectorRule }) {
      lines += [
        "struct Pair: VectorRule {",
        "  func value(_ x: [Double]) -> [Double] { [x[0] * exp(x[1]), x[0] * x[0] - x[1]] }",
        "  func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { [[exp(x[1]), y[0]], [2 * x[0], -1]] }",
        "}", "",
      ]
    }
    return lines
  }
  private func rule(_ name: String, value: String, derivative: String) -> [String] {
    [
      "struct \(name): UnaryRule {", "  func value(_ x: Double) -> Double { \(value) }",
      "  func derivative<S: Scalar>(_ x: S, value y: S) -> S { \(derivative) }", "}", "",
    ]
  }

  // MARK: The statements

  private var body: [String] {
    var lines = (0..<program.inputCount).map { "let r\($0) = x[\($0)]" }
    if program.instructions.contains(where: \.usesMemory) {
      lines.append("var a = [S](repeating: 0, count: \(Program.memorySize))")
    }
    var next = program.inputCount
    for instruction in program.instructions {
      lines += statements(instruction, next)
      next += instruction.resultCount
    }
    return lines + ["return [\(program.outputs.map { "r\($0)" }.joined(separator: ", "))]"]
  }

  private func statements(_ instruction: Instruction, _ next: Int) -> [String] {
    let r = instruction.operands.map { "r\($0)" }
    func list(_ range: Range<Int>) -> String { "[" + r[range].joined(separator: ", ") + "]" }
    let half = r.count / 2
    let result = "let r\(next): S ="
    switch instruction.kind {
    case .constant(let c): return ["\(result) S(\(literal(c)))"]
    case .unary(let f): return ["\(result) \(text(f.rawValue, r))"]
    case .binary(let f): return ["\(result) \(text(f.rawValue, r))"]
    case .ternary(let f): return ["\(result) \(text(f.rawValue, r))"]
    case .plain(let f, let c): return ["\(result) \(text(f.rawValue, [r[0], "S(\(literal(c)))"]))"]
    case .branch(let comparison, let f, let g):
      return [
        "\(result) \(r[0]) \(comparison.rawValue) \(r[1]) ? \(text(f.rawValue, [r[2]])) : \(text(g.rawValue, [r[3]]))"
      ]
    case .loop(let times, let f, let assignment):
      let x = "r\(next)"
      return [
        "var \(x) = \(r[0])", "for _ in 0..<\(times) {", "  \(x) = \(text(f.rawValue, [x]))",
        "  \(x) \(assignment.rawValue) \(r[1])", "}",
      ]
    case .store(let place): return ["a[\(place)] = \(r[0])"]
    case .load(let place): return ["\(result) a[\(place)]"]
    case .update(let place, let assignment): return ["a[\(place)] \(assignment.rawValue) \(r[0])"]
    case .wave: return ["for k in 1..<a.count { a[k] += a[k - 1] * \(r[0]) }"]
    case .reduction(let f): return ["\(result) \(f.rawValue)(\(list(0..<r.count)))"]
    case .dot: return ["\(result) dot(\(list(0..<half)), \(list(half..<r.count)))"]
    case .polynomial: return ["\(result) polynomial(\(list(0..<r.count - 1)), at: \(r[r.count - 1]))"]
    case .derivative(let body): return derivative(body, r, next)
    default: return arrayStatements(instruction, r, next)
    }
  }

  private func arrayStatements(_ instruction: Instruction, _ r: [String], _ next: Int) -> [String] {
    func list(_ range: Range<Int>) -> String { "[" + r[range].joined(separator: ", ") + "]" }
    let call: String
    switch instruction.kind {
    case .hadamard: call = "hadamardProduct(\(list(0..<r.count / 2)), \(list(r.count / 2..<r.count)))"
    case .softmax: call = "softmax(\(list(0..<r.count)))"
    case .matrixProduct(let inner, let columns, let bias):
      let a = instruction.rowCount * inner
      let b = a + inner * columns
      let rest = bias ? ", adding: \(list(b..<r.count))" : ""
      call = "matrixProduct(\(list(0..<a)), \(list(a..<b)), inner: \(inner)\(rest))"
    case .matrixVectorProduct(let columns, let bias):
      let a = instruction.rowCount * columns
      let rest = bias ? ", adding: \(list(a + columns..<r.count))" : ""
      call = "matrixVectorProduct(\(list(0..<a)), \(list(a..<a + columns))\(rest))"
    case .outerProduct(let rows): call = "outerProduct(\(list(0..<rows)), \(list(rows..<r.count)))"
    default: call = "S.applying(Pair(), to: \(list(0..<2)))"
    }
    let results = (0..<instruction.resultCount).map { "let r\(next + $0) = s\(next)[\($0)]" }
    return ["let s\(next): [S] = \(call)"] + results
  }

  private func derivative(_ body: [Instruction], _ r: [String], _ next: Int) -> [String] {
    var lines = ["let r\(next): S = derivative(at: \(r[0])) { (q0: Dual<S>) -> Dual<S> in"]
    lines.append("  let q1 = Dual(constant: \(r[1]))")
    for (k, step) in body.enumerated() {
      let q = step.operands.map { "q\($0)" }
      switch step.kind {
      case .unary(let f): lines.append("  let q\(k + 2): Dual<S> = \(text(f.rawValue, q))")
      case .binary(let f): lines.append("  let q\(k + 2): Dual<S> = \(text(f.rawValue, q))")
      default: lines.append("  let q\(k + 2) = q0")
      }
    }
    return lines + ["  return q\(body.count + 1)", "}"]
  }

  private func text(_ template: String, _ r: [String]) -> String {
    var result = ""
    for character in template {
      switch character {
      case "#": result += r[0]
      case "@": result += r[1]
      case "%": result += r[2]
      default: result.append(character)
      }
    }
    return result
  }

  private func literal(_ x: Double) -> String {
    x.isNaN ? ".nan" : x == .infinity ? ".infinity" : x == -.infinity ? "-.infinity" : "\(x)"
  }
}

extension Instruction {
  var usesMemory: Bool {
    switch kind {
    case .store, .load, .update, .wave: true
    default: false
    }
  }
}
