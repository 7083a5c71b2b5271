public import CNumerics

/// libm, called directly. What `Float` shares with the other plain numbers is in `PlainNumbers.swift`.
extension Float: Scalar {
  @_transparent public var isExactlyZero: Bool { self == 0 }
  @_transparent public static var _kind: Int { 1 }
  @_transparent public var _containsNaN: Bool { self != self }
  @_transparent public var _isOne: Bool { bitPattern == 0x3F80_0000 }
  @_transparent public var _isFinite: Bool { self - self == 0 }

  @_transparent public static func _exp(_ x: Float) -> Float { cn_expf(x) }
  @_transparent public static func _expMinusOne(_ x: Float) -> Float { cn_expm1f(x) }
  @_transparent public static func _exp2(_ x: Float) -> Float { cn_exp2f(x) }
  @_transparent public static func _exp10(_ x: Float) -> Float { cn_exp10f(x) }
  @_transparent public static func _log(_ x: Float) -> Float { cn_logf(x) }
  @_transparent public static func _logOnePlus(_ x: Float) -> Float { cn_log1pf(x) }
  @_transparent public static func _log2(_ x: Float) -> Float { cn_log2f(x) }
  @_transparent public static func _log10(_ x: Float) -> Float { cn_log10f(x) }

  @_transparent public static func _sqrt(_ x: Float) -> Float { cn_sqrtf(x) }
  @_transparent public static func _cbrt(_ x: Float) -> Float { cn_cbrtf(x) }

  @_transparent public static func _sin(_ x: Float) -> Float { cn_sinf(x) }
  @_transparent public static func _cos(_ x: Float) -> Float { cn_cosf(x) }
  @_transparent public static func _tan(_ x: Float) -> Float { cn_tanf(x) }
  @_transparent public static func _asin(_ x: Float) -> Float { cn_asinf(x) }
  @_transparent public static func _acos(_ x: Float) -> Float { cn_acosf(x) }
  @_transparent public static func _atan(_ x: Float) -> Float { cn_atanf(x) }

  @_transparent public static func _sinh(_ x: Float) -> Float { cn_sinhf(x) }
  @_transparent public static func _cosh(_ x: Float) -> Float { cn_coshf(x) }
  @_transparent public static func _tanh(_ x: Float) -> Float { cn_tanhf(x) }
  @_transparent public static func _asinh(_ x: Float) -> Float { cn_asinhf(x) }
  @_transparent public static func _acosh(_ x: Float) -> Float { cn_acoshf(x) }
  @_transparent public static func _atanh(_ x: Float) -> Float { cn_atanhf(x) }

  @_transparent public static func _erf(_ x: Float) -> Float { cn_erff(x) }
  @_transparent public static func _erfc(_ x: Float) -> Float { cn_erfcf(x) }
  @_transparent public static func _gamma(_ x: Float) -> Float { cn_tgammaf(x) }

  @_transparent public static func _pow(_ x: Float, _ y: Float) -> Float { cn_powf(x, y) }
  @_transparent public static func _hypot(_ x: Float, _ y: Float) -> Float { cn_hypotf(x, y) }
  @_transparent public static func _atan2(_ y: Float, _ x: Float) -> Float { cn_atan2f(y, x) }
  @_transparent public static func _copysign(_ x: Float, _ y: Float) -> Float { cn_copysignf(x, y) }
  @_transparent public static func _remainder(_ x: Float, _ y: Float) -> Float { cn_remainderf(x, y) }
  @_transparent public static func _fmod(_ x: Float, _ y: Float) -> Float { cn_fmodf(x, y) }
  @_transparent public static func _multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float { cn_multiply_addf(a, b, c) }

  // In double precision, rounded once.
  @inlinable public static func _logGamma(_ x: Float) -> Float { Float(Double._logGamma(Double(x))) }
  @inlinable public static func _gaussian(_ x: Float) -> Float { Float(Double._exp(-Double(x) * Double(x))) }
  @inlinable public static func _polygamma(_ n: Int, _ x: Float) -> Float { Float(polygamma(order: n, Double(x))) }

  @_transparent public static func _combine(_ x: Float, _ a: Float, _ y: Float, _ b: Float) -> Float { cn_combinef(x, a, y, b) }
  @_transparent public static func _accumulate(_ s: Float, _ x: Float, _ a: Float) -> Float { cn_multiply_addf(x, a, s) }
}
