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
///   - f: From `n` numbers to `m`.
/// - Returns: `m` numbers.
/// - Precondition: `v` has as many entries as `x`.
/// - Accuracy: That of the arithmetic of `f`; there is no step size.
/// - Complexity: One evaluation of `f` with numbers twice the size.
@inlinable public func pushforward<S: Scalar, E: Error>(
  at x: [S], along v: [S], of f: ([Dual<S>]) throws(E) -> [Dual<S>]
) throws(E) -> [S] {
  try f(seeded(x, along: v)).map { $0.tangent }
}

/// f(x) and J·v, in one evaluation. See ``pushforward(at:along:of:)``.
@inlinable public func valueWithPushforward<S: Scalar, E: Error>(
  at x: [S], along v: [S], of f: ([Dual<S>]) throws(E) -> [Dual<S>]
) throws(E) -> (value: [S], pushforward: [S]) {
  let y = try f(seeded(x, along: v))
  return (y.map { $0.value }, y.map { $0.tangent })
}

@inlinable func seeded<S: Scalar>(_ x: [S], along v: [S]) -> [Dual<S>] {
  _require(v.count == x.count, "pushforward: direction has \(v.count) entries, the point has \(x.count)")
  return zip(x, v).map { Dual($0, tangent: $1) }
}
