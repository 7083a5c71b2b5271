public import ForwardMode
public import ReverseMode

/// ∇²f(x)·v: the derivative of the gradient along the direction `v`, by one forward derivative of one reverse sweep.
///
/// ```swift
/// print(hessianVectorProduct(at: [1, 2], along: [1, 0]) { x in x[0] * x[0] * x[1] })
/// // Prints "[4.0, 2.0]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - v: The direction: `n` numbers.
///   - f: From `n` numbers to one. It is called once; before, as in ``derivative(at:of:)``.
/// - Returns: `n` numbers, Σⱼ ∂²f/∂xᵢ∂xⱼ vⱼ.
/// - Complexity: About twice a gradient, whatever `n` is.
@inlinable public func hessianVectorProduct<E: Error>(
  at x: [Double], along v: [Double],
  @Formula<Adjoint<Dual<Double>>> of f: ([Adjoint<Dual<Double>>]) throws(E) -> Adjoint<Dual<Double>>
) throws(E) -> [Double] {
  _require(v.count == x.count, "hessianVectorProduct: direction has \(v.count) entries, the point has \(x.count)")
  let outer = _beginEvaluation(Double.self)
  defer { _endEvaluation(Double.self, within: outer) }
  if _mustCheck(within: outer) { try checkSlopes(.hessianVectorProduct, x, f, within: outer) }
  return try gradient(at: zip(x, v).map { Dual($0, tangent: $1) }, of: f).map { $0.tangent }
}

/// ∇²f(x): the matrix of second derivatives of a function ℝⁿ → ℝ.
///
/// `H[i, j] = ∂²f/∂xᵢ∂xⱼ`.
///
/// ```swift
/// print(hessian(at: [1, 2]) { x in x[0] * x[0] * x[1] })
/// // Prints "[[4, 2],"
/// // Prints " [2, 0]]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - progress: Called after every pass.
///   - f: From `n` numbers to one. Called once for every four inputs; before, as in ``derivative(at:of:)``.
/// - Returns: An `n × n` matrix, symmetric up to rounding.
/// - Complexity: ⌈n/4⌉ gradients of numbers with four directions each.
@inlinable public func hessian<E: Error>(
  at x: [Double], progress: ((Progress) -> Void)? = nil,
  @Formula<Adjoint<Dual<Lanes4>>> of f: ([Adjoint<Dual<Lanes4>>]) throws(E) -> Adjoint<Dual<Lanes4>>
) throws(E) -> Matrix {
  let outer = _beginEvaluation(Lanes4.self)
  defer { _endEvaluation(Lanes4.self, within: outer) }
  if _mustCheck(within: outer) { try checkSlopes(.hessian, x, f, within: outer) }
  var point = x.map { Dual<Lanes4>(constant: $0) }
  var hessian = Matrix(rowCount: x.count, columnCount: x.count)
  let total = (x.count + 3) / 4
  let tape = Tape<Dual<Lanes4>>()
  var slope = point
  for pass in 0..<total {
    let start = pass * 4
    let end = min(start + 4, x.count)
    for j in start..<end { point[j].tangent = .unit(j - start) }
    _ = try tape.gradient(at: point, into: &slope, of: f)
    for i in x.indices { for j in start..<end { hessian.storage[i * x.count + j] = slope[i].tangent.lane(j - start) } }
    for j in start..<end { point[j].tangent = .zero }
    progress?(Progress(done: pass + 1, total: total))
  }
  return hessian
}

/// ∇²f(x) of a function that can be evaluated with every number type. See ``hessian(at:progress:of:)``.
@inlinable public func hessian<F: ScalarFunction>(at x: [Double], progress: ((Progress) -> Void)? = nil, of f: F) -> Matrix {
  hessian(at: x, progress: progress) { f($0) }
}

/// The slopes of `f` where its arguments have no tangents: they have none either, unless `f` uses a number of another evaluation.
@inlinable @inline(never) func checkSlopes<T: Tangent & BitwiseCopyable, E: Error>(
  _ operation: _Operation, _ x: [Double], _ f: ([Adjoint<Dual<T>>]) throws(E) -> Adjoint<Dual<T>>, within outer: Bool
) throws(E) where T.Base == Double {
  guard _beginCheck(within: outer) else { return }
  defer { _endCheck() }
  var slopes = try gradient(at: x.map { Dual<T>(constant: $0) }, of: f)
  if outer { slopes += try gradient(at: x.enumerated().map { Dual<T>(constant: _beside($1, $0)) }, of: f) }
  if !slopes.allSatisfy({ $0.tangent._vanishes }) { _foreignPerturbation(operation) }
}
