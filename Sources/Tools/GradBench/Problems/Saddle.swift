import Derivatives

/// The saddle of f(x, y) = |x|² − |y|²: x where maxᵧ f(x, y) is smallest, then y where f(x, y) is largest, both by descent. The derivative of
/// the maximum is taken through all steps of the descent that finds it.
struct Saddle {
  let start: [Double]
  let outer: Mode
  let inner: Mode

  /// f(p, y), as a function of y.
  struct Objective: ParametricFunction {
    func callAsFunction<S: Scalar & BitwiseCopyable>(_ y: [S], _ x: [S]) -> S { dot(x, x) - dot(y, y) }
  }

  /// maxᵧ f(x, y).
  struct Maximum: ParametricFunction {
    let start: [Double]
    let mode: Mode
    func callAsFunction<S: Scalar & BitwiseCopyable>(_ x: [S], _ p: [S]) -> S {
      let y = argmin(Negative(f: Objective()), x, from: start.map { S($0) }, mode)
      return Objective()(y, x)
    }
  }

  /// x and y.
  func solution() -> [Double] {
    let x = argmin(Maximum(start: start, mode: inner), [], from: start, outer)
    let y = argmin(Negative(f: Objective()), x, from: start, outer)
    return x + y
  }
}
