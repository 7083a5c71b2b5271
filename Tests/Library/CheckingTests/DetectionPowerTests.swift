import Derivatives
import Foundation
import TestSupport
import Testing

/// What share of planted errors is found, over the size of the error and the kind of the function.
///
/// `CHECKER_POWER=100 swift test -c release --filter DetectionPowerTests` prints the table, with as many
/// draws of each function.
@Suite struct DetectionPowerTests {
  /// Functions of a kind, and what is found at least of errors of 10⁻¹, …, 10⁻⁶: the rest drowns in their
  /// noise.
  static let groups: [(name: String, families: [RightFunction.Family], atLeast: [Double])] = [
    (
      "elementary functions", [Elementary.exp, .sin, .logGamma, .pow, .atan2, .norm].map { .elementary($0) },
      [1, 1, 1, 1, 1, 1]
    ),
    ("fits of NIST's models", CurveModel.allCases.map { .curve($0) }, [0.95, 0.95, 0.95, 0.95, 0.95, 0.95]),
    (
      "fits with an offset", InstrumentResiduals.Curve.allCases.map { .instrument($0) },
      [0.9, 0.9, 0.9, 0.85, 0.85, 0.8]
    ),
    (
      "cancelled terms",
      [
        .hugeConstant, .hugeConstantInSum, .hugeFunction, .expandedPower, .variance, .nearlySingular,
        .sumOfSines,
      ].map { .awkward($0) },
      [0.9, 0.85, 0.8, 0.75, 0.75, 0.7]
    ),
    ("noise and stairs", [.stairs, .scatter, .truncatedSeries].map { .awkward($0) }, [1, 1, 1, 1, 1, 0.95]),
    (
      "kinks",
      [.absolute, .maximum, .clamped, .hinge, .branch, .jump, .fmodulo, .rounding].map { .awkward($0) },
      [0.8, 0.8, 0.8, 0.8, 0.8, 0.8]
    ),
    (
      "tiny and huge inputs",
      [.product, .quotient, .root, .logarithm, .saturating, .polynomialAtZero, .hypotenuse].map {
        .awkward($0)
      },
      [0.9, 0.9, 0.9, 0.9, 0.9, 0.9]
    ),
    ("solvers", [.newton, .fixedPoint, .bisection, .euler].map { .awkward($0) }, [1, 1, 1, 1, 1, 0.95]),
    ("rows of all scales", [.awkward(.rowsOfAllScales)], [1, 1, 1, 1, 1, 1]),
  ]

  @Test func plantedErrorsAreFoundWhereNoiseAllows() {
    let wanted = ProcessInfo.processInfo.environment["CHECKER_POWER"].flatMap { Int($0) }
    for group in Self.groups {
      var row = ""
      for (k, least) in group.atLeast.enumerated() {
        let size = (0...k).reduce(1.0) { power, _ in power / 10 }
        var (found, planted) = (0, 0)
        for (number, family) in group.families.enumerated() {
          for draw in 0..<(wanted ?? max(1, 8 / group.families.count)) {
            var generator = SeededGenerator(seed: UInt64(1_000_000 * k + 1000 * number + draw))
            let function = family.draw(&generator)
            planted += 1
            if !function.check(1 + size).isRight { found += 1 }
          }
        }
        let share = Double(found) / Double(planted)
        row += " | \((share * 1000).rounded() / 1000)"
        if wanted == nil {
          #expect(share >= least - 0.2, "\(group.name), error \(size): \(found) of \(planted) found")  // a small draw
        } else {
          #expect(share >= least, "\(group.name), error \(size): \(found) of \(planted) found")
        }
      }
      if wanted != nil { print("\(group.name)\(row)") }
    }
  }
}
