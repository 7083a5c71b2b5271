/// f′(x): the derivative of a function of one number.
///
/// ```swift
/// print(derivative(at: 2.0) { x in x * x * x })
/// // Prints "12.0"
/// ```
///
/// The point may be a `Dual` itself: derivatives nest. A number of the outer derivative enters the inner one as a constant,
/// `Dual(constant: x)`, at a point of the outer numbers, which keeps the two perturbations apart:
///
/// ```swift
/// print(derivative(at: 1.0) { x in x * derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y } })
/// // Prints "1.0"
/// ```
///
/// At a plain point, `derivative(at: 1.0) { y in x + y }`, both perturbations would have one type and be taken for one. That stops with a
/// sentence, in every build.
///
/// - Parameters:
///   - x: The point.
///   - f: A function of one number. It is called once; with its tangent zero once more, before, when it is nested in another evaluation of
///     such numbers, and in debug builds.
/// - Returns: f′(x), in the unit of f per unit of x.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: One evaluation of `f` with numbers twice the size; no allocation.
@inlinable public func derivative<S: Scalar, E: Error>(
  at x: S, @Formula<Dual<S>> of f: (Dual<S>) throws(E) -> Dual<S>
) throws(E) -> S {
  try valueWithDerivative(at: x, of: f).derivative
}

/// f(x) and f′(x), in one evaluation. See ``derivative(at:of:)``.
///
/// ```swift
/// let (value, slope) = valueWithDerivative(at: 4.0) { x in sqrt(x) }
/// print(value, slope)
/// // Prints "2.0 0.25"
/// ```
@inlinable public func valueWithDerivative<S: Scalar, E: Error>(
  at x: S, @Formula<Dual<S>> of f: (Dual<S>) throws(E) -> Dual<S>
) throws(E) -> (value: S, derivative: S) {
  let mustCheck = _beginEvaluation(S.self)
  defer { _endEvaluation(S.self) }
  if _slowPath(mustCheck) { try check(x, f) }
  let y = try f(Dual(x, tangent: 1))
  return (y.value, y.tangent)
}

// Out of line, so that `f` has one call that can be inlined.
@inlinable @inline(never) func check<S: Scalar, E: Error>(_ x: S, _ f: (Dual<S>) throws(E) -> Dual<S>) throws(E) {
  try _checkEvaluation(S.self, .derivative) { () throws(E) in try f(Dual(constant: x)).tangent._vanishes }
}
