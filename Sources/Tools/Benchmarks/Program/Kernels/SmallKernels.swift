import Derivatives

/// Two inputs, ten operations: what a call costs when the function itself costs next to nothing.
struct TenOperations: HandWrittenGradient {
  var point: [Double] { [1.3, 0.7] }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S { evaluate(x[0], x[1]) }

  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let a = x * y
    let b = a + x
    let c = b * b
    let d = c - y
    let e = d / x
    let f = e * a
    let g = f + c
    let h = g * y
    return exp(h * S(-0.01))
  }

  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let (x, y) = (x[0], x[1])
    let a = x * y
    let b = a + x
    let c = b * b
    let d = c - y
    let inverse = 1 / x
    let e = d * inverse
    let g = e * a + c
    let value = exp(g * y * -0.01)
    let gBar = value * -0.01 * y
    let eBar = gBar * a
    let dBar = eBar * inverse
    let cBar = gBar + dBar
    let bBar = 2 * cBar * b
    let aBar = gBar * e + bBar
    gradient[0] = bBar - eBar * e * inverse + aBar * y
    gradient[1] = value * -0.01 * g - dBar + aBar * x
    return value
  }
}

/// log Σ exp xᵢ with scalar operations.
struct ScalarLogSumExp: HandWrittenGradient {
  let point: [Double]
  init(count: Int) { point = someNumbers(count, -3, 3, seed: 41) }
  func callAsFunction<S: Scalar>(_ x: [S]) -> S { scalarLogSumExp(x[...]) }

  /// The softmax.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let n = point.count
    var largest = x[0]
    for i in 1..<n where x[i] > largest { largest = x[i] }
    var total = 0.0
    for i in 0..<n {
      gradient[i] = exp(x[i] - largest)
      total += gradient[i]
    }
    let inverse = 1 / total
    for i in 0..<n { gradient[i] *= inverse }
    return largest + log(total)
  }
}

/// The same with one operation of many numbers.
struct WideLogSumExp: HandWrittenGradient {
  let scalar: ScalarLogSumExp
  var point: [Double] { scalar.point }
  init(count: Int) { scalar = ScalarLogSumExp(count: count) }
  func callAsFunction<S: Scalar>(_ x: [S]) -> S { logSumExp(x) }
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    scalar.writeGradient(at: x, to: gradient)
  }
}

/// The determinant of an n × n matrix by cofactors of the first row, and of theirs: as slow as can be, and all products.
struct CofactorDeterminant: GradientKernel {
  let n: Int
  let point: [Double]

  init(n: Int) {
    self.n = n
    point = someNumbers(n * n, -1, 1, seed: 51)
  }

  func callAsFunction<S: Scalar>(_ a: [S]) -> S { determinant(a, row: 0, columns: (1 << n) - 1) }

  /// Of the rows from `row` on and the columns whose bits are set.
  private func determinant<S: Scalar>(_ a: [S], row: Int, columns: Int) -> S {
    if row == n - 1 { return a[row * n + columns.trailingZeroBitCount] }
    var total: S = 0
    var isPositive = true
    for j in 0..<n where columns & (1 << j) != 0 {
      let term = a[row * n + j] * determinant(a, row: row + 1, columns: columns & ~(1 << j))
      total = isPositive ? total + term : total - term
      isPositive.toggle()
    }
    return total
  }
}

/// ½‖A x − b‖².
struct LeastSquares: HandWrittenGradient {
  let rows: Int, columns: Int
  let point: [Double]
  let matrix: [Double]
  let right: [Double]
  private let hand: (Scratch, Scratch)

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    point = someNumbers(columns, seed: 61)
    matrix = someNumbers(rows * columns, seed: 62)
    right = someNumbers(rows, seed: 63)
    hand = (Scratch(copying: matrix), Scratch(copying: right))
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var total: S = 0
    for i in 0..<rows {
      var rest = S(-right[i])
      for j in 0..<columns { rest = rest + S(matrix[i * columns + j]) * x[j] }
      total = total + rest * rest
    }
    return total * S(0.5)
  }

  /// Aᵀ(A x − b).
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    for j in 0..<columns { gradient[j] = 0 }
    var total = 0.0
    for i in 0..<rows {
      let row = hand.0.start + i * columns
      var rest = -hand.1.start[i]
      for j in 0..<columns { rest += row[j] * x[j] }
      for j in 0..<columns { gradient[j] += rest * row[j] }
      total += rest * rest
    }
    return 0.5 * total
  }
}
