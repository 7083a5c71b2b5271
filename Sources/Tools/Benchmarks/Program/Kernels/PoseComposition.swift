import Derivatives

/// Two poses one after the other, each a quaternion (w, x, y, z) and a translation: the quaternion q p/‖q p‖ and the translation
/// t + s + 2 w (v × s) + 2 v × (v × s), where q = (w, v). 14 → 7.
struct PoseComposition: JacobianKernel {
  var point: [Double] { [0.9, 0.1, -0.3, 0.2, 1, 2, 3, 0.4, 0.5, -0.6, 0.7, -0.5, 0.25, 1.5] }
  var outputCount: Int { 7 }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    let (q0, q1, q2, q3) = (x[0], x[1], x[2], x[3])
    let (p0, p1, p2, p3) = (x[7], x[8], x[9], x[10])
    let (s0, s1, s2) = (x[11], x[12], x[13])
    let u0 = q0 * p0 - q1 * p1 - q2 * p2 - q3 * p3
    let u1 = q0 * p1 + q1 * p0 + q2 * p3 - q3 * p2
    let u2 = q0 * p2 - q1 * p3 + q2 * p0 + q3 * p1
    let u3 = q0 * p3 + q1 * p2 - q2 * p1 + q3 * p0
    let one: S = 1
    let inverse = one / sqrt(u0 * u0 + u1 * u1 + u2 * u2 + u3 * u3)
    y[0] = u0 * inverse
    y[1] = u1 * inverse
    y[2] = u2 * inverse
    y[3] = u3 * inverse
    let two: S = 2
    let c0 = two * (q2 * s2 - q3 * s1)  // 2 v × s
    let c1 = two * (q3 * s0 - q1 * s2)
    let c2 = two * (q1 * s1 - q2 * s0)
    y[4] = x[4] + s0 + q0 * c0 + (q2 * c2 - q3 * c1)
    y[5] = x[5] + s1 + q0 * c1 + (q3 * c0 - q1 * c2)
    y[6] = x[6] + s2 + q0 * c2 + (q1 * c1 - q2 * c0)
  }
}

// MARK: By hand
extension PoseComposition: HandWrittenJacobian {
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) {
    let (q0, q1, q2, q3) = (x[0], x[1], x[2], x[3])
    let (p0, p1, p2, p3) = (x[7], x[8], x[9], x[10])
    let u = SIMD4(
      q0 * p0 - q1 * p1 - q2 * p2 - q3 * p3, q0 * p1 + q1 * p0 + q2 * p3 - q3 * p2,
      q0 * p2 - q1 * p3 + q2 * p0 + q3 * p1, q0 * p3 + q1 * p2 - q2 * p1 + q3 * p0)
    let inverse = 1 / (u.x * u.x + u.y * u.y + u.z * u.z + u.w * u.w).squareRoot()
    let r = u * inverse
    // ∂(u/‖u‖) = (∂u − r (r·∂u))/‖u‖, for each column ∂u of the bilinear product
    @inline(__always) func column(_ j: Int, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double) {
      let along = r.x * c0 + r.y * c1 + r.z * c2 + r.w * c3
      jacobian[j] = (c0 - r.x * along) * inverse
      jacobian[14 + j] = (c1 - r.y * along) * inverse
      jacobian[28 + j] = (c2 - r.z * along) * inverse
      jacobian[42 + j] = (c3 - r.w * along) * inverse
    }
    column(0, p0, p1, p2, p3)
    column(1, -p1, p0, -p3, p2)
    column(2, -p2, p3, p0, -p1)
    column(3, -p3, -p2, p1, p0)
    column(7, q0, q1, q2, q3)
    column(8, -q1, q0, q3, -q2)
    column(9, -q2, -q3, q0, q1)
    column(10, -q3, q2, -q1, q0)
    for i in 0..<4 {
      for j in 4..<7 { jacobian[14 * i + j] = 0 }
      for j in 11..<14 { jacobian[14 * i + j] = 0 }
    }

    // the translation: along w, v, t, p, s
    let v = SIMD3(q1, q2, q3)
    let s = SIMD3(x[11], x[12], x[13])
    let normal = cross(v, s)
    let vs = inner(v, s)
    @inline(__always) func lower(_ j: Int, _ c: SIMD3<Double>) {
      (jacobian[56 + j], jacobian[70 + j], jacobian[84 + j]) = (c.x, c.y, c.z)
    }
    lower(0, normal * 2)
    // v × (v × s) = v (v·s) − s (v·v), so its derivative along e is e (v·s) + v (e·s) − 2 s (v·e); that of w (v × s) is w (e × s)
    @inline(__always) func unit(_ j: Int) -> SIMD3<Double> { SIMD3(j == 0 ? 1 : 0, j == 1 ? 1 : 0, j == 2 ? 1 : 0) }
    let vv = inner(v, v)
    for j in 0..<3 {
      let e = unit(j)
      lower(1 + j, (cross(e, s) * q0 + e * vs + v * s[j] - s * (2 * v[j])) * 2)
      lower(4 + j, e)
      lower(11 + j, e + (cross(v, e) * q0 + v * v[j] - e * vv) * 2)
    }
    for j in 7..<11 { lower(j, SIMD3()) }
  }
}
