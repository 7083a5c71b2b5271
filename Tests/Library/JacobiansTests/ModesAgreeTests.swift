import Derivatives
import TestSupport
import Testing

/// The modes against each other, on problems of every shape: at the problem's own point, and at a seeded one near it.
struct ModesAgreeTests {
  static func points(of problem: Problem) -> [(x: [Double], name: String)] {
    var generator = SeededGenerator(seed: 20_240_229)
    return [
      (problem.point, "\(problem) at its point"), (problem.neighbour(&generator), "\(problem) near its point, \(generator)"),
    ]
  }

  @Test("columns are rows, and the automatic choice is both", arguments: Problem.assorted)
  func columnsAreRows(_ problem: Problem) {
    for (x, name) in Self.points(of: problem) {
      let columns = jacobianByColumns(at: x, of: problem.lanes)
      let scale = largest(columns.entries)
      let rows = Deviation(jacobianByRows(at: x, of: problem.adjoints), columns, scale: scale)
      #expect(rows.size <= 1e-14, "\(name), rows against columns, \(rows)")
      let chosen = Deviation(problem.automatic(x).jacobian, columns, scale: scale)
      #expect(chosen.size <= 1e-14, "\(name), the automatic choice against columns, \(chosen)")
    }
  }

  @Test("every number type has the value of the plain run, bit for bit", arguments: Problem.assorted)
  func valuesAreIdentical(_ problem: Problem) {
    for (x, name) in Self.points(of: problem) { problem.expectIdenticalValues(at: x, name) }
  }

  /// ⟨v̄, J ẋ⟩ = ⟨Jᵀv̄, ẋ⟩, with J ẋ by forward and Jᵀv̄ by reverse mode.
  @Test("pushforward and pullback are transposes", arguments: Problem.assorted)
  func pushforwardAndPullbackAreTransposes(_ problem: Problem) {
    var generator = SeededGenerator(seed: 7)
    for (x, name) in Self.points(of: problem) {
      let direction = generator.uniforms(x.count)
      let (value, image) = valueWithPushforward(at: x, along: direction, of: problem.duals)
      let cotangent = generator.uniforms(value.count)
      let pulled = pullback(at: x, from: cotangent, of: problem.adjoints)
      let forward = zip(cotangent, image).map { $0 * $1 }
      let reverse = zip(pulled, direction).map { $0 * $1 }
      let deviation = Deviation([forward.reduce(0, +)], [reverse.reduce(0, +)], scale: largest(forward + reverse))
      #expect(deviation.size <= 1e-14, "\(name), \(generator), \(deviation)")
    }
  }

  /// A nested dual's inner derivative is the plain dual's, and its second derivatives are those of an adjoint of duals.
  @Test("nested duals and adjoints of duals agree to second order", arguments: Problem.assorted)
  func secondOrderAgrees(_ problem: Problem) {
    var generator = SeededGenerator(seed: 11)
    for (x, name) in Self.points(of: problem) {
      let u = generator.uniforms(x.count)
      let v = generator.uniforms(x.count)
      let nested = problem.nested(x.indices.map { Dual(Dual(x[$0], tangent: u[$0]), tangent: Dual(v[$0], tangent: 0)) })
      let point = x.indices.map { Dual(x[$0], tangent: u[$0]) }
      let cotangent = generator.uniforms(nested.count)
      let pulled = pullback(at: point, from: cotangent.map { Dual(constant: $0) }, of: problem.adjointsOfDuals)
      // Σᵢ v̄ᵢ ∂²fᵢ/∂u∂v, once by nesting forward in forward, once by forward over reverse
      let forward = zip(cotangent, nested).map { $0 * $1.tangent.tangent }
      let reverse = zip(pulled, v).map { $0.tangent * $1 }
      let deviation = Deviation([forward.reduce(0, +)], [reverse.reduce(0, +)], scale: largest(forward + reverse))
      #expect(deviation.size <= 1e-13, "\(name), \(generator), \(deviation)")
    }
  }
}
