import Derivatives
import TestSupport

/// The sixteen nonlinear models of the NIST Statistical Reference Datasets that the tour fits, with NIST's
/// first starts and the ranges of the predictors.
enum CurveModel: String, CaseIterable {
  case misra1a, boxBOD, misra1b, misra1c, danWood, chwirut1, chwirut2, lanczos3, mgh17, mgh09, kirby2, gauss1,
    rat42, roszman1, nelson, enso

  var start: [Double] {
    switch self {
    case .misra1a, .misra1b, .misra1c: [500, 0.0001]
    case .boxBOD: [1, 1]
    case .danWood: [1, 5]
    case .chwirut1, .chwirut2: [0.1, 0.01, 0.02]
    case .lanczos3: [1.2, 0.3, 5.6, 5.5, 6.5, 7.6]
    case .mgh17: [50, 150, -100, 1, 2]
    case .mgh09: [25, 39, 41.5, 39]
    case .kirby2: [2, -0.1, 0.003, -0.001, 0.00001]
    case .gauss1: [97, 0.009, 100, 65, 20, 70, 178, 16.5]
    case .rat42: [100, 1, 0.1]
    case .roszman1: [0.1, -0.00001, 1000, -100]
    case .nelson: [2, 0.0001, -0.01]
    case .enso: [11, 3, 0.5, 40, -0.7, -1.3, 25, -0.3, 1.4]
    }
  }

  var predictors: ClosedRange<Double> {
    switch self {
    case .misra1a, .misra1b, .misra1c: 77...760
    case .boxBOD: 1...10
    case .danWood: 1.3...1.7
    case .chwirut1, .chwirut2: 0.5...6
    case .lanczos3: 0...1.2
    case .mgh17: 0...320
    case .mgh09: 0.06...4
    case .kirby2: 9...372
    case .gauss1: 1...250
    case .rat42: 9...79
    case .roszman1: -4869...(-464)
    case .nelson: 1...64
    case .enso: 1...168
    }
  }

  func callAsFunction<S: Scalar>(_ x: Double, _ b: [S]) -> S {
    let x = S(x)
    func bell(_ height: S, _ centre: S, _ width: S) -> S {
      let distance = (x - centre) / width
      return height * exp(-distance * distance)
    }
    func wave(_ cosine: S, _ sine: S, _ period: S) -> S {
      let angle = 2 * x / period
      return cosine * cosPi(angle) + sine * sinPi(angle)
    }
    switch self {
    case .misra1a, .boxBOD: return b[0] * (1 - exp(-b[1] * x))
    case .misra1b: return b[0] * (1 - pow(1 + b[1] * x / 2, -2))
    case .misra1c: return b[0] * (1 - 1 / sqrt(1 + 2 * b[1] * x))
    case .danWood: return b[0] * pow(x, b[1])
    case .chwirut1, .chwirut2: return exp(-b[0] * x) / (b[1] + b[2] * x)
    case .lanczos3:
      let slow: S = b[0] * exp(-b[1] * x)
      let medium: S = b[2] * exp(-b[3] * x)
      let fast: S = b[4] * exp(-b[5] * x)
      return slow + medium + fast
    case .mgh17: return b[0] + b[1] * exp(-x * b[3]) + b[2] * exp(-x * b[4])
    case .mgh09:
      let above: S = b[0] * (x * x + x * b[1])
      let below: S = x * x + x * b[2] + b[3]
      return above / below
    case .kirby2:
      let above: S = b[0] + b[1] * x + b[2] * x * x
      let below: S = 1 + b[3] * x + b[4] * x * x
      return above / below
    case .gauss1: return b[0] * exp(-b[1] * x) + bell(b[2], b[3], b[4]) + bell(b[5], b[6], b[7])
    case .rat42: return b[0] / (1 + exp(b[1] - b[2] * x))
    case .roszman1: return b[0] - b[1] * x - atan(b[2] / (x - b[3])) / S(.pi)
    case .nelson: return b[0] - b[1] * x * exp(-b[2] * 200)
    case .enso:
      let year = wave(b[1], b[2], 12)
      let second = wave(b[4], b[5], b[3])
      let third = wave(b[7], b[8], b[6])
      return b[0] + year + second + third
    }
  }
}

/// model(xᵢ, b) − yᵢ.
struct CurveResiduals: VectorFunction, CustomStringConvertible {
  let model: CurveModel, predictors: [Double], responses: [Double]

  /// A fit that is right to between one digit and all of them: the better it is, the more of the model is
  /// cancelled.
  init(_ model: CurveModel, at b: [Double], _ generator: inout SeededGenerator) {
    self.model = model
    predictors = (0..<3).map { _ in
      generator.uniform(model.predictors.lowerBound, model.predictors.upperBound)
    }
    let closeness = pow(10, generator.uniform(-17, 0))
    responses = predictors.map { model($0, b) * (1 + closeness * generator.uniform(-1, 1)) }
  }

  var description: String { "\(model.rawValue), predictors \(predictors), responses \(responses)" }
  func callAsFunction<S: Scalar>(_ b: [S]) -> [S] { zip(predictors, responses).map { model($0, b) - S($1) } }
}

/// offset + scale · curve(x, b) − yᵢ: the data of an instrument with an offset and a unit.
struct InstrumentResiduals: VectorFunction, CustomStringConvertible {
  enum Curve: CaseIterable { case exponential, peak, rational, saturation, oscillation }
  let curve: Curve, offset: Double, scale: Double, predictors: [Double]
  private var responses: [Double]

  init(_ curve: Curve, at b: [Double], _ generator: inout SeededGenerator) {
    self.curve = curve
    offset = pow(10, generator.uniform(-2, 9)) * (generator.uniform() < 0.5 ? -1 : 1)
    scale = pow(10, generator.uniform(-8, 6))
    predictors = generator.uniforms(3, 0, 3)
    responses = [0, 0, 0]
    let values = self(b)
    responses = values.map { $0 * (1 + pow(10, generator.uniform(-17, 0)) * generator.uniform(-1, 1)) }
  }

  var description: String {
    "\(curve), offset \(offset), scale \(scale), predictors \(predictors), responses \(responses)"
  }

  func callAsFunction<S: Scalar>(_ b: [S]) -> [S] {
    zip(predictors, responses).map { x, y in
      let x = S(x)
      let shape: S =
        switch curve {
        case .exponential: exp(-b[0] * x) + b[1]
        case .peak: exp(-(x - b[0]) * (x - b[0]) / (b[1] * b[1]))
        case .rational: (b[0] + x) / (1 + b[1] * b[1] * x)
        case .saturation: x / (b[0] * b[0] + x) * b[1]
        case .oscillation: exp(-b[0] * x) * cos(b[1] * x)
        }
      return S(offset) + S(scale) * shape - S(y)
    }
  }
}
