import Derivatives

/// The reprojection error of one observation: camera (rotation vector, translation, focal lengths, centre, two distortions) and point, 15 → 2.
struct BundleAdjustment {
  let observed: (Double, Double) = (1, 2)
  static let point = [0.1, -0.2, 0.3, 0.5, 0.4, -5, 500, 510, 1, 2, 0.01, -0.002, 0.3, 0.6, -1.2]

  @inline(__always) func callAsFunction<S: Scalar>(_ x: Span<S>, _ r: inout MutableSpan<S>) { evaluate(x, &r) { $0 / $1 } }

  /// The quotient is a parameter, to compare one rule with another.
  @inline(__always) func evaluate<S: Scalar>(_ x: Span<S>, _ r: inout MutableSpan<S>, _ quotient: (S, S) -> S) {
    let one: S = 1
    let (w0, w1, w2) = (x[0], x[1], x[2])
    let theta2 = w0 * w0 + w1 * w1 + w2 * w2
    var p0: S
    var p1: S
    var p2: S
    if theta2 > S(1e-14) {
      let theta = sqrt(theta2)
      let ct = cos(theta)
      let st = sin(theta)
      let ti = quotient(one, theta)
      let a0 = w0 * ti
      let a1 = w1 * ti
      let a2 = w2 * ti
      let (q0, q1, q2) = (x[12], x[13], x[14])
      let c0 = a1 * q2 - a2 * q1
      let c1 = a2 * q0 - a0 * q2
      let c2 = a0 * q1 - a1 * q0
      let t = (a0 * q0 + a1 * q1 + a2 * q2) * (one - ct)
      p0 = q0 * ct + c0 * st + a0 * t
      p1 = q1 * ct + c1 * st + a1 * t
      p2 = q2 * ct + c2 * st + a2 * t
    } else {
      let (q0, q1, q2) = (x[12], x[13], x[14])
      p0 = q0 + (w1 * q2 - w2 * q1)
      p1 = q1 + (w2 * q0 - w0 * q2)
      p2 = q2 + (w0 * q1 - w1 * q0)
    }
    p0 += x[3]
    p1 += x[4]
    p2 += x[5]
    let xp = quotient(p0, p2)
    let yp = quotient(p1, p2)
    let r2 = xp * xp + yp * yp
    let d = one + r2 * (x[10] + x[11] * r2)
    r[0] = x[6] * d * xp + x[8] - S(observed.0)
    r[1] = x[7] * d * yp + x[9] - S(observed.1)
  }
}
