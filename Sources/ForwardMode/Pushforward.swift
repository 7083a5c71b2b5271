/// J·v, the pushforward (JVP) of `v`: the derivative of `f` at `x` along the direction `v`, by one forward evaluation.
///
/// ẏᵢ = Σⱼ ∂fᵢ/∂xⱼ vⱼ.
///
/// ```swift
/// print(pushforward(at: [3, 4], along: [1, 0]) { p in [p[0] * p[1], p[0] / p[1]] })
/// // Prints "[4.0, 0.25]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - v: The direction: `n` numbers.
///   - f: From `n` numbers to `m`. It is called once; before, as in ``derivative(at:of:)``.
/// - Returns: `m` numbers.
/// - Precondition: `v` has as many entries as `x`.
/// - Accuracy: That of the arithmetic of `f`; there is no step size.
/// - Complexity: One evaluation of `f` with numbers twice the size.
@inlinable public func pushforward<S: Scalar, E: Error>(
  at x: [S], along v: [S], @Formula<[Dual<S>]> of f: ([Dual<S>]) throws(E) -> [Dual<S>]
) throws(E) -> [S] {
  try evaluated(at: x, along: v, f).map { $0.tangent }
}

/// f(x) and J·v, in one evaluation. See ``pushforward(at:along:of:)``.
///
/// ```swift
/// let (value, slope) = valueWithPushforward(at: [3, 4], along: [0.6, 0.8]) { p in [norm(p)] }
/// print(value, slope)
/// // Prints "[5.0] [1.0]"
/// ```
@inlinable public func valueWithPushforward<S: Scalar, E: Error>(
  at x: [S], along v: [S], @Formula<[Dual<S>]> of f: ([Dual<S>]) throws(E) -> [Dual<S>]
) throws(E) -> (value: [S], pushforward: [S]) {
  let y = try evaluated(at: x, along: v, f)
  return (y.map { $0.value }, y.map { $0.tangent })
}

@inlinable @inline(__always) func evaluated<S: Scalar, E: Error>(
  at x: [S], along v: [S], _ f: ([Dual<S>]) throws(E) -> [Dual<S>]
) throws(E) -> [Dual<S>] {
  _require(v.count == x.count, "pushforward: direction has \(v.count) entries, the point has \(x.count)")
  let outer = _beginEvaluation(S.self)
  defer { _endEvaluation(S.self, within: outer) }
  if _mustCheck(within: outer) { try _check(.pushforward, x, f, within: outer) }
  return try f(zip(x, v).map { Dual($0, tangent: $1) })
}

// Out of line for the reason given at `check`.
@inlinable @inline(never) public func _check<T: Tangent, E: Error>(
  _ operation: _Operation, _ x: [T.Base], _ f: ([Dual<T>]) throws(E) -> [Dual<T>], within outer: Bool
) throws(E) {
  guard _beginCheck(within: outer) else { return }
  defer { _endCheck() }
  var isAlone = try _isAlone(at: x, f)
  if isAlone && outer { isAlone = try _isAlone(at: x.enumerated().map { _beside($1, $0) }, f) }
  if !isAlone { _foreignPerturbation(operation) }
}
