import Derivatives
import TestSupport
import Testing

/// Every function, order and mode against the reference of 31 digits. The numbers are in Docs/Accuracy.md.
struct AccuracyTests {
  @Test func everyFunctionHasABound() {
    let missing = Set(Elementary.allCases).subtracting(bounds.map(\.function)).subtracting([.root2, .root3])  // sqrt, cbrt
    #expect(missing.isEmpty)
    #expect(Set(bounds.map(\.function)).count == bounds.count)
    for bound in bounds where (bound.ulps.max() ?? 0) > 4 || !bound.termOrders.isEmpty {
      #expect(!bound.reason.isEmpty, "\(bound.function): a bound above 4 ulps needs a reason")
    }
  }

  @Test func errorsAreWithinTheirBounds() async {
    for row in await Survey.shared.value.rows {
      #expect(row.pointCount > 50, "\(row.function), order \(row.order): \(row.pointCount) points")
      row.expectWithinBounds("the seeded points")
    }
  }

  @Test(arguments: bounds.filter(\.isExact).map(\.function))
  func derivativesOfPiecewiseLinearFunctionsAreExact(_ function: Elementary) {
    for x in function.wholePoints() where function(x).isFinite {
      for order in 1...2 {
        for d in directions(order: order, argumentCount: x.count) {
          let truth = reference(function, x.map { DoubleDouble($0) }, d).value
          guard truth.double.isFinite else { continue }
          for (_, type, value) in function.everyMode(at: x, d) {
            #expect(value == truth.double, "\(type): \(function)\(x), direction \(d): \(value), should be \(truth)")
          }
        }
      }
    }
  }

  /// Two statements of every derivative: the rule table, run on 31 digits, and a collection of formulas.
  @Test(arguments: bounds.map(\.function))
  func rulesEqualTheClosedForms(_ function: Elementary) {
    // The rule holds a constant that is a `Double`; or, for atan, x² for 1 + x² from 1e8 on.
    let isRounded = [Elementary.exp2, .exp10, .log2, .log10, .sinPi, .cosPi, .atan, .erf, .erfc, .xlogx].contains(function)
    for order in 1...(function == .softmax || function == .cosine ? 2 : 3) {
      for x in function.wholePoints().enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
        let point = x.map { DoubleDouble($0) }
        for d in directions(order: order, argumentCount: x.count) {
          let truth = reference(function, point, d)
          let rule = function.nested(at: point, d)
          let scale = truth.largestTerm == 0 ? 1 : truth.largestTerm
          let error = ((rule - truth.value) / scale).magnitude
          let limit: DoubleDouble = isRounded ? 3e-16 : 1e-28
          #expect(error < limit, "\(function)\(x), direction \(d): the rule gives \(rule), the formula \(truth.value)")
        }
      }
    }
  }
}

extension Survey.Row {
  /// Every error is within the bound, and no first derivative is lost.
  func expectWithinBounds(_ points: String) {
    let bound = bounds.first { $0.function == function }!.ulps[order - 1]
    for (mode, worst) in worst {
      let name = "\(function), order \(order), \(mode)"
      #expect(worst.ulps <= bound, "\(name): \(worst.ulps) ulps, the bound is \(bound); \(worst.place); \(points)")
      #expect(worst.tiny <= max(bound, 1), "\(name): \(worst.tiny) least units, the bound is \(bound); \(worst.tinyPlace)")
      #expect(worst.falselyFinite.isEmpty, "\(name): should not be finite: \(worst.falselyFinite.first ?? "")")
    }
    #expect(lost.isEmpty, "\(function): a first derivative is lost: \(lost.first ?? "")")
  }
}
