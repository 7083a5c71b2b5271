// The operations once more at points of `Double`, with no number type to infer: `gradient(at: [1, 2]) { x in … }` with a formula of some length
// type-checks in milliseconds here, and fails with the generic operation alone.

/// The gradient ∇f(x), `∂f/∂xⱼ`, by one recording of `f` and one sweep.
@inlinable public func gradient<E: Error>(
  at x: [Double], of f: ([Adjoint<Double>]) throws(E) -> Adjoint<Double>
) throws(E) -> [Double] {
  try valueWithGradient(at: x, of: f).gradient
}

/// The value f(x) and the gradient ∇f(x), by one recording of `f` and one sweep.
@inlinable public func valueWithGradient<E: Error>(
  at x: [Double], of f: ([Adjoint<Double>]) throws(E) -> Adjoint<Double>
) throws(E) -> (value: Double, gradient: [Double]) {
  var gradient = [Double](repeating: 0, count: x.count)
  let value = try Tape<Double>().gradient(at: x, into: &gradient, of: f)
  return (value, gradient)
}

/// The pullback vᵀJ, `x̄ⱼ = Σᵢ vᵢ J[i, j]`, by one recording of `f` and one sweep.
///
/// - Precondition: `v` has as many entries as `f` has results.
@inlinable public func pullback<E: Error>(
  at x: [Double], from v: [Double], of f: ([Adjoint<Double>]) throws(E) -> [Adjoint<Double>]
) throws(E) -> [Double] {
  try valueWithPullback(at: x, of: f).pullback(v)
}
