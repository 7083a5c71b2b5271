public import ForwardMode

/// An equation F(x, y) = 0 that determines y, and a way to solve it with plain numbers.
///
/// `F` has as many components as `y`. How y is found does not matter: the solver is never differentiated.
public protocol ImplicitEquation {
  /// y with F(x, y) = 0.
  func solution(_ x: [Double]) -> [Double]
  /// F(x, y).
  func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S]
}

/// The solution y(x) of F(x, y) = 0, with derivatives of every order in every mode.
///
/// By the implicit function theorem, ∂y/∂x = −(∂F/∂y)⁻¹ ∂F/∂x at the solution: exact, whatever the solver did on its way there.
///
/// ```swift
/// /// Kepler's equation E − e sin E = M, for the eccentric anomaly E as a function of (M, e).
/// struct Kepler: ImplicitEquation {
///   func solution(_ x: [Double]) -> [Double] {
///     var anomaly = x[0]
///     for _ in 0..<60 { anomaly = x[0] + x[1] * sin(anomaly) }
///     return [anomaly]
///   }
///   func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { [y[0] - x[1] * sin(y[0]) - x[0]] }
/// }
/// print(gradient(at: [1, 0.2]) { x in implicitly(solving: Kepler(), at: x)[0] })
/// // Prints "[1.08131, 1.00197]"
/// ```
///
/// - Parameters:
///   - equation: The equation.
///   - x: The point: `n` numbers.
/// - Returns: y(x). Where ∂F/∂y is singular the derivatives are not finite.
/// - Precondition: `F` has as many components as `y`.
/// - Accuracy: That of the solution, times the condition of ∂F/∂y.
/// - Complexity: One solution, n + m evaluations of `F` with duals, and one elimination of an m × m system with n right-hand sides.
@inlinable public func implicitly<S: Scalar, E: ImplicitEquation>(solving equation: E, at x: [S]) -> [S] {
  S.applying(ImplicitRule(equation), to: x)
}

@usableFromInline struct ImplicitRule<E: ImplicitEquation>: VectorRule {
  @usableFromInline let equation: E
  @usableFromInline init(_ equation: E) { self.equation = equation }

  @inlinable func value(_ x: [Double]) -> [Double] { equation.solution(x) }

  @inlinable func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] {
    let xs = x.map { Dual<S>(constant: $0) }
    let ys = y.map { Dual<S>(constant: $0) }
    let outer = _beginEvaluation(S.self)
    defer { _endEvaluation(S.self, within: outer) }
    if _mustCheck(within: outer) {
      _check(.jacobian, x + y, { (z: [Dual<S>]) in equation.residual(Array(z[..<x.count]), Array(z[x.count...])) }, within: outer)
    }
    let byY = y.indices.map { k in slope(xs, seeded(ys, k)) }
    let byX = x.indices.map { j in slope(seeded(xs, j), ys) }
    // (∂F/∂y) ∂y/∂x = −∂F/∂x
    let matrix = y.indices.map { i in byY.map { $0[i] } }
    let right = y.indices.map { i in byX.map { -$0[i] } }
    return solve(matrix, right)
  }

  @inlinable func seeded<S: Scalar>(_ x: [Dual<S>], _ j: Int) -> [Dual<S>] {
    var x = x
    x[j].tangent = 1
    return x
  }

  @inlinable func slope<S: Scalar>(_ x: [Dual<S>], _ y: [Dual<S>]) -> [S] {
    let f = equation.residual(x, y)
    _require(f.count == y.count, "implicitly: F has \(f.count) components, y has \(y.count)")
    return f.map { $0.tangent }
  }
}

/// The solution of a·z = b for several right-hand sides, by Gaussian elimination with row pivoting.
@inlinable func solve<S: Scalar>(_ a: [[S]], _ b: [[S]]) -> [[S]] {
  var a = a
  var b = b
  for k in a.indices {
    let pivot = (k..<a.count).max { abs(a[$0][k]) < abs(a[$1][k]) } ?? k
    a.swapAt(k, pivot)
    b.swapAt(k, pivot)
    for i in a.indices where i > k {
      let factor = a[i][k] / a[k][k]
      for j in k..<a.count { a[i][j] = a[i][j] - factor * a[k][j] }
      for j in b[i].indices { b[i][j] = b[i][j] - factor * b[k][j] }
    }
  }
  for k in a.indices.reversed() {
    for j in b[k].indices {
      for i in k + 1..<a.count { b[k][j] = b[k][j] - a[k][i] * b[i][j] }
      b[k][j] = b[k][j] / a[k][k]
    }
  }
  return b
}
