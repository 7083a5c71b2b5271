import Derivatives

/// Rotation and position, row by row as a 3 × 4 matrix, of the hand of an arm with six joints, from its six angles. 6 → 12.
///
/// The product of six transformations in the notation of Denavit and Hartenberg, each a turn by θ about z, a shift d along z, a shift a along x
/// and a turn by α about x, with the lengths of a common small industrial arm.
struct SixJointArm: JacobianKernel {
  var point: [Double] { [0.3, -0.9, 1.2, 0.4, -0.7, 0.5] }
  var outputCount: Int { 12 }

  /// d, a, cos α and sin α of a joint: every α is 0 or a right angle.
  @inline(__always) static func joint(_ j: Int) -> (d: Double, a: Double, cos: Double, sin: Double) {
    switch j {
    case 0: (0.089159, 0, 0, 1)
    case 1: (0, -0.425, 1, 0)
    case 2: (0, -0.39225, 1, 0)
    case 3: (0.10915, 0, 0, 1)
    case 4: (0.09465, 0, 0, -1)
    default: (0.0823, 0, 1, 0)
    }
  }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    let one: S = 1
    for k in 0..<12 { y[k] = k % 5 == 0 ? one : .zero }
    for j in 0..<6 {
      let (d, a, ca, sa) = Self.joint(j)
      let c = cos(x[j])
      let s = sin(x[j])
      for i in 0..<3 {
        let (m0, m1, m2) = (y[4 * i], y[4 * i + 1], y[4 * i + 2])
        let turned = m0 * c + m1 * s
        let rest = m1 * c - m0 * s
        y[4 * i] = turned
        y[4 * i + 1] = rest * S(ca) + m2 * S(sa)
        y[4 * i + 2] = m2 * S(ca) - rest * S(sa)
        y[4 * i + 3] = y[4 * i + 3] + m2 * S(d) + turned * S(a)
      }
    }
  }
}

// MARK: By hand
extension SixJointArm: HandWrittenJacobian {
  /// The geometric Jacobian: a joint with the axis z through o turns everything after it, ∂R/∂θ = z × R and ∂p/∂θ = z × (p − o).
  func writeJacobian(at x: UnsafePointer<Double>, to jacobian: UnsafeMutablePointer<Double>) {
    var (e0, e1, z, p) = (SIMD3(1.0, 0, 0), SIMD3(0, 1.0, 0), SIMD3(0, 0, 1.0), SIMD3<Double>())
    withUnsafeTemporaryAllocation(of: SIMD3<Double>.self, capacity: 12) { axes in
      for j in 0..<6 {
        let (d, a, ca, sa) = Self.joint(j)
        axes[2 * j] = z
        axes[2 * j + 1] = p
        let (s, c) = sincos(x[j])
        let turned = e0 * c + e1 * s
        let rest = e1 * c - e0 * s
        p += z * d + turned * a
        e0 = turned
        e1 = rest * ca + z * sa
        z = z * ca - rest * sa
      }
      for j in 0..<6 {
        let axis = axes[2 * j]
        let columns = (cross(axis, e0), cross(axis, e1), cross(axis, z), cross(axis, p - axes[2 * j + 1]))
        for i in 0..<3 {
          jacobian[24 * i + j] = columns.0[i]
          jacobian[24 * i + 6 + j] = columns.1[i]
          jacobian[24 * i + 12 + j] = columns.2[i]
          jacobian[24 * i + 18 + j] = columns.3[i]
        }
      }
    }
  }
}
