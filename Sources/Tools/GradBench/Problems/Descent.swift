import Derivatives

/// Gradient descent from `start`, with a step that doubles after ten successes and halves after a failure. Every number may carry derivatives: they
/// go through all steps.
func argmin<F: ParametricFunction, S: Scalar & BitwiseCopyable>(_ f: F, _ p: [S], from start: [S], _ mode: Mode) -> [S] {
  let differentiation = Differentiation<S>(mode)
  let tolerance = S(1e-5)
  let half: S = 0.5
  var rate = S(1e-5)
  var successes = 0
  var x = start
  var value = f(x, p)
  var slope = differentiation.gradient(at: x, p, of: f)
  while true {
    guard norm(slope) > tolerance else { return x }  // also at a NaN
    if successes == 10 {
      rate = rate + rate
      successes = 0
      continue
    }
    let next = zip(x, slope).map { $0 - rate * $1 }
    guard norm(zip(x, next).map { $0 - $1 }) > tolerance else { return x }
    let nextValue = f(next, p)
    if nextValue < value {
      x = next
      value = nextValue
      slope = differentiation.gradient(at: x, p, of: f)
      successes += 1
    } else {
      rate = half * rate
      successes = 0
    }
  }
}

/// −f: where it is smallest, f is largest.
struct Negative<F: ParametricFunction>: ParametricFunction {
  let f: F
  func callAsFunction<S: Scalar & BitwiseCopyable>(_ x: [S], _ p: [S]) -> S { -f(x, p) }
}
