import Derivatives
import TestSupport
import Testing

/// Forward mode against the formulas of a collection of formulas, at points where those do not cancel.
struct ElementaryDerivativeTests {
  /// Inside of the domain, away from zeros of the derivatives and from kinks.
  static func points(of function: Elementary) -> [Double] {
    let domain = function.domains[0]
    return [0.17, 0.38, 0.69, 0.91].map { domain.lowerBound + $0 * (domain.upperBound - domain.lowerBound) }
  }

  @Test(arguments: Elementary.unary)
  func derivativeIsTheClosedForm(_ function: Elementary) {
    for x in Self.points(of: function) {
      let ours = derivative(at: x) { function([$0]) }
      let formula = closedForm(function, x).first
      #expect(ulps(ours, formula) <= 8, "\(function)′(\(x)) is \(ours), the formula gives \(formula): \(ulps(ours, formula)) ulps")
    }
  }

  @Test(arguments: Elementary.unary)
  func secondDerivativeByNestingIsTheClosedForm(_ function: Elementary) {
    for x in Self.points(of: function) {
      let ours = derivative(at: x) { x in derivative(at: x) { function([$0]) } }
      let formula = closedForm(function, x).second
      #expect(ulps(ours, formula) <= 32, "\(function)″(\(x)) is \(ours), the formula gives \(formula): \(ulps(ours, formula)) ulps")
    }
  }

  /// (f(3x + x²))′ = f′(3x + x²) (3 + 2x): the inner derivative is neither forgotten nor applied twice.
  @Test(arguments: Elementary.unary)
  func chainRuleHoldsForAnInnerFunction(_ function: Elementary) {
    for target in Self.points(of: function) {
      guard target > -2.2 else { continue }
      let x = (-3 + (9 + 4 * target).squareRoot()) / 2
      let inner = 3 * x + x * x
      let ours = derivative(at: x) { x in function([3 * x + x * x]) }
      let expected = derivative(at: inner) { function([$0]) } * (3 + 2 * x)
      #expect(ulps(ours, expected) <= 2, "\(function)(3x + x²)′ at \(x) is \(ours), should be \(expected)")
    }
  }

  @Test(arguments: Elementary.allCases.filter { $0.argumentCount > 1 })
  func partialDerivativesAreTheClosedForm(_ function: Elementary) {
    var generator = SeededGenerator(seed: 31)
    for x in function.points(20, &generator) {
      let deviation = Deviation(function.forward(at: x), closedFormPartials(function, x), scale: largest(closedFormPartials(function, x)))
      #expect(deviation.size <= 1e-15, "\(function) at \(x), \(generator), \(deviation)")
    }
  }

  /// d/dt f(g(t), h(t)) = ∂₁f g′ + ∂₂f h′.
  @Test(arguments: Elementary.allCases.filter { $0.argumentCount == 2 })
  func chainRuleHoldsForTwoArguments(_ function: Elementary) {
    var generator = SeededGenerator(seed: 32)
    for x in function.points(20, &generator) {
      let partials = function.forward(at: x)
      let ours = derivative(at: 0.0) { t in function([x[0] + 2 * t, x[1] - 5 * t]) }
      let expected = 2 * partials[0] - 5 * partials[1]
      let scale = 2 * partials[0].magnitude + 5 * partials[1].magnitude
      #expect((ours - expected).magnitude <= 4e-16 * scale, "\(function) at \(x), \(generator): \(ours), should be \(expected)")
    }
  }

  /// Two arguments of which one is constant: the other's partial alone, whatever the constant's would be.
  @Test(arguments: Elementary.allCases.filter { $0.argumentCount == 2 })
  func constantArgumentContributesNothing(_ function: Elementary) {
    var generator = SeededGenerator(seed: 33)
    for x in function.points(20, &generator) {
      let partials = function.forward(at: x)
      let first = derivative(at: x[0]) { function([$0, Dual(constant: x[1])]) }
      let second = derivative(at: x[1]) { function([Dual(constant: x[0]), $0]) }
      #expect(isIdentical(first, partials[0]), "\(function) at \(x), \(generator): first argument \(first), should be \(partials[0])")
      #expect(isIdentical(second, partials[1]), "\(function) at \(x), \(generator): second argument \(second), should be \(partials[1])")
    }
  }
}
