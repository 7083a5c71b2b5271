/// A real number as generic code sees it: arithmetic, order, literals, elementary functions.
///
/// Write a function once for any `Scalar`; the number type it is called with decides what comes out: `Double` gives the value,
/// `Dual` a directional derivative, `Adjoint` a gradient.
///
/// ```swift
/// func wave<S: Scalar>(_ t: S) -> S { exp(-t) * sin(2 * t) }
///
/// print(wave(1.0))
/// // Prints "0.33451"
/// print(derivative(at: 1.0, of: wave))
/// // Prints "-0.640696"
/// ```
///
/// Arithmetic is that of `SignedNumeric`, with `/`; the functions are the free functions `exp(_:)`, `sin(_:)`, `pow(_:_:)`, … The
/// requirements behind them begin with an underscore so that they collide with no other package's.
///
/// `<`, `==` see the value only, so every number type takes the same path through a program as `Double` does.
///
/// A `Scalar` is deliberately not a `FloatingPoint`: generic formulas over `FloatingPoint` take the type checker seconds, or fail.
/// Nor is it `Sendable`: an adjoint number points into its tape and must stay in its task.
public protocol Scalar: SignedNumeric, Comparable, ExpressibleByFloatLiteral, Tangent where Base == Self, Magnitude == Self {
  /// The constant `constant`.
  init(_ constant: Double)
  static func / (a: Self, b: Self) -> Self
  /// False when the value is infinite or NaN.
  var _isFinite: Bool { get }
  /// True only when this is exactly 1, derivatives and all; false when that is not known at a glance.
  var _isOne: Bool { get }

  // exponentials and logarithms
  static func _exp(_ x: Self) -> Self
  static func _expMinusOne(_ x: Self) -> Self
  /// eˣ⁻ʸ, also where x − y is rounded.
  static func _expDifference(_ x: Self, _ y: Self) -> Self
  static func _exp2(_ x: Self) -> Self
  static func _exp10(_ x: Self) -> Self
  static func _log(_ x: Self) -> Self
  static func _logOnePlus(_ x: Self) -> Self
  static func _log2(_ x: Self) -> Self
  static func _log10(_ x: Self) -> Self

  // powers and roots
  static func _sqrt(_ x: Self) -> Self
  static func _cbrt(_ x: Self) -> Self
  /// 1 − x².
  static func _oneMinusSquare(_ x: Self) -> Self
  static func _root(_ x: Self, _ n: Int) -> Self
  static func _pow(_ x: Self, _ y: Self) -> Self
  static func _pow(_ x: Self, _ n: Int) -> Self
  /// xʸ⁻ⁿ, also where y − n is rounded; n is an integer or a half.
  static func _power(_ x: Self, _ y: Self, less n: Double) -> Self
  /// c·xʸ⁻ⁿ, also where the power alone is subnormal, 0 or ∞.
  static func _multiple(_ c: Self, ofPower x: Self, _ y: Self, less n: Double) -> Self
  static func _hypot(_ x: Self, _ y: Self) -> Self
  static func _hypot(_ x: Self, _ y: Self, _ z: Self) -> Self

  // circular functions
  static func _sin(_ x: Self) -> Self
  static func _cos(_ x: Self) -> Self
  static func _tan(_ x: Self) -> Self
  static func _sinPi(_ x: Self) -> Self
  static func _cosPi(_ x: Self) -> Self
  static func _asin(_ x: Self) -> Self
  static func _acos(_ x: Self) -> Self
  static func _atan(_ x: Self) -> Self
  static func _atan2(_ y: Self, _ x: Self) -> Self
  /// x/√(x² + y²): the derivative of `_hypot` in its first argument.
  static func _cosine(_ x: Self, _ y: Self) -> Self

  // hyperbolic functions
  static func _sinh(_ x: Self) -> Self
  static func _cosh(_ x: Self) -> Self
  static func _tanh(_ x: Self) -> Self
  static func _asinh(_ x: Self) -> Self
  static func _acosh(_ x: Self) -> Self
  static func _atanh(_ x: Self) -> Self

  // kinks and steps
  static func _abs(_ x: Self) -> Self
  static func _sign(_ x: Self) -> Self
  static func _floor(_ x: Self) -> Self
  static func _ceil(_ x: Self) -> Self
  static func _round(_ x: Self) -> Self
  static func _trunc(_ x: Self) -> Self
  static func _copysign(_ x: Self, _ y: Self) -> Self
  static func _remainder(_ x: Self, _ y: Self) -> Self
  static func _fmod(_ x: Self, _ y: Self) -> Self
  static func _max(_ x: Self, _ y: Self) -> Self
  static func _min(_ x: Self, _ y: Self) -> Self

  // special functions
  static func _erf(_ x: Self) -> Self
  static func _erfc(_ x: Self) -> Self
  /// exp(−x²).
  static func _gaussian(_ x: Self) -> Self
  static func _gamma(_ x: Self) -> Self
  static func _logGamma(_ x: Self) -> Self
  static func _polygamma(_ n: Int, _ x: Self) -> Self
  static func _sigmoid(_ x: Self) -> Self
  /// σ′(x) = σ(x) σ(−x).
  static func _sigmoidSlope(_ x: Self) -> Self
  static func _softplus(_ x: Self) -> Self
  static func _logit(_ x: Self) -> Self
  static func _xlogx(_ x: Self) -> Self
  static func _xlogy(_ x: Self, _ y: Self) -> Self
  static func _relu(_ x: Self) -> Self

  // functions of your own
  /// f(x) by a rule of your own.
  static func applying<R: UnaryRule>(_ rule: R, to x: Self) -> Self
  /// f(x) by a rule of your own.
  static func applying<R: VectorRule>(_ rule: R, to x: [Self]) -> [Self]

  // several arguments
  static func _multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self
  static func _sum<X: Numbers<Self>>(_ x: X) -> Self
  static func _dot<X: Numbers<Self>, Y: Numbers<Self>>(_ x: X, _ y: Y) -> Self
  static func _norm<X: Numbers<Self>>(_ x: X) -> Self
  static func _logSumExp<X: Numbers<Self>>(_ x: X) -> Self

  // arrays, written into memory that holds numbers already; matrices row by row, an empty bias is none
  static func _matrixProduct(
    _ a: UnsafeBufferPointer<Self>, _ b: UnsafeBufferPointer<Self>, inner: Int, adding bias: UnsafeBufferPointer<Self>,
    into c: UnsafeMutableBufferPointer<Self>)
  static func _hadamardProduct(_ x: UnsafeBufferPointer<Self>, _ y: UnsafeBufferPointer<Self>, into z: UnsafeMutableBufferPointer<Self>)
  static func _softmax(_ x: UnsafeBufferPointer<Self>, into y: UnsafeMutableBufferPointer<Self>)
  static func _polynomial(_ coefficients: UnsafeBufferPointer<Self>, _ x: Self) -> Self
}

extension Scalar {
  @_transparent public var _isOne: Bool { false }
  @_transparent public static func /= (a: inout Self, b: Self) { a = a / b }
}
