public import ForwardMode

/// The values of `f` at many points, eight in one evaluation.
///
/// `values[p, i] = fᵢ(points[p, 0], points[p, 1], …)`, bit for bit those of an evaluation at that point alone.
///
/// ```swift
/// struct Polar: VectorFunction {
///   func callAsFunction<S: Scalar>(_ p: [S]) -> [S] { [hypot(p[0], p[1]), atan2(p[1], p[0])] }
/// }
/// print(values(at: Matrix([[3, 4], [0, 1]]), of: Polar()))
/// // Prints "[[5, 0.9273],"
/// // Prints " [1, 1.5708]]"
/// ```
///
/// - Parameters:
///   - points: A point a row.
///   - f: From `n` numbers to `m`. Eight points for which it would take different branches are evaluated one by one.
@inlinable public func values<F: VectorFunction>(at points: Matrix, of f: F) -> Matrix {
  collect(points) {
    eightPoints(of: points, from: $0)
  } eight: {
    f($0)
  } one: {
    f(points.row($0))
  }
}

/// J·v at many points, each along a direction of its own, eight in one evaluation (JVP).
///
/// `result[p, i] = Σⱼ ∂fᵢ/∂xⱼ directions[p, j]` at point `p`.
///
/// ```swift
/// struct Square: VectorFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] * x[0]] }
/// }
/// print(pushforwards(at: Matrix([[1], [2], [3]]), along: Matrix([[1], [1], [10]]), of: Square()))
/// // Prints "[[ 2],"
/// // Prints " [ 4],"
/// // Prints " [60]]"
/// ```
///
/// - Precondition: `points` and `directions` have the same shape.
@inlinable public func pushforwards<F: VectorFunction>(at points: Matrix, along directions: Matrix, of f: F) -> Matrix {
  _require(
    points.rowCount == directions.rowCount && points.columnCount == directions.columnCount,
    "pushforwards: the points are \(points.rowCount) × \(points.columnCount), the directions \(directions.rowCount) × \(directions.columnCount)"
  )
  return collect(points) { first in
    (point: eightPoints(of: points, from: first), direction: eightPoints(of: directions, from: first))
  } eight: { x in
    pushforward(at: x.point, along: x.direction) { f($0) }
  } one: { p in
    pushforward(at: points.row(p), along: directions.row(p)) { f($0) }
  }
}

/// A row of results for every point: eight at a time, and one by one where the eight part ways.
@inlinable func collect<X>(
  _ points: Matrix, _ inputs: (Int) -> X, eight: (X) -> [Points8], one: (Int) -> [Double]
) -> Matrix {
  var result = Matrix(rowCount: 0, columnCount: 0)
  for first in Swift.stride(from: 0, to: points.rowCount, by: 8) {
    let x = inputs(first)
    var y: [Points8] = []
    let pointsPart = Points8._partWays { y = eight(x) }
    if first == 0 { result = Matrix(rowCount: points.rowCount, columnCount: y.count) }
    requireSameCount(y.count, result.columnCount, "points")
    let count = min(8, points.rowCount - first)
    if pointsPart {
      for p in first..<first + count {
        let row = one(p)
        requireSameCount(row.count, result.columnCount, "points")
        result.setRow(p, to: row)
      }
    } else {
      for (i, number) in y.enumerated() { spread(number, over: &result, from: first &* y.count &+ i, stride: y.count, count: count) }
    }
  }
  return result
}

/// Points `first`, `first` + 1, …, eight in all; when there are fewer, the last again and again.
@inlinable func eightPoints(of points: Matrix, from first: Int) -> [Points8] {
  let n = points.columnCount
  var x = [Points8](repeating: .zero, count: n)
  points.storage.withUnsafeBufferPointer { entries in
    x.withUnsafeMutableBytes { x in
      // As numbers in memory: a vector's parts, taken by an index that is not known, go through memory one by one.
      let lanes = x.assumingMemoryBound(to: Double.self)
      for p in 0..<8 {
        let start = min(first &+ p, points.rowCount &- 1) &* n
        for j in 0..<n { lanes[j &* 8 &+ p] = entries[start &+ j] }
      }
    }
  }
  return x
}

/// Writes the numbers of up to eight points, `stride` apart.
@inlinable @inline(__always) func spread(_ x: Points8, over matrix: inout Matrix, from start: Int, stride: Int, count: Int) {
  matrix.storage.withUnsafeMutableBufferPointer { entries in
    withUnsafeBytes(of: x) { x in
      let x = x.assumingMemoryBound(to: Double.self)
      for p in 0..<min(count, 8) { entries[start &+ p &* stride] = x[p] }
    }
  }
}

extension Matrix {
  @inlinable mutating func setRow(_ i: Int, to row: [Double]) {
    for j in 0..<columnCount { storage[i &* columnCount &+ j] = row[j] }
  }
}
