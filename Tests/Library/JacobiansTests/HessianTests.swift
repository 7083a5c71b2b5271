import Derivatives
import TestSupport
import Testing

/// Σ sin(xᵢ xᵢ₊₁) + exp(x₀ xₙ₋₁/4) + norm x: every second derivative is different from zero.
private struct Mixed: ScalarFunction, Sendable {
  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var y = norm(x)
    for i in 0..<x.count - 1 { y += sin(x[i] * x[i + 1]) }
    return y + exp(x[0] * x[x.count - 1] / 4)
  }
}

struct HessianTests {
  static let sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17]

  @Test(arguments: sizes) func hessianIsForwardModeNested(_ n: Int) {
    let f = Mixed()
    var generator = SeededGenerator(seed: UInt64(n))
    let x = generator.uniforms(n, 0.2, 1.4)
    var nested = Matrix(rowCount: n, columnCount: n)
    for i in 0..<n {
      for j in 0..<n {
        let point = (0..<n).map { k in Dual(Dual(x[k], tangent: k == i ? 1 : 0), tangent: Dual(constant: k == j ? 1 : 0)) }
        nested[i, j] = f(point).tangent.tangent
      }
    }
    let scale = largest(nested.entries)
    let ours = hessian(at: x, of: f)
    #expect(Deviation(ours, nested, scale: scale).size <= 1e-14, "\(generator), \(Deviation(ours, nested, scale: scale))")
    #expect(Deviation(ours, ours.transposed, scale: scale).size <= 1e-15, "symmetry, \(generator)")
    #expect(hessian(at: x) { f($0) } == ours)

    let v = generator.uniforms(n)
    let product = Deviation(hessianVectorProduct(at: x, along: v) { f($0) }, ours * v, scale: scale * Double(n))
    #expect(product.size <= 1e-14, "H v, \(generator), \(product)")
  }

  @Test func hessianIsCalledOnceForEveryFourInputs() {
    for n in [0, 1, 4, 5, 8, 9] {
      var calls = 0
      var progress: [Progress] = []
      func follow(_ step: Progress) { progress.append(step) }
      let h = hessian(at: [Double](repeating: 1, count: n), progress: follow) { x in
        calls += 1
        return dot(x, x)
      }
      calls -= checksPerOperation
      #expect(calls == (n + 3) / 4 && progress == (0..<calls).map { Progress(done: $0 + 1, total: calls) }, "\(n) inputs")
      #expect(h.rows == (0..<n).map { i in (0..<n).map { $0 == i ? 2 : 0 } })
    }
  }

  @Test func hessianOfALinearFunctionOrAConstantIsZero() {
    let linear = hessian(at: [1, 2, 3]) { x in 2 * x[0] - x[2] }
    #expect(linear == Matrix(rowCount: 3, columnCount: 3))
    #expect(hessian(at: [1, 2, 3]) { _ in 5 } == Matrix(rowCount: 3, columnCount: 3))
    #expect(hessianVectorProduct(at: [1, 2], along: [3, 4]) { _ in 5 } == [0, 0])
  }
}

/// Constants, inputs without influence, NaN and infinities, in every form.
struct DegenerateJacobianTests {
  /// f = (x₀ x₁, 7, x₁): the second is a constant, x₂ has no influence.
  private struct Degenerate: VectorFunction {
    func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] * x[1], 7, x[1]] }
  }

  static func everyForm<F: VectorFunction>(at x: [Double], of f: F) -> [(name: String, jacobian: Matrix)] {
    let m = f(x).count
    let columnsWorkspace = ColumnsWorkspace<Lanes8>(inputCount: x.count, outputCount: m)
    let rowsWorkspace = RowsWorkspace(inputCount: x.count, outputCount: m)
    var columns = Matrix(rowCount: m, columnCount: x.count, repeating: 99)
    var rows = columns
    columnsWorkspace.jacobian(at: x, into: &columns) { x, y in
      let results = f((0..<x.count).map { x[$0] })
      for i in 0..<m { y[i] = results[i] }
    }
    rowsWorkspace.jacobian(at: x, into: &rows) { x, y in
      let results = f((0..<x.count).map { x[$0] })
      for i in 0..<m { y[i] = results[i] }
    }
    return [
      ("columns", jacobianByColumns(at: x) { f($0) }), ("rows", jacobianByRows(at: x) { f($0) }), ("chosen", jacobian(at: x, of: f)),
      ("columns in a workspace", columns), ("rows in a workspace", rows),
    ]
  }

  @Test func constantOutputAndUnusedInputAreZeros() {
    for (name, jacobian) in Self.everyForm(at: [2, 3, .nan], of: Degenerate()) {
      #expect(jacobian == Matrix([[3, 2, 0], [0, 0, 0], [0, 1, 0]]), "\(name)")
    }
  }

  @Test func outputThatAWorkspaceDoesNotWriteIsZero() {
    let workspace = RowsWorkspace(inputCount: 1, outputCount: 2)
    var matrix = Matrix(rowCount: 2, columnCount: 1)
    workspace.jacobian(at: [2], into: &matrix) { x, y in
      y[0] = x[0]
      y[1] = x[0] * x[0]
    }
    workspace.jacobian(at: [2], into: &matrix) { x, y in y[1] = 3 * x[0] }
    #expect(matrix.entries == [0, 3])
  }

  private struct Poles: VectorFunction {
    func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [sin(x[0]) + x[1], sqrt(x[2]) * x[1], exp(x[1])] }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func whatIsNotFiniteIsPassedOn(_ bad: Double) {
    for (name, jacobian) in Self.everyForm(at: [bad, 2, 4], of: Poles()) {
      #expect(jacobian[0, 0].isNaN && jacobian[0, 1] == 1 && jacobian[0, 2] == 0, "\(name): \(jacobian)")
      #expect(jacobian.row(1) == [0, 2, 0.5] && jacobian.row(2) == [0, exp(2.0), 0], "\(name): \(jacobian)")
    }
    for (name, jacobian) in Self.everyForm(at: [0, 2, 0], of: Poles()) {
      #expect(jacobian.row(1) == [0, 0, .infinity], "\(name): \(jacobian)")
    }
  }
}
