/// A function ℝ → ℝ of your own, with its derivative: one rule for every number type there is or will be.
///
/// The value is computed with plain numbers; the derivative is written with functions that can be differentiated again, so higher derivatives
/// follow.
///
/// ```swift
/// struct Sinc: UnaryRule {
///   func value(_ x: Double) -> Double { x == 0 ? 1 : sin(x) / x }
///   func derivative<S: Scalar>(_ x: S, value y: S) -> S { x == 0 ? -x / 3 : (cos(x) - y) / x }  // not 0: −x/3 has a derivative
/// }
/// func sinc<S: Scalar>(_ x: S) -> S { .applying(Sinc(), to: x) }
///
/// print(sinc(2.0), derivative(at: 2.0) { sinc($0) }, gradient(at: [2]) { sinc($0[0]) })
/// // Prints "0.454649 -0.435398 [-0.435398]"
/// ```
///
/// `checkDerivatives(of:at:)` finds a rule that is wrong.
public protocol UnaryRule {
  /// f(x).
  func value(_ x: Double) -> Double
  /// f′(x), from `x` and, if it helps, y = f(x).
  func derivative<S: Scalar>(_ x: S, value y: S) -> S
}

/// A function ℝⁿ → ℝᵐ of your own, with its Jacobian: one rule for every number type.
///
/// ```swift
/// /// The solution of a·y = b for a 2 × 2 matrix, as a function of (a₁₁, a₁₂, a₂₁, a₂₂, b₁, b₂).
/// struct Solve: VectorRule {
///   func value(_ x: [Double]) -> [Double] { solution(x) }
///   func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] {
///     // a·ẏ = ḃ − ȧ·y, a column for each entry of x
///     let right: [[S]] = [[-y[0], 0], [-y[1], 0], [0, -y[0]], [0, -y[1]], [1, 0], [0, 1]]
///     let columns = right.map { solution(x[0..<4] + $0) }
///     return (0..<2).map { i in columns.map { $0[i] } }
///   }
///   func solution<S: Scalar>(_ x: [S]) -> [S] {
///     let determinant = x[0] * x[3] - x[1] * x[2]
///     let first = x[3] * x[4] - x[1] * x[5]
///     let second = x[0] * x[5] - x[2] * x[4]
///     return [first / determinant, second / determinant]
///   }
/// }
/// print(gradient(at: [2, 1, 1, 3, 3, 5]) { Adjoint.applying(Solve(), to: $0)[0] })
/// // Prints "[-0.48, -0.84, 0.16, 0.28, 0.6, -0.2]"
/// ```
public protocol VectorRule {
  /// f(x): `m` numbers.
  func value(_ x: [Double]) -> [Double]
  /// `[i][j] = ∂fᵢ/∂xⱼ`, from `x` and, if it helps, y = f(x).
  func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]]
}

extension Scalar where Self: BinaryFloatingPoint {
  @inlinable public static func applying<R: UnaryRule>(_ rule: R, to x: Self) -> Self { Self(rule.value(Double(x))) }
  @inlinable public static func applying<R: VectorRule>(_ rule: R, to x: [Self]) -> [Self] {
    rule.value(x.map { Double($0) }).map { Self($0) }
  }
}

extension Lifted {
  @inlinable public static func applying<R: UnaryRule>(_ rule: R, to x: Self) -> Self {
    lift(x, { .applying(rule, to: $0) }, derivative: { x, y in rule.derivative(x, value: y) })
  }

  @inlinable public static func applying<R: VectorRule>(_ rule: R, to x: [Self]) -> [Self] {
    let values = x.map { $0.value }
    let results = Value.applying(rule, to: values)
    let jacobian = rule.jacobian(values, value: results)
    _require(
      jacobian.count == results.count && jacobian.allSatisfy { $0.count == x.count },
      "\(R.self): the Jacobian has \(jacobian.count) rows of \(jacobian.first?.count ?? 0) entries; \(results.count) rows of \(x.count) are wanted"
    )
    return x.withUnsafeBufferPointer { x in
      results.indices.map { i in lift(x, { _ in results[i] }, partial: { j, _, _ in jacobian[i][j] }) }
    }
  }
}
