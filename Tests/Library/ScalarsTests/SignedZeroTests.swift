import Derivatives
import TestSupport
import Testing

/// The sign of a zero counts in a value. Formulas with a zero that the optimiser knows: in tangents it leaves such a zero out.
private func formulas<S: Scalar>(_ x: S) -> [S] {
  [
    x + 0, 0 + x, x - 0, 0 - x, -x, x * 0, 0 * x, (x + 0) - (x - 0), -(0 - x), S.zero + x, S.zero - x, -S.zero,
    atan2(x + 0, -1), atan2(0 - x, -1), 1 / (x + 0), 1 / (0 - x), 1 / -x, copysign(1, x + 0), copysign(1, 0 - x),
    multiplyAdd(x, 0, 0), sum([x, 0]), sum([0, x]), dot([x, 0], [1, 1]), sqrt(x + 0), x / 1 + 0,
  ]
}

@Suite struct SignedZeroTests {
  static let points: [Double] = [
    0.0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1, -1, 1e308, -1e308, .infinity, -.infinity,
  ]

  @Test(arguments: points) func pointsAreThePlainNumbersAtSignedZeros(_ x: Double) {
    let plain = formulas(x)
    let points = formulas(Points8(SIMD8(1, x, -1, x, 2, 3, x, x)))
    let types: [(String, [Double])] = [
      ("Points8", points.map { $0.values[1] }),
      ("Dual<Points8>", formulas(Dual(Points8(x), tangent: 1)).map { $0.value.values[7] }),
      ("Dual<Double>", formulas(Dual(x, tangent: 1)).map(\.value)),
      ("Dual<Lanes8>", formulas(Dual(x, tangent: Lanes8.unit(2))).map(\.value)),
      ("Dual<Dual<Double>>", formulas(Dual(Dual(x, tangent: 1), tangent: 1)).map(\.value.value)),
      ("Adjoint<Double>", valueWithPullback(at: [x]) { formulas($0[0]) }.value),
      ("Adjoint<Points8>", valueWithPullback(at: [Points8(x)]) { formulas($0[0]) }.value.map { $0.values[3] }),
      ("Adjoint<Dual<Double>>", valueWithPullback(at: [Dual(x, tangent: 1)]) { formulas($0[0]) }.value.map(\.value)),
    ]
    for (type, values) in types {
      for (i, (value, expected)) in zip(values, plain).enumerated() where !isIdentical(value, expected) {
        Issue.record("formula \(i) at \(x): \(type) gives \(value), the plain number \(expected)")
      }
    }
  }

  /// A rule adds a zero to make the end of a domain +0: √′ and log′ at −0 are +∞.
  @Test func rulesOfPointsKeepTheSignOfTheirPoles() {
    for x in [0.0, -0.0] {
      let point = Points8(x)
      func slope(_ f: (Adjoint<Points8>) -> Adjoint<Points8>) -> Points8 { gradient(at: [point]) { f($0[0]) }[0] }
      let slopes: [Points8] = [
        slope { sqrt($0) }, slope { log($0) }, slope { log2($0) }, slope { root($0, 4) }, sqrt(Dual(point, tangent: 1)).tangent,
      ]
      for slope in slopes { #expect(slope.values == SIMD8(repeating: .infinity), "at \(x): \(slope)") }
    }
  }
}
