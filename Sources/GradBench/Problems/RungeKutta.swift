import Derivatives

/// y′₀ = x₀, y′ᵢ = xᵢ yᵢ₋₁ from y(0) = 0 to time 2, by s equal steps of the classical Runge–Kutta method of order 4.
struct RungeKutta {
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

  /// One step: y at time t + h from y at time t.
  func step<S: Scalar>(_ x: ArraySlice<S>, _ y: ArraySlice<S>) -> [S] {
    let h = S(2 / Double(stepCount))
    let half = S(1 / Double(stepCount))
    let sixth = S(1 / (3 * Double(stepCount)))
    let two: S = 2
    let k1 = slope(x, Array(y))
    let k2 = slope(x, moved(y, half, k1))
    let k3 = slope(x, moved(y, half, k2))
    let k4 = slope(x, moved(y, h, k3))
    var next = k1
    for i in next.indices { next[i] = y[y.startIndex + i] + sixth * (k1[i] + two * (k2[i] + k3[i]) + k4[i]) }
    return next
  }

  /// y(2).
  func callAsFunction(_ x: [Double]) -> [Double] {
    (0..<stepCount).reduce([Double](repeating: 0, count: x.count)) { y, _ in step(x[...], y[...]) }
  }

  /// ∂ of the last y(2) to every x. The recording of a step is forgotten before the next: y of every step is kept (8 n s bytes instead of
  /// 350 n s), and the steps are recorded and swept from the last to the first [checkpointing: Griewank–Walther, ch. 12].
  func gradient(at x: [Double]) -> [Double] {
    let n = x.count
    var states = [[Double](repeating: 0, count: n)]
    for i in 0..<stepCount - 1 { states.append(step(x[...], states[i][...])) }
    var adjoint = [Double](repeating: 0, count: n)  // ∂/∂y of the step that was swept last
    adjoint[n - 1] = 1
    var gradient = [Double](repeating: 0, count: n)
    let tape = Tape<Double>()
    var slopes = [Double](repeating: 0, count: 2 * n)
    while let state = states.popLast() {
      _ = tape.gradient(at: x + state, into: &slopes) { z in
        dot(step(z[..<n], z[n...]), adjoint.map { Adjoint(constant: $0) })
      }
      for i in 0..<n {
        gradient[i] += slopes[i]
        adjoint[i] = slopes[n + i]
      }
    }
    return gradient
  }
}
