public import ForwardMode
public import ReverseMode

/// Values and Jacobians of one function at many points, and how they were computed.
public struct PointsEvaluation: Sendable {
  /// `values[p, i] = fᵢ` at point `p`.
  public var values: Matrix
  /// The Jacobians one below the other: `jacobians[p·m + i, j] = ∂fᵢ/∂xⱼ` at point `p`.
  public var jacobians: Matrix
  /// What was chosen, and why.
  public let plan: PointsPlan

  @usableFromInline init(values: Matrix, jacobians: Matrix, plan: PointsPlan) {
    self.values = values
    self.jacobians = jacobians
    self.plan = plan
  }

  /// The m × k Jacobian at point `p`.
  public func jacobian(ofPoint p: Int) -> Matrix {
    let (m, k) = (values.columnCount, jacobians.columnCount)
    _require(p >= 0 && p < values.rowCount, "jacobian(ofPoint:): point \(p) is outside of \(values.rowCount) points")
    _require(
      jacobians.rowCount == values.rowCount * m,
      "jacobian(ofPoint:): the Jacobians have \(jacobians.rowCount) rows, \(values.rowCount) points of \(m) results have \(values.rowCount * m)"
    )
    return Matrix(rowCount: m, columnCount: k, entries: Array(jacobians.storage[p * m * k..<(p + 1) * m * k]))
  }
}

/// The values and Jacobians of `f` at many points: residual blocks, a batch of samples, a swarm of states.
///
/// `jacobians[p·m + i, j] = ∂fᵢ/∂xⱼ` at point `p`, for the inputs `j` of `variables`; the other inputs are data.
///
/// ```swift
/// /// The residual of b·exp(−c t) at (b, c, t, y): two parameters, and the data of one observation.
/// struct Decay: VectorFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] * exp(-x[1] * x[2]) - x[3]] }
/// }
/// let observations = Matrix([[2, 0.5, 0, 1.9], [2, 0.5, 1, 1.2], [2, 0.5, 2, 0.8]])
/// let evaluation = valuesWithJacobians(at: observations, variables: 0..<2, of: Decay())
/// print(evaluation.jacobians)
/// // Prints "[[1       ,  0      ],"
/// // Prints " [0.606531, -1.21306],"
/// // Prints " [0.367879, -1.47152]]"
/// ```
///
/// - Parameters:
///   - points: A point a row.
///   - variables: The inputs to differentiate by; all when `nil`.
///   - progress: Called after every eight points.
///   - f: From `n` numbers to `m`. Eight points for which it would take different branches are evaluated one by one.
/// - Returns: Values, Jacobians, and the ``PointsPlan`` that was followed.
/// - Accuracy: That of the arithmetic of `f`; there is no step size.
/// - Complexity: As the plan says; over several cores with ``valuesWithJacobiansConcurrently(at:variables:taskCount:of:)``.
@inlinable public func valuesWithJacobians<F: VectorFunction>(
  at points: Matrix, variables: Range<Int>? = nil, progress: ((Progress) -> Void)? = nil, of f: F
) -> PointsEvaluation {
  let variables = variables ?? 0..<points.columnCount
  _require(
    variables.lowerBound >= 0 && variables.upperBound <= points.columnCount,
    "valuesWithJacobians: variables \(variables) are asked for, the points have \(points.columnCount) entries")
  guard points.rowCount > 0 else {
    let plan = PointsPlan(variableCount: variables.count, outputCount: 0)
    return PointsEvaluation(
      values: Matrix(rowCount: 0, columnCount: 0), jacobians: Matrix(rowCount: 0, columnCount: variables.count), plan: plan)
  }
  let m = f(points.row(0)).count
  let plan = PointsPlan(variableCount: variables.count, outputCount: m)
  var result = PointsEvaluation(
    values: Matrix(rowCount: points.rowCount, columnCount: m),
    jacobians: Matrix(rowCount: points.rowCount * m, columnCount: variables.count), plan: plan)
  let tape = Tape<Points8>()
  let total = (points.rowCount + 7) / 8
  for (done, first) in Swift.stride(from: 0, to: points.rowCount, by: 8).enumerated() {
    if plan.way == .pointByPoint {
      result.setPoints(first, points, variables, f)
    } else {
      let x = eightPoints(of: points, from: first)
      let pointsPart = Points8._partWays {
        if plan.way == .rows { result.setRows(first, x, variables, tape, f) } else { result.setColumns(first, x, variables, f) }
      }
      if pointsPart { result.setPoints(first, points, variables, f) }
    }
    progress?(Progress(done: done + 1, total: total))
  }
  return result
}

extension PointsEvaluation {
  /// Eight points by rows: one recording, and a sweep for each output.
  @inlinable mutating func setRows<F: VectorFunction>(
    _ first: Int, _ x: [Points8], _ variables: Range<Int>, _ tape: Tape<Points8>, _ f: F
  ) {
    let point = x[..<variables.lowerBound].map { Adjoint(constant: $0) } + tape.record(Array(x[variables]))
    let outputs = f(point + x[variables.upperBound...].map { Adjoint(constant: $0) })
    setValues(first, outputs.map { $0.value })
    for (i, y) in outputs.enumerated() {
      let adjoints = tape._adjointsOfInputs(from: y)
      // At a pole an exact zero is left out for one point and not for the others: the points are then swept one by one.
      if adjoints.contains(where: { $0._containsNaN }) { Points8._noteDivergence() }
      for j in 0..<variables.count { setColumn(first, i, j, adjoints[j]) }
    }
  }

  /// Eight points by columns: an evaluation for each variable.
  @inlinable mutating func setColumns<F: VectorFunction>(_ first: Int, _ x: [Points8], _ variables: Range<Int>, _ f: F) {
    let outer = _beginEvaluation(Points8.self)
    defer { _endEvaluation(Points8.self, within: outer) }
    if _mustCheck(within: outer) { _check(.jacobian, x, { (x: [Dual<Points8>]) in f(x) }, within: outer) }
    var point = x.map { Dual<Points8>(constant: $0) }
    for (j, variable) in variables.enumerated() {
      point[variable].tangent = 1
      let outputs = f(point)
      setValues(first, outputs.map { $0.value })
      for (i, y) in outputs.enumerated() { setColumn(first, i, j, y.tangent) }
      point[variable].tangent = 0
    }
    if variables.isEmpty { setValues(first, f(x)) }
  }

  /// Point by point, several directions in an evaluation.
  @inlinable mutating func setPoints<F: VectorFunction>(_ first: Int, _ points: Matrix, _ variables: Range<Int>, _ f: F) {
    let (m, k) = (values.columnCount, jacobians.columnCount)
    for p in first..<min(first + 8, points.rowCount) {
      let x = points.row(p)
      let evaluation = evaluate(
        Bound(function: f, before: Array(x[..<variables.lowerBound]), after: Array(x[variables.upperBound...])), at: Array(x[variables]),
        by: plan.single)
      requireSameCount(evaluation.value.count, m, "valuesWithJacobians")
      values.setRow(p, to: evaluation.value)
      for i in 0..<m * k { jacobians.storage[p * m * k + i] = evaluation.jacobian.storage[i] }
    }
  }

  @inlinable mutating func setValues(_ first: Int, _ y: [Points8]) {
    let m = values.columnCount
    requireSameCount(y.count, m, "valuesWithJacobians")
    for (i, number) in y.enumerated() { spread(number, over: &values, from: first &* m &+ i, stride: m, count: values.rowCount - first) }
  }

  @inlinable mutating func setColumn(_ first: Int, _ i: Int, _ j: Int, _ derivatives: Points8) {
    let (m, k) = (values.columnCount, jacobians.columnCount)
    spread(derivatives, over: &jacobians, from: (first &* m &+ i) &* k &+ j, stride: m &* k, count: values.rowCount - first)
  }
}

/// A function of some of its inputs; the others are fixed.
@usableFromInline struct Bound<F: VectorFunction>: VectorFunction {
  @usableFromInline let function: F
  @usableFromInline let before: [Double], after: [Double]

  @usableFromInline init(function: F, before: [Double], after: [Double]) {
    self.function = function
    self.before = before
    self.after = after
  }

  @inlinable func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { function(before.map { S($0) } + x + after.map { S($0) }) }
}
