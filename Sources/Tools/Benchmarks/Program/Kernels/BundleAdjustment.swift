import Derivatives

/// The reprojection error of one observation: camera (rotation vector, translation, focal lengths, centre, two distortions) and point, 15 → 2.
struct BundleAdjustment: JacobianKernel {
  let observed: (Double, Double) = (1, 2)
  static let point = [0.1, -0.2, 0.3, 0.5, 0.4, -5, 500, 510, 1, 2, 0.01, -0.002, 0.3, 0.6, -1.2]
  var point: [Double] { Self.point }
  var outputCount: Int { 2 }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ r: inout MutableSpan<S>) { evaluate(x, &r) { $0 / $1 } }

  /// The quotient is a parameter, to compare one rule with another.
  func evaluate<S: Scalar>(_ x: Span<S>, _ r: inout MutableSpan<S>, _ quotient: (S, S) -> S) {
    let (u, v) = x.withUnsafeBufferPointer { residual($0, quotient) }
    r[0] = u
    r[1] = v
  }

  /// The error of 15 numbers.
  @inline(__always) func residual<X: Numbers>(_ x: X, _ quotient: (X.Element, X.Element) -> X.Element) -> (X.Element, X.Element) {
    typealias S = X.Element
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
    return (x[6] * d * xp + x[8] - S(observed.0), x[7] * d * yp + x[9] - S(observed.1))
  }
}

// MARK: By hand
extension BundleAdjustment: HandWrittenJacobian {
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) {
    _ = valueAndRows(x, jacobian, jacobian + 15)
  }

  /// Row by row from the picture back to the point: a row's g = ∂r/∂p is carried through the rotation
  /// p = q cos θ + (a × q) sin θ + a (a·q)(1 − cos θ) with θ = ‖w‖, a = w/θ.
  @inline(__always) func valueAndRows(
    _ x: UnsafePointer<Double>, _ row0: UnsafeMutablePointer<Double>, _ row1: UnsafeMutablePointer<Double>
  ) -> (Double, Double) {
    let q = SIMD3(x[12], x[13], x[14])
    let w = SIMD3(x[0], x[1], x[2])
    let squared = inner(w, w)
    let rotates = squared > 1e-14
    let theta = squared.squareRoot()
    let (s, c) = sincos(theta)
    let inverse = 1 / theta
    let a = w * inverse
    let aq = inner(a, q)
    let normal = cross(rotates ? a : w, q)
    let turned = rotates ? q * c + normal * s + a * (aq * (1 - c)) : q + normal
    let p = turned + SIMD3(x[3], x[4], x[5])

    let depth = 1 / p.z
    let u = p.x * depth
    let v = p.y * depth
    let r2 = u * u + v * v
    let slope = x[10] + 2 * x[11] * r2  // ∂d/∂r²
    let d = 1 + r2 * (x[10] + x[11] * r2)
    let (fx, fy) = (x[6], x[7])

    @inline(__always) func write(_ row: UnsafeMutablePointer<Double>, _ du: Double, _ dv: Double) {
      let g = SIMD3(du * depth, dv * depth, -(du * u + dv * v) * depth)
      let gw: SIMD3<Double>
      let gq: SIMD3<Double>
      if rotates {
        let ag = inner(a, g)
        let across = cross(q, g)
        let alongTheta = (inner(g, normal)) * c + (ag * aq - inner(g, q)) * s
        let ga = across * s + (g * aq + q * ag) * (1 - c)
        gw = a * alongTheta + (ga - a * inner(a, ga)) * inverse
        gq = g * c + cross(g, a) * s + a * (ag * (1 - c))
      } else {
        gw = cross(q, g)
        gq = g + cross(g, w)
      }
      (row[0], row[1], row[2]) = (gw.x, gw.y, gw.z)
      (row[3], row[4], row[5]) = (g.x, g.y, g.z)
      (row[12], row[13], row[14]) = (gq.x, gq.y, gq.z)
    }
    write(row0, fx * (d + 2 * u * u * slope), fx * 2 * u * v * slope)
    write(row1, fy * 2 * u * v * slope, fy * (d + 2 * v * v * slope))
    (row0[6], row0[7], row0[8], row0[9]) = (d * u, 0, 1, 0)
    (row1[6], row1[7], row1[8], row1[9]) = (0, d * v, 0, 1)
    (row0[10], row0[11]) = (fx * u * r2, fx * u * r2 * r2)
    (row1[10], row1[11]) = (fy * v * r2, fy * v * r2 * r2)
    return (fx * d * u + x[8] - observed.0, fy * d * v + x[9] - observed.1)
  }
}

/// a·b.
@inline(__always) func inner(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }
/// a × b.
@inline(__always) func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}
