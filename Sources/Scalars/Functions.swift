/// A function ℝⁿ → ℝ that can be evaluated with every number type.
///
/// Swift's closures are not generic, so an operation that needs a function at two number types takes a `ScalarFunction`.
///
/// ```swift
/// struct Rosenbrock: ScalarFunction {
///   func callAsFunction<S: Scalar>(_ x: [S]) -> S {
///     let u = 1 - x[0], v = x[1] - x[0] * x[0]
///     return u * u + 100 * v * v
///   }
/// }
/// print(hessian(at: [1, 1], of: Rosenbrock()))
/// // Prints "[[ 802, -400],"
/// // Prints " [-400,  200]]"
/// ```
public protocol ScalarFunction {
  /// f(x).
  func callAsFunction<S: Scalar>(_ x: [S]) -> S
}

/// A function ℝⁿ → ℝᵐ that can be evaluated with every number type.
///
/// ```swift
/// struct Polar: VectorFunction {
///   func callAsFunction<S: Scalar>(_ p: [S]) -> [S] { [hypot(p[0], p[1]), atan2(p[1], p[0])] }
/// }
/// print(jacobian(at: [3, 4], of: Polar()))
/// // Prints "[[ 0.6 , 0.8 ],"
/// // Prints " [-0.16, 0.12]]"
/// ```
public protocol VectorFunction {
  /// f(x), always with the same count of numbers.
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S]
}
