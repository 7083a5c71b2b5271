import Derivatives

/// f(x) as a single operation of the outer tape. f is differentiated on a tape of its own, which is then free for the next; what remains is
/// ∂f/∂x [preaccumulation: Griewank–Walther, ch. 10].
///
/// The result is f(x₀) + g·(x − x₀) with g = ∇f(x₀): a function with the same value and the same first derivatives at x₀.
func preaccumulated(
  at x: [Adjoint<Double>], on tape: Tape<Double>, into slope: inout [Double], of f: ([Adjoint<Double>]) -> Adjoint<Double>
) -> Adjoint<Double> {
  let value = tape.gradient(at: x.map(\.value), into: &slope, of: f)
  let line = dot(x, slope.map { Adjoint(constant: $0) })
  return line - line.value + value
}
