import Derivatives
import TestSupport
import Testing

/// A function of any shape, all of whose partial derivatives are different from zero: fᵢ = Σⱼ sin((i + 1) xⱼ/(j + 1)) + x₀ xₙ₋₁.
private struct AnyShape: VectorFunction, Sendable {
  let n: Int, m: Int
  var point: [Double] { (0..<n).map { 0.1 + 0.03 * Double($0) } }

  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { (0..<m).map { i in row(i) { x[$0] } } }

  func row<S: Scalar>(_ i: Int, _ x: (Int) -> S) -> S {
    var y: S = 0
    for j in 0..<n { y += sin(S(Double(i + 1)) * x(j) / S(Double(j + 1))) }
    return n > 0 ? y + x(0) * x(n - 1) : 1
  }

  /// By the formula.
  var jacobian: Matrix {
    var result = Matrix(rowCount: m, columnCount: n)
    let x = point
    for i in 0..<m {
      for j in 0..<n {
        let k = Double(i + 1) / Double(j + 1)
        result[i, j] = k * cos(k * x[j]) + (j == 0 ? x[n - 1] : 0) + (j == n - 1 ? x[0] : 0)
      }
    }
    return result
  }

  func byColumns<L: Tangent & BitwiseCopyable>(_ type: L.Type, at x: [Double]) -> Matrix where L.Base == Double {
    var result = Matrix(rowCount: m, columnCount: n, repeating: .nan)
    ColumnsWorkspace<L>(inputCount: n, outputCount: m).jacobian(at: x, into: &result) { x, y in
      for i in 0..<m { y[i] = row(i) { x[$0] } }
    }
    return result
  }
}

/// Jacobians of every shape, about the widths of the lanes above all.
struct ShapeTests {
  static let sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33]

  private func expect(_ ours: Matrix, _ truth: Matrix, _ name: String) {
    let deviation = Deviation(ours, truth, scale: largest(truth.entries))
    #expect(deviation.size <= 1e-14, "\(name), \(deviation)")
  }

  @Test(arguments: sizes) func everyShapeIsRight(_ n: Int) {
    for m in Self.sizes {
      let f = AnyShape(n: n, m: m)
      let name = "n = \(n), m = \(m)"
      let columns = jacobianByColumns(at: f.point) { f($0) }
      expect(columns, f.jacobian, "\(name) by columns")
      expect(jacobianByRows(at: f.point) { f($0) }, f.jacobian, "\(name) by rows")
      let chosen = valueWithJacobian(at: f.point, of: f)
      expect(chosen.jacobian, f.jacobian, "\(name), \(chosen.plan)")
      #expect(chosen.value == f(f.point) && jacobian(at: f.point, of: f) == chosen.jacobian)
    }
  }

  @Test(arguments: sizes) func workspacesGiveWhatArraysGive(_ n: Int) {
    for m in Self.sizes {
      let f = AnyShape(n: n, m: m)
      let name = "n = \(n), m = \(m)"
      let columns = jacobianByColumns(at: f.point) { f($0) }
      // the same numbers, lane for lane, whatever the width
      #expect(f.byColumns(Lanes4.self, at: f.point) == columns, "four lanes, \(name)")
      #expect(f.byColumns(Lanes8.self, at: f.point) == columns, "eight lanes, \(name)")
      #expect(f.byColumns(Lanes16.self, at: f.point) == columns, "sixteen lanes, \(name)")
      #expect(f.byColumns(Double.self, at: f.point) == columns, "one direction, \(name)")
      var rows = Matrix(rowCount: m, columnCount: n, repeating: .nan)
      let workspace = RowsWorkspace(inputCount: n, outputCount: m)
      workspace.jacobian(at: f.point, into: &rows) { x, y in for i in 0..<m { y[i] = f.row(i) { x[$0] } } }
      #expect(rows == jacobianByRows(at: f.point) { f($0) }, "rows, \(name)")
      #expect(workspace.value == f(f.point))
    }
  }

  @Test(arguments: [3, 8, 9, 17]) func workspaceMayBeUsedAtAnotherPoint(_ n: Int) {
    let f = AnyShape(n: n, m: 5)
    let columns = ColumnsWorkspace<Lanes8>(inputCount: n, outputCount: 5)
    let rows = RowsWorkspace(inputCount: n, outputCount: 5)
    var (byColumns, byRows) = (Matrix(rowCount: 5, columnCount: n), Matrix(rowCount: 5, columnCount: n))
    for shift in [0, 1, -2, 0.5] {
      let x = f.point.map { $0 + shift }
      columns.jacobian(at: x, into: &byColumns) { x, y in for i in 0..<5 { y[i] = f.row(i) { x[$0] } } }
      rows.jacobian(at: x, into: &byRows) { x, y in for i in 0..<5 { y[i] = f.row(i) { x[$0] } } }
      #expect(byColumns == jacobianByColumns(at: x) { f($0) }, "columns, \(n) inputs, shift \(shift)")
      #expect(byRows == jacobianByRows(at: x) { f($0) }, "rows, \(n) inputs, shift \(shift)")
      #expect(columns.value == f(x) && rows.value == f(x))
    }
  }

  @Test(arguments: sizes) func functionIsCalledAsOftenAsPromised(_ n: Int) {
    for m in [0, 1, 8, 9] {
      let f = AnyShape(n: n, m: m)
      var calls = 0
      var progress: [Progress] = []
      func follow(_ step: Progress) { progress.append(step) }
      _ = jacobianByColumns(at: f.point, progress: follow) { x in
        calls += 1
        return f(x)
      }
      let evaluations = max(1, (n + 7) / 8)
      calls -= checksPerOperation
      #expect(calls == evaluations && progress == (1...evaluations).map { Progress(done: $0, total: evaluations) }, "columns, \(n) → \(m)")

      calls = 0
      progress = []
      _ = jacobianByRows(at: f.point, progress: follow) { x in
        calls += 1
        return f(x)
      }
      let sweeps = (m + 7) / 8
      #expect(calls == 1 && progress == (0..<sweeps).map { Progress(done: $0 + 1, total: sweeps) }, "rows, \(n) → \(m)")

      calls = 0
      let workspace = ColumnsWorkspace<Lanes4>(inputCount: n, outputCount: m)
      var matrix = Matrix(rowCount: m, columnCount: n)
      progress = []
      workspace.jacobian(at: f.point, into: &matrix, progress: follow) { x, y in
        calls += 1
        for i in 0..<m { y[i] = f.row(i) { x[$0] } }
      }
      calls -= checksPerOperation
      #expect(calls == workspace.passCount && calls == max(1, (n + 3) / 4), "workspace, \(n) → \(m)")
      #expect(progress == (0..<calls).map { Progress(done: $0 + 1, total: calls) }, "workspace, \(n) → \(m)")
    }
  }

  @Test func planIsNeverTheMoreExpensiveAndChangesOnlyOnce() {
    for m in 1...200 {
      var rows = false
      for n in 0...300 {
        let plan = JacobianPlan(inputCount: n, outputCount: m)
        let best = min(plan.columnsCost, plan.rowsCost)
        let isBest = (plan.direction == .columns ? plan.columnsCost : plan.rowsCost) == best
        let goesOn = !rows || plan.direction == .rows  // with more inputs rows only get better
        let suffices = plan.columnPasses * plan.columnWidth >= n && plan.rowSweeps * 8 >= m
        guard isBest && goesOn && suffices else {
          Issue.record("\(n) → \(m): \(plan); with one input fewer by \(rows ? "rows" : "columns")")
          return
        }
        rows = plan.direction == .rows
      }
    }
  }

  @Test func aWorkspaceWithoutInputsStillHasTheValue() {
    let workspace = ColumnsWorkspace<Lanes4>(inputCount: 0, outputCount: 2)
    var jacobian = Matrix(rowCount: 2, columnCount: 0)
    workspace.jacobian(at: [], into: &jacobian) { _, y in
      y[0] = 3
      y[1] = 4
    }
    #expect(workspace.value == [3, 4])
  }
}
