// Functions of many numbers at once. Each is one rule, and one node of a tape however many numbers it takes.

/// Σ xᵢ, added from the first to the last.
@inlinable public func sum<C: Collection>(_ x: C) -> C.Element where C.Element: Scalar { withNumbers(x) { ._sum($0) } }

/// Σ xᵢ yᵢ, added from the first to the last.
///
/// - Precondition: `x` and `y` have the same count.
@inlinable public func dot<C: Collection, D: Collection>(_ x: C, _ y: D) -> C.Element
where C.Element: Scalar, D.Element == C.Element {
  precondition(x.count == y.count, "dot: the first vector has \(x.count) entries, the second has \(y.count)")
  return withNumbers(x) { x in withNumbers(y) { y in ._dot(x, y) } }
}

/// √Σxᵢ², without overflow or underflow. At the origin the derivatives are 0.
@inlinable public func norm<C: Collection>(_ x: C) -> C.Element where C.Element: Scalar { withNumbers(x) { ._norm($0) } }

/// log Σ exp xᵢ, without overflow. The derivatives are the ``softmax(_:)``.
@inlinable public func logSumExp<C: Collection>(_ x: C) -> C.Element where C.Element: Scalar { withNumbers(x) { ._logSumExp($0) } }

/// exp xᵢ/Σ exp xₖ for every i: positive numbers that add up to 1. Without overflow.
@inlinable public func softmax<C: Collection>(_ x: C) -> [C.Element] where C.Element: Scalar {
  guard let largest = x.max() else { return [] }
  let exponentials = x.map { exp($0 - largest) }
  let total = sum(exponentials)
  return exponentials.map { $0 / total }
}

/// The numbers of a collection where they lie; a collection that is not contiguous is copied.
@inlinable func withNumbers<C: Collection, R>(_ x: C, _ body: (UnsafeBufferPointer<C.Element>) -> R) -> R {
  x.withContiguousStorageIfAvailable(body) ?? Array(x).withUnsafeBufferPointer(body)
}
