// The elementary functions as users write them.
//
// Each is generic over `Scalar`, and once more over `Lifted`: with a single overload the type checker takes a path on which formulas of
// generic numbers fail. There is no overload for `Double` itself: beside C's it would make every call ambiguous.

/// eˣ.
@_transparent public func exp<S: Scalar>(_ x: S) -> S { ._exp(x) }
/// eˣ.
@_transparent public func exp<L: Lifted>(_ x: L) -> L { ._exp(x) }
/// eˣ − 1, without cancellation near 0.
@_transparent public func expMinusOne<S: Scalar>(_ x: S) -> S { ._expMinusOne(x) }
/// eˣ − 1, without cancellation near 0.
@_transparent public func expMinusOne<L: Lifted>(_ x: L) -> L { ._expMinusOne(x) }
/// 2ˣ.
@_transparent public func exp2<S: Scalar>(_ x: S) -> S { ._exp2(x) }
/// 2ˣ.
@_transparent public func exp2<L: Lifted>(_ x: L) -> L { ._exp2(x) }
/// 10ˣ.
@_transparent public func exp10<S: Scalar>(_ x: S) -> S { ._exp10(x) }
/// 10ˣ.
@_transparent public func exp10<L: Lifted>(_ x: L) -> L { ._exp10(x) }
/// The natural logarithm.
@_transparent public func log<S: Scalar>(_ x: S) -> S { ._log(x) }
/// The natural logarithm.
@_transparent public func log<L: Lifted>(_ x: L) -> L { ._log(x) }
/// The logarithm to base 2.
@_transparent public func log2<S: Scalar>(_ x: S) -> S { ._log2(x) }
/// The logarithm to base 2.
@_transparent public func log2<L: Lifted>(_ x: L) -> L { ._log2(x) }
/// The logarithm to base 10.
@_transparent public func log10<S: Scalar>(_ x: S) -> S { ._log10(x) }
/// The logarithm to base 10.
@_transparent public func log10<L: Lifted>(_ x: L) -> L { ._log10(x) }
/// √x. Its derivative at 0 is +∞.
@_transparent public func sqrt<S: Scalar>(_ x: S) -> S { ._sqrt(x) }
/// √x. Its derivative at 0 is +∞.
@_transparent public func sqrt<L: Lifted>(_ x: L) -> L { ._sqrt(x) }
/// ∛x. Its derivative at 0 is +∞.
@_transparent public func cbrt<S: Scalar>(_ x: S) -> S { ._cbrt(x) }
/// ∛x. Its derivative at 0 is +∞.
@_transparent public func cbrt<L: Lifted>(_ x: L) -> L { ._cbrt(x) }
/// sin x, x in radians.
@_transparent public func sin<S: Scalar>(_ x: S) -> S { ._sin(x) }
/// sin x, x in radians.
@_transparent public func sin<L: Lifted>(_ x: L) -> L { ._sin(x) }
/// cos x, x in radians.
@_transparent public func cos<S: Scalar>(_ x: S) -> S { ._cos(x) }
/// cos x, x in radians.
@_transparent public func cos<L: Lifted>(_ x: L) -> L { ._cos(x) }
/// tan x, x in radians.
@_transparent public func tan<S: Scalar>(_ x: S) -> S { ._tan(x) }
/// tan x, x in radians.
@_transparent public func tan<L: Lifted>(_ x: L) -> L { ._tan(x) }
/// sin πx: exactly 0 at the integers.
@_transparent public func sinPi<S: Scalar>(_ x: S) -> S { ._sinPi(x) }
/// sin πx: exactly 0 at the integers.
@_transparent public func sinPi<L: Lifted>(_ x: L) -> L { ._sinPi(x) }
/// cos πx: exactly 0 at the odd halves.
@_transparent public func cosPi<S: Scalar>(_ x: S) -> S { ._cosPi(x) }
/// cos πx: exactly 0 at the odd halves.
@_transparent public func cosPi<L: Lifted>(_ x: L) -> L { ._cosPi(x) }
/// The angle in [−π/2, π/2] whose sine is x.
@_transparent public func asin<S: Scalar>(_ x: S) -> S { ._asin(x) }
/// The angle in [−π/2, π/2] whose sine is x.
@_transparent public func asin<L: Lifted>(_ x: L) -> L { ._asin(x) }
/// The angle in [0, π] whose cosine is x.
@_transparent public func acos<S: Scalar>(_ x: S) -> S { ._acos(x) }
/// The angle in [0, π] whose cosine is x.
@_transparent public func acos<L: Lifted>(_ x: L) -> L { ._acos(x) }
/// The angle in (−π/2, π/2) whose tangent is x.
@_transparent public func atan<S: Scalar>(_ x: S) -> S { ._atan(x) }
/// The angle in (−π/2, π/2) whose tangent is x.
@_transparent public func atan<L: Lifted>(_ x: L) -> L { ._atan(x) }
/// (eˣ − e⁻ˣ)/2.
@_transparent public func sinh<S: Scalar>(_ x: S) -> S { ._sinh(x) }
/// (eˣ − e⁻ˣ)/2.
@_transparent public func sinh<L: Lifted>(_ x: L) -> L { ._sinh(x) }
/// (eˣ + e⁻ˣ)/2.
@_transparent public func cosh<S: Scalar>(_ x: S) -> S { ._cosh(x) }
/// (eˣ + e⁻ˣ)/2.
@_transparent public func cosh<L: Lifted>(_ x: L) -> L { ._cosh(x) }
/// sinh x/cosh x. The derivative is sech²x, right in all digits for every x.
@_transparent public func tanh<S: Scalar>(_ x: S) -> S { ._tanh(x) }
/// sinh x/cosh x. The derivative is sech²x, right in all digits for every x.
@_transparent public func tanh<L: Lifted>(_ x: L) -> L { ._tanh(x) }
/// The inverse of sinh.
@_transparent public func asinh<S: Scalar>(_ x: S) -> S { ._asinh(x) }
/// The inverse of sinh.
@_transparent public func asinh<L: Lifted>(_ x: L) -> L { ._asinh(x) }
/// The inverse of cosh, x ≥ 1.
@_transparent public func acosh<S: Scalar>(_ x: S) -> S { ._acosh(x) }
/// The inverse of cosh, x ≥ 1.
@_transparent public func acosh<L: Lifted>(_ x: L) -> L { ._acosh(x) }
/// The inverse of tanh, |x| < 1.
@_transparent public func atanh<S: Scalar>(_ x: S) -> S { ._atanh(x) }
/// The inverse of tanh, |x| < 1.
@_transparent public func atanh<L: Lifted>(_ x: L) -> L { ._atanh(x) }
/// |x|. At 0 the derivative is −1, the one from the left.
@_transparent public func abs<S: Scalar>(_ x: S) -> S { ._abs(x) }
/// |x|. At 0 the derivative is −1, the one from the left.
@_transparent public func abs<L: Lifted>(_ x: L) -> L { ._abs(x) }
/// −1, 0 or 1. The derivative is 0.
@_transparent public func sign<S: Scalar>(_ x: S) -> S { ._sign(x) }
/// −1, 0 or 1. The derivative is 0.
@_transparent public func sign<L: Lifted>(_ x: L) -> L { ._sign(x) }
/// The largest integer ≤ x. The derivative is 0.
@_transparent public func floor<S: Scalar>(_ x: S) -> S { ._floor(x) }
/// The largest integer ≤ x. The derivative is 0.
@_transparent public func floor<L: Lifted>(_ x: L) -> L { ._floor(x) }
/// The smallest integer ≥ x. The derivative is 0.
@_transparent public func ceil<S: Scalar>(_ x: S) -> S { ._ceil(x) }
/// The smallest integer ≥ x. The derivative is 0.
@_transparent public func ceil<L: Lifted>(_ x: L) -> L { ._ceil(x) }
/// The nearest integer, halves away from 0. The derivative is 0.
@_transparent public func round<S: Scalar>(_ x: S) -> S { ._round(x) }
/// The nearest integer, halves away from 0. The derivative is 0.
@_transparent public func round<L: Lifted>(_ x: L) -> L { ._round(x) }
/// The integer part, towards 0. The derivative is 0.
@_transparent public func trunc<S: Scalar>(_ x: S) -> S { ._trunc(x) }
/// The integer part, towards 0. The derivative is 0.
@_transparent public func trunc<L: Lifted>(_ x: L) -> L { ._trunc(x) }
/// (2/√π) ∫₀ˣ exp(−t²) dt.
@_transparent public func erf<S: Scalar>(_ x: S) -> S { ._erf(x) }
/// (2/√π) ∫₀ˣ exp(−t²) dt.
@_transparent public func erf<L: Lifted>(_ x: L) -> L { ._erf(x) }
/// 1 − erf x, without cancellation.
@_transparent public func erfc<S: Scalar>(_ x: S) -> S { ._erfc(x) }
/// 1 − erf x, without cancellation.
@_transparent public func erfc<L: Lifted>(_ x: L) -> L { ._erfc(x) }
/// Γ(x). The derivative is Γ(x) ψ(x). Beside Foundation, `gamma` of a plain `Double` is C's: log Γ.
@_transparent public func gamma<S: Scalar>(_ x: S) -> S { ._gamma(x) }
/// Γ(x). The derivative is Γ(x) ψ(x). Beside Foundation, `gamma` of a plain `Double` is C's: log Γ.
@_transparent public func gamma<L: Lifted>(_ x: L) -> L { ._gamma(x) }
/// log |Γ(x)|. The derivative is ``digamma(_:)``.
@_transparent public func logGamma<S: Scalar>(_ x: S) -> S { ._logGamma(x) }
/// log |Γ(x)|. The derivative is ``digamma(_:)``.
@_transparent public func logGamma<L: Lifted>(_ x: L) -> L { ._logGamma(x) }
/// σ(x) = 1/(1 + e⁻ˣ), the logistic function.
@_transparent public func sigmoid<S: Scalar>(_ x: S) -> S { ._sigmoid(x) }
/// σ(x) = 1/(1 + e⁻ˣ), the logistic function.
@_transparent public func sigmoid<L: Lifted>(_ x: L) -> L { ._sigmoid(x) }
/// log(1 + eˣ). The derivative is the sigmoid.
@_transparent public func softplus<S: Scalar>(_ x: S) -> S { ._softplus(x) }
/// log(1 + eˣ). The derivative is the sigmoid.
@_transparent public func softplus<L: Lifted>(_ x: L) -> L { ._softplus(x) }
/// log(p/(1 − p)), the inverse of the sigmoid.
@_transparent public func logit<S: Scalar>(_ p: S) -> S { ._logit(p) }
/// log(p/(1 − p)), the inverse of the sigmoid.
@_transparent public func logit<L: Lifted>(_ p: L) -> L { ._logit(p) }
/// x log x, and 0 at 0.
@_transparent public func xlogx<S: Scalar>(_ x: S) -> S { ._xlogx(x) }
/// x log x, and 0 at 0.
@_transparent public func xlogx<L: Lifted>(_ x: L) -> L { ._xlogx(x) }
/// max(x, 0). At 0 the derivative is 0.
@_transparent public func relu<S: Scalar>(_ x: S) -> S { ._relu(x) }
/// max(x, 0). At 0 the derivative is 0.
@_transparent public func relu<L: Lifted>(_ x: L) -> L { ._relu(x) }

/// log(1 + x), without cancellation near 0.
@_transparent public func log<S: Scalar>(onePlus x: S) -> S { ._logOnePlus(x) }
/// ψ(x) = (log Γ)′(x).
@_transparent public func digamma<S: Scalar>(_ x: S) -> S { ._polygamma(0, x) }
/// ψ⁽ⁿ⁾(x), the n-th derivative of ``digamma(_:)``.
@_transparent public func polygamma<S: Scalar>(_ n: Int, _ x: S) -> S { ._polygamma(n, x) }
/// The sine and the cosine of x, by one reduction of x.
@_transparent public func sincos<S: Scalar>(_ x: S) -> (sin: S, cos: S) { (._sin(x), ._cos(x)) }
/// The real n-th root; of a negative number when n is odd.
@_transparent public func root<S: Scalar>(_ x: S, _ n: Int) -> S { ._root(x, n) }
/// xⁿ for an integer n. The derivative n xⁿ⁻¹ is 0 for n = 0, also at x = 0.
@_transparent public func pow<S: Scalar>(_ x: S, _ n: Int) -> S { ._pow(x, n) }
/// xⁿ for an integer n. The derivative n xⁿ⁻¹ is 0 for n = 0, also at x = 0.
@_transparent public func pow<L: Lifted>(_ x: L, _ n: Int) -> L { ._pow(x, n) }
/// xʸ. For a constant y the derivative is y xʸ⁻¹, also at x = 0 and for negative x with integral y.
@_transparent public func pow<S: Scalar>(_ x: S, _ y: S) -> S { ._pow(x, y) }
/// xʸ. For a constant y the derivative is y xʸ⁻¹, also at x = 0 and for negative x with integral y.
@_transparent public func pow<L: Lifted>(_ x: L, _ y: L) -> L { ._pow(x, y) }
/// √(x² + y²), without overflow. At the origin the derivatives are 0.
@_transparent public func hypot<S: Scalar>(_ x: S, _ y: S) -> S { ._hypot(x, y) }
/// √(x² + y²), without overflow. At the origin the derivatives are 0.
@_transparent public func hypot<L: Lifted>(_ x: L, _ y: L) -> L { ._hypot(x, y) }
/// √(x² + y² + z²), without overflow. At the origin the derivatives are 0.
@_transparent public func hypot<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S { ._hypot(x, y, z) }
/// The angle of the point (x, y), in (−π, π]. Note the order: y first.
@_transparent public func atan2<S: Scalar>(_ y: S, _ x: S) -> S { ._atan2(y, x) }
/// The angle of the point (x, y), in (−π, π]. Note the order: y first.
@_transparent public func atan2<L: Lifted>(_ y: L, _ x: L) -> L { ._atan2(y, x) }
/// The larger of two numbers; of two equal ones the second, and with it its derivative. NaN is passed on.
@_transparent public func max<S: Scalar>(_ x: S, _ y: S) -> S { ._max(x, y) }
/// The larger of two numbers; of two equal ones the second, and with it its derivative. NaN is passed on.
@_transparent public func max<L: Lifted>(_ x: L, _ y: L) -> L { ._max(x, y) }
/// The smaller of two numbers; of two equal ones the first, and with it its derivative. NaN is passed on.
@_transparent public func min<S: Scalar>(_ x: S, _ y: S) -> S { ._min(x, y) }
/// The smaller of two numbers; of two equal ones the first, and with it its derivative. NaN is passed on.
@_transparent public func min<L: Lifted>(_ x: L, _ y: L) -> L { ._min(x, y) }
/// `x` held between two bounds; on a bound it is `x`, so that the derivative there is 1.
@inlinable public func clamp<S: Scalar>(_ x: S, _ lower: S, _ upper: S) -> S {
  _require(!(lower > upper), "clamp: the lower bound \(lower) is above the upper bound \(upper)")
  return x >= lower ? (x <= upper ? x : upper) : x == x ? lower : x  // in this order NaN is passed on, whichever number it is
}
/// |x| with the sign of y.
@_transparent public func copysign<S: Scalar>(_ x: S, _ y: S) -> S { ._copysign(x, y) }
/// x − n y, with n the integer nearest x/y.
@_transparent public func remainder<S: Scalar>(_ x: S, _ y: S) -> S { ._remainder(x, y) }
/// x − n y, with n the integer part of x/y.
@_transparent public func fmod<S: Scalar>(_ x: S, _ y: S) -> S { ._fmod(x, y) }
/// x log y, and 0 where x is 0.
@_transparent public func xlogy<S: Scalar>(_ x: S, _ y: S) -> S { ._xlogy(x, y) }
/// a b + c, in one rounding where the processor has an instruction for it and in two where it has not.
@_transparent public func multiplyAdd<S: Scalar>(_ a: S, _ b: S, _ c: S) -> S { ._multiplyAdd(a, b, c) }

// Names that the platform's C module offers generically over `FloatingPoint`, too. A number that is both needs a third overload that is
// preferred to either.
/// √x. Its derivative at 0 is +∞.
@_transparent public func sqrt<L: Lifted & FloatingPoint>(_ x: L) -> L { ._sqrt(x) }
/// The largest integer ≤ x. The derivative is 0.
@_transparent public func floor<L: Lifted & FloatingPoint>(_ x: L) -> L { ._floor(x) }
/// The smallest integer ≥ x. The derivative is 0.
@_transparent public func ceil<L: Lifted & FloatingPoint>(_ x: L) -> L { ._ceil(x) }
/// The nearest integer, halves away from 0. The derivative is 0.
@_transparent public func round<L: Lifted & FloatingPoint>(_ x: L) -> L { ._round(x) }
/// The integer part, towards 0. The derivative is 0.
@_transparent public func trunc<L: Lifted & FloatingPoint>(_ x: L) -> L { ._trunc(x) }
/// x − n y, with n the integer nearest x/y.
@_transparent public func remainder<L: Lifted & FloatingPoint>(_ x: L, _ y: L) -> L { ._remainder(x, y) }
/// x − n y, with n the integer part of x/y.
@_transparent public func fmod<L: Lifted & FloatingPoint>(_ x: L, _ y: L) -> L { ._fmod(x, y) }
