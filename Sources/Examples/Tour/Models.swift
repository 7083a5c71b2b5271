import Derivatives

/// A model of an observation: what the response should be at the predictors `x`, if the parameters are `b`.
///
/// The predictors are data, so they are plain numbers; the parameters are what we differentiate by, so they are any `Scalar`.
protocol Model: Sendable {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S
}

/// The differences between model and responses, rᵢ(b) = model(xᵢ, b) − yᵢ: the function whose sum of squares a fit makes small.
struct Residuals<M: Model>: VectorFunction, Sendable {
  let model: M
  let predictors: [[Double]]
  let responses: [Double]

  func callAsFunction<S: Scalar>(_ b: [S]) -> [S] {
    responses.indices.map { i in model(predictors[i], b) - S(responses[i]) }
  }
}

/// b₁ (1 − exp(−b₂ x)): Misra1a and BoxBOD.
struct ExponentialRise: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] * (1 - exp(-b[1] * S(x[0]))) }
}

/// b₁ (1 − (1 + b₂ x/2)⁻²): Misra1b.
struct InverseSquareRise: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] * (1 - pow(1 + b[1] * S(x[0] / 2), -2)) }
}

/// b₁ (1 − 1/√(1 + 2 b₂ x)): Misra1c.
struct InverseRootRise: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] * (1 - 1 / sqrt(1 + b[1] * S(2 * x[0]))) }
}

/// b₁ xᵇ²: DanWood.
struct PowerLaw: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] * pow(S(x[0]), b[1]) }
}

/// exp(−b₁ x)/(b₂ + b₃ x): Chwirut1 and Chwirut2.
struct UltrasonicResponse: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    return exp(-b[0] * x) / (b[1] + b[2] * x)
  }
}

/// b₁ exp(−b₂ x) + b₃ exp(−b₄ x) + b₅ exp(−b₆ x): Lanczos3.
struct ThreeExponentials: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    let slow: S = b[0] * exp(-b[1] * x)
    let medium: S = b[2] * exp(-b[3] * x)
    let fast: S = b[4] * exp(-b[5] * x)
    return slow + medium + fast
  }
}

/// b₁ + b₂ exp(−x b₄) + b₃ exp(−x b₅): MGH17.
struct TwoExponentials: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    return b[0] + b[1] * exp(-x * b[3]) + b[2] * exp(-x * b[4])
  }
}

/// b₁ (x² + x b₂)/(x² + x b₃ + b₄): MGH09.
struct EnzymeReaction: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    let above: S = x * x + x * b[1]
    let below: S = x * x + x * b[2] + b[3]
    return b[0] * above / below
  }
}

/// (b₁ + b₂ x + b₃ x²)/(1 + b₄ x + b₅ x²): Kirby2.
struct QuadraticQuotient: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    let square = x * x
    let above: S = b[0] + b[1] * x + b[2] * square
    let below: S = 1 + b[3] * x + b[4] * square
    return above / below
  }
}

/// b₁ exp(−b₂ x) + b₃ exp(−(x − b₄)²/b₅²) + b₆ exp(−(x − b₇)²/b₈²): Gauss1, two bells on a decaying floor.
struct TwoBells: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    func bell(_ height: S, _ centre: S, _ width: S) -> S {
      let distance = (x - centre) / width
      return height * exp(-distance * distance)
    }
    return b[0] * exp(-b[1] * x) + bell(b[2], b[3], b[4]) + bell(b[5], b[6], b[7])
  }
}

/// b₁/(1 + exp(b₂ − b₃ x)): Rat42.
struct LogisticGrowth: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] / (1 + exp(b[1] - b[2] * S(x[0]))) }
}

/// b₁ − b₂ x − arctan(b₃/(x − b₄))/π: Roszman1.
struct QuantumDefect: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let x = S(x[0])
    return b[0] - b[1] * x - atan(b[2] / (x - b[3])) / S(.pi)
  }
}

/// b₁ − b₂ x₁ exp(−b₃ x₂): Nelson, for the logarithm of the response.
struct InsulationAgeing: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S { b[0] - b[1] * S(x[0]) * exp(-b[2] * S(x[1])) }
}

/// A constant and three waves, of 12 months and of the periods b₄ and b₇: ENSO.
struct SouthernOscillation: Model {
  func callAsFunction<S: Scalar>(_ x: [Double], _ b: [S]) -> S {
    let twice = S(2 * x[0])
    // cos(2πx/T) as cosPi(2x/T): π is not rounded before the large argument is reduced.
    func wave(_ cosine: S, _ sine: S, _ period: S) -> S {
      let halfTurns = twice / period
      return cosine * cosPi(halfTurns) + sine * sinPi(halfTurns)
    }
    return b[0] + wave(b[1], b[2], 12) + wave(b[4], b[5], b[3]) + wave(b[7], b[8], b[6])
  }
}
