public import CNumerics

/// Eight numbers that go through a program together: a function's values at eight points in one evaluation.
///
/// Every operation is done number by number, and bit for bit as with `Double`. As the numbers of an adjoint or a dual, eight points share one
/// recording: `Adjoint<Points8>` gives eight gradients, `Dual<Points8>` eight directional derivatives.
///
/// ```swift
/// let x = Points8(SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
/// print(x * x + 1)
/// // Prints "[1.0, 2.0, 5.0, 10.0, 17.0, 26.0, 37.0, 50.0]"
/// ```
///
/// A program takes one branch for all eight. Where a comparison comes out differently for them it is that of the first point, and the thread
/// remembers: ``Points8/takeDivergence()`` tells, and only the first point's result can be used. `valuesWithJacobians(at:of:)` evaluates such points again,
/// one by one. `abs`, `max` and the like are functions, not branches, and right for every point; `clamp` is a branch.
@frozen public struct Points8: Scalar, Sendable, BitwiseCopyable {
  public typealias Base = Points8
  /// The numbers, one a point.
  public var values: SIMD8<Double>

  @_transparent public init(_ values: SIMD8<Double>) { self.values = values }
  /// The same number at every point.
  @_transparent public init(_ constant: Double) { values = SIMD8(repeating: constant) }
  @_transparent public init(floatLiteral value: Double) { self.init(value) }
  @_transparent public init(integerLiteral value: Int) { self.init(Double(value)) }
  @inlinable public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  /// True when points have taken different branches on this thread since this was last asked.
  public static func takeDivergence() -> Bool { cn_take_divergence() }
  /// Makes the points count as having taken different branches.
  public static func _noteDivergence() { cn_note_divergence() }
}

// MARK: Arithmetic
// Disfavoured, so that formulas of other numbers do not take longer to type-check: every operator set is a candidate in each of them.
extension Points8 {
  @_transparent public static var zero: Points8 { Points8(SIMD8()) }
  @_disfavoredOverload @_transparent public static func + (a: Points8, b: Points8) -> Points8 {
    Points8(cn_points_add(a.values, b.values))
  }
  @_disfavoredOverload @_transparent public static func - (a: Points8, b: Points8) -> Points8 {
    Points8(cn_points_subtract(a.values, b.values))
  }
  @_disfavoredOverload @_transparent public static func * (a: Points8, b: Points8) -> Points8 {
    Points8(cn_points_multiply(a.values, b.values))
  }
  @_disfavoredOverload @_transparent public static func / (a: Points8, b: Points8) -> Points8 {
    Points8(cn_points_divide(a.values, b.values))
  }
  @_disfavoredOverload @_transparent public static prefix func - (a: Points8) -> Points8 { Points8(cn_points_negate(a.values)) }
  @_transparent public static func *= (a: inout Points8, b: Points8) { a = a * b }
  @_transparent public var magnitude: Points8 { ._abs(self) }
  @_transparent public mutating func negate() { self = -self }

  @_transparent public static func _combine(_ x: Points8, _ a: Points8, _ y: Points8, _ b: Points8) -> Points8 {
    Points8(cn_points_combine(x.values, a.values, y.values, b.values))
  }
  @_transparent public static func _accumulate(_ s: Points8, _ x: Points8, _ a: Points8) -> Points8 {
    Points8(cn_points_multiply_add(x.values, a.values, s.values))
  }
  @_transparent public static func _along(_ x: Points8, _ a: Points8) -> Points8 { Points8(cn_points_along(x.values, a.values)) }
  @_transparent public static func _along(_ x: Points8, dividedBy a: Points8) -> Points8 {
    Points8(cn_points_along_divide(x.values, a.values))
  }
  @_transparent public static func _multiplyAdd(_ a: Points8, _ b: Points8, _ c: Points8) -> Points8 {
    Points8(cn_points_multiply_add(a.values, b.values, c.values))
  }

  @_transparent public var isExactlyZero: Bool { cn_is_zero8(values) }
  @_transparent public static var _kind: Int { 5 }
  @_transparent public var _containsNaN: Bool { cn_contains_nan8(values) }
  @_transparent public var _isFinite: Bool { Points8.decide(cn_points_equal(cn_points_subtract(values, values), SIMD8())) }
}

// MARK: Comparison
extension Points8 {
  @_transparent public static func < (a: Points8, b: Points8) -> Bool { decide(cn_points_less(a.values, b.values)) }
  @_transparent public static func > (a: Points8, b: Points8) -> Bool { b < a }
  @_transparent public static func <= (a: Points8, b: Points8) -> Bool { decide(cn_points_less_or_equal(a.values, b.values)) }
  @_transparent public static func >= (a: Points8, b: Points8) -> Bool { b <= a }
  @_transparent public static func == (a: Points8, b: Points8) -> Bool { decide(cn_points_equal(a.values, b.values)) }

  @_transparent @usableFromInline static func decide(_ agreement: CInt) -> Bool {
    if _slowPath(agreement > 1) { cn_note_divergence() }
    return agreement & 1 != 0
  }
}

// MARK: Functions, point by point
extension Points8 {
  @inlinable @inline(__always) static func each(_ x: Points8, _ f: (Double) -> Double) -> Points8 {
    let x = x.values
    return Points8(SIMD8(f(x[0]), f(x[1]), f(x[2]), f(x[3]), f(x[4]), f(x[5]), f(x[6]), f(x[7])))
  }
  @inlinable @inline(__always) static func each(_ x: Points8, _ y: Points8, _ f: (Double, Double) -> Double) -> Points8 {
    let (x, y) = (x.values, y.values)
    return Points8(
      SIMD8(f(x[0], y[0]), f(x[1], y[1]), f(x[2], y[2]), f(x[3], y[3]), f(x[4], y[4]), f(x[5], y[5]), f(x[6], y[6]), f(x[7], y[7])))
  }

  @_transparent public static func _sqrt(_ x: Points8) -> Points8 { Points8(cn_points_sqrt(x.values)) }
  @_transparent public static func _abs(_ x: Points8) -> Points8 { Points8(cn_points_abs(x.values)) }

  @inlinable public static func _exp(_ x: Points8) -> Points8 { each(x) { ._exp($0) } }
  @inlinable public static func _expMinusOne(_ x: Points8) -> Points8 { each(x) { ._expMinusOne($0) } }
  @inlinable public static func _exp2(_ x: Points8) -> Points8 { each(x) { ._exp2($0) } }
  @inlinable public static func _exp10(_ x: Points8) -> Points8 { each(x) { ._exp10($0) } }
  @inlinable public static func _log(_ x: Points8) -> Points8 { each(x) { ._log($0) } }
  @inlinable public static func _logOnePlus(_ x: Points8) -> Points8 { each(x) { ._logOnePlus($0) } }
  @inlinable public static func _log2(_ x: Points8) -> Points8 { each(x) { ._log2($0) } }
  @inlinable public static func _log10(_ x: Points8) -> Points8 { each(x) { ._log10($0) } }

  @inlinable public static func _cbrt(_ x: Points8) -> Points8 { each(x) { ._cbrt($0) } }
  @inlinable public static func _oneMinusSquare(_ x: Points8) -> Points8 { each(x) { ._oneMinusSquare($0) } }

  @inlinable public static func _sin(_ x: Points8) -> Points8 { each(x) { ._sin($0) } }
  @inlinable public static func _cos(_ x: Points8) -> Points8 { each(x) { ._cos($0) } }
  @inlinable public static func _tan(_ x: Points8) -> Points8 { each(x) { ._tan($0) } }
  @inlinable public static func _sinPi(_ x: Points8) -> Points8 { each(x) { ._sinPi($0) } }
  @inlinable public static func _cosPi(_ x: Points8) -> Points8 { each(x) { ._cosPi($0) } }
  @inlinable public static func _asin(_ x: Points8) -> Points8 { each(x) { ._asin($0) } }
  @inlinable public static func _acos(_ x: Points8) -> Points8 { each(x) { ._acos($0) } }
  @inlinable public static func _atan(_ x: Points8) -> Points8 { each(x) { ._atan($0) } }

  @inlinable public static func _sinh(_ x: Points8) -> Points8 { each(x) { ._sinh($0) } }
  @inlinable public static func _cosh(_ x: Points8) -> Points8 { each(x) { ._cosh($0) } }
  @inlinable public static func _tanh(_ x: Points8) -> Points8 { each(x) { ._tanh($0) } }
  @inlinable public static func _asinh(_ x: Points8) -> Points8 { each(x) { ._asinh($0) } }
  @inlinable public static func _acosh(_ x: Points8) -> Points8 { each(x) { ._acosh($0) } }
  @inlinable public static func _atanh(_ x: Points8) -> Points8 { each(x) { ._atanh($0) } }

  @inlinable public static func _sign(_ x: Points8) -> Points8 { each(x) { ._sign($0) } }
  @inlinable public static func _floor(_ x: Points8) -> Points8 { each(x) { ._floor($0) } }
  @inlinable public static func _ceil(_ x: Points8) -> Points8 { each(x) { ._ceil($0) } }
  @inlinable public static func _round(_ x: Points8) -> Points8 { each(x) { ._round($0) } }
  @inlinable public static func _trunc(_ x: Points8) -> Points8 { each(x) { ._trunc($0) } }

  @inlinable public static func _erf(_ x: Points8) -> Points8 { each(x) { ._erf($0) } }
  @inlinable public static func _erfc(_ x: Points8) -> Points8 { each(x) { ._erfc($0) } }
  @inlinable public static func _gaussian(_ x: Points8) -> Points8 { each(x) { ._gaussian($0) } }
  @inlinable public static func _gamma(_ x: Points8) -> Points8 { each(x) { ._gamma($0) } }
  @inlinable public static func _logGamma(_ x: Points8) -> Points8 { each(x) { ._logGamma($0) } }
  @inlinable public static func _sigmoid(_ x: Points8) -> Points8 { each(x) { ._sigmoid($0) } }
  @inlinable public static func _sigmoidSlope(_ x: Points8) -> Points8 { each(x) { ._sigmoidSlope($0) } }
  @inlinable public static func _softplus(_ x: Points8) -> Points8 { each(x) { ._softplus($0) } }
  @inlinable public static func _logit(_ x: Points8) -> Points8 { each(x) { ._logit($0) } }
  @inlinable public static func _xlogx(_ x: Points8) -> Points8 { each(x) { ._xlogx($0) } }
  @inlinable public static func _relu(_ x: Points8) -> Points8 { each(x) { ._relu($0) } }

  @inlinable public static func _expDifference(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._expDifference($0, $1) } }
  @inlinable public static func _pow(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._pow($0, $1) } }
  @inlinable public static func _hypot(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._hypot($0, $1) } }
  @inlinable public static func _atan2(_ y: Points8, _ x: Points8) -> Points8 { each(y, x) { ._atan2($0, $1) } }
  @inlinable public static func _cosine(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._cosine($0, $1) } }
  @inlinable public static func _copysign(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._copysign($0, $1) } }
  @inlinable public static func _remainder(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._remainder($0, $1) } }
  @inlinable public static func _fmod(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._fmod($0, $1) } }
  @inlinable public static func _max(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._max($0, $1) } }
  @inlinable public static func _min(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._min($0, $1) } }
  @inlinable public static func _xlogy(_ x: Points8, _ y: Points8) -> Points8 { each(x, y) { ._xlogy($0, $1) } }

  @inlinable public static func _root(_ x: Points8, _ n: Int) -> Points8 { each(x) { ._root($0, n) } }
  @inlinable public static func _pow(_ x: Points8, _ n: Int) -> Points8 { each(x) { ._pow($0, n) } }
  @inlinable public static func _power(_ x: Points8, _ y: Points8, less n: Double) -> Points8 { each(x, y) { ._power($0, $1, less: n) } }
  @inlinable public static func _multiple(_ c: Points8, ofPower x: Points8, _ y: Points8, less n: Double) -> Points8 {
    let (c, x, y) = (c.values, x.values, y.values)
    func one(_ i: Int) -> Double { ._multiple(c[i], ofPower: x[i], y[i], less: n) }
    return Points8(SIMD8(one(0), one(1), one(2), one(3), one(4), one(5), one(6), one(7)))
  }
  @inlinable public static func _polygamma(_ n: Int, _ x: Points8) -> Points8 { each(x) { ._polygamma(n, $0) } }
  @inlinable public static func applying<R: UnaryRule>(_ rule: R, to x: Points8) -> Points8 { each(x) { rule.value($0) } }
}

// MARK: Functions of many numbers, point by point
extension Points8 {
  /// f for the numbers of each point.
  @inlinable static func each<X: Numbers<Points8>>(_ x: X, _ f: (NumbersOfPoint<X>) -> Double) -> Points8 {
    Points8(SIMD8((0..<8).map { f(NumbersOfPoint(x, $0)) }))
  }

  @inlinable public static func _hypot(_ x: Points8, _ y: Points8, _ z: Points8) -> Points8 { ._norm(ThreeNumbers(x, y, z)) }
  @inlinable public static func _sum<X: Numbers<Points8>>(_ x: X) -> Points8 {
    var s = Points8.zero
    for i in 0..<x.count { s += x[i] }
    return s
  }
  @inlinable public static func _dot<X: Numbers<Points8>, Y: Numbers<Points8>>(_ x: X, _ y: Y) -> Points8 {
    var s = Points8.zero
    for i in 0..<x.count { s += x[i] * y[i] }
    return s
  }
  @inlinable public static func _norm<X: Numbers<Points8>>(_ x: X) -> Points8 { each(x) { ._norm($0) } }
  @inlinable public static func _logSumExp<X: Numbers<Points8>>(_ x: X) -> Points8 { each(x) { ._logSumExp($0) } }

  @inlinable public static func applying<R: VectorRule>(_ rule: R, to x: [Points8]) -> [Points8] {
    let results = (0..<8).map { point in rule.value(x.map { $0.values[point] }) }
    for result in results {
      _require(
        result.count == results[0].count,
        "\(R.self): the value has \(result.count) numbers at one point, \(results[0].count) at another")
    }
    return results[0].indices.map { i in Points8(SIMD8(results.map { $0[i] })) }
  }
}

/// The numbers of one point.
@frozen @usableFromInline struct NumbersOfPoint<X: Numbers<Points8>>: Numbers {
  @usableFromInline let numbers: X
  @usableFromInline let point: Int
  @inlinable init(_ numbers: X, _ point: Int) {
    self.numbers = numbers
    self.point = point
  }
  @inlinable var count: Int { numbers.count }
  @inlinable subscript(i: Int) -> Double { numbers[i].values[point] }
}

extension Points8: CustomStringConvertible {
  public var description: String { "[" + (0..<8).map { "\(values[$0])" }.joined(separator: ", ") + "]" }
}
