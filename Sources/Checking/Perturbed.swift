import Scalars

/// A number with a sample of its rounding error, to first order: what perturbing every result by about one
/// unit in its last place does to it.
///
/// An operation y = f(x) carries δy = f′(x) δx + ξ u |y| with u = 2⁻⁵² and ½ ≤ |ξ| < 1. The sign and the size
/// of ξ are drawn from the bits of y, so that equal numbers are perturbed equally, and y − y is exact. Errors
/// that a program damps (Newton's iteration, a stiff equation) or amplifies (a cancelled sum) are damped and
/// amplified here too; a bound by absolute values would grow at each step.
struct Perturbed: Lifted {
  typealias Value = Double
  typealias Base = Perturbed
  typealias Magnitude = Perturbed

  let value: Double
  /// δ, the sample of the error.
  let error: Double

  init(_ value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  init(_ constant: Double) { self.init(constant, error: 0) }
  static var zero: Perturbed { Perturbed(0) }
  var isExactlyZero: Bool { value == 0 && error == 0 }
  var _isFinite: Bool { value.isFinite }
  var _containsNaN: Bool { value.isNaN }

  /// `value`, rounded, with the error `inherited` from its arguments.
  private init(rounded value: Double, inheriting inherited: Double) {
    self.init(value, error: inherited + Perturbed.rounding(of: value))
  }

  /// ξ u |x|.
  private static func rounding(of x: Double) -> Double {
    guard x.isFinite else { return 0 }
    let bits = (x.bitPattern ^ x.bitPattern >> 29) &* 0xBF58_476D_1CE4_E5B9
    let size = 0.5 + 0x1p-33 * Double(UInt32(truncatingIfNeeded: bits >> 31))
    return (bits >> 63 == 0 ? size : -size) * 0x1p-52 * x.magnitude
  }

  /// error · slope, and 0 for an exact argument at an infinite slope.
  private static func carried(_ error: Double, _ slope: Double) -> Double { error == 0 ? 0 : error * slope }

  static func == (a: Perturbed, b: Perturbed) -> Bool { a.value == b.value }
  static func < (a: Perturbed, b: Perturbed) -> Bool { a.value < b.value }

  static func + (a: Perturbed, b: Perturbed) -> Perturbed {
    Perturbed(rounded: a.value + b.value, inheriting: a.error + b.error)
  }
  static func - (a: Perturbed, b: Perturbed) -> Perturbed {
    Perturbed(rounded: a.value - b.value, inheriting: a.error - b.error)
  }
  static prefix func - (a: Perturbed) -> Perturbed { Perturbed(-a.value, error: -a.error) }
  static func += (a: inout Perturbed, b: Perturbed) { a = a + b }
  static func -= (a: inout Perturbed, b: Perturbed) { a = a - b }
  static func *= (a: inout Perturbed, b: Perturbed) { a = a * b }
  static func * (a: Perturbed, b: Perturbed) -> Perturbed {
    Perturbed(rounded: a.value * b.value, inheriting: carried(a.error, b.value) + carried(b.error, a.value))
  }
  static func / (a: Perturbed, b: Perturbed) -> Perturbed {
    let quotient = a.value / b.value
    return Perturbed(
      rounded: quotient, inheriting: carried(a.error, 1 / b.value) - carried(b.error, quotient / b.value))
  }

  static func lift(_ x: Perturbed, _ f: (Double) -> Double, derivative: (Double, Double) -> Double)
    -> Perturbed
  {
    let y = f(x.value)
    return Perturbed(rounded: y, inheriting: x.error == 0 ? 0 : carried(x.error, derivative(x.value, y)))
  }

  static func lift(
    _ x: Perturbed, _ y: Perturbed, _ f: (Double, Double) -> Double,
    d1: (Double, Double, () -> Double) -> Double, d2: (Double, Double, () -> Double) -> Double
  ) -> Perturbed {
    let z = f(x.value, y.value)
    let first = x.error == 0 ? 0 : carried(x.error, d1(x.value, y.value) { z })
    let second = y.error == 0 ? 0 : carried(y.error, d2(x.value, y.value) { z })
    return Perturbed(rounded: z, inheriting: first + second)
  }

  static func lift(step x: Perturbed, _ f: (Double) -> Double) -> Perturbed { Perturbed(f(x.value)) }

  /// A reduction rounds every term: ∂y/∂xᵢ · xᵢ is one.
  static func lift<X: Numbers<Perturbed>>(
    _ x: X, _ f: (Values<X>) -> Double, partial: (Int, Values<X>, Double) -> Double
  ) -> Perturbed {
    let values = Values(of: x)
    let y = f(values)
    var error = 0.0
    for i in 0..<x.count {
      let slope = partial(i, values, y)
      error += carried(x[i].error, slope) + rounding(of: slope * values[i])
    }
    return Perturbed(rounded: y, inheriting: error)
  }
}
