import TestSupport
import Testing

@testable import tour

/// The sixteen reference regressions, against NIST's certified answers. The data are resources of the tour, so nothing is skipped.
struct FitTests {
  /// From both starting points every fit reproduces what 11 printed digits can confirm: half a unit of the last one is a relative error
  /// of up to 5·10⁻¹¹, and 10.3 digits.
  @Test("all digits of all certified values are reproduced, from both starts", arguments: Regression.all)
  func certifiedValuesAreReproduced(_ regression: Regression) {
    let data = regression.data
    for (number, start) in data.starts.enumerated() {
      let fit = regression.fit(start)
      let name = "\(data.name) from start \(number + 1)"
      #expect(fit.reason == .flat || fit.reason == .orthogonal, "\(name): \(fit.reason.rawValue)")
      let results = [
        ("parameters", fit.parameters, data.certifiedParameters),
        ("standard deviations", fit.standardDeviations, data.certifiedDeviations),
        ("sum of squares", [fit.sumOfSquares], [data.certifiedSumOfSquares]),
      ]
      for (what, found, certified) in results {
        let digits = agreeingDigits(found, certified)
        #expect(digits >= 10.3, "\(name): \(what) agree to \(digits) digits: \(found), certified \(certified)")
      }
    }
  }

  @Test func everyDataSetIsComplete() {
    #expect(Regression.all.count == 16)
    for data in Regression.all.map(\.data) {
      #expect(data.starts.allSatisfy { $0.count == data.certifiedParameters.count }, "\(data.name)")
      #expect(data.certifiedDeviations.count == data.certifiedParameters.count, "\(data.name)")
      #expect(data.predictors.allSatisfy { $0.count == data.columns.count - 1 }, "\(data.name)")
      #expect(data.responses.count > data.certifiedParameters.count, "\(data.name)")
    }
  }
}

extension Regression: CustomTestStringConvertible {
  public var testDescription: String { data.name }
}
