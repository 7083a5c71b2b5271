import Derivatives

// Every function in every mode, as the bits of its numbers: a line for each function, point and mode. What two machines or two builds give
// can then be compared; `compare.swift` does so.
//
// It runs as Embedded Swift too, so it is made of what that has.

@main struct Program {
  static func main() {
    for function in Elementary.allCases { show(function, function.rawValue, at: points(of: function)) }
    var generator = SeededGenerator(seed: 4)
    let corners = [[1.0, 2, 3, 3], [0, -0.0, 1, -1], [.infinity, 1, 2, 0.5], [1e300, 1e-300, 0x1p-1074, 2]]
    let four = corners + (0..<6).map { _ in generator.uniforms(4, -3, 3) }
    for formula in ArrayFormula.allCases { show(formula, formula.rawValue, at: four) }
    show(Oscillators(), "oscillators", at: (0..<8).map { _ in generator.uniforms(6, 0.5, 1.5) })
  }

  /// Six points of the domain, and the numbers at which arithmetic has its edges.
  static func points(of function: Elementary) -> [[Double]] {
    var generator = SeededGenerator(seed: 1)
    let edges = [0, -0.0, 1, -1, 0.5, -2, 3, 0x1p-1074, -0x1p-1030, 1e-20, 40, -745, 1e10, 1e300, .infinity, -.infinity, .nan]
    let count = function.argumentCount
    let atEdges = edges.indices.flatMap { i in
      count == 1 ? [[edges[i]]] : [1, 2].map { step in (0..<count).map { edges[(i + step * $0) % edges.count] } }
    }
    return function.points(6, &generator) + atEdges.filter { function != .clamp || $0[1] <= $0[2] }
  }
}

func show<F: ScalarFunction>(_ f: F, _ name: String, at points: [[Double]]) {
  for (p, x) in points.enumerated() {
    let place = "\(name) \(p)"
    line(place, "Double", values: [f(x)], derivatives: [])
    for answer in doublePrecision(f, x) { line(place, answer.mode, values: [answer.value], derivatives: answer.partials + [answer.idle]) }
    for answer in singlePrecision(f, x.map { Float($0) }) {
      line(place, answer.mode, values: [answer.value], derivatives: answer.partials + [answer.idle], single: true)
    }
    line(place, "hessian", values: [], derivatives: hessian(at: x, of: f).entries)
    let nested = f(x.indices.map { Dual(Dual(x[$0], tangent: $0 == 0 ? 1 : 0), tangent: Dual($0 == 0 ? 1 : 0, tangent: 0)) })
    line(place, "Dual<Dual<Double>>", values: [nested.value.value], derivatives: [nested.tangent.tangent])
    let (columns, rows) = (jacobianByColumns(at: x) { [f($0)] }, jacobianByRows(at: x) { [f($0)] })
    line(place, "jacobian", values: [], derivatives: columns.entries + rows.entries)
  }
  let many = Matrix(points)
  line("\(name) all", "values(at:)", values: values(at: many, of: Single(function: f)).entries, derivatives: [])
  let evaluation = valuesWithJacobians(at: many, of: Single(function: f))
  line("\(name) all", "valuesWithJacobians(at:)", values: evaluation.values.entries, derivatives: evaluation.jacobians.entries)
}

/// `function point|mode|precision|bits of values|bits of derivatives`
func line(_ place: String, _ mode: String, values: [Double], derivatives: [Double], single: Bool = false) {
  print("\(place)|\(mode)|\(single ? "single" : "double")|\(bits(values))|\(bits(derivatives))")
}

func bits(_ numbers: [Double]) -> String {
  var text = ""
  for x in numbers { text += (text.isEmpty ? "" : " ") + (x.isNaN ? "nan" : String(x.bitPattern, radix: 16)) }
  return text
}
