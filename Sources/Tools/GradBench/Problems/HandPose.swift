import Derivatives

/// The 26 angles and lengths θ of a hand: global rotation vector, global translation, and of each finger two angles of its second bone and one
/// of its third and of its fourth.
extension HandModel {
  static let poseCount = 26

  /// Where the vertices are, 3 numbers each.
  @inline(__always) func vertices<S: Scalar>(_ theta: [S]) -> [S] {
    let transforms = boneTransforms(theta)
    let rotation = globalRotation(theta)
    var vertices = [S](repeating: 0, count: 3 * vertexCount)
    transforms.withUnsafeBufferPointer { g in
      influences.withUnsafeBufferPointer { influences in
        for j in 0..<vertexCount {
          var p0: S = 0
          var p1: S = 0
          var p2: S = 0
          for k in starts[j]..<starts[j + 1] {
            let bone = 12 * influences[k].bone
            let (x, y, z, w) = influences[k].coordinates
            let (c0, c1, c2, c3) = (S(x), S(y), S(z), S(w))
            p0 += c0 * g[bone] + c1 * g[bone + 1] + (c2 * g[bone + 2] + c3 * g[bone + 3])
            p1 += c0 * g[bone + 4] + c1 * g[bone + 5] + (c2 * g[bone + 6] + c3 * g[bone + 7])
            p2 += c0 * g[bone + 8] + c1 * g[bone + 9] + (c2 * g[bone + 10] + c3 * g[bone + 11])
          }
          if isMirrored { p0 = -p0 }
          for r in 0..<3 {
            vertices[3 * j + r] = rotation[3 * r] * p0 + rotation[3 * r + 1] * p1 + rotation[3 * r + 2] * p2 + theta[3 + r]
          }
        }
      }
    }
    return vertices
  }

  /// The upper three rows of A (inverse base absolute) of every bone, where A = A(parent) · base relative · rotation of the pose.
  private func boneTransforms<S: Scalar>(_ theta: [S]) -> [S] {
    var absolutes: [[S]] = []
    var transforms: [S] = []
    for (b, bone) in bones.enumerated() {
      let base = bone.baseRelative.map { S($0) }
      var relative = base
      if let turn = poseRotation(ofBone: b, theta) { relative = matrixProduct(base, turn, inner: 4) }
      let absolute = bone.parent.map { matrixProduct(absolutes[$0], relative, inner: 4) } ?? Array(relative[..<12])
      absolutes.append(absolute)
      transforms += matrixProduct(absolute, bone.inverseBaseAbsolute.map { S($0) }, inner: 4)
    }
    return transforms
  }

  /// The rotation Rz Ry Rx of a bone, 4 × 4; `nil` for one that the pose does not turn. No angle about y is ever posed.
  private func poseRotation<S: Scalar>(ofBone b: Int, _ theta: [S]) -> [S]? {
    let finger = (b - 1) / 4
    guard b > 0, finger < 5 else { return nil }
    let start = 6 + 4 * finger
    let zero: S = 0
    let one: S = 1
    switch (b - 1) % 4 {
    case 1:
      let (cx, sx) = (cos(theta[start]), sin(theta[start]))
      let (cz, sz) = (cos(theta[start + 1]), sin(theta[start + 1]))
      return [cz, -(sz * cx), sz * sx, zero, sz, cz * cx, -(cz * sx), zero, zero, sx, cx, zero, zero, zero, zero, one]
    case 2: return rotationAboutX(theta[start + 2])
    case 3: return rotationAboutX(theta[start + 3])
    default: return nil
    }
  }

  private func rotationAboutX<S: Scalar>(_ angle: S) -> [S] {
    let zero: S = 0
    let one: S = 1
    let (c, s) = (cos(angle), sin(angle))
    return [one, zero, zero, zero, zero, c, -s, zero, zero, s, c, zero, zero, zero, zero, one]
  }

  /// cos t I + (1 − cos t) a aᵀ + sin t [a]ₓ for the rotation vector t a; the identity, a constant, when t < 10⁻⁴.
  private func globalRotation<S: Scalar>(_ theta: [S]) -> [S] {
    let one: S = 1
    let t = norm(theta[..<3])
    guard t >= S(1e-4) else { return [1, 0, 0, 0, 1, 0, 0, 0, 1] }
    let (x, y, z) = (theta[0] / t, theta[1] / t, theta[2] / t)
    let (s, c) = (sin(t), cos(t))
    let k = one - c
    let (xk, yk, zk) = (x * k, y * k, z * k)
    let first = [xk * x + c, xk * y - z * s, xk * z + y * s]
    let second = [xk * y + z * s, yk * y + c, yk * z - x * s]
    let third = [xk * z - y * s, yk * z + x * s, zk * z + c]
    return first + second + third
  }
}
