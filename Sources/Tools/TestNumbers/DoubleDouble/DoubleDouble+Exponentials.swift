import Derivatives

// Exponentials, logarithms, powers, hyperbolic functions.

extension DoubleDouble {
  /// eʳ − 1 for |r| ≤ 0.4: the Taylor series of r/512, then nine times e²ˣ − 1 = 2m + m².
  private static func smallExpMinusOne(_ r: DoubleDouble) -> DoubleDouble {
    let t = r.multiplied(byPowerOfTwo: -9)
    var m = (1...10).reversed().reduce(DoubleDouble(0)) { ($0 + inverseFactorials[$1]) * t }
    for _ in 0..<9 { m = m + m + m * m }
    return m
  }

  public static func _exp(_ x: DoubleDouble) -> DoubleDouble {
    guard x._isFinite && x.hi != 0 else { return DoubleDouble(x.hi == 0 ? 1 : x.hi < 0 ? 0 : x.hi) }
    if x.magnitude > 1e12 { return DoubleDouble(x.hi < 0 ? 0 : .infinity) }
    let n = (x / naturalLogOfTwo).double.rounded()
    let r = x - DoubleDouble(n) * naturalLogOfTwo
    return (1 + smallExpMinusOne(r)).multiplied(byPowerOfTwo: Int(n))
  }
  public static func _expMinusOne(_ x: DoubleDouble) -> DoubleDouble { x.magnitude < 0.4 ? smallExpMinusOne(x) : _exp(x) - 1 }
  public static func _exp2(_ x: DoubleDouble) -> DoubleDouble {
    guard x.magnitude < 1e12 else { return _exp(x) }
    let n = x.double.rounded()
    return _exp((x - DoubleDouble(n)) * naturalLogOfTwo).multiplied(byPowerOfTwo: Int(n))
  }
  public static func _exp10(_ x: DoubleDouble) -> DoubleDouble {
    guard x.magnitude < 1e12 else { return _exp(x) }
    let n = x.double.rounded()
    return _exp((x - DoubleDouble(n)) * naturalLogOfTen) * _pow(10, Int(n))
  }

  /// One step of Halley's method, from libm's 16 digits.
  public static func _logOnePlus(_ x: DoubleDouble) -> DoubleDouble {
    guard x.magnitude < 0.4 else { return _log(1 + x) }
    if x.exponentIsBelow(-120) { return x - x * x * 0.5 }
    let y = DoubleDouble(Double._logOnePlus(x.double))
    let m = smallExpMinusOne(y)
    return y + 2 * (x - m) / (2 + x + m)
  }
  public static func _log(_ x: DoubleDouble) -> DoubleDouble {
    guard x._isFinite && x.hi > 0 else { return DoubleDouble(x.hi == 0 ? -.infinity : x.hi < 0 ? .nan : x.hi) }
    if x > 0.7 && x < 1.4 { return _logOnePlus(x - 1) }
    let n = x.exponent + (x.hi.significand > 1.4 ? 1 : 0)
    return DoubleDouble(Double(n)) * naturalLogOfTwo + _logOnePlus(x.multiplied(byPowerOfTwo: -n) - 1)
  }
  public static func _log2(_ x: DoubleDouble) -> DoubleDouble { _log(x) / naturalLogOfTwo }
  public static func _log10(_ x: DoubleDouble) -> DoubleDouble { _log(x) / naturalLogOfTen }

  func exponentIsBelow(_ limit: Int) -> Bool { hi == 0 || exponent < limit }
}

// MARK: Powers and roots
extension DoubleDouble {
  public static func _sqrt(_ x: DoubleDouble) -> DoubleDouble {
    guard x._isFinite && x.hi > 0 else { return DoubleDouble(x.hi.squareRoot()) }
    let half = x.scale >> 1
    let square = DoubleDouble(hi: x.hi, lo: x.lo).multiplied(byPowerOfTwo: 512 * (x.scale - 2 * half))
    // The square may lie outside of the range of `Double`; its root does not.
    let first = DoubleDouble(x.hi.squareRoot()).multiplied(byPowerOfTwo: 256 * (x.scale - 2 * half))
    let root = first + (square - first * first) / (2 * first)
    return root.multiplied(byPowerOfTwo: 512 * half)
  }
  public static func _cbrt(_ x: DoubleDouble) -> DoubleDouble { _root(x, 3) }
  public static func _root(_ x: DoubleDouble, _ n: Int) -> DoubleDouble {
    if n == 1 { return x }
    if n == 2 { return _sqrt(x) }
    if x.hi < 0 { return n % 2 == 0 ? DoubleDouble(.nan) : -_root(-x, n) }
    guard x.hi > 0 && x._isFinite else { return x }
    let y = _exp(_log(x) / DoubleDouble(Double(n)))
    let power = _pow(y, n - 1)
    return y - (y * power - x) / (DoubleDouble(Double(n)) * power)  // Newton
  }
  public static func _oneMinusSquare(_ x: DoubleDouble) -> DoubleDouble { (1 - x) * (1 + x) }

  /// By squaring.
  public static func _pow(_ x: DoubleDouble, _ n: Int) -> DoubleDouble {
    var result: DoubleDouble = 1
    var square = x
    var rest = n.magnitude
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      rest /= 2
      if rest > 0 { square *= square }
    }
    return n < 0 ? 1 / result : result
  }
  public static func _expDifference(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble { _exp(x - y) }
  public static func _multiple(_ c: DoubleDouble, ofPower x: DoubleDouble, _ y: DoubleDouble, less n: Double) -> DoubleDouble {
    _along(c, _power(x, y, less: n))
  }
  public static func _power(_ x: DoubleDouble, _ y: DoubleDouble, less n: Double) -> DoubleDouble { _pow(x, y - DoubleDouble(n)) }
  public static func _pow(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
    if y.magnitude < 1e3, y.lo == 0, y.double == y.double.rounded() { return _pow(x, Int(y.double)) }
    if x.hi == 0 { return DoubleDouble(y.hi > 0 ? 0 : .infinity) }
    if x.hi < 0 {
      let n = y.double
      guard y.lo == 0 && n == n.rounded() else { return DoubleDouble(.nan) }
      return n.remainder(dividingBy: 2) == 0 ? _pow(-x, y) : -_pow(-x, y)
    }
    return _exp(y * _log(x))
  }
  public static func _hypot(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble { _sqrt(x * x + y * y) }
  public static func _hypot(_ x: DoubleDouble, _ y: DoubleDouble, _ z: DoubleDouble) -> DoubleDouble { _sqrt(x * x + y * y + z * z) }
  public static func _cosine(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble { x.hi == 0 ? 0 : x / _hypot(x, y) }
}

// MARK: Hyperbolic functions
extension DoubleDouble {
  public static func _sinh(_ x: DoubleDouble) -> DoubleDouble {
    guard x.magnitude < 1e12 else { return x.hi > 0 ? _exp(x) : -_exp(-x) }
    let m = _expMinusOne(x)
    return x < -0.4 ? -_sinh(-x) : (m + m / (1 + m)) * 0.5
  }
  public static func _cosh(_ x: DoubleDouble) -> DoubleDouble {
    let e = _exp(x.magnitude)
    return e._isFinite ? (e + 1 / e) * 0.5 : e
  }
  public static func _tanh(_ x: DoubleDouble) -> DoubleDouble {
    if x.hi < 0 { return -_tanh(-x) }
    if x > 200 { return 1 }
    let m = _expMinusOne(2 * x)
    return m / (m + 2)
  }
  public static func _asinh(_ x: DoubleDouble) -> DoubleDouble {
    if x.hi < 0 { return -_asinh(-x) }
    return _logOnePlus(x + x * x / (1 + _hypot(1, x)))
  }
  public static func _acosh(_ x: DoubleDouble) -> DoubleDouble {
    let t = x - 1
    return _logOnePlus(t + _sqrt(t * (t + 2)))
  }
  public static func _atanh(_ x: DoubleDouble) -> DoubleDouble {
    if x.hi < 0 { return -_atanh(-x) }
    return _logOnePlus(2 * x / (1 - x)) * 0.5
  }
}
