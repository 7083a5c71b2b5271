@_exported public import Scalars

/// A number with its tangent: `value + tangent ε`, where ε² = 0.
///
/// f(x + ẋε) = f(x) + f′(x) ẋ ε: whatever is computed with duals carries its directional derivative along.
///
/// ```swift
/// let x = Dual(3.0, tangent: 1)
/// print(x * x + 1)
/// // Prints "10.0 + 6.0ε"
/// ```
///
/// The tangent type says which directions are carried: `Dual<Double>` one, `Dual<Lanes8>` eight in one evaluation, `Dual<Dual<Double>>`
/// one of a number that is a dual itself: second derivatives. Nested duals keep their perturbations apart by their types.
///
/// - Layout: the value, then the tangent. `Dual<Double>` is 16 bytes, `Dual<Lanes8>` 80.
/// - Comparison: `==`, `<` and hashing see the value only, so a program takes the same path with duals as with `Double`.
/// - Conforms to `FloatingPoint` when its numbers do, but never to `BinaryFloatingPoint`, whose bit patterns would drop the derivative.
/// - The value is bit for bit what the plain number would have been.
@frozen public struct Dual<T: Tangent> {
  /// The number itself.
  public var value: T.Base
  /// Its derivative along the directions carried.
  public var tangent: T

  /// `value + tangent ε`.
  @_transparent public init(_ value: T.Base, tangent: T) {
    self.value = value
    self.tangent = tangent
  }

  /// The constant `value`: its tangent is zero.
  @_transparent public init(constant value: T.Base) { self.init(value, tangent: .zero) }
}

extension Dual where T.Base == T {
  /// `value + tangent ε`.
  @_transparent public init(_ value: T, tangent: T) {
    self.value = value
    self.tangent = tangent
  }

  /// The constant `value`: its tangent is zero.
  @_transparent public init(constant value: T) { self.init(value, tangent: .zero) }
}

extension Dual: Sendable where T: Sendable, T.Base: Sendable {}
extension Dual: BitwiseCopyable where T: BitwiseCopyable, T.Base: BitwiseCopyable {}
