import Derivatives

/// A particle is repelled by two charges, one of which w places, and should hit x = 0 on the ground: E(w) = x² there is made smallest by descent.
/// Every step of the simulation takes the gradient of the potential by a differentiation of its own.
struct Particle {
  let start: Double
  let outer: Mode
  let inner: Mode

  /// 1/|z − (10, 10 − w)| + 1/|z − (10, 0)|.
  private struct Potential: ParametricFunction {
    func callAsFunction<S: Scalar & BitwiseCopyable>(_ z: [S], _ w: [S]) -> S {
      let one: S = 1
      let ten: S = 10
      let across = z[0] - ten
      return one / hypot(across, z[1] - (ten - w[0])) + one / hypot(across, z[1])
    }
  }

  /// E(w).
  struct Miss: ParametricFunction {
    let mode: Mode
    func callAsFunction<S: Scalar & BitwiseCopyable>(_ w: [S], _ p: [S]) -> S {
      let differentiation = Differentiation<S>(mode)
      let dt: S = 0.1
      var z: [S] = [0, 8]
      var v: [S] = [0.75, 0]
      for _ in 0..<100_000 {
        let slope = differentiation.gradient(at: z, w, of: Potential())
        z = [z[0] + dt * v[0], z[1] + dt * v[1]]
        if z[1] <= 0 {
          let hit = z[0] - z[1] / v[1] * v[0]
          return hit * hit
        }
        v = [v[0] - dt * slope[0], v[1] - dt * slope[1]]
      }
      return S(.nan)  // it never came down
    }
  }

  /// The best w.
  func solution() -> Double { argmin(Miss(mode: inner), [], from: [start], outer)[0] }
}
