// The operations once more at points of `Double`, with no number type to infer: `gradient(at: [1, 2]) { x in … }` with a formula of some length
// type-checks in milliseconds here, and fails with the generic operation alone.

/// ∇f(x). See the generic operation of this name.
@inlinable public func gradient<E: Error>(
  at x: [Double], of f: ([Adjoint<Double>]) throws(E) -> Adjoint<Double>
) throws(E) -> [Double] {
  try valueWithGradient(at: x, of: f).gradient
}

/// f(x) and ∇f(x). See the generic operation of this name.
@inlinable public func valueWithGradient<E: Error>(
  at x: [Double], of f: ([Adjoint<Double>]) throws(E) -> Adjoint<Double>
) throws(E) -> (value: Double, gradient: [Double]) {
  var gradient = [Double](repeating: 0, count: x.count)
  let value = try Tape<Double>().gradient(at: x, into: &gradient, of: f)
  return (value, gradient)
}

/// vᵀJ. See the generic operation of this name.
@inlinable public func pullback<E: Error>(
  at x: [Double], from v: [Double], of f: ([Adjoint<Double>]) throws(E) -> [Adjoint<Double>]
) throws(E) -> [Double] {
  try valueWithPullback(at: x, of: f).pullback(v)
}
