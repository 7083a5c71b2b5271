import Derivatives
import TestSupport
import Testing

@testable import tour

/// Values and Jacobians of the sixteen models at three points, against 80-digit differences.
@Suite("Model Jacobians", .enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
struct ModelJacobianTests {
  struct Reference: Decodable {
    struct Point: Decodable {
      let at: String
      let modelValues: [Double]
      let jacobian: [[Double]]
      enum CodingKeys: String, CodingKey {
        case at
        case modelValues = "model_values"
        case jacobian = "jacobian_of_model"
      }
    }
    let derivatives: [Point]
  }

  @Test("Jacobians agree to 1e-12 of the largest entry of each column", arguments: Regression.all)
  func jacobiansAgree(_ regression: Regression) throws {
    let data = regression.data
    let reference: Reference = try TruthFile(path: "nist_nonlinear/\(data.name).json").decoded()
    let points = ["start1": data.starts[0], "start2": data.starts[1], "certified": data.certifiedParameters]
    #expect(reference.derivatives.count == 3)
    for point in reference.derivatives {
      let b = try #require(points[point.at])
      let evaluation = regression.evaluation(b)
      for j in b.indices {
        let truth = point.jacobian.map { $0[j] }
        let deviation = Deviation(evaluation.jacobian.column(j), truth, scale: largest(truth)) { "observation \($0), parameter \(j)" }
        #expect(deviation.size <= 1e-12, "\(data.name) at \(point.at), \(deviation)")
      }
      // r = model − y, and the truth has the model: both are compared as residuals, relative to the larger of model and response.
      let residuals = zip(point.modelValues, regression.responses).map { $0 - $1 }
      let scale = max(largest(point.modelValues), largest(regression.responses))
      let deviation = Deviation(evaluation.value, residuals, scale: scale) { "residual \($0)" }
      #expect(deviation.size <= 1e-12, "\(data.name) at \(point.at), \(deviation)")
    }
  }
}
