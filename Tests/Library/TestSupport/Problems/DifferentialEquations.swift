// Right-hand sides and integrators of differential equations.
import Derivatives

/// The Brusselator on a line of N cells: x holds u₁ … u_N, then v₁ … v_N. 2N → 2N, with a banded Jacobian.
///
/// u̇ = 1 + u² v − 4 u + α (N + 1)² Δu, v̇ = 3 u − u² v + α (N + 1)² Δv, α = 1/50, with u = 1, v = 3 at both ends [Hairer, Wanner, IV.10].
public struct Brusselator: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let cells = x.count / 2
    let u = x[..<cells]
    let v = Array(x[cells...])
    let intervals = Double(cells + 1)
    let diffusion = S(intervals * intervals / 50)
    func second(_ y: some RandomAccessCollection<S>, _ i: Int, _ boundary: S) -> S {
      let numbers = Array(y)
      let left: S = i == 0 ? boundary : numbers[i - 1]
      let right: S = i == cells - 1 ? boundary : numbers[i + 1]
      return diffusion * (left - 2 * numbers[i] + right)
    }
    let rates: [(S, S)] = (0..<cells).map { i in
      let reaction: S = u[i] * u[i] * v[i]
      let du: S = 1 + reaction - 4 * u[i] + second(u, i, 1)
      let dv: S = 3 * u[i] - reaction + second(v, i, 3)
      return (du, dv)
    }
    return rates.map(\.0) + rates.map(\.1)
  }
}

/// Hares and lynxes after a time 2, from their numbers x, y at time 0 and four rates α, β, γ, δ: ẋ = α x − β x y, ẏ = δ x y − γ y, by 20
/// steps of the classical Runge–Kutta method. 6 → 2.
public struct LotkaVolterra: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let step: S = 0.1
    func rate(_ y: [S]) -> [S] {
      let meetings: S = y[0] * y[1]
      return [x[2] * y[0] - x[3] * meetings, x[5] * meetings - x[4] * y[1]]
    }
    func moved(_ y: [S], _ k: [S], _ h: S) -> [S] { [y[0] + h * k[0], y[1] + h * k[1]] }
    var y = [x[0], x[1]]
    for _ in 0..<20 {
      let k1 = rate(y)
      let k2 = rate(moved(y, k1, step / 2))
      let k3 = rate(moved(y, k2, step / 2))
      let k4 = rate(moved(y, k3, step))
      for i in 0..<2 {
        let inner: S = 2 * (k2[i] + k3[i])
        y[i] += step / 6 * (k1[i] + inner + k4[i])
      }
    }
    return y
  }
}
