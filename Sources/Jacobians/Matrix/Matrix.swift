import Scalars

/// A matrix of numbers, row by row: `m[i, j]` is row `i`, column `j`.
///
/// ```swift
/// let m = Matrix([[1, 2, 3], [4, 5, 6]])
/// print(m[1, 0], m * [1, 0, 1], m.transposed)
/// // Prints "4.0 [4.0, 10.0] [[1, 4],"
/// // Prints " [2, 5],"
/// // Prints " [3, 6]]"
/// ```
public struct Matrix: Equatable, Sendable {
  /// m, the count of rows.
  public let rowCount: Int
  /// n, the count of columns.
  public let columnCount: Int
  /// The entries, as many as rows times columns: the code of this module relies on it, and only `entries` lets them out.
  @usableFromInline var storage: [Double]

  /// The entries, row after row.
  ///
  /// - Precondition: A change leaves as many entries as there are rows times columns.
  @inlinable public var entries: [Double] {
    get { storage }
    _modify {
      defer { checkCount() }
      yield &storage
    }
  }

  /// A matrix of equal entries.
  public init(rowCount: Int, columnCount: Int, repeating entry: Double = 0) {
    Self.check(rowCount, columnCount)
    self.init(rowCount: rowCount, columnCount: columnCount, entries: [Double](repeating: entry, count: rowCount * columnCount))
  }

  /// A matrix of the entries given row after row.
  public init(rowCount: Int, columnCount: Int, entries: [Double]) {
    Self.check(rowCount, columnCount)
    self.rowCount = rowCount
    self.columnCount = columnCount
    storage = entries
    checkCount()
  }

  private static func check(_ rowCount: Int, _ columnCount: Int) {
    _require(rowCount >= 0 && columnCount >= 0, "Matrix: \(rowCount) rows and \(columnCount) columns; counts cannot be negative")
    _require(
      !rowCount.multipliedReportingOverflow(by: columnCount).overflow,
      "Matrix: \(rowCount) rows and \(columnCount) columns have more entries than can be counted")
  }

  @inlinable func checkCount() {
    _require(
      storage.count == rowCount &* columnCount,
      "Matrix: \(storage.count) entries are given, \(rowCount) rows of \(columnCount) columns have \(rowCount &* columnCount)")
  }

  /// A matrix of the rows given, all of the same length.
  public init(_ rows: [[Double]]) {
    let columnCount = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() {
      _require(row.count == columnCount, "Matrix: row \(i) has \(row.count) entries, row 0 has \(columnCount)")
    }
    self.init(rowCount: rows.count, columnCount: columnCount, entries: rows.flatMap { $0 })
  }

  /// Row `i`, column `j`, both from 0 on.
  public subscript(i: Int, j: Int) -> Double {
    get {
      check(i, j)
      return storage[i * columnCount + j]
    }
    set {
      check(i, j)
      storage[i * columnCount + j] = newValue
    }
  }

  private func check(_ i: Int, _ j: Int) {
    _require(
      i >= 0 && i < rowCount && j >= 0 && j < columnCount, "Matrix: [\(i), \(j)] is outside of \(rowCount) rows and \(columnCount) columns")
  }
}

extension Matrix {
  /// Row `i`.
  public func row(_ i: Int) -> [Double] {
    _require(i >= 0 && i < rowCount, "Matrix: row \(i) is outside of \(rowCount) rows")
    return Array(storage[i * columnCount..<(i + 1) * columnCount])
  }

  /// Column `j`.
  public func column(_ j: Int) -> [Double] {
    _require(j >= 0 && j < columnCount, "Matrix: column \(j) is outside of \(columnCount) columns")
    return (0..<rowCount).map { storage[$0 * columnCount + j] }
  }

  /// All rows.
  public var rows: [[Double]] { (0..<rowCount).map(row) }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rowCount: columnCount, columnCount: rowCount)
    for i in 0..<rowCount { for j in 0..<columnCount { result.storage[j * rowCount + i] = storage[i * columnCount + j] } }
    return result
  }

  /// `(m * v)[i] = Σⱼ m[i, j] v[j]`.
  public static func * (m: Matrix, v: [Double]) -> [Double] {
    _require(v.count == m.columnCount, "Matrix * vector: the matrix has \(m.columnCount) columns, the vector \(v.count) entries")
    return (0..<m.rowCount).map { i in
      var sum = 0.0
      for j in 0..<v.count { sum += m.storage[i * v.count + j] * v[j] }
      return sum
    }
  }

  /// `(v * m)[j] = Σᵢ v[i] m[i, j]`.
  public static func * (v: [Double], m: Matrix) -> [Double] {
    _require(v.count == m.rowCount, "vector * Matrix: the vector has \(v.count) entries, the matrix \(m.rowCount) rows")
    return m.transposed * v
  }
}
