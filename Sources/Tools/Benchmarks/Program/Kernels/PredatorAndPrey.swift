import Derivatives

/// A hundred steps of the classical Runge–Kutta method for u̇ = a u − b u v, v̇ = c u v − d v: the end, from the start and the four
/// coefficients. 6 → 2.
struct PredatorAndPrey: JacobianKernel {
  var point: [Double] { [10, 5, 1.1, 0.4, 0.1, 0.4] }
  var outputCount: Int { 2 }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    let (a, b, c, d) = (x[2], x[3], x[4], x[5])
    let h = S(0.05)
    let half = S(0.025)
    let sixth = S(0.05 / 6)
    let two: S = 2
    var u = x[0]
    var v = x[1]
    @inline(__always) func du(_ u: S, _ v: S) -> S { u * (a - b * v) }
    @inline(__always) func dv(_ u: S, _ v: S) -> S { v * (c * u - d) }
    for _ in 0..<100 {
      let (u1, v1) = (du(u, v), dv(u, v))
      let (p1, q1) = (u + half * u1, v + half * v1)
      let (u2, v2) = (du(p1, q1), dv(p1, q1))
      let (p2, q2) = (u + half * u2, v + half * v2)
      let (u3, v3) = (du(p2, q2), dv(p2, q2))
      let (p3, q3) = (u + h * u3, v + h * v3)
      let (u4, v4) = (du(p3, q3), dv(p3, q3))
      u = u + sixth * (u1 + two * (u2 + u3) + u4)
      v = v + sixth * (v1 + two * (v2 + v3) + v4)
    }
    y[0] = u
    y[1] = v
  }
}
