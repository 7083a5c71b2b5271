// The kernels that Swift's own differentiation can be compared on, in a module of their own: the library does not depend on it.
//
// It differentiates functions of `Double`, not generic ones, so each kernel is written once more. It has reverse mode only.
#if canImport(_Differentiation)
  import _Differentiation

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  public let isAvailable = true

  // MARK: A loop over an array

  @differentiable(reverse) func rosenbrock(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<withoutDerivative(at: x.count - 1) {
      let t = x[i + 1] - x[i] * x[i]
      let u = 1 - x[i]
      sum = sum + 100 * (t * t) + u * u
    }
    return sum
  }

  public func rosenbrockGradient(at x: [Double]) -> [Double] { gradient(at: x, of: rosenbrock).base }

  // MARK: Straight lines of code

  @differentiable(reverse) func tenOperations(_ x: Double, _ y: Double) -> Double {
    let a = x * y
    let b = a + x
    let c = b * b
    let d = c - y
    let e = d / x
    let f = e * a
    let g = f + c
    let h = g * y
    return exp(h * -0.01)
  }

  public func tenOperationsGradient(at x: Double, _ y: Double) -> (value: Double, gradient: (Double, Double)) {
    valueWithGradient(at: x, y, of: tenOperations)
  }

  // MARK: A loop with few inputs

  @differentiable(reverse,wrt: (start, sigma, beta)) func path(_ start: Double, _ sigma: Double, _ beta: Double, _ draws: [Double])
    -> Double
  {
    let step = 1 / Double(withoutDerivative(at: draws.count))
    let root = step.squareRoot()
    var price = start
    for k in 0..<withoutDerivative(at: draws.count) {
      let v = sigma * exp(beta * (1 - price))
      price = price * exp((0.03 - 0.5 * v * v) * step + v * (root * draws[k]))
    }
    return price > 0.5 ? price - 0.5 : 0
  }

  public func pathGradient(at x: [Double], draws: [Double]) -> (Double, Double, Double) {
    gradient(at: x[0], x[1], x[2]) { start, sigma, beta in path(start, sigma, beta, draws) }
  }
#else
  public let isAvailable = false
#endif
