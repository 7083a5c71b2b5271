// Small functions that everyone uses to explain derivatives.
import Derivatives

/// Polar coordinates: (x, y) to the radius and the angle. 2 → 2.
public struct PolarCoordinates: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [hypot(x[0], x[1]), atan2(x[1], x[0])] }
}

/// x₁ x₂ + exp(x₁ x₂) − sin x₂: the worked example of Bishop and Bishop, Deep Learning (2024), chapter 8. 2 → 1.
public struct BishopExample: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let product: S = x[0] * x[1]
    return [product + exp(product) - sin(x[1])]
  }
}

/// Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)². n → 1.
public struct RosenbrockValley: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var total: S = 0
    for i in 0..<x.count - 1 {
      let height: S = x[i + 1] - x[i] * x[i]
      let rest: S = 1 - x[i]
      total += 100 * height * height + rest * rest
    }
    return [total]
  }
}

/// x₁ x₂ ⋯ xₙ: Speelpenning's product. Each partial derivative is the product of the others, also when one of them is 0. n → 1.
public struct SpeelpenningProduct: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var product: S = 1
    for number in x { product *= number }
    return [product]
  }
}

/// log Σ exp xᵢ by the library's function, and written out with the largest taken first. n → 2, and both rows are the same.
public struct LogSumExp: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var largest: S = x[0]
    for number in x { largest = max(largest, number) }
    var total: S = 0
    for number in x { total += exp(number - largest) }
    return [logSumExp(x), largest + log(total)]
  }
}

/// Outputs that are a constant, an input itself, the same number twice; and two inputs that nothing uses. 4 → 7.
public struct ConstantsAndUnusedInputs: VectorFunction, Sendable {
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let square: S = x[0] * x[0]
    return [square, 3, x[0] * x[3], 0, x[3], square, x[3]]
  }
}
