/// A vector over the numbers `Base`: what a derivative is carried in.
///
/// Forward mode carries tangents `ẋ`, reverse mode carries adjoints `x̄`; both are only ever added and multiplied by numbers. A `Tangent`
/// is one number (one direction), several lanes (several directions at once), or a number that carries derivatives itself (higher
/// derivatives). Every ``Scalar`` is a tangent over itself.
///
/// The operations are for authors of number types; users of numbers need none of them.
public protocol Tangent: AdditiveArithmetic {
  /// The numbers a tangent is multiplied by.
  associatedtype Base: Scalar

  /// True when every part is exactly zero, all lanes and points together. For rules; a program that branches compares with `== 0`, which
  /// eight points decide point by point.
  var isExactlyZero: Bool { get }
  /// True when some part is NaN.
  var _containsNaN: Bool { get }
  /// True when every part is zero or NaN, those that depend on numbers of a tape along all of them. 0·∞ is NaN: what an infinite slope
  /// leaves of a zero tangent.
  var _vanishes: Bool { get }
  /// Which numbers can meet: those of different kinds cannot. From 0 to 31.
  static var _kind: Int { get }
  /// How many directions are carried.
  static var laneCount: Int { get }
  /// The tangent that is 1 in direction `lane` and 0 in the others.
  static func unit(_ lane: Int) -> Self
  /// The part along direction `lane`.
  func lane(_ lane: Int) -> Base

  /// x·a + y·b: the product rule.
  static func _combine(_ x: Self, _ a: Base, _ y: Self, _ b: Base) -> Self
  /// s + x·a: a step of a sweep.
  static func _accumulate(_ s: Self, _ x: Self, _ a: Base) -> Self
  /// x·a, and 0 in every direction in which `x` is exactly zero, whatever `a` is: the chain rule.
  static func _along(_ x: Self, _ a: Base) -> Self
  /// x/a, and 0 in every direction in which `x` is exactly zero: the quotient rule at a pole.
  static func _along(_ x: Self, dividedBy a: Base) -> Self
  /// x·a.
  static func _scale(_ x: Self, _ a: Base) -> Self
  /// −x.
  static func _negate(_ x: Self) -> Self

  /// Ā += C̄ Bᵀ: what the first factor of C = A B receives. `room` holds as many tangents as B has entries.
  static func _pullBackLeft(
    _ c: UnsafePointer<Self>, _ b: UnsafePointer<Base>, _ shape: ProductShape, into a: UnsafeMutablePointer<Self>,
    room: UnsafeMutablePointer<Self>)
  /// B̄ += Aᵀ C̄: what the second factor receives.
  static func _pullBackRight(
    _ a: UnsafePointer<Base>, _ c: UnsafePointer<Self>, _ shape: ProductShape, into b: UnsafeMutablePointer<Self>)
}

extension Tangent {
  @inlinable public var _vanishes: Bool {
    for i in 0..<Self.laneCount {
      let part = lane(i)
      if !part.isExactlyZero && !part._containsNaN { return false }
    }
    return true
  }
  /// Every type that has no kind of its own.
  @_transparent public static var _kind: Int { 7 }
}

/// The sizes of a matrix product: rows × inner times inner × columns.
@frozen public struct ProductShape {
  public let rows: Int, inner: Int, columns: Int
  @_transparent public init(rows: Int, inner: Int, columns: Int) {
    self.rows = rows
    self.inner = inner
    self.columns = columns
  }
}

/// A number is a tangent over itself, with one direction.
extension Tangent where Base == Self {
  @_transparent public static var laneCount: Int { 1 }
  @_transparent public static func unit(_ lane: Int) -> Self { Self(1.0) }
  @_transparent public func lane(_ lane: Int) -> Self { self }

  @_transparent public static func _combine(_ x: Self, _ a: Self, _ y: Self, _ b: Self) -> Self { x * a + y * b }
  @_transparent public static func _accumulate(_ s: Self, _ x: Self, _ a: Self) -> Self { s + x * a }
  // The product is formed first and selected afterwards: a select costs less than a branch around a function call.
  @_transparent public static func _along(_ x: Self, _ a: Self) -> Self {
    let product = x * a
    return x.isExactlyZero ? .zero : product
  }
  @_transparent public static func _along(_ x: Self, dividedBy a: Self) -> Self {
    let quotient = x / a
    return x.isExactlyZero ? .zero : quotient
  }
  @_transparent public static func _scale(_ x: Self, _ a: Self) -> Self { x * a }
  @_transparent public static func _negate(_ x: Self) -> Self { -x }
}
