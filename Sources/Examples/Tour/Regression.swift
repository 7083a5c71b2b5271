import Derivatives

/// A data set and the model that is fitted to it.
struct Regression: Sendable {
  let data: DataSet
  /// What is fitted: the responses, or their image under a transformation.
  let responses: [Double]
  /// r(b): one number an observation.
  let residuals: @Sendable ([Double]) -> [Double]
  /// r(b) and its Jacobian: one row an observation, one column a parameter.
  let evaluation: @Sendable ([Double]) -> JacobianEvaluation
  /// The fit that starts at the given parameters.
  let fit: @Sendable ([Double]) -> Fit

  /// - Parameters:
  ///   - resource: The data set's file.
  ///   - model: The model of the responses, or of their image under `transform`.
  init<M: Model>(_ resource: [UInt8], _ model: M, transform: (Double) -> Double = { $0 }) {
    let data = DataSet(resource)
    let responses = data.responses.map(transform)
    let function = Residuals(model: model, predictors: data.predictors, responses: responses)
    self.data = data
    self.responses = responses
    residuals = { function($0) }
    evaluation = { valueWithJacobian(at: $0, of: function) }
    fit = { leastSquares(from: $0, of: function) }
  }

  /// All of them, from easy to hard as NIST ranks them.
  static let all: [Regression] = [
    Regression(PackageResources.Misra1a_txt, ExponentialRise()),
    Regression(PackageResources.Chwirut2_txt, UltrasonicResponse()),
    Regression(PackageResources.Chwirut1_txt, UltrasonicResponse()),
    Regression(PackageResources.Lanczos3_txt, ThreeExponentials()),
    Regression(PackageResources.Gauss1_txt, TwoBells()),
    Regression(PackageResources.DanWood_txt, PowerLaw()),
    Regression(PackageResources.Misra1b_txt, InverseSquareRise()),
    Regression(PackageResources.Kirby2_txt, QuadraticQuotient()),
    Regression(PackageResources.Nelson_txt, InsulationAgeing(), transform: { log($0) }),
    Regression(PackageResources.MGH17_txt, TwoExponentials()),
    Regression(PackageResources.Misra1c_txt, InverseRootRise()),
    Regression(PackageResources.Roszman1_txt, QuantumDefect()),
    Regression(PackageResources.ENSO_txt, SouthernOscillation()),
    Regression(PackageResources.MGH09_txt, EnzymeReaction()),
    Regression(PackageResources.BoxBOD_txt, ExponentialRise()),
    Regression(PackageResources.Rat42_txt, LogisticGrowth()),
  ]
}
