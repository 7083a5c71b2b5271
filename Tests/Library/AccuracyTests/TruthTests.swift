import TestSupport
import Testing

/// Against reference values that no one on the project wrote.
@Suite(.enabled(if: Truth.isPresent, "\(Truth.skipped)"))
struct TruthTests {
  @Test(arguments: truthFiles)
  func derivativesAreWithinTheirBounds(_ file: String) throws {
    let survey = try TruthSurvey(file)
    #expect(survey.pointCount > 20 && survey.entryCount >= 2 * survey.pointCount)
    for failure in survey.failures { Issue.record("\(failure)") }
  }

  @Test func everyFileIsRead() throws {
    #expect(Truth.files(in: "functions").count == truthFiles.count)
    #expect(try truthFiles.reduce(0) { try $0 + TruthSurvey($1).pointCount } == 911)
  }
}
