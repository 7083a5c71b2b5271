import Derivatives

/// The determinant by expansion by minors along the first remaining row, without any memory of minors seen before: ℓ! products.
///
/// det M = Σⱼ (−1)ʲ M[0, j] det(M without row 0 and column j).
struct Determinant {
  /// ℓ.
  let size: Int

  func callAsFunction<S: Scalar>(_ a: [S]) -> S {
    expansion(a, row: 0, columns: (1 << UInt64(size)) - 1)
  }

  /// The minor of the rows from `row` on and of a set of as many columns.
  private func expansion<S: Scalar>(_ a: [S], row: Int, columns: UInt64) -> S {
    if row == size - 1 { return a[row * size + columns.trailingZeroBitCount] }
    return expand(a, row: row, columns: columns) { expansion(a, row: row + 1, columns: $0) }
  }

  @inline(__always) private func expand<S: Scalar>(_ a: [S], row: Int, columns: UInt64, minor: (UInt64) -> S) -> S {
    var rest = columns
    let first = rest.trailingZeroBitCount
    rest &= rest - 1
    var total = a[row * size + first] * minor(columns & ~(1 << UInt64(first)))
    var isNegative = true
    while rest != 0 {
      let column = rest.trailingZeroBitCount
      rest &= rest - 1
      let term = a[row * size + column] * minor(columns & ~(1 << UInt64(column)))
      total = isNegative ? total - term : total + term
      isNegative.toggle()
    }
    return total
  }

  /// All of it on one tape would take 3 ℓ! entries, 4 GB at ℓ = 11. Minors of seven rows are recorded apart, in 14 thousand entries that stay
  /// in the cache, and each enters the outer recording as one operation.
  func gradient(at a: [Double]) -> [Double] {
    let inner = Determinant(size: min(size, 7))
    let tape = Tape<Double>()
    var slope = [Double](repeating: 0, count: inner.size * inner.size)
    return Derivatives.gradient(at: a) { a in
      func minor(row: Int, columns: UInt64) -> Adjoint<Double> {
        if size - row > inner.size { return expand(a, row: row, columns: columns) { minor(row: row + 1, columns: $0) } }
        let kept = (0..<size).filter { columns >> UInt64($0) & 1 == 1 }
        let entries = (row..<size).flatMap { i in kept.map { a[i * size + $0] } }
        return preaccumulated(at: entries, on: tape, into: &slope) { inner($0) }
      }
      return minor(row: 0, columns: (1 << UInt64(size)) - 1)
    }
  }
}
