public import CNumerics

/// libm, called directly. What `Double` shares with the other plain numbers is in `PlainNumbers.swift`.
extension Double: Scalar {
  @_transparent public var isExactlyZero: Bool { self == 0 }
  @_transparent public static var _kind: Int { 0 }
  @_transparent public var _containsNaN: Bool { self != self }
  @_transparent public var _isOne: Bool { bitPattern == 0x3FF0_0000_0000_0000 }
  @_transparent public var _isFinite: Bool { self - self == 0 }

  @_transparent public static func _exp(_ x: Double) -> Double { cn_exp(x) }
  @_transparent public static func _expMinusOne(_ x: Double) -> Double { cn_expm1(x) }
  @_transparent public static func _exp2(_ x: Double) -> Double { cn_exp2(x) }
  @_transparent public static func _exp10(_ x: Double) -> Double { cn_exp10(x) }
  @_transparent public static func _log(_ x: Double) -> Double { cn_log(x) }
  @_transparent public static func _logOnePlus(_ x: Double) -> Double { cn_log1p(x) }
  @_transparent public static func _log2(_ x: Double) -> Double { cn_log2(x) }
  @_transparent public static func _log10(_ x: Double) -> Double { cn_log10(x) }

  @_transparent public static func _sqrt(_ x: Double) -> Double { cn_sqrt(x) }
  @_transparent public static func _cbrt(_ x: Double) -> Double { cn_cbrt(x) }

  @_transparent public static func _sin(_ x: Double) -> Double { cn_sin(x) }
  @_transparent public static func _cos(_ x: Double) -> Double { cn_cos(x) }
  @_transparent public static func _tan(_ x: Double) -> Double { cn_tan(x) }
  @_transparent public static func _asin(_ x: Double) -> Double { cn_asin(x) }
  @_transparent public static func _acos(_ x: Double) -> Double { cn_acos(x) }
  @_transparent public static func _atan(_ x: Double) -> Double { cn_atan(x) }

  @_transparent public static func _sinh(_ x: Double) -> Double { cn_sinh(x) }
  @_transparent public static func _cosh(_ x: Double) -> Double { cn_cosh(x) }
  @_transparent public static func _tanh(_ x: Double) -> Double { cn_tanh(x) }
  @_transparent public static func _asinh(_ x: Double) -> Double { cn_asinh(x) }
  @_transparent public static func _acosh(_ x: Double) -> Double { cn_acosh(x) }
  @_transparent public static func _atanh(_ x: Double) -> Double { cn_atanh(x) }

  @_transparent public static func _erf(_ x: Double) -> Double { cn_erf(x) }
  @_transparent public static func _erfc(_ x: Double) -> Double { cn_erfc(x) }
  @_transparent public static func _gamma(_ x: Double) -> Double { cn_tgamma(x) }

  @_transparent public static func _pow(_ x: Double, _ y: Double) -> Double { cn_pow(x, y) }
  @_transparent public static func _hypot(_ x: Double, _ y: Double) -> Double { cn_hypot(x, y) }
  @_transparent public static func _atan2(_ y: Double, _ x: Double) -> Double { cn_atan2(y, x) }
  @_transparent public static func _copysign(_ x: Double, _ y: Double) -> Double { cn_copysign(x, y) }
  @_transparent public static func _remainder(_ x: Double, _ y: Double) -> Double { cn_remainder(x, y) }
  @_transparent public static func _fmod(_ x: Double, _ y: Double) -> Double { cn_fmod(x, y) }
  @_transparent public static func _multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double { cn_multiply_add(a, b, c) }

  @inlinable public static func _logGamma(_ x: Double) -> Double { cn_lgamma(x) }
  @inlinable public static func _gaussian(_ x: Double) -> Double {
    // exp(−x²) = exp(−h²)·exp((h − x)(h + x)), h the upper half of x: x² in one rounding would cost up to x² ulps of the result.
    let h = Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
    return x.magnitude < 30 ? cn_exp(-h * h) * cn_exp((h - x) * (h + x)) : x != x ? x : 0
  }
  @inlinable public static func _polygamma(_ n: Int, _ x: Double) -> Double { polygamma(order: n, x) }

  @_transparent public static func _combine(_ x: Double, _ a: Double, _ y: Double, _ b: Double) -> Double { cn_combine(x, a, y, b) }
  @_transparent public static func _accumulate(_ s: Double, _ x: Double, _ a: Double) -> Double { cn_multiply_add(x, a, s) }
}
