// What `FloatingPoint` asks beyond arithmetic. Everything that is constant between its steps (`ulp`, `exponent`, `rounded`, …) has the
// derivative zero. `Dual` is deliberately not a `BinaryFloatingPoint`: those initialisers go through bit patterns and drop the derivative.

extension Dual: Strideable where T.Base: FloatingPoint {
  @_transparent public func distance(to other: Dual) -> Dual { other - self }
  @_transparent public func advanced(by amount: Dual) -> Dual { self + amount }
}

extension Dual: FloatingPoint where T.Base: FloatingPoint {
  public typealias Exponent = T.Base.Exponent

  @inlinable public init(_ value: Int) { self.init(constant: T.Base(value)) }
  @inlinable public init<Source: BinaryInteger>(_ value: Source) { self.init(constant: T.Base(value)) }
  @inlinable public init(sign: FloatingPointSign, exponent: Exponent, significand: Dual) {
    // By two halves: 2¹⁰²⁴ alone would overflow.
    let half = T.Base(sign: .plus, exponent: exponent / 2, significand: 1)
    let rest = T.Base(sign: sign, exponent: exponent - exponent / 2, significand: 1)
    let value = T.Base(sign: sign, exponent: exponent, significand: significand.value)
    self.init(value, tangent: T._along(T._along(significand.tangent, half), rest))
  }
  @inlinable public init(signOf: Dual, magnitudeOf: Dual) { self = ._copysign(magnitudeOf, signOf) }

  @inlinable public static var radix: Int { T.Base.radix }
  @inlinable public static var nan: Dual { Dual(constant: .nan) }
  @inlinable public static var signalingNaN: Dual { Dual(constant: .signalingNaN) }
  @inlinable public static var infinity: Dual { Dual(constant: .infinity) }
  @inlinable public static var greatestFiniteMagnitude: Dual { Dual(constant: .greatestFiniteMagnitude) }
  @inlinable public static var pi: Dual { Dual(constant: .pi) }
  @inlinable public static var ulpOfOne: Dual { Dual(constant: .ulpOfOne) }
  @inlinable public static var leastNormalMagnitude: Dual { Dual(constant: .leastNormalMagnitude) }
  @inlinable public static var leastNonzeroMagnitude: Dual { Dual(constant: .leastNonzeroMagnitude) }

  @inlinable public var ulp: Dual { Dual(constant: value.ulp) }
  @inlinable public var sign: FloatingPointSign { value.sign }
  @inlinable public var exponent: Exponent { value.exponent }
  @inlinable public var significand: Dual {
    let scale = T.Base(sign: value.sign, exponent: value.exponent, significand: 1)  // |x| = scale · significand
    return Dual(value.significand, tangent: T._along(tangent, dividedBy: scale))
  }
  @inlinable public var nextUp: Dual { Dual(value.nextUp, tangent: tangent) }

  @_transparent public static func /= (a: inout Dual, b: Dual) { a = a / b }
  @inlinable public mutating func formSquareRoot() { self = ._sqrt(self) }
  @inlinable public mutating func formRemainder(dividingBy other: Dual) { self = ._remainder(self, other) }
  @inlinable public mutating func formTruncatingRemainder(dividingBy other: Dual) { self = ._fmod(self, other) }
  /// Adds a·b with one rounding of the value, as `FloatingPoint` demands. ``multiplyAdd(_:_:_:)`` is the fast form.
  @inlinable public mutating func addProduct(_ a: Dual, _ b: Dual) {
    let product = a * b
    self = Dual(value.addingProduct(a.value, b.value), tangent: tangent + product.tangent)
  }
  @inlinable public mutating func round(_ rule: FloatingPointRoundingRule) { self = Dual(constant: value.rounded(rule)) }

  @inlinable public func isEqual(to other: Dual) -> Bool { value.isEqual(to: other.value) }
  @inlinable public func isLess(than other: Dual) -> Bool { value.isLess(than: other.value) }
  @inlinable public func isLessThanOrEqualTo(_ other: Dual) -> Bool { value.isLessThanOrEqualTo(other.value) }
  @inlinable public func isTotallyOrdered(belowOrEqualTo other: Dual) -> Bool { value.isTotallyOrdered(belowOrEqualTo: other.value) }
  @inlinable public var isNormal: Bool { value.isNormal }
  @inlinable public var isFinite: Bool { value.isFinite }
  @inlinable public var isZero: Bool { value.isZero }
  @inlinable public var isSubnormal: Bool { value.isSubnormal }
  @inlinable public var isInfinite: Bool { value.isInfinite }
  @inlinable public var isNaN: Bool { value.isNaN }
  @inlinable public var isSignalingNaN: Bool { value.isSignalingNaN }
  @inlinable public var isCanonical: Bool { value.isCanonical }
}
