public import ReverseMode

/// The Jacobian of `f` at `x`, row by row in reverse mode.
///
/// `J[i, j] = ∂fᵢ/∂xⱼ`.
///
/// ```swift
/// print(jacobianByRows(at: [3, 4]) { p in [hypot(p[0], p[1]), atan2(p[1], p[0])] })
/// // Prints "[[ 0.6 , 0.8 ],"
/// // Prints " [-0.16, 0.12]]"
/// ```
///
/// Up to eight rows come from one sweep. Prefer ``jacobianByColumns(at:progress:of:)`` unless `f` has far fewer outputs than inputs.
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - progress: Called after every sweep.
///   - f: From `n` numbers to `m`. Called once.
/// - Returns: An `m × n` matrix. `J[i, j]` has the unit of `f[i]` per unit of `x[j]`.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: One evaluation and ⌈m/8⌉ sweeps; memory for every operation of `f`. Without allocations: ``RowsWorkspace``.
@inlinable public func jacobianByRows<E: Error>(
  at x: [Double], progress: ((Progress) -> Void)? = nil,
  @Formula<[Adjoint<Double>]> of f: ([Adjoint<Double>]) throws(E) -> [Adjoint<Double>]
) throws(E) -> Matrix {
  try valueWithJacobianByRows(at: x, progress: progress, of: f).jacobian
}

/// f(x) and its Jacobian, row by row, from the same recording. See ``jacobianByRows(at:progress:of:)``.
@inlinable public func valueWithJacobianByRows<E: Error>(
  at x: [Double], progress: ((Progress) -> Void)? = nil,
  @Formula<[Adjoint<Double>]> of f: ([Adjoint<Double>]) throws(E) -> [Adjoint<Double>]
) throws(E) -> (value: [Double], jacobian: Matrix) {
  let tape = Tape<Double>()
  let outputs = try f(tape.record(x))
  var jacobian = Matrix(rowCount: outputs.count, columnCount: x.count)
  outputs.withUnsafeBufferPointer { tape.writeRows(of: $0, into: &jacobian, progress: progress) }
  return (outputs.map { $0.value }, jacobian)
}
