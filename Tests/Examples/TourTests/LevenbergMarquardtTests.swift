import Derivatives
import TestSupport
import Testing

@testable import tour

/// The fitter on functions whose minima are known by hand.
struct LevenbergMarquardtTests {
  @Test func straightLineIsFittedExactly() {
    struct Line: VectorFunction {
      func callAsFunction<S: Scalar>(_ b: [S]) -> [S] {
        (0..<5).map { i -> S in
          let t = S(Double(i))
          return b[0] + b[1] * t - (3 + 2 * t)
        }
      }
    }
    let fit = leastSquares(from: [0, 0], of: Line())
    #expect(Deviation(fit.parameters, [3, 2], scale: 1).size <= 1e-15)
    #expect(fit.degreesOfFreedom == 3)
  }

  @Test func rosenbrockIsSolved() {
    let fit = leastSquares(from: [-1.2, 1], of: RosenbrockSystem())
    #expect(fit.parameters == [1, 1], "\(fit)")
    #expect(fit.sumOfSquares == 0)
  }

  /// The logarithm is NaN for b < 0, and the full step from b ends at b (2 − log b): below 0 from b > e².
  @Test(arguments: [0.01, 6, 100, 1e6])
  func stepsOutOfTheDomainAreRejected(_ start: Double) {
    struct Logarithm: VectorFunction {
      func callAsFunction<S: Scalar>(_ b: [S]) -> [S] { [log(b[0]) - 1] }
    }
    let fit = leastSquares(from: [start], of: Logarithm())
    #expect(relativeError(fit.parameters[0], 2.718281828459045) <= 1e-15, "from \(start): \(fit)")
  }

  @Test func aStartOutsideOfTheDomainIsReported() {
    struct Root: VectorFunction {
      func callAsFunction<S: Scalar>(_ b: [S]) -> [S] { [sqrt(b[0]), b[0] - 1] }
    }
    let fit = leastSquares(from: [-1], of: Root())
    #expect(fit.reason == .notFinite)
    #expect(fit.parameters == [-1])
  }

  /// Only the sum of the parameters matters: the fit ends, and says that it cannot know their deviations.
  @Test func dependentParametersHaveNoStandardDeviation() {
    struct Sum: VectorFunction {
      func callAsFunction<S: Scalar>(_ b: [S]) -> [S] {
        (1...4).map { i -> S in
          let t = S(Double(i))
          return t * (b[0] + b[1]) - t * t
        }
      }
    }
    let fit = leastSquares(from: [1, 1], of: Sum())
    #expect(abs(fit.parameters[0] + fit.parameters[1] - 100 / 30) <= 1e-14, "\(fit)")
    #expect(fit.standardDeviations.allSatisfy { !($0 < 1e6) }, "\(fit)")
  }

  @Test func factorsGiveBackTheMatrix() {
    var generator = SeededGenerator(seed: 3)
    let columns = (0..<4).map { _ in generator.uniforms(7) }
    let b = generator.uniforms(7)
    let factors = PivotedQR(columns: columns, b)
    // Aᵀ(A p + b) = 0 at the minimiser p
    let p = factors.minimizer
    let rest = b.indices.map { i in b[i] + columns.indices.reduce(0) { $0 + columns[$1][i] * p[$1] } }
    for column in columns { #expect(abs(dot(column, rest)) <= 1e-15 * 7, "\(generator)") }
    #expect(relativeError(norm(factors.image(of: p)), norm(zip(rest, b).map { $0 - $1 })) <= 1e-14, "\(generator)")
    let gradient = columns.map { dot($0, b) }
    #expect(Deviation(factors.gradient, gradient, scale: largest(gradient)).size <= 1e-14, "\(generator)")
  }

  @Test func numbersAreWrittenWithTheirDigits() {
    let cases: [(Double, Int, String)] = [
      (238.94212918, 11, "238.94212918"), (0.00055015643181, 5, "0.00055016"), (9.99996, 5, "10.000"), (-1.5e-9, 3, "-1.50e-9"),
      (1315.8222432, 5, "1315.8"), (0, 3, "0.0"), (6.02e23, 3, "6.02e23"), (0.5, 2, "0.50"), (123, 3, "1.23e2"),
    ]
    for (number, digits, text) in cases { #expect(number.formatted(digits: digits) == text) }
    #expect(10.35.rounded(places: 1) == "10.4")
    #expect((-0.04).rounded(places: 2) == "-0.04")
  }
}
