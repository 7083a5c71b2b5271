import Derivatives

/// a + log Σ exp(xᵢ − a), written out with exp, sum and log as the suite asks; the library's `logSumExp` would be one operation with a rule.
///
/// The result does not depend on the shift a, so a is a constant of the derivative.
func shiftedLogSumExp<S: Scalar>(_ x: [S], shift a: Double) -> S {
  let shift = S(a)
  return shift + log(sum(x.map { exp($0 - shift) }))
}

func logSumExpGradient(at x: [Double]) -> [Double] {
  let largest = x.max() ?? 0
  return gradient(at: x) { shiftedLogSumExp($0, shift: largest) }
}
