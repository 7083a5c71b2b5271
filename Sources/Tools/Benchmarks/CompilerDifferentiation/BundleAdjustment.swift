#if canImport(_Differentiation)
  import _Differentiation

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Three numbers.
  struct Triple: Differentiable {
    var x: Double, y: Double, z: Double
  }

  /// The camera and the point of one observation.
  struct Observation: Differentiable {
    var rotation: Triple
    var translation: Triple
    var fx: Double, fy: Double, cx: Double, cy: Double, k1: Double, k2: Double
    var point: Triple
  }

  /// The two errors, each times a weight: one pullback of it is a row of the Jacobian.
  struct Errors: Differentiable {
    var u: Double, v: Double
  }

  @differentiable(reverse) func residual(_ o: Observation) -> Errors {
    let w = o.rotation
    let q = o.point
    let theta2 = w.x * w.x + w.y * w.y + w.z * w.z
    let theta = theta2.squareRoot()
    let ct = cos(theta)
    let st = sin(theta)
    let ti = 1 / theta
    let a0 = w.x * ti
    let a1 = w.y * ti
    let a2 = w.z * ti
    let c0 = a1 * q.z - a2 * q.y
    let c1 = a2 * q.x - a0 * q.z
    let c2 = a0 * q.y - a1 * q.x
    let t = (a0 * q.x + a1 * q.y + a2 * q.z) * (1 - ct)
    let p0 = q.x * ct + c0 * st + a0 * t + o.translation.x
    let p1 = q.y * ct + c1 * st + a1 * t + o.translation.y
    let p2 = q.z * ct + c2 * st + a2 * t + o.translation.z
    let xp = p0 / p2
    let yp = p1 / p2
    let r2 = xp * xp + yp * yp
    let d = 1 + r2 * (o.k1 + o.k2 * r2)
    return Errors(u: o.fx * d * xp + o.cx - 1, v: o.fy * d * yp + o.cy - 2)
  }

  /// Writes the 2 × 15 Jacobian of the reprojection error, by two pullbacks.
  public func writeBundleAdjustmentJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) {
    let observation = Observation(
      rotation: Triple(x: x[0], y: x[1], z: x[2]), translation: Triple(x: x[3], y: x[4], z: x[5]), fx: x[6], fy: x[7], cx: x[8], cy: x[9],
      k1: x[10], k2: x[11], point: Triple(x: x[12], y: x[13], z: x[14]))
    let (_, pullback) = valueWithPullback(at: observation, of: residual)
    write(pullback(Errors.TangentVector(u: 1, v: 0)), to: jacobian)
    write(pullback(Errors.TangentVector(u: 0, v: 1)), to: jacobian + 15)
  }

  @inline(__always) private func write(_ g: Observation.TangentVector, to row: UnsafeMutablePointer<Double>) {
    (row[0], row[1], row[2]) = (g.rotation.x, g.rotation.y, g.rotation.z)
    (row[3], row[4], row[5]) = (g.translation.x, g.translation.y, g.translation.z)
    (row[6], row[7], row[8], row[9], row[10], row[11]) = (g.fx, g.fy, g.cx, g.cy, g.k1, g.k2)
    (row[12], row[13], row[14]) = (g.point.x, g.point.y, g.point.z)
  }
#endif
