import Derivatives

/// y′₀ = x₀, y′ᵢ = xᵢ yᵢ₋₁ from y(0) = 0 to time 2, by s equal steps of the classical Runge–Kutta method of order 4.
struct RungeKutta: Stepwise {
  /// s.
  let stepCount: Int

  /// F(y)ᵢ.
  @inline(__always) private func slope<S: Scalar>(_ x: ArraySlice<S>, _ y: [S]) -> [S] {
    var slope = Array(x)
    for i in 1..<max(1, y.count) { slope[i] = x[x.startIndex + i] * y[i - 1] }
    return slope
  }

  /// y + h k.
  @inline(__always) private func moved<S: Scalar>(_ y: ArraySlice<S>, _ h: S, _ k: [S]) -> [S] {
    var moved = k
    for i in k.indices { moved[i] = y[y.startIndex + i] + h * k[i] }
    return moved
  }

  func step<S: Scalar>(_ t: Int, _ x: ArraySlice<S>, _ y: ArraySlice<S>) -> (state: [S], loss: S) {
    let h = 2 / Double(stepCount)
    let sixth = S(h / 6)
    let two: S = 2
    let k1 = slope(x, Array(y))
    let k2 = slope(x, moved(y, S(h / 2), k1))
    let k3 = slope(x, moved(y, S(h / 2), k2))
    let k4 = slope(x, moved(y, S(h), k3))
    var next = k1
    for i in next.indices { next[i] = y[y.startIndex + i] + sixth * (k1[i] + two * (k2[i] + k3[i]) + k4[i]) }
    return (next, 0)
  }

  /// y(2).
  func callAsFunction(_ x: [Double]) -> [Double] { result(at: x, from: [Double](repeating: 0, count: x.count)).state }

  /// ∂ of the last y(2) to every x.
  func gradient(at x: [Double]) -> [Double] {
    var last = [Double](repeating: 0, count: x.count)
    last[x.count - 1] = 1
    return gradient(at: x, from: [Double](repeating: 0, count: x.count), cotangent: last)
  }
}
