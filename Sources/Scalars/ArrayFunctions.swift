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
/// - Returns: An m × n matrix. Each entry is added up from the bias, or zero, on, from the first k to the last, as a loop would.
/// - Precondition: The counts are multiples of `inner`, and `bias` has m entries.
/// - Complexity: m·K·n products. In reverse mode one entry of the tape, with the numbers of a factor that the derivative in the other needs.
@inlinable public func matrixProduct<S: Scalar>(_ a: [S], _ b: [S], inner: Int, adding bias: [S]? = nil) -> [S] {
  matrixProduct(a[...], b[...], inner: inner, adding: bias.map { $0[...] })
}
/// C = A B, row by row: `c[i·n + j] = Σₖ a[i·K + k] b[k·n + j]`.
@inlinable public func matrixProduct<S: Scalar>(_ a: ArraySlice<S>, _ b: [S], inner: Int, adding bias: ArraySlice<S>? = nil) -> [S] {
  matrixProduct(a, b[...], inner: inner, adding: bias)
}
/// C = A B, row by row: `c[i·n + j] = Σₖ a[i·K + k] b[k·n + j]`.
@inlinable public func matrixProduct<S: Scalar>(
  _ a: ArraySlice<S>, _ b: ArraySlice<S>, inner: Int, adding bias: ArraySlice<S>? = nil
) -> [S] {
  _require(
    inner > 0 && a.count % inner == 0 && b.count % inner == 0,
    "matrixProduct: \(a.count) and \(b.count) entries are no matrices with an inner count of \(inner)")
  let rows = a.count / inner
  _require(bias == nil || bias?.count == rows, "matrixProduct: the bias has \(bias?.count ?? 0) entries, the product has \(rows) rows")
  var c = [S](repeating: .zero, count: rows * (b.count / inner))
  c.withUnsafeMutableBufferPointer { c in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        (bias ?? []).withUnsafeBufferPointer { S._matrixProduct(a, b, inner: inner, adding: $0, into: c) }
      }
    }
  }
  return c
}

/// A x: `y[i] = Σⱼ a[i·n + j] xⱼ`, plus `bias[i]`.
///
/// ```swift
/// print(matrixVectorProduct([1.0, 2, 3, 4], [5.0, 6], adding: [0.5, 0.25]))
/// // Prints "[17.5, 39.25]"
/// ```
///
/// - Precondition: The count of `a` is a multiple of that of `x`.
@inlinable public func matrixVectorProduct<S: Scalar>(_ a: [S], _ x: [S], adding bias: [S]? = nil) -> [S] {
  matrixProduct(a[...], x[...], inner: x.count, adding: bias.map { $0[...] })
}
/// A x: `y[i] = Σⱼ a[i·n + j] xⱼ`, plus `bias[i]`.
@inlinable public func matrixVectorProduct<S: Scalar>(_ a: ArraySlice<S>, _ x: [S], adding bias: ArraySlice<S>? = nil) -> [S] {
  matrixProduct(a, x[...], inner: x.count, adding: bias)
}

/// x yᵀ, row by row: `c[i·n + j] = xᵢ yⱼ`.
///
/// ```swift
/// print(outerProduct([1.0, 2], [3.0, 4, 5]))
/// // Prints "[3.0, 4.0, 5.0, 6.0, 8.0, 10.0]"
/// ```
@inlinable public func outerProduct<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { matrixProduct(x, y, inner: 1) }

/// x ⊙ y: `zᵢ = xᵢ yᵢ`.
///
/// ```swift
/// print(hadamardProduct([1.0, 2, 3], [4.0, 5, 6]))
/// // Prints "[4.0, 10.0, 18.0]"
/// ```
///
/// - Precondition: `x` and `y` have the same count.
@inlinable public func hadamardProduct<S: Scalar>(_ x: [S], _ y: [S]) -> [S] {
  _require(x.count == y.count, "hadamardProduct: the first array has \(x.count) entries, the second has \(y.count)")
  var z = [S](repeating: .zero, count: x.count)
  z.withUnsafeMutableBufferPointer { z in
    x.withUnsafeBufferPointer { x in y.withUnsafeBufferPointer { y in S._hadamardProduct(x, y, into: z) } }
  }
  return z
}

/// exp xᵢ/Σ exp xₖ for every i: positive numbers that add up to 1. Without overflow; an infinite number is the whole, equal ones have equal
/// shares in it, and NaN in one is NaN in all.
///
/// ```swift
/// print(softmax([0.0, 0, -Double.infinity]))
/// // Prints "[0.5, 0.5, 0.0]"
/// ```
@inlinable public func softmax<S: Scalar>(_ x: [S]) -> [S] {
  var y = [S](repeating: .zero, count: x.count)
  y.withUnsafeMutableBufferPointer { y in x.withUnsafeBufferPointer { x in S._softmax(x, into: y) } }
  return y
}

/// Σ cₖ xᵏ, by Horner's rule.
///
/// ```swift
/// print(polynomial([1.0, 2, 3], at: 10))
/// // Prints "321.0"
/// ```
@inlinable public func polynomial<S: Scalar>(_ coefficients: [S], at x: S) -> S {
  coefficients.withUnsafeBufferPointer { ._polynomial($0, x) }
}
