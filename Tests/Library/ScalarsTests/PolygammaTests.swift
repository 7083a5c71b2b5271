import Derivatives
import TestSupport
import Testing

/// ψ and its derivatives, against constants of the literature and arithmetic with 60 digits.
struct PolygammaTests {
  static let references: [(order: Int, x: Double, value: Double)] = [
    (0, 1, -0.5772156649015329),  // −γ
    (0, 0.5, -1.9635100260214235),  // −γ − 2 log 2
    (0, 2, 0.42278433509846713), (0, 10, 2.251752589066721), (0, 0.1, -10.423754940411076), (0, 1e-05, -100000.57719921567),
    (0, 100.5, 4.605174352581845), (0, 1e10, 23.025850929890456), (0, -3.7, -0.8450768588704194), (0, -0.001, 999.4211381978913),
    (1, 1, 1.6449340668482264),  // π²/6
    (1, 0.5, 4.934802200544679),  // π²/2
    (1, 3, 0.39493406684822646), (1, 20, 0.05127082293520312), (1, -0.5, 8.934802200544679), (1, -2.3, 14.725912160961292),
    (1, 0.01, 10001.621213528313), (1, 1e8, 1.000000005e-08),
    (2, 1, -2.4041138063191885),  // −2 ζ(3)
    (2, 0.5, -16.82879664423432), (2, 7.5, -0.020305252536644666), (2, -1.5, -0.2362040516417274), (2, -0.3, 67.63908119988317),
    (3, 1, 6.493939402266829),  // π⁴/15
    (3, 0.5, 97.40909103400244), (3, -2.5, 194.74787621918762), (3, 30, 7.78600366473613e-05),
    (5, 1, 122.0811674381339), (5, 2.5, 0.5785691785671835), (5, -0.7, 165654.82926950054),
  ]

  @Test func valuesAreTheKnownOnes() {
    for (n, x, value) in Self.references {
      let ours = polygamma(n, x)
      #expect(relativeError(ours, value) <= 4e-15, "ψ⁽\(n)⁾(\(x)) is \(ours), should be \(value)")
      #expect(relativeError(Double(polygamma(n, Float(x))), polygamma(n, Double(Float(x)))) <= 6e-8, "ψ⁽\(n)⁾(\(x)) as Float")
    }
    #expect((digamma(-0.5) - 0.03648997397857652).magnitude <= 1e-15, "a difference of larger numbers")
  }

  @Test func polesAreLimitsWhereBothSidesOrTheSignOfZeroAgree() {
    for x in [0, -0.0, -1, -2, -100] as [Double] { for n in [1, 3] { #expect(polygamma(n, x) == .infinity, "ψ⁽\(n)⁾(\(x))") } }
    for n in [0, 2, 4] {
      #expect(polygamma(n, 0.0) == -.infinity && polygamma(n, -0.0) == .infinity, "ψ⁽\(n)⁾(±0)")
      for x in [-1, -2, -100] as [Double] { #expect(polygamma(n, x).isNaN, "ψ⁽\(n)⁾(\(x))") }
    }
    for n in 0...4 { #expect(polygamma(n, Double.nan).isNaN && polygamma(n, -Double.infinity).isNaN) }
    #expect(digamma(Double.infinity) == .infinity && polygamma(1, Double.infinity) == 0)
  }

  /// ψ⁽ⁿ⁾(x + 1) = ψ⁽ⁿ⁾(x) + (−1)ⁿ n!/xⁿ⁺¹.
  @Test func recurrenceHolds() {
    var generator = SeededGenerator(seed: 21)
    var factorial = 1.0
    for n in 0...6 {
      if n > 0 { factorial *= Double(n) }
      for _ in 0..<50 {
        let x = generator.uniform(-5, 30)
        let step = (n % 2 == 0 ? 1 : -1) * factorial / pow(x, n + 1)
        let (left, right) = (polygamma(n, x + 1), polygamma(n, x) + step)
        let scale = left.magnitude + step.magnitude
        // near a pole the argument's own rounding is felt: x + 1 is not exact
        let distance = (x - x.rounded()).magnitude
        #expect((left - right).magnitude <= 1e-14 * scale / distance, "order \(n), x = \(x), \(generator): \(left), \(right)")
      }
    }
  }
}
