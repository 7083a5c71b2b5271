import Derivatives
import TestSupport
import Testing

private let arguments: [Double] = [
  0.0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1, -1, 0.5, 2, 3, 1e308, -1e308, .infinity, -.infinity, .nan,
]
private let fewArguments: [Double] = [0.0, -0.0, 1, -2, .infinity, -.infinity, .nan]

/// Every combination of special arguments; a seeded choice of them for functions of many.
private func points(_ count: Int) -> [[Double]] {
  switch count {
  case 1: return arguments.map { [$0] }
  case 2: return arguments.flatMap { x in arguments.map { [x, $0] } }
  case 3: return fewArguments.flatMap { x in fewArguments.flatMap { y in fewArguments.map { [x, y, $0] } } }
  default:
    var generator = SeededGenerator(seed: 7)
    return (0..<400).map { _ in (0..<count).map { _ in fewArguments[Int(generator.next() % 7)] } }
  }
}

private enum Agreement: Comparable { case same, notANumberBesideANumber, different }

private func agreement(_ answers: [ModeAnswer], _ k: Int, _ rounding: Double) -> Agreement {
  let numbers = answers.map { $0.entries[k] }.filter { !$0.isNaN }
  let scale = answers.flatMap(\.entries).filter(\.isFinite).map(\.magnitude).max() ?? 0
  for x in numbers {
    for y in numbers where x != y && !((x - y).magnitude <= 1e-12 * scale + rounding) { return .different }
  }
  return numbers.isEmpty || numbers.count == answers.count ? .same : .notANumberBesideANumber
}

/// Fails where two modes give different numbers; says whether one gave NaN where another gave a number.
private func hasNaNBesideANumber<F: ScalarFunction>(
  _ f: F, _ points: [[Double]], rounding: Double = 0x1p-1063, _ derivatives: (F, [Double]) -> [ModeAnswer]
) -> Bool {
  var found = false
  for x in points {
    let answers = derivatives(f, x)
    for k in answers[0].entries.indices {
      let agreement = agreement(answers, k, rounding)
      if agreement == .notANumberBesideANumber { found = true }
      if agreement == .different {
        Issue.record("\(f) at \(x), entry \(k): \(answers.map { "\($0.mode) \($0.entries[k])" }.joined(separator: ", "))")
      }
    }
  }
  return found
}

/// Where no factor of a program over- or underflows that its result does not: that happens in one order of the factors and not in another.
private func isOrdinary(_ x: [Double]) -> Bool { x.allSatisfy { $0 == 0 || !$0.isFinite || (1e-300...1e300).contains($0.magnitude) } }

/// Every function and operation at every combination of special arguments, in every mode, at first and second order.
@Suite struct EdgesAgreementTests {
  /// Every function of the rule table has one first derivative, NaN for NaN and ∞ for ∞, in every mode.
  @Test(arguments: Elementary.allCases.filter { $0 != .clamp })
  func functionsHaveOneFirstDerivativeInEveryMode(_ function: Elementary) {
    #expect(!hasNaNBesideANumber(function, points(function.argumentCount), firstDerivatives))
  }

  /// And one second derivative; these have factors that are functions, and products of them with 0·∞.
  @Test(arguments: Elementary.allCases.filter { $0 != .clamp })
  func functionsHaveOneSecondDerivativeInEveryMode(_ function: Elementary) {
    let points = points(function.argumentCount).filter { !$0.contains(where: \.isNaN) }
    // Of terms that overflow and cancel, ∞ − ∞, a fused product is finite, so that one mode gives ∞ and another NaN.
    let hasProducts: [Elementary] = [.cosine, .pow] + (roundsProductsOnce ? [.atan2] : [])
    #expect(hasNaNBesideANumber(function, points, secondDerivatives) == hasProducts.contains(function))
  }

  /// xʸ at a negative x has no slope in y, and that none in x: not 0, the slope of a constant, in any order of the arguments.
  @Test(arguments: [[-1.5, 2.0], [-2, 3], [-0.25, -1], [-3, 0]])
  func mixedDerivativesOfThePowerOfANegativeNumberAreNaN(_ x: [Double]) {
    for answer in secondDerivatives(Elementary.pow, x) {
      for (k, entry) in answer.entries.enumerated() where k == 1 || k == 2 {
        #expect(entry.isNaN, "\(answer.mode) gives \(entry) for entry \(k) at \(x)")
      }
    }
  }

  /// At NaN a mode may give NaN or the number of a formula that is linear; no two give different numbers.
  @Test(arguments: Elementary.allCases.filter { $0 != .clamp })
  func secondDerivativesAtNaNAreNoDifferentNumbers(_ function: Elementary) {
    _ = hasNaNBesideANumber(function, points(function.argumentCount).filter { $0.contains(where: \.isNaN) }, secondDerivatives)
  }

  /// Programs with products: forward mode may give NaN where reverse mode gives a number, never another number.
  @Test(arguments: Operation.allCases)
  func programsHaveNoTwoDerivatives(_ operation: Operation) {
    let points = points(operation.argumentCount).filter(isOrdinary)
    let first = hasNaNBesideANumber(operation, points, rounding: 1e-15, firstDerivatives)  // terms of size 1 cancel
    let second = hasNaNBesideANumber(operation, points, rounding: 1e-15, secondDerivatives)
    #expect(operation.hasInfiniteFactors || !first && !second)
  }
}

extension Operation {
  /// A product in which a factor may be infinite: the one thing that forward mode does not select in.
  fileprivate var hasInfiniteFactors: Bool {
    switch self {
    case .times, .over, .square, .twice, .times0, .normSquared, .hypotSquared, .absSquared, .rootPlusSquared, .rootOfProduct,
      .rootOfSquares, .hadamard, .matrixVector, .polynomial, .softmaxSecond:
      true
    default: false
    }
  }
}
