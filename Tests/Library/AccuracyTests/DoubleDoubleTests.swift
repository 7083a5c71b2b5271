import Derivatives
import TestSupport
import Testing

/// The reference number itself, against constants that were computed elsewhere.
struct DoubleDoubleTests {
  @Test func functionsHave29Digits() throws {
    for (function, x, digits) in constants {
      let ours = function(x.map { DoubleDouble($0) })
      let expected = try #require(DoubleDouble(digits))
      let error = ((ours - expected) / expected).magnitude
      #expect(error < 1e-29, "\(function)(\(x)) is \(ours), should be \(digits): \(error)")
    }
  }

  @Test func decimalDigitsAreRead() throws {
    #expect(DoubleDouble("-12.5e-1") == -1.25)
    #expect(DoubleDouble("0") == 0)
    #expect(DoubleDouble("x") == nil)
    let tiny = try #require(DoubleDouble("3e-401"))
    #expect(((tiny * tiny * DoubleDouble._pow(10, 802) - 9) / 9).magnitude < 1e-29)
    #expect("\(tiny)".hasPrefix("3.0000000000000000") && "\(tiny)".hasSuffix("e-401"), "\(tiny)")
  }

  @Test func quotientsUndoProducts() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let a = DoubleDouble(generator.uniform(-1, 1), plus: 1e-17 * generator.uniform()) * ._pow(2, Int(generator.uniform(-3000, 3000)))
      let b = DoubleDouble(generator.uniform(-1, 1), plus: 1e-17 * generator.uniform()) * ._pow(2, Int(generator.uniform(-3000, 3000)))
      #expect(((a * b / b - a) / a).magnitude < 1e-31)
      #expect(((a + b - b - a) / (a.magnitude + b.magnitude)).magnitude < 1e-31)
      #expect(((DoubleDouble._sqrt(a * a) - a.magnitude) / a).magnitude < 1e-31)
    }
  }
}
