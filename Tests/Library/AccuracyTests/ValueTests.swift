import Derivatives
import Foundation
import TestSupport
import Testing

/// The value of a function is that of the C library, bit for bit.
struct ValueTests {
  static let unary: [(Elementary, @Sendable (Double) -> Double)] = [
    (.exp, { Foundation.exp($0) }), (.expMinusOne, { Foundation.expm1($0) }), (.exp2, { Foundation.exp2($0) }),
    (.log, { Foundation.log($0) }), (.logOnePlus, { Foundation.log1p($0) }), (.log2, { Foundation.log2($0) }),
    (.log10, { Foundation.log10($0) }), (.sqrt, { $0.squareRoot() }), (.cbrt, { Foundation.cbrt($0) }),
    (.sin, { Foundation.sin($0) }), (.cos, { Foundation.cos($0) }), (.tan, { Foundation.tan($0) }),
    (.asin, { Foundation.asin($0) }), (.acos, { Foundation.acos($0) }), (.atan, { Foundation.atan($0) }),
    (.sinh, { Foundation.sinh($0) }), (.cosh, { Foundation.cosh($0) }), (.tanh, { Foundation.tanh($0) }),
    (.asinh, { Foundation.asinh($0) }), (.acosh, { Foundation.acosh($0) }), (.atanh, { Foundation.atanh($0) }),
    (.erf, { Foundation.erf($0) }), (.erfc, { Foundation.erfc($0) }), (.gamma, { Foundation.tgamma($0) }),
    (.logGamma, { Foundation.lgamma($0) }), (.floor, { $0.rounded(.down) }), (.ceil, { $0.rounded(.up) }),
    (.round, { $0.rounded() }), (.trunc, { $0.rounded(.towardZero) }), (.abs, { $0.magnitude }),
  ]
  static let binary: [(Elementary, @Sendable (Double, Double) -> Double)] = [
    (.pow, { Foundation.pow($0, $1) }), (.hypot, { Foundation.hypot($0, $1) }), (.atan2, { Foundation.atan2($0, $1) }),
    (.remainder, { $0.remainder(dividingBy: $1) }), (.fmod, { $0.truncatingRemainder(dividingBy: $1) }),
    (.copysign, { Foundation.copysign($0, $1) }),
  ]
  static let specialPoints: [Double] = [0, -0.0, 1, -1, 0.5, 2, 1e300, -1e300, 0x1p-1074, .infinity, -.infinity, .nan]

  @Test func valuesAreThoseOfTheCLibrary() {
    for (function, libm) in Self.unary {
      for x in function.wholePoints().map({ $0[0] }) + Self.specialPoints {
        #expect(isIdentical(function([x]), libm(x)), "\(function)(\(x)) is \(function([x])), the C library gives \(libm(x))")
      }
    }
    for (function, libm) in Self.binary {
      let special = Self.specialPoints.flatMap { x in Self.specialPoints.map { [x, $0] } }
      for x in function.wholePoints() + special {
        #expect(isIdentical(function(x), libm(x[0], x[1])), "\(function)\(x) is \(function(x)), the C library gives \(libm(x[0], x[1]))")
      }
    }
  }
}
