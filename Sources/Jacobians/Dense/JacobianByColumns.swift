public import ForwardMode

/// The Jacobian of `f` at `x`, column by column in forward mode.
///
/// `J[i, j] = ∂fᵢ/∂xⱼ`.
///
/// ```swift
/// print(jacobianByColumns(at: [3, 4]) { p in [hypot(p[0], p[1]), atan2(p[1], p[0])] })
/// // Prints "[[ 0.6 , 0.8 ],"
/// // Prints " [-0.16, 0.12]]"
/// ```
///
/// Eight columns are carried through one evaluation. Prefer ``jacobianByRows(at:progress:of:)`` when `f` has far fewer outputs than inputs.
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - progress: Called after every evaluation.
///   - f: From `n` numbers to `m`. Called once for every eight inputs, always at the same point (once when there are none);
///     before, as in ``derivative(at:of:)``.
/// - Returns: An `m × n` matrix. `J[i, j]` has the unit of `f[i]` per unit of `x[j]`.
/// - Precondition: Every call of `f` returns the same count `m`.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: ⌈n/8⌉ evaluations of `f`; O(m n) memory. Without allocations: ``ColumnsWorkspace``.
@inlinable public func jacobianByColumns<E: Error>(
  at x: [Double], progress: ((Progress) -> Void)? = nil,
  @Formula<[Dual<Lanes8>]> of f: ([Dual<Lanes8>]) throws(E) -> [Dual<Lanes8>]
) throws(E) -> Matrix {
  try valueWithJacobianByColumns(at: x, progress: progress, of: f).jacobian
}

/// f(x) and its Jacobian, column by column, in the same evaluations. See ``jacobianByColumns(at:progress:of:)``.
@inlinable public func valueWithJacobianByColumns<E: Error>(
  at x: [Double], progress: ((Progress) -> Void)? = nil,
  @Formula<[Dual<Lanes8>]> of f: ([Dual<Lanes8>]) throws(E) -> [Dual<Lanes8>]
) throws(E) -> (value: [Double], jacobian: Matrix) {
  try columns(at: x, progress: progress, of: f)
}

/// Jacobian by columns with any width.
@inlinable func columns<Lanes: Tangent, E: Error>(
  at x: [Double], progress: ((Progress) -> Void)?, of f: ([Dual<Lanes>]) throws(E) -> [Dual<Lanes>]
) throws(E) -> (value: [Double], jacobian: Matrix) where Lanes.Base == Double {
  let outer = _beginEvaluation(Lanes.self)
  defer { _endEvaluation(Lanes.self, within: outer) }
  if _mustCheck(within: outer) { try _check(.jacobian, x, f, within: outer) }
  let width = Lanes.laneCount
  let total = max(1, (x.count + width - 1) / width)
  var point = x.map { Dual<Lanes>(constant: $0) }
  var value: [Double] = []
  var jacobian = Matrix(rowCount: 0, columnCount: x.count)
  for pass in 0..<total {
    let start = pass * width
    let end = min(start + width, x.count)
    for j in start..<end { point[j].tangent = .unit(j - start) }
    let y = try f(point)
    if pass == 0 {
      value = y.map { $0.value }
      jacobian = Matrix(rowCount: y.count, columnCount: x.count)
    }
    requireSameCount(y.count, value.count, "jacobian")
    for i in 0..<y.count { for j in start..<end { jacobian.storage[i * x.count + j] = y[i].tangent.lane(j - start) } }
    for j in start..<end { point[j].tangent = .zero }
    progress?(Progress(done: pass + 1, total: total))
  }
  return (value, jacobian)
}
