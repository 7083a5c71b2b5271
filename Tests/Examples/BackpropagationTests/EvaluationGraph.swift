import Derivatives
import Pictures

/// f(x₁, x₂) = x₁x₂ + exp(x₁x₂) − sin x₂ at (1, 2) as a graph, for Docs/Backpropagation/ForwardAndReverse.md. Every number in it is computed:
/// values and tangents with duals, adjoints by a sweep, and the derivative at an arrow from its operation alone.
struct EvaluationGraph {
  /// One operation: its formula, the units it takes, itself, and the names of its partial derivatives.
  struct Operation: Sendable {
    let formula: String
    let operands: [Int]
    let partialNames: [String]
    let function: any ScalarFunction & Sendable
  }

  struct Product: ScalarFunction { func callAsFunction<S: Scalar>(_ v: [S]) -> S { v[0] * v[1] } }
  struct Sine: ScalarFunction { func callAsFunction<S: Scalar>(_ v: [S]) -> S { sin(v[0]) } }
  struct Exponential: ScalarFunction { func callAsFunction<S: Scalar>(_ v: [S]) -> S { exp(v[0]) } }
  struct Difference: ScalarFunction { func callAsFunction<S: Scalar>(_ v: [S]) -> S { v[0] - v[1] } }
  struct Sum: ScalarFunction { func callAsFunction<S: Scalar>(_ v: [S]) -> S { v[0] + v[1] } }

  static let operations = [
    Operation(formula: "v₁v₂", operands: [0, 1], partialNames: ["v₂", "v₁"], function: Product()),
    Operation(formula: "sin v₂", operands: [1], partialNames: ["cos v₂"], function: Sine()),
    Operation(formula: "exp v₃", operands: [2], partialNames: ["v₅"], function: Exponential()),
    Operation(formula: "v₃ − v₄", operands: [2, 3], partialNames: ["", ""], function: Difference()),
    Operation(formula: "v₅ + v₆", operands: [4, 5], partialNames: ["", ""], function: Sum()),
  ]

  let x: [Double]

  /// v₁…v₇; `unit` is called with each as it is computed.
  func trace<S: Scalar>(_ x: [S], unit: (S) -> S = { $0 }) -> [S] {
    var v = x.map(unit)
    for operation in Self.operations { v.append(unit(operation.function(operation.operands.map { v[$0] }))) }
    return v
  }

  var values: [Double] { trace(x) }
  func tangents(along direction: [Double]) -> [Double] { pushforward(at: x, along: direction) { trace($0) } }
  var adjoints: [Double] {
    let tape = Tape<Double>()
    let v = trace(tape.record(x), unit: { tape.unit($0) })
    let adjoints = tape.adjoints(of: v[6])
    return v.map { adjoints[$0] }
  }
  /// ∂vₖ/∂vᵢ for every operand i of an operation.
  func partials(of operation: Operation) -> [Double] {
    let v = values
    let arguments = operation.operands.map { v[$0] }
    func slope(_ f: some ScalarFunction) -> [Double] { gradient(at: arguments) { f($0) } }
    return slope(operation.function)
  }

  var graph: Graph {
    let (v, first, second, bar) = (values, tangents(along: [1, 0]), tangents(along: [0, 1]), adjoints)
    let indices = ["₁", "₂", "₃", "₄", "₅", "₆", "₇"]
    let boxes = v.indices.map { k in
      let rows = ["v = \(digits(v[k]))", "∂v/∂x₁ = \(digits(first[k]))", "∂v/∂x₂ = \(digits(second[k]))", "∂f/∂v = \(digits(bar[k]))"]
      guard k >= 2 else { return Graph.Box("v\(indices[k]) = x\(indices[k])", rows) }
      let operation = Self.operations[k - 2]
      let labels = zip(operation.partialNames, partials(of: operation)).map { name, partial in
        name.isEmpty ? digits(partial) : "\(name) = \(digits(partial))"
      }
      return Graph.Box("v\(indices[k]) = \(operation.formula)", rows, from: zip(operation.operands, labels).map { (box: $0, label: $1) })
    }
    return Graph(
      "x₁x₂ + exp(x₁x₂) − sin x₂ at (1, 2)",
      rowNames: ["value", "tangent along x₁, forwards", "tangent along x₂, forwards", "adjoint, backwards"], boxes: boxes)
  }
}

/// Three digits after the point, none that are 0.
private func digits(_ x: Double) -> String {
  let thousandths = Int((x.magnitude * 1000).rounded())
  var fraction = "\(1000 + thousandths % 1000)".dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  return (x < 0 && thousandths > 0 ? "−" : "") + "\(thousandths / 1000)" + (fraction.isEmpty ? "" : ".\(fraction)")
}
