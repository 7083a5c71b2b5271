import Derivatives

/// Σ (1 − xᵢ)² + 100 (xᵢ₊₁ − xᵢ²)².
struct Rosenbrock: HandWrittenGradient {
  let point: [Double]

  init(count: Int) { point = (0..<count).map { 1 + Double($0) / Double(count) } }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S { x.withUnsafeBufferPointer { evaluate($0) } }

  func evaluate<X: Numbers>(_ x: X) -> X.Element {
    typealias S = X.Element
    let one: S = 1
    let hundred: S = 100
    var sum: S = 0
    for i in 0..<x.count - 1 {
      let t = x[i + 1] - x[i] * x[i]
      let u = one - x[i]
      sum = sum + hundred * (t * t) + u * u
    }
    return sum
  }

  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let n = point.count
    var sum = 0.0
    var fromBefore = 0.0
    for i in 0..<n - 1 {
      let t = x[i + 1] - x[i] * x[i]
      let u = 1 - x[i]
      sum += 100 * (t * t) + u * u
      gradient[i] = fromBefore - 400 * t * x[i] - 2 * u
      fromBefore = 200 * t
    }
    gradient[n - 1] = fromBefore
    return sum
  }
}

/// The same function with its result written over storage, for forward mode. n → 1.
struct RosenbrockResult: HandWrittenJacobian {
  let f: Rosenbrock
  var point: [Double] { f.point }
  var outputCount: Int { 1 }
  init(count: Int) { f = Rosenbrock(count: count) }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    y[0] = x.withUnsafeBufferPointer { f.evaluate($0) }
  }
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) { _ = f.writeGradient(at: x, to: jacobian) }
}
