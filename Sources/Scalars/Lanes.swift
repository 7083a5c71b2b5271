public import CNumerics

// Several directions at once: one true vector of 4, 8 or 16. The three types differ in nothing but their width, and each operation is one
// C function on it; Swift's own SIMD arithmetic would be taken apart into scalars.

/// Four directions at once: the tangent of a number that is differentiated in four directions in one evaluation.
@frozen public struct Lanes4: Tangent, Hashable, Sendable, BitwiseCopyable {
  public typealias Base = Double
  /// The parts, one a direction.
  public var lanes: SIMD4<Double>

  @_transparent public init(_ lanes: SIMD4<Double>) { self.lanes = lanes }
  @_transparent public static var zero: Lanes4 { Lanes4(SIMD4()) }
  @_transparent public static func + (a: Lanes4, b: Lanes4) -> Lanes4 { Lanes4(cn_add4(a.lanes, b.lanes)) }
  @_transparent public static func - (a: Lanes4, b: Lanes4) -> Lanes4 { Lanes4(cn_subtract4(a.lanes, b.lanes)) }

  @_transparent public var isExactlyZero: Bool { cn_is_zero4(lanes) }
  @_transparent public var _containsNaN: Bool { cn_contains_nan4(lanes) }
  @_transparent public static var _kind: Int { 2 }
  @_transparent public static var laneCount: Int { 4 }
  @inlinable public static func unit(_ lane: Int) -> Lanes4 {
    var lanes = SIMD4<Double>()
    lanes[lane] = 1
    return Lanes4(lanes)
  }
  @inlinable public func lane(_ lane: Int) -> Double { lanes[lane] }

  @_transparent public static func _combine(_ x: Lanes4, _ a: Double, _ y: Lanes4, _ b: Double) -> Lanes4 {
    Lanes4(cn_combine4(x.lanes, a, y.lanes, b))
  }
  @_transparent public static func _accumulate(_ s: Lanes4, _ x: Lanes4, _ a: Double) -> Lanes4 {
    Lanes4(cn_accumulate4(s.lanes, x.lanes, a))
  }
  @_transparent public static func _along(_ x: Lanes4, _ a: Double) -> Lanes4 { Lanes4(cn_along4(x.lanes, a)) }
  @_transparent public static func _along(_ x: Lanes4, dividedBy a: Double) -> Lanes4 { Lanes4(cn_divide4(x.lanes, a)) }
  @_transparent public static func _scale(_ x: Lanes4, _ a: Double) -> Lanes4 { Lanes4(cn_scale4(x.lanes, a)) }
  @_transparent public static func _negate(_ x: Lanes4) -> Lanes4 { Lanes4(cn_negate4(x.lanes)) }
}

/// Eight directions at once: the tangent of a number that is differentiated in eight directions in one evaluation.
@frozen public struct Lanes8: Tangent, Hashable, Sendable, BitwiseCopyable {
  public typealias Base = Double
  /// The parts, one a direction.
  public var lanes: SIMD8<Double>

  @_transparent public init(_ lanes: SIMD8<Double>) { self.lanes = lanes }
  @_transparent public static var zero: Lanes8 { Lanes8(SIMD8()) }
  @_transparent public static func + (a: Lanes8, b: Lanes8) -> Lanes8 { Lanes8(cn_add8(a.lanes, b.lanes)) }
  @_transparent public static func - (a: Lanes8, b: Lanes8) -> Lanes8 { Lanes8(cn_subtract8(a.lanes, b.lanes)) }

  @_transparent public var isExactlyZero: Bool { cn_is_zero8(lanes) }
  @_transparent public var _containsNaN: Bool { cn_contains_nan8(lanes) }
  @_transparent public static var _kind: Int { 3 }
  @_transparent public static var laneCount: Int { 8 }
  @inlinable public static func unit(_ lane: Int) -> Lanes8 {
    var lanes = SIMD8<Double>()
    lanes[lane] = 1
    return Lanes8(lanes)
  }
  @inlinable public func lane(_ lane: Int) -> Double { lanes[lane] }

  @_transparent public static func _combine(_ x: Lanes8, _ a: Double, _ y: Lanes8, _ b: Double) -> Lanes8 {
    Lanes8(cn_combine8(x.lanes, a, y.lanes, b))
  }
  @_transparent public static func _accumulate(_ s: Lanes8, _ x: Lanes8, _ a: Double) -> Lanes8 {
    Lanes8(cn_accumulate8(s.lanes, x.lanes, a))
  }
  @_transparent public static func _along(_ x: Lanes8, _ a: Double) -> Lanes8 { Lanes8(cn_along8(x.lanes, a)) }
  @_transparent public static func _along(_ x: Lanes8, dividedBy a: Double) -> Lanes8 { Lanes8(cn_divide8(x.lanes, a)) }
  @_transparent public static func _scale(_ x: Lanes8, _ a: Double) -> Lanes8 { Lanes8(cn_scale8(x.lanes, a)) }
  @_transparent public static func _negate(_ x: Lanes8) -> Lanes8 { Lanes8(cn_negate8(x.lanes)) }
}

/// Sixteen directions at once: the tangent of a number that is differentiated in sixteen directions in one evaluation.
@frozen public struct Lanes16: Tangent, Hashable, Sendable, BitwiseCopyable {
  public typealias Base = Double
  /// The parts, one a direction.
  public var lanes: SIMD16<Double>

  @_transparent public init(_ lanes: SIMD16<Double>) { self.lanes = lanes }
  @_transparent public static var zero: Lanes16 { Lanes16(SIMD16()) }
  @_transparent public static func + (a: Lanes16, b: Lanes16) -> Lanes16 { Lanes16(cn_add16(a.lanes, b.lanes)) }
  @_transparent public static func - (a: Lanes16, b: Lanes16) -> Lanes16 { Lanes16(cn_subtract16(a.lanes, b.lanes)) }

  @_transparent public var isExactlyZero: Bool { cn_is_zero16(lanes) }
  @_transparent public var _containsNaN: Bool { cn_contains_nan16(lanes) }
  @_transparent public static var _kind: Int { 4 }
  @_transparent public static var laneCount: Int { 16 }
  @inlinable public static func unit(_ lane: Int) -> Lanes16 {
    var lanes = SIMD16<Double>()
    lanes[lane] = 1
    return Lanes16(lanes)
  }
  @inlinable public func lane(_ lane: Int) -> Double { lanes[lane] }

  @_transparent public static func _combine(_ x: Lanes16, _ a: Double, _ y: Lanes16, _ b: Double) -> Lanes16 {
    Lanes16(cn_combine16(x.lanes, a, y.lanes, b))
  }
  @_transparent public static func _accumulate(_ s: Lanes16, _ x: Lanes16, _ a: Double) -> Lanes16 {
    Lanes16(cn_accumulate16(s.lanes, x.lanes, a))
  }
  @_transparent public static func _along(_ x: Lanes16, _ a: Double) -> Lanes16 { Lanes16(cn_along16(x.lanes, a)) }
  @_transparent public static func _along(_ x: Lanes16, dividedBy a: Double) -> Lanes16 { Lanes16(cn_divide16(x.lanes, a)) }
  @_transparent public static func _scale(_ x: Lanes16, _ a: Double) -> Lanes16 { Lanes16(cn_scale16(x.lanes, a)) }
  @_transparent public static func _negate(_ x: Lanes16) -> Lanes16 { Lanes16(cn_negate16(x.lanes)) }
}

extension Lanes4: CustomStringConvertible {
  public var description: String { "[" + (0..<4).map { "\(lanes[$0])" }.joined(separator: ", ") + "]" }
}
extension Lanes8: CustomStringConvertible {
  public var description: String { "[" + (0..<8).map { "\(lanes[$0])" }.joined(separator: ", ") + "]" }
}
extension Lanes16: CustomStringConvertible {
  public var description: String { "[" + (0..<16).map { "\(lanes[$0])" }.joined(separator: ", ") + "]" }
}
