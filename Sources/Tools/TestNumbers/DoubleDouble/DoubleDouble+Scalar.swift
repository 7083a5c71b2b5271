import Derivatives

extension DoubleDouble: Scalar {
  public typealias Base = DoubleDouble
  public var isExactlyZero: Bool { hi == 0 }
  public var _containsNaN: Bool { hi.isNaN }
  public var _isFinite: Bool { hi.isFinite }

  // kinks and steps
  public static func _abs(_ x: DoubleDouble) -> DoubleDouble { x.magnitude }
  public static func _sign(_ x: DoubleDouble) -> DoubleDouble { DoubleDouble(._sign(x.hi)) }
  public static func _floor(_ x: DoubleDouble) -> DoubleDouble {
    guard x.magnitude < 0x1p200 else { return x }
    let high = x.double.rounded(.down)
    let rest = x - DoubleDouble(high)
    return DoubleDouble(high) + DoubleDouble(rest.double.rounded(.down))
  }
  public static func _ceil(_ x: DoubleDouble) -> DoubleDouble { -_floor(-x) }
  public static func _trunc(_ x: DoubleDouble) -> DoubleDouble { x.hi < 0 ? _ceil(x) : _floor(x) }
  public static func _round(_ x: DoubleDouble) -> DoubleDouble { x.hi < 0 ? -_floor(0.5 - x) : _floor(x + 0.5) }
  public static func _copysign(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble { x.hi.sign == y.hi.sign ? x : -x }
  /// Of two numbers of type `Double`.
  public static func _remainder(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
    DoubleDouble(x.double.remainder(dividingBy: y.double))
  }
  public static func _fmod(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
    DoubleDouble(x.double.truncatingRemainder(dividingBy: y.double))
  }

  // several arguments
  public static func _multiplyAdd(_ a: DoubleDouble, _ b: DoubleDouble, _ c: DoubleDouble) -> DoubleDouble { a * b + c }
  public static func _sum<X: Numbers<DoubleDouble>>(_ x: X) -> DoubleDouble { (0..<x.count).reduce(0) { $0 + x[$1] } }
  public static func _dot<X: Numbers<DoubleDouble>, Y: Numbers<DoubleDouble>>(_ x: X, _ y: Y) -> DoubleDouble {
    (0..<x.count).reduce(0) { $0 + x[$1] * y[$1] }
  }
  public static func _norm<X: Numbers<DoubleDouble>>(_ x: X) -> DoubleDouble { _sqrt(_dot(x, x)) }
  public static func _logSumExp<X: Numbers<DoubleDouble>>(_ x: X) -> DoubleDouble {
    let largest = (0..<x.count).map { x[$0] }.max() ?? 0
    return largest + _log((0..<x.count).reduce(0) { $0 + _exp(x[$1] - largest) })
  }

  // functions of your own: their values are of type `Double`, so here they have 16 digits
  public static func applying<R: UnaryRule>(_ rule: R, to x: DoubleDouble) -> DoubleDouble { DoubleDouble(rule.value(x.double)) }
  public static func applying<R: VectorRule>(_ rule: R, to x: [DoubleDouble]) -> [DoubleDouble] {
    Double.applying(rule, to: x.map(\.double)).map { DoubleDouble($0) }
  }
}
