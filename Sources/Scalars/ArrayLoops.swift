// The loops of the functions from arrays to arrays. One loop serves the values of every number type, so that they agree bit for bit: each entry of
// a product is added up from the first term to the last. It runs along the rows of the second factor, which the compiler vectorises without
// another order of summation.

extension Scalar {
  @inlinable public static func _matrixProduct(
    _ a: UnsafeBufferPointer<Self>, _ b: UnsafeBufferPointer<Self>, inner: Int, adding bias: UnsafeBufferPointer<Self>,
    into c: UnsafeMutableBufferPointer<Self>
  ) { _matrixProductByLoops(a, b, inner: inner, adding: bias, into: c) }

  // The loops behind the requirements have names of their own, for number types that have rules of their own.
  @inlinable public static func _matrixProductByLoops(
    _ a: UnsafeBufferPointer<Self>, _ b: UnsafeBufferPointer<Self>, inner: Int, adding bias: UnsafeBufferPointer<Self>,
    into c: UnsafeMutableBufferPointer<Self>
  ) {
    guard !c.isEmpty, let aStart = a.baseAddress, let bStart = b.baseAddress, let cStart = c.baseAddress else { return }
    let shape = ProductShape(rows: a.count / inner, inner: inner, columns: b.count / inner)
    for i in 0..<shape.rows {
      let start: Self = bias.isEmpty ? .zero : bias[i]
      (cStart + i &* shape.columns).update(repeating: start, count: shape.columns)
    }
    _addProduct(aStart, rowStride: inner, innerStride: 1, bStart, shape, into: cStart)
  }

  /// C += A B, where A may be strided: `c[i·n + j] += Σₖ a[i·rowStride + k·innerStride] b[k·n + j]`.
  @inlinable public static func _addProduct(
    _ a: UnsafePointer<Self>, rowStride: Int, innerStride: Int, _ b: UnsafePointer<Self>, _ shape: ProductShape,
    into c: UnsafeMutablePointer<Self>
  ) {
    if shape.columns == 1 { return addColumn(a, rowStride: rowStride, innerStride: innerStride, b, shape, into: c) }
    let n = shape.columns
    for i in 0..<shape.rows {
      let row = a + i &* rowStride
      let target = c + i &* n
      var k = 0
      while k &+ 4 <= shape.inner {  // four terms for one load and one store of the sum
        let (a0, a1, a2, a3) = (
          row[k &* innerStride], row[(k &+ 1) &* innerStride], row[(k &+ 2) &* innerStride], row[(k &+ 3) &* innerStride]
        )
        let b0 = b + k &* n
        let b1 = b0 + n
        let b2 = b1 + n
        let b3 = b2 + n
        for j in 0..<n { target[j] = target[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j] }
        k &+= 4
      }
      while k < shape.inner {
        let factor = row[k &* innerStride]
        let right = b + k &* n
        for j in 0..<n { target[j] = target[j] + factor * right[j] }
        k &+= 1
      }
    }
  }

  /// One column: four rows in turns, because a sum waits for the one before.
  @inlinable static func addColumn(
    _ a: UnsafePointer<Self>, rowStride: Int, innerStride: Int, _ x: UnsafePointer<Self>, _ shape: ProductShape,
    into y: UnsafeMutablePointer<Self>
  ) {
    var i = 0
    while i &+ 4 <= shape.rows {
      let a0 = a + i &* rowStride
      let a1 = a0 + rowStride
      let a2 = a1 + rowStride
      let a3 = a2 + rowStride
      var (s0, s1, s2, s3) = (y[i], y[i &+ 1], y[i &+ 2], y[i &+ 3])
      for k in 0..<shape.inner {
        let factor = x[k]
        let place = k &* innerStride
        s0 = s0 + a0[place] * factor
        s1 = s1 + a1[place] * factor
        s2 = s2 + a2[place] * factor
        s3 = s3 + a3[place] * factor
      }
      (y[i], y[i &+ 1], y[i &+ 2], y[i &+ 3]) = (s0, s1, s2, s3)
      i &+= 4
    }
    while i < shape.rows {
      var s = y[i]
      for k in 0..<shape.inner { s = s + a[i &* rowStride &+ k &* innerStride] * x[k] }
      y[i] = s
      i &+= 1
    }
  }

  @inlinable public static func _hadamardProduct(
    _ x: UnsafeBufferPointer<Self>, _ y: UnsafeBufferPointer<Self>, into z: UnsafeMutableBufferPointer<Self>
  ) {
    for i in 0..<z.count { z[i] = x[i] * y[i] }
  }

  @inlinable public static func _softmax(_ x: UnsafeBufferPointer<Self>, into y: UnsafeMutableBufferPointer<Self>) {
    _softmaxByLoops(x, into: y)
  }
  @inlinable public static func _softmaxByLoops(_ x: UnsafeBufferPointer<Self>, into y: UnsafeMutableBufferPointer<Self>) {
    guard let largest = x.max() else { return }
    for i in 0..<x.count { y[i] = ._expDifference(x[i], largest) }
    let total = Self._sum(UnsafeBufferPointer(y))
    guard total == total else { return y.update(repeating: ._logSumExp(x)) }  // NaN, along every number
    for i in 0..<x.count { y[i] = y[i] / total }
  }

  @inlinable public static func _polynomial(_ coefficients: UnsafeBufferPointer<Self>, _ x: Self) -> Self {
    guard var total = coefficients.last else { return .zero }
    for c in coefficients.dropLast().reversed() { total = total * x + c }
    return total
  }
}

// MARK: The products of the reverse sweep
extension Tangent {
  @inlinable public static func _pullBackLeft(
    _ c: UnsafePointer<Self>, _ b: UnsafePointer<Base>, _ shape: ProductShape, into a: UnsafeMutablePointer<Self>,
    room: UnsafeMutablePointer<Self>
  ) {
    for i in 0..<shape.rows {
      for k in 0..<shape.inner {
        var s = a[i &* shape.inner &+ k]
        for j in 0..<shape.columns { s = _accumulate(s, c[i &* shape.columns &+ j], b[k &* shape.columns &+ j]) }
        a[i &* shape.inner &+ k] = s
      }
    }
  }
  @inlinable public static func _pullBackRight(
    _ a: UnsafePointer<Base>, _ c: UnsafePointer<Self>, _ shape: ProductShape, into b: UnsafeMutablePointer<Self>
  ) {
    for k in 0..<shape.inner {
      for j in 0..<shape.columns {
        var s = b[k &* shape.columns &+ j]
        for i in 0..<shape.rows { s = _accumulate(s, c[i &* shape.columns &+ j], a[i &* shape.inner &+ k]) }
        b[k &* shape.columns &+ j] = s
      }
    }
  }
}

// Numbers by numbers: both are products of plain matrices again.
extension Tangent where Base == Self {
  @inlinable public static func _pullBackLeft(
    _ c: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ shape: ProductShape, into a: UnsafeMutablePointer<Self>,
    room: UnsafeMutablePointer<Self>
  ) {
    let product = ProductShape(rows: shape.rows, inner: shape.columns, columns: shape.inner)
    if shape.columns == 1 || shape.inner == 1 {  // a single row or column is its own transpose
      return Base._addProduct(c, rowStride: shape.columns, innerStride: 1, b, product, into: a)
    }
    for j in 0..<shape.columns {
      for k in 0..<shape.inner { room[j &* shape.inner &+ k] = b[k &* shape.columns &+ j] }
    }
    Base._addProduct(c, rowStride: shape.columns, innerStride: 1, room, product, into: a)
  }
  @inlinable public static func _pullBackRight(
    _ a: UnsafePointer<Self>, _ c: UnsafePointer<Self>, _ shape: ProductShape, into b: UnsafeMutablePointer<Self>
  ) {
    if shape.columns == 1 {  // x̄ᵀ += ȳᵀ A, along the rows of A
      let product = ProductShape(rows: 1, inner: shape.rows, columns: shape.inner)
      return Base._addProduct(c, rowStride: shape.rows, innerStride: 1, a, product, into: b)
    }
    let product = ProductShape(rows: shape.inner, inner: shape.rows, columns: shape.columns)
    Base._addProduct(a, rowStride: 1, innerStride: shape.inner, c, product, into: b)
  }
}
