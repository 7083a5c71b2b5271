// The operations once more at points of `Double`, with no number type to infer: `derivative(at: 1) { x in … }` with a formula of some length
// type-checks in milliseconds here, and fails with the generic operation alone.

/// The derivative f′(x), by one evaluation of `f` with a dual number.
@inlinable public func derivative<E: Error>(at x: Double, of f: (Dual<Double>) throws(E) -> Dual<Double>) throws(E) -> Double {
  try f(Dual(x, tangent: 1)).tangent
}

/// The value f(x) and the derivative f′(x), by one evaluation of `f`.
@inlinable public func valueWithDerivative<E: Error>(
  at x: Double, of f: (Dual<Double>) throws(E) -> Dual<Double>
) throws(E) -> (value: Double, derivative: Double) {
  let y = try f(Dual(x, tangent: 1))
  return (y.value, y.tangent)
}

/// The pushforward J·v, `ẏᵢ = Σⱼ J[i, j] vⱼ`, by one evaluation of `f`.
///
/// - Precondition: `v` has as many entries as `x`.
@inlinable public func pushforward<E: Error>(
  at x: [Double], along v: [Double], of f: ([Dual<Double>]) throws(E) -> [Dual<Double>]
) throws(E) -> [Double] {
  try f(seeded(x, along: v)).map(\.tangent)
}
