public import ForwardMode
public import ReverseMode

/// A function's value and Jacobian at a point, and how they were computed.
public struct JacobianEvaluation: Sendable {
  /// f(x).
  public let value: [Double]
  /// `J[i, j] = ∂fᵢ/∂xⱼ`.
  public let jacobian: Matrix
  /// What was chosen, and why.
  public let plan: JacobianPlan

  @usableFromInline init(value: [Double], jacobian: Matrix, plan: JacobianPlan) {
    self.value = value
    self.jacobian = jacobian
    self.plan = plan
  }
}

/// The Jacobian of `f` at `x`, by columns or by rows, whichever is less work.
///
/// `J[i, j] = ∂fᵢ/∂xⱼ`.
///
/// ```swift
/// struct Spiral: VectorFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] * cos(x[0]), x[0] * sin(x[0])] }
/// }
/// print(jacobian(at: [0], of: Spiral()))
/// // Prints "[[1],"
/// // Prints " [0]]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - progress: Called after every pass.
///   - f: From `n` numbers to `m`. It is called once with plain numbers, to learn `m`, and then as ``JacobianPlan`` says.
/// - Returns: An `m × n` matrix. ``valueWithJacobian(at:progress:of:)`` also says what was chosen.
/// - Accuracy: That of the arithmetic of `f`; there is no step size.
/// - Complexity: That of the cheaper of ``jacobianByColumns(at:progress:of:)`` and ``jacobianByRows(at:progress:of:)``.
@inlinable public func jacobian<F: VectorFunction>(at x: [Double], progress: ((Progress) -> Void)? = nil, of f: F) -> Matrix {
  valueWithJacobian(at: x, progress: progress, of: f).jacobian
}

/// f(x), its Jacobian and the plan by which it was computed. See ``jacobian(at:progress:of:)``.
///
/// ```swift
/// struct Distances: VectorFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [norm(x)] }
/// }
/// let evaluation = valueWithJacobian(at: [Double](repeating: 1, count: 100), of: Distances())
/// print(evaluation.value, evaluation.plan.direction)
/// // Prints "[10.0] rows"
/// ```
@inlinable public func valueWithJacobian<F: VectorFunction>(
  at x: [Double], progress: ((Progress) -> Void)? = nil, of f: F
) -> JacobianEvaluation {
  let plan = JacobianPlan(inputCount: x.count, outputCount: f(x).count)
  let (value, jacobian) = evaluate(f, at: x, by: plan, progress: progress)
  requireSameCount(value.count, plan.outputCount, "jacobian")
  return JacobianEvaluation(value: value, jacobian: jacobian, plan: plan)
}

/// A function must return as many numbers in every evaluation as in the first.
@inlinable @inline(__always) func requireSameCount(_ count: Int, _ first: Int, _ operation: String) {
  _require(count == first, "\(operation): the function returned \(count) numbers, and \(first) the first time")
}

/// f(x) and its Jacobian as the plan says.
@inlinable func evaluate<F: VectorFunction>(
  _ f: F, at x: [Double], by plan: JacobianPlan, progress: ((Progress) -> Void)? = nil
) -> (value: [Double], jacobian: Matrix) {
  switch (plan.direction, plan.columnWidth) {
  case (.rows, _): valueWithJacobianByRows(at: x, progress: progress) { f($0) }
  case (.columns, 4): columns(at: x, progress: progress) { (x: [Dual<Lanes4>]) in f(x) }
  case (.columns, 16): columns(at: x, progress: progress) { (x: [Dual<Lanes16>]) in f(x) }
  default: valueWithJacobianByColumns(at: x, progress: progress) { f($0) }
  }
}
