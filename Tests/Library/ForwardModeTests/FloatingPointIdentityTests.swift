import Derivatives
import TestSupport
import Testing

/// What `FloatingPoint`, `Strideable` and `SignedNumeric` ask, and what they give by default, has the value that it has for `Double`.
struct FloatingPointIdentityTests {
  static func formulas<F: FloatingPoint>(_ x: F, _ y: F, _ z: F) -> [F] where F.Stride == F {
    var results = [x + y, x - y, x * y, x / y, +x, -x, x.squareRoot(), z.addingProduct(x, y)]
    results += [x.remainder(dividingBy: y), x.truncatingRemainder(dividingBy: y), x.advanced(by: y), x.distance(to: y)]
    results += [F.minimum(x, y), F.maximum(x, y), F.minimumMagnitude(x, y), F.maximumMagnitude(x, y), F(signOf: x, magnitudeOf: y)]
    results += [x.magnitude, x.nextUp, x.nextDown, x.ulp, x.significand, x.rounded()]
    let rules: [FloatingPointRoundingRule] = [.up, .down, .towardZero, .awayFromZero, .toNearestOrEven, .toNearestOrAwayFromZero]
    results += rules.map { x.rounded($0) }
    if x.isFinite { results.append(F(sign: x.sign, exponent: x.exponent, significand: x.significand)) }
    let changes: [(inout F) -> Void] = [
      { $0 += y }, { $0 -= y }, { $0 *= y }, { $0 /= y }, { $0.negate() }, { $0.formSquareRoot() }, { $0.addProduct(y, z) },
      { $0.formRemainder(dividingBy: y) }, { $0.formTruncatingRemainder(dividingBy: y) }, { $0.round() }, { $0.round(.up) },
    ]
    for change in changes {
      var changed = x
      change(&changed)
      results.append(changed)
    }
    return results
  }

  private static func argument(_ generator: inout SeededGenerator) -> Double {
    let special: [Double] = [0, -0.0, 1, -1, 0.5, 2.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.greatestFiniteMagnitude]
    switch generator.next() % 3 {
    case 0: return Double(bitPattern: generator.next())
    case 1: return generator.uniform(-9, 9)
    default: return special[Int(generator.next() % UInt64(special.count))]
    }
  }

  @Test func theValueOfADualIsThePlainNumber() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<4000 {
      let x = (0..<3).map { _ in Self.argument(&generator) }
      let plain = Self.formulas(x[0], x[1], x[2])
      func values<T: Tangent>(_ tangent: T) -> [Double] where T.Base == Double {
        let x = x.map { Dual($0, tangent: tangent) }
        return Self.formulas(x[0], x[1], x[2]).map(\.value)
      }
      let nested = x.map { Dual(Dual($0, tangent: 1.0), tangent: Dual(0.5, tangent: 2)) }
      let results = [
        ("Dual<Double>", values(1.0)), ("Dual<Lanes4>", values(Lanes4.unit(3))), ("Dual<Lanes8>", values(Lanes8.unit(3))),
        ("Dual<Lanes16>", values(Lanes16.unit(3))),
        ("Dual<Dual<Double>>", Self.formulas(nested[0], nested[1], nested[2]).map(\.value.value)),
      ]
      for (type, values) in results {
        #expect(values.count == plain.count)
        for i in plain.indices where !isIdentical(values[i], plain[i]) {
          Issue.record("formula \(i) at \(x), \(type): \(values[i]), the plain number is \(plain[i]); \(generator)")
        }
      }
    }
  }
}
