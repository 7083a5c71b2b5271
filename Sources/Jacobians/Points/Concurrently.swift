public import ForwardMode

// Over several cores. Each task has numbers and tapes of its own; nothing is shared but the function.

/// The values and Jacobians of `f` at many points, computed in several tasks.
///
/// The values are those of ``valuesWithJacobians(at:variables:progress:of:)``, bit for bit. So are the Jacobians, unless other threads compare
/// numbers of several points meanwhile: to be sure, points are then taken one by one, and last bits may differ.
///
/// To begin and to await a task costs some 20 µs: it pays for work of a millisecond, where cores are idle.
///
/// - Parameters:
///   - taskCount: In how many parts the points are divided; the number of cores is a good choice.
@inlinable public func valuesWithJacobiansConcurrently<F: VectorFunction & Sendable>(
  at points: Matrix, variables: Range<Int>? = nil, taskCount: Int, of f: F
) async -> PointsEvaluation {
  _require(taskCount > 0, "valuesWithJacobiansConcurrently: \(taskCount) tasks; at least one is needed")
  let blocks = (points.rowCount + 7) / 8
  let share = max(1, blocks / taskCount + (blocks % taskCount > 0 ? 1 : 0)) * 8
  guard points.rowCount > share else { return valuesWithJacobians(at: points, variables: variables, of: f) }
  return await withTaskGroup(of: (Int, PointsEvaluation).self) { group in
    for first in stride(from: 0, to: points.rowCount, by: share) {
      let part = points.rows(first..<min(first + share, points.rowCount))
      group.addTask { (first, valuesWithJacobians(at: part, variables: variables, of: f)) }
    }
    var parts: [(first: Int, evaluation: PointsEvaluation)] = []
    for await part in group { parts.append(part) }
    parts.sort { $0.first < $1.first }
    for part in parts {
      let (count, first) = (part.evaluation.values.columnCount, parts[0].evaluation.values.columnCount)
      _require(
        count == first,
        "valuesWithJacobiansConcurrently: the function returned \(count) numbers in one task, \(first) in another")
    }
    return PointsEvaluation(
      values: Matrix(stacking: parts.map(\.evaluation.values)), jacobians: Matrix(stacking: parts.map(\.evaluation.jacobians)),
      plan: parts[0].evaluation.plan)
  }
}

/// The Jacobian of `f` at `x` by columns, the evaluations divided among several tasks. The result is that of ``jacobianByColumns(at:progress:of:)``.
///
/// To begin and to await a task costs some 20 µs: it pays for work of a millisecond, where cores are idle.
///
/// ```swift
/// struct Squares: VectorFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x.map { $0 * $0 } }
/// }
/// print(await jacobianByColumnsConcurrently(at: [1, 2, 3], taskCount: 2, of: Squares()))
/// // Prints "[[2, 0, 0],"
/// // Prints " [0, 4, 0],"
/// // Prints " [0, 0, 6]]"
/// ```
@inlinable public func jacobianByColumnsConcurrently<F: VectorFunction & Sendable>(
  at x: [Double], taskCount: Int, of f: F
) async -> Matrix {
  _require(taskCount > 0, "jacobianByColumnsConcurrently: \(taskCount) tasks; at least one is needed")
  let passes = (x.count + 7) / 8
  let share = max(1, passes / taskCount + (passes % taskCount > 0 ? 1 : 0)) * 8
  guard x.count > share else { return jacobianByColumns(at: x) { f($0) } }
  return await withTaskGroup(of: (Int, Matrix).self) { group in
    for first in stride(from: 0, to: x.count, by: share) {
      group.addTask {
        let variables = first..<min(first + share, x.count)
        let part = Bound(function: f, before: Array(x[..<first]), after: Array(x[variables.upperBound...]))
        return (first, jacobianByColumns(at: Array(x[variables])) { part($0) })
      }
    }
    var parts: [(first: Int, columns: Matrix)] = []
    for await part in group { parts.append(part) }
    var jacobian = Matrix(rowCount: parts[0].columns.rowCount, columnCount: x.count)
    for (first, columns) in parts {
      _require(
        columns.rowCount == jacobian.rowCount,
        "jacobianByColumnsConcurrently: the function returned \(columns.rowCount) numbers in one task, \(jacobian.rowCount) in another")
      for i in 0..<columns.rowCount {
        for j in 0..<columns.columnCount { jacobian.storage[i * x.count + first + j] = columns.storage[i * columns.columnCount + j] }
      }
    }
    return jacobian
  }
}

extension Matrix {
  /// Some of the rows.
  @usableFromInline func rows(_ range: Range<Int>) -> Matrix {
    Matrix(
      rowCount: range.count, columnCount: columnCount,
      entries: Array(storage[range.lowerBound * columnCount..<range.upperBound * columnCount]))
  }

  /// Matrices one below the other.
  @usableFromInline init(stacking parts: [Matrix]) {
    self.init(rowCount: parts.reduce(0) { $0 + $1.rowCount }, columnCount: parts[0].columnCount, entries: parts.flatMap(\.storage))
  }
}
