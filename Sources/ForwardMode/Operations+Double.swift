// The operations once more at points of `Double`, with no number type to infer: `derivative(at: 1) { x in … }` with a formula of some length
// type-checks in milliseconds here, and fails with the generic operation alone.

/// f′(x). See the generic operation of this name.
@inlinable public func derivative<E: Error>(at x: Double, of f: (Dual<Double>) throws(E) -> Dual<Double>) throws(E) -> Double {
  try f(Dual(x, tangent: 1)).tangent
}

/// f(x) and f′(x). See the generic operation of this name.
@inlinable public func valueWithDerivative<E: Error>(
  at x: Double, of f: (Dual<Double>) throws(E) -> Dual<Double>
) throws(E) -> (value: Double, derivative: Double) {
  let y = try f(Dual(x, tangent: 1))
  return (y.value, y.tangent)
}

/// J·v. See the generic operation of this name.
@inlinable public func pushforward<E: Error>(
  at x: [Double], along v: [Double], of f: ([Dual<Double>]) throws(E) -> [Dual<Double>]
) throws(E) -> [Double] {
  try f(seeded(x, along: v)).map { $0.tangent }
}
