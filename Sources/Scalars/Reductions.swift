// Functions of many numbers at once. Each is one rule, and one node of a tape however many numbers it takes.
//
// They take arrays and slices, not any collection: with a generic collection, formulas that add two of them do not type-check.

/// Σ xᵢ, added from the first to the last.
@inlinable public func sum<S: Scalar>(_ x: [S]) -> S { x.withUnsafeBufferPointer { ._sum($0) } }
/// Σ xᵢ, added from the first to the last.
@inlinable public func sum<S: Scalar>(_ x: ArraySlice<S>) -> S { x.withUnsafeBufferPointer { ._sum($0) } }

/// Σ xᵢ yᵢ, added from the first to the last.
///
/// - Precondition: `x` and `y` have the same count.
@inlinable public func dot<S: Scalar>(_ x: [S], _ y: [S]) -> S { dot(x[...], y[...]) }
/// Σ xᵢ yᵢ, added from the first to the last.
@inlinable public func dot<S: Scalar>(_ x: ArraySlice<S>, _ y: [S]) -> S { dot(x, y[...]) }
/// Σ xᵢ yᵢ, added from the first to the last.
@inlinable public func dot<S: Scalar>(_ x: [S], _ y: ArraySlice<S>) -> S { dot(x[...], y) }
/// Σ xᵢ yᵢ, added from the first to the last.
@inlinable public func dot<S: Scalar>(_ x: ArraySlice<S>, _ y: ArraySlice<S>) -> S {
  _require(x.count == y.count, "dot: the first vector has \(x.count) entries, the second has \(y.count)")
  return x.withUnsafeBufferPointer { x in y.withUnsafeBufferPointer { y in ._dot(x, y) } }
}

/// √Σxᵢ², without overflow or underflow. At the origin the derivatives are 0.
@inlinable public func norm<S: Scalar>(_ x: [S]) -> S { x.withUnsafeBufferPointer { ._norm($0) } }
/// √Σxᵢ², without overflow or underflow. At the origin the derivatives are 0.
@inlinable public func norm<S: Scalar>(_ x: ArraySlice<S>) -> S { x.withUnsafeBufferPointer { ._norm($0) } }

/// log Σ exp xᵢ, without overflow. The derivatives are the ``softmax(_:)``.
@inlinable public func logSumExp<S: Scalar>(_ x: [S]) -> S { x.withUnsafeBufferPointer { ._logSumExp($0) } }
/// log Σ exp xᵢ, without overflow. The derivatives are the ``softmax(_:)``.
@inlinable public func logSumExp<S: Scalar>(_ x: ArraySlice<S>) -> S { x.withUnsafeBufferPointer { ._logSumExp($0) } }
