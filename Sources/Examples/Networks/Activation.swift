import Derivatives

/// σ and σ′: what a unit makes of its pre-activation z.
///
/// ```swift
/// import Networks
///
/// print(Activation.sigmoid(0.0), Activation.sigmoid.slope(0.0))
/// // Prints "0.5 0.25"
/// print(Activation.tanh.slope(20.0) > 0)   // 1 − tanh² z would be 0
/// // Prints "true"
/// ```
///
/// - Accuracy: σ′ is computed from z in the form that the library's own rules use; it underflows, but does not cancel, where a unit is saturated.
public enum Activation: String, CaseIterable, Sendable {
  /// σ(z) = z.
  case linear
  /// σ(z) = 1/(1 + e⁻ᶻ).
  case sigmoid
  /// σ(z) = tanh z.
  case tanh
  /// σ(z) = max(z, 0); σ′(0) = 0.
  case relu
  /// σ(z) = log(1 + eᶻ).
  case softplus

  /// σ(z).
  @inlinable public func callAsFunction<S: Scalar>(_ z: S) -> S {
    switch self {
    case .linear: z
    case .sigmoid: ._sigmoid(z)
    case .tanh: ._tanh(z)
    case .relu: ._relu(z)
    case .softplus: ._softplus(z)
    }
  }

  /// σ′(z).
  @inlinable public func slope<S: Scalar>(_ z: S) -> S {
    switch self {
    case .linear: 1
    case .sigmoid: ._sigmoidSlope(z)
    case .tanh: 4 * ._sigmoidSlope(2 * z)  // 1/cosh² z; not 1 − tanh² z, which cancels
    case .relu: z <= 0 ? 0 : 1
    case .softplus: ._sigmoid(z)
    }
  }
}
