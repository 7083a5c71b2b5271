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
///   - f: A function of one number. It is called once. Before, it is called with its tangent zero: in debug builds once; when nested in
///     another evaluation of such numbers twice, at the point and beside it.
/// - Returns: f′(x), in the unit of f per unit of x.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: One evaluation of `f` with numbers twice the size; no allocation.
@inlinable public func derivative<S: Scalar, E: Error>(
  at x: S, @Formula<Dual<S>> of f: (Dual<S>) throws(E) -> Dual<S>
) throws(E) -> S {
  try evaluated(at: x, f).tangent
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
  let y = try evaluated(at: x, f)
  return (y.value, y.tangent)
}

@inlinable @inline(__always) func evaluated<S: Scalar, E: Error>(
  at x: S, _ f: (Dual<S>) throws(E) -> Dual<S>
) throws(E) -> Dual<S> {
  let outer = _beginEvaluation(S.self)
  if _mustCheck(within: outer) { return try checked(at: x, f, outer) }
  defer { _endEvaluation(S.self, within: false) }
  return try f(Dual(x, tangent: 1))
}

// Out of line, so that what is not checked keeps no registers for it and has one call of `f`, to be inlined.
@inlinable @inline(never) func checked<S: Scalar, E: Error>(
  at x: S, _ f: (Dual<S>) throws(E) -> Dual<S>, _ outer: Bool
) throws(E) -> Dual<S> {
  defer { _endEvaluation(S.self, within: outer) }
  if _beginCheck(within: outer) {
    defer { _endCheck() }
    var isAlone = try f(Dual(constant: x)).tangent._vanishes
    if isAlone && outer { isAlone = try f(Dual(constant: _beside(x))).tangent._vanishes }
    if !isAlone { _foreignPerturbation(.derivative) }
  }
  return try f(Dual(x, tangent: 1))
}
