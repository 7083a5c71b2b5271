/// f′(x): the derivative of a function of one number.
///
/// ```swift
/// print(derivative(at: 2.0) { x in x * x * x })
/// // Prints "12.0"
/// ```
///
/// The point may be a `Dual` itself: derivatives nest. A number of the outer derivative enters the inner one as a constant,
/// `Dual(constant: x)`; the compiler asks for it, which is what keeps the two perturbations apart:
///
/// ```swift
/// print(derivative(at: 1.0) { x in x * derivative(at: 1) { y in Dual(constant: x) + y } })
/// // Prints "1.0"
/// ```
///
/// - Parameters:
///   - x: The point.
///   - f: A function of one number.
/// - Returns: f′(x), in the unit of f per unit of x.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: One evaluation of `f` with numbers twice the size; no allocation.
@inlinable public func derivative<S: Scalar, E: Error>(at x: S, of f: (Dual<S>) throws(E) -> Dual<S>) throws(E) -> S {
  try f(Dual(x, tangent: 1)).tangent
}

/// f(x) and f′(x), in one evaluation. See ``derivative(at:of:)``.
///
/// ```swift
/// let (value, slope) = valueWithDerivative(at: 4.0) { x in sqrt(x) }
/// print(value, slope)
/// // Prints "2.0 0.25"
/// ```
@inlinable public func valueWithDerivative<S: Scalar, E: Error>(
  at x: S, of f: (Dual<S>) throws(E) -> Dual<S>
) throws(E) -> (value: S, derivative: S) {
  let y = try f(Dual(x, tangent: 1))
  return (y.value, y.tangent)
}
