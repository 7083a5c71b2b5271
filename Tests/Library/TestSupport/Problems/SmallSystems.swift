// Problems of Moré, Garbow and Hillstrom (ACM Transactions on Mathematical Software 7, 1981) with a handful of variables and no data.
// Numbers of rows and columns in comments count from 1, as in the paper.
import Derivatives

/// F₁ = 1 − x₁, F₂ = 10 (x₂ − x₁²).
public struct RosenbrockSystem: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [1 - x[0], 10 * (x[1] - x[0] * x[0])] }
}

/// F₂ᵢ₋₁ = 10 (x₂ᵢ − x₂ᵢ₋₁²), F₂ᵢ = 1 − x₂ᵢ₋₁. With two variables, Rosenbrock's function.
public struct ExtendedRosenbrock: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    stride(from: 0, to: x.count, by: 2).flatMap { i -> [S] in
      let odd: S = x[i]
      let even: S = x[i + 1]
      return [10 * (even - odd * odd), 1 - odd]
    }
  }
}

/// F = (x₁ + 10 x₂, √5 (x₃ − x₄), (x₂ − 2 x₃)², √10 (x₁ − x₄)²): its Jacobian is singular at the solution.
public struct PowellSingular: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let rootOfFive = S(5.0.squareRoot())
    let rootOfTen = S(10.0.squareRoot())
    let u: S = x[1] - 2 * x[2]
    let v: S = x[0] - x[3]
    return [x[0] + 10 * x[1], rootOfFive * (x[2] - x[3]), u * u, rootOfTen * v * v]
  }
}

/// The gradient of Wood's function, without its factor 2.
public struct WoodSystem: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let t1: S = x[1] - x[0] * x[0]
    let t2: S = x[3] - x[2] * x[2]
    let a: S = 20.2
    let b: S = 19.8
    let f1: S = -200 * x[0] * t1 - (1 - x[0])
    let f2: S = 200 * t1 + a * (x[1] - 1) + b * (x[3] - 1)
    let f3: S = -180 * x[2] * t2 - (1 - x[2])
    let f4: S = 180 * t2 + a * (x[3] - 1) + b * (x[1] - 1)
    return [f1, f2, f3, f4]
  }
}

/// F = (10 (x₃ − 10 θ), 10 (√(x₁² + x₂²) − 1), x₃) with 2πθ the angle of (x₁, x₂), counted from −π/2 to 3π/2.
public struct HelicalValley: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let turn = S(2 * .pi)
    let theta: S
    if x[0] > 0 {
      theta = atan(x[1] / x[0]) / turn
    } else if x[0] < 0 {
      theta = atan(x[1] / x[0]) / turn + 0.5
    } else {  // the limit of either branch, whose derivatives are those of the angle
      theta = atan2(x[1], x[0]) / turn
    }
    return [10 * (x[2] - 10 * theta), 10 * (hypot(x[0], x[1]) - 1), x[2]]
  }
}

/// F = (x₁ − 10⁶, x₂ − 2·10⁻⁶, x₁ x₂ − 2).
public struct BrownBadlyScaled: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2] }
}

/// Fᵢ = yᵢ − x₁ (1 − x₂ⁱ), y = (1.5, 2.25, 2.625).
public struct Beale: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let y: [S] = [1.5, 2.25, 2.625]
    return (0..<3).map { i -> S in
      let power: S = pow(x[1], i + 1)
      return y[i] - x[0] * (1 - power)
    }
  }
}
