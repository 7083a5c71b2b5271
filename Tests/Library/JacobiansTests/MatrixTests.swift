import Derivatives
import TestSupport
import Testing

struct MatrixTests {
  @Test func entriesLieRowByRow() {
    var m = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(m.rowCount == 2 && m.columnCount == 3 && m.entries == [1, 2, 3, 4, 5, 6] && m[1, 0] == 4 && m[0, 2] == 3)
    m[1, 2] = -6
    #expect(m.entries == [1, 2, 3, 4, 5, -6] && m.row(1) == [4, 5, -6] && m.column(2) == [3, -6] && m.rows == [[1, 2, 3], [4, 5, -6]])
    #expect(Matrix(rowCount: 2, columnCount: 3, entries: m.entries) == m && m != Matrix(rowCount: 3, columnCount: 2, entries: m.entries))
    #expect(Matrix(rowCount: 2, columnCount: 2, repeating: 7).entries == [7, 7, 7, 7])
  }

  @Test func transposingExchangesRowsAndColumns() {
    let m = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(m.transposed == Matrix([[1, 4], [2, 5], [3, 6]]) && m.transposed.transposed == m)
    #expect(Matrix(rowCount: 0, columnCount: 3).transposed == Matrix(rowCount: 3, columnCount: 0))
  }

  @Test func productsAreSumsOverRowsAndColumns() {
    let m = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(m * [1, 10, 100] == [321, 654] && [1, 10] * m == [41, 52, 63])
    #expect(Matrix(rowCount: 2, columnCount: 0) * [] == [0, 0] && [] * Matrix(rowCount: 0, columnCount: 2) == [0, 0])
  }

  static let printed: [(rows: [[Double]], text: String)] = [
    ([[0.6, 0.8], [-0.16, 0.12]], "[[ 0.6 , 0.8 ],\n [-0.16, 0.12]]"),
    ([[1, -20], [300, 4]], "[[  1, -20],\n [300,   4]]"),
    ([[1.0 / 3, 100]], "[[0.333333, 100]]"),
    ([[2.0 / 3], [1e-3]], "[[0.666667],\n [0.001   ]]"),
    ([[-1.5], [22]], "[[-1.5],\n [22  ]]"),
    ([[.nan], [1.5]], "[[nan  ],\n [  1.5]]"),
    ([[.infinity, -.infinity]], "[[inf, -inf]]"),
    ([[1e-7, 1.23456789e10]], "[[1e-07, 12345700000]]"),
    ([[-0.0, 0]], "[[0, 0]]"),
    ([[123456.7, 999999.7]], "[[123457, 1000000]]"),
    ([[1e300], [1]], "[[1e+300],\n [     1]]"),
    ([[.leastNonzeroMagnitude]], "[[5e-324]]"),
    ([], "[]"),
    ([[], []], "[[],\n []]"),
  ]

  @Test(arguments: printed.indices) func descriptionIsAlignedWithSixDigits(_ i: Int) {
    let (rows, text) = Self.printed[i]
    #expect("\(Matrix(rows))" == text)
  }

  @Test func sixDigitsAreRightForEveryMagnitude() throws {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<2000 {
      let x = generator.uniform(-1, 1) * pow(10, Int(generator.uniform(-300, 300)))
      let text = "\(Matrix([[x]]))".dropFirst(2).dropLast(2)
      let read = try #require(Double(text), "\(x) is printed as \(text), \(generator)")
      #expect(relativeError(read, x) <= 5.000001e-6, "\(x) is printed as \(text), \(generator)")
    }
  }
}
