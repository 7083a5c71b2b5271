// Functions from arrays to arrays. With adjoint numbers each is one entry of the tape, whatever the sizes: a layer of a network is an entry, not
// one for every weight. Matrices are arrays, row by row.

/// C = A B, row by row: `c[i·n + j] = Σₖ a[i·K + k] b[k·n + j]`.
///
/// ```swift
/// print(matrixProduct([1.0, 2, 3, 4], [5.0, 6], inner: 2))
/// // Prints "[17.0, 39.0]"
/// ```
///
/// - Parameters:
///   - a: An m × K matrix.
///   - b: A K × n matrix.
///   - inner: K; m and n follow from the counts.
///   - bias: `m` numbers, one added to every entry of each row of the product; `nil` for none.
/// - Precondition: The counts are multiples of `inner`.
@inlinable public func matrixProduct<S: Scalar>(_ a: [S], _ b: [S], inner: Int, adding bias: [S]? = nil) -> [S] {
  matrixProduct(a[...], b[...], inner: inner, adding: bias.map { $0[...] })
}
@inlinable public func matrixProduct<S: Scalar>(_ a: ArraySlice<S>, _ b: [S], inner: Int, adding bias: ArraySlice<S>? = nil) -> [S] {
  matrixProduct(a, b[...], inner: inner, adding: bias)
}
@inlinable public func matrixProduct<S: Scalar>(
  _ a: ArraySlice<S>, _ b: ArraySlice<S>, inner: Int, adding bias: ArraySlice<S>? = nil
) -> [S] {
  _require(
    inner > 0 && a.count % inner == 0 && b.count % inner == 0,
    "matrixProduct: \(a.count) and \(b.count) entries are no matrices with an inner count of \(inner)")
  let rows = a.count / inner
  _require(bias == nil || bias?.count == rows, "matrixProduct: the bias has \(bias?.count ?? 0) entries, the product has \(rows) rows")
  return a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      (bias ?? []).withUnsafeBufferPointer { S._matrixProduct(a, b, inner: inner, adding: $0) }
    }
  }
}

/// A x: `y[i] = Σⱼ a[i·n + j] xⱼ`, plus `bias[i]`.
///
/// - Precondition: The count of `a` is a multiple of that of `x`.
@inlinable public func matrixVectorProduct<S: Scalar>(_ a: [S], _ x: [S], adding bias: [S]? = nil) -> [S] {
  matrixProduct(a[...], x[...], inner: x.count, adding: bias.map { $0[...] })
}
@inlinable public func matrixVectorProduct<S: Scalar>(_ a: ArraySlice<S>, _ x: [S], adding bias: ArraySlice<S>? = nil) -> [S] {
  matrixProduct(a, x[...], inner: x.count, adding: bias)
}

/// x yᵀ, row by row: `c[i·n + j] = xᵢ yⱼ`.
@inlinable public func outerProduct<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { matrixProduct(x, y, inner: 1) }

/// x ⊙ y: `zᵢ = xᵢ yᵢ`.
@inlinable public func hadamardProduct<S: Scalar>(_ x: [S], _ y: [S]) -> [S] {
  _require(x.count == y.count, "hadamardProduct: the first array has \(x.count) entries, the second has \(y.count)")
  return x.withUnsafeBufferPointer { x in y.withUnsafeBufferPointer { S._hadamardProduct(x, $0) } }
}

/// Σ cₖ xᵏ, by Horner's rule.
@inlinable public func polynomial<S: Scalar>(_ coefficients: [S], at x: S) -> S {
  coefficients.withUnsafeBufferPointer { ._polynomial($0, x) }
}

extension Scalar {
  @inlinable public static func _matrixProduct(
    _ a: UnsafeBufferPointer<Self>, _ b: UnsafeBufferPointer<Self>, inner: Int, adding bias: UnsafeBufferPointer<Self>
  ) -> [Self] {
    let m = a.count / inner
    let n = b.count / inner
    var c: [Self] = []
    c.reserveCapacity(m * n)
    for i in 0..<m {
      for j in 0..<n {
        var total: Self = bias.isEmpty ? .zero : bias[i]
        for k in 0..<inner { total += a[i * inner + k] * b[k * n + j] }
        c.append(total)
      }
    }
    return c
  }
  @inlinable public static func _hadamardProduct(_ x: UnsafeBufferPointer<Self>, _ y: UnsafeBufferPointer<Self>) -> [Self] {
    x.indices.map { x[$0] * y[$0] }
  }
  @inlinable public static func _polynomial(_ coefficients: UnsafeBufferPointer<Self>, _ x: Self) -> Self {
    var total: Self = .zero
    for c in coefficients.reversed() { total = total * x + c }
    return total
  }
}
