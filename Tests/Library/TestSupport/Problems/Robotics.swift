// Geometry in space: cameras, poses, arms.
import Derivatives

/// The error of a point's picture in a camera: rotation vector (3), translation (3), focal lengths (2), centre (2), distortion (2), and the
/// point (3). 15 → 2.
///
/// The rotation by the vector w is Rodrigues' formula, q cos θ + (a × q) sin θ + a (a·q)(1 − cos θ) with θ = ‖w‖, a = w/θ.
public struct BundleAdjustmentResidual: VectorFunction, Sendable {
  let observed: (Double, Double)
  public init(observed: (Double, Double) = (1, 2)) { self.observed = observed }

  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let w = Array(x[0..<3])
    let q = Array(x[12..<15])
    let squareOfAngle: S = dot(w, w)
    var p: [S]
    if squareOfAngle > 1e-14 {
      let angle: S = sqrt(squareOfAngle)
      let a: [S] = w.map { $0 / angle }
      let normal = cross(a, q)
      let cosine: S = cos(angle)
      let sine: S = sin(angle)
      let along: S = dot(a, q) * (1 - cosine)
      p = (0..<3).map { i in q[i] * cosine + normal[i] * sine + a[i] * along }
    } else {  // to first order, so that the derivatives are right at w = 0 too
      let normal = cross(w, q)
      p = (0..<3).map { i in q[i] + normal[i] }
    }
    for i in 0..<3 { p[i] += x[3 + i] }
    let u: S = p[0] / p[2]
    let v: S = p[1] / p[2]
    let r: S = u * u + v * v
    let distortion: S = 1 + r * (x[10] + x[11] * r)
    return [x[6] * distortion * u + x[8] - S(observed.0), x[7] * distortion * v + x[9] - S(observed.1)]
  }
}

/// a × b.
func cross<S: Scalar>(_ a: [S], _ b: [S]) -> [S] {
  [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// Two poses, each a quaternion (w, x, y, z) and a translation, one after the other: the quaternion of the product with its length taken
/// out, and t₁ + R(q₁) t₂. 14 → 7.
public struct PoseComposition: VectorFunction, Sendable {
  public init() {}

  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let p = normalized(Array(x[0..<4]))
    let q = normalized(Array(x[7..<11]))
    let pv = Array(p[1...])
    let qv = Array(q[1...])
    let real: S = p[0] * q[0] - dot(pv, qv)
    let normal = cross(pv, qv)
    let imaginary: [S] = (0..<3).map { i in p[0] * qv[i] + q[0] * pv[i] + normal[i] }

    // R(p) t = t + 2 p₀ (v × t) + 2 v × (v × t)
    let t = Array(x[11..<14])
    let once = cross(pv, t)
    let twice = cross(pv, once)
    let start = Array(x[4..<7])
    let moved: [S] = (0..<3).map { i -> S in
      let half: S = p[0] * once[i] + twice[i]
      return start[i] + t[i] + 2 * half
    }
    return [real] + imaginary + moved
  }

  private func normalized<S: Scalar>(_ q: [S]) -> [S] {
    let length: S = norm(q)
    return q.map { $0 / length }
  }
}

/// Position and rotation, row by row as a 3 × 4 matrix, of the hand of an arm with six joints, from its six angles. 6 → 12.
///
/// The product of six transformations in the notation of Denavit and Hartenberg, each a turn by θᵢ about z, a shift d along z, a shift a
/// along x, a turn by α about x. The lengths, in metres, are those of a common small industrial arm.
public struct SixJointArm: VectorFunction, Sendable {
  public init() {}
  static let d = [0.089159, 0, 0, 0.10915, 0.09465, 0.0823]
  static let a = [0, -0.425, -0.39225, 0, 0, 0]
  /// cos α and sin α: every α is 0 or a right angle.
  static let cosAlpha: [Double] = [0, 1, 1, 0, 0, 1]
  static let sinAlpha: [Double] = [1, 0, 0, 1, -1, 0]

  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var pose: [[S]] = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    for joint in 0..<6 {
      let c: S = cos(x[joint])
      let s: S = sin(x[joint])
      let ca = S(Self.cosAlpha[joint])
      let sa = S(Self.sinAlpha[joint])
      let a = S(Self.a[joint])
      let d = S(Self.d[joint])
      let columns: [[S]] = [[c, s, 0], [-s * ca, c * ca, sa], [s * sa, -c * sa, ca], [a * c, a * s, d]]
      pose = pose.map { row in
        let rotation = row[0..<3]
        var next: [S] = columns.map { dot(rotation, $0) }
        next[3] += row[3]
        return next
      }
    }
    return pose.flatMap { $0 }
  }
}
