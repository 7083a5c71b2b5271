import Derivatives
import TestSupport
import Testing

/// Promise: the value part of a number is what the plain run gives, bit for bit.
struct ValueIdentityTests {
  static let specialPoints: [Double] = [0, -0.0, 1, -1, 0.5, 2, -3, 1e300, -1e300, 0x1p-1030, .infinity, -.infinity, .nan]

  static func expectIdentical(_ function: Elementary, at x: [Double], _ seed: String) {
    let plain = function(x)
    for (type, value) in function.values(at: x) where !isIdentical(value, plain) {
      Issue.record("\(function)(\(x)): the value of \(type) is \(value), the plain number \(plain); \(seed)")
    }
  }

  @Test(arguments: Elementary.allCases)
  func valueIsThePlainNumber(_ function: Elementary) {
    var generator = SeededGenerator(seed: 20_260_101)
    for x in function.points(100, &generator) { Self.expectIdentical(function, at: x, "\(generator)") }
  }

  @Test(arguments: Elementary.allCases.filter { $0 != .clamp })
  func valueIsThePlainNumberAtSpecialPoints(_ function: Elementary) {
    var generator = SeededGenerator(seed: 5)
    for special in Self.specialPoints {
      for j in 0..<function.argumentCount {
        var x = function.points(1, &generator)[0]
        x[j] = special
        Self.expectIdentical(function, at: x, "\(generator)")
      }
      Self.expectIdentical(function, at: [Double](repeating: special, count: function.argumentCount), "all equal")
    }
  }

  @Test(arguments: Elementary.allCases)
  func valueIsThePlainFloat(_ function: Elementary) {
    var generator = SeededGenerator(seed: 20_260_102)
    for point in function.points(100, &generator) {
      let x = point.map { Float($0) }
      let plain = function(x)
      for (type, value) in function.values(at: x) where value.bitPattern != plain.bitPattern && !(value.isNaN && plain.isNaN) {
        Issue.record("\(function)(\(x)): the value of \(type) is \(value), the plain number \(plain); \(generator)")
      }
    }
  }

  /// Arithmetic, quotients above all: a/b, never a·(1/b).
  @Test func arithmeticHasThePlainValue() {
    func formulas<S: Scalar>(_ x: [S]) -> [S] {
      [x[0] + x[1], x[0] - x[1], x[0] * x[1], x[0] / x[1], 1 / x[0], x[0] / 3, 3 / x[1], -x[0], x[0] * x[0] / x[1] - x[1] / x[0]]
    }
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let x = generator.uniforms(2, -9, 9)
      let plain = formulas(x)
      let results: [(String, [Double])] = [
        ("Dual<Double>", formulas(x.map { Dual($0, tangent: 1) }).map(\.value)),
        ("Dual<Lanes4>", formulas(x.map { Dual($0, tangent: Lanes4.unit(3)) }).map(\.value)),
        ("Dual<Lanes8>", formulas(x.map { Dual($0, tangent: Lanes8.unit(3)) }).map(\.value)),
        ("Dual<Lanes16>", formulas(x.map { Dual($0, tangent: Lanes16.unit(3)) }).map(\.value)),
        ("Adjoint<Double>", valueWithPullback(at: x, of: formulas).value),
      ]
      for (type, values) in results {
        for (i, (value, plain)) in zip(values, plain).enumerated() where !isIdentical(value, plain) {
          Issue.record("formula \(i) at \(x): the value of \(type) is \(value), the plain number \(plain); \(generator)")
        }
      }
    }
  }
}
