import ForwardMode
import Jacobians
import ReverseMode

/// Checks the derivatives of `f` at `x`: forward mode against reverse mode, both against extrapolated
/// differences, and second derivatives along the axes against differences of first ones.
///
/// One line in a test: `try checkDerivatives(of: MyModel(), at: [1, 2])` throws a sentence when something is
/// wrong.
///
/// ```swift
/// struct Tangled: UnaryRule {  // the derivative of x³ is wrong by a factor
///   func value(_ x: Double) -> Double { x * x * x }
///   func derivative<S: Scalar>(_ x: S, value y: S) -> S { 2 * x * x }
/// }
/// do {
///   try checkDerivatives(of: Tangled(), at: [1.5])
/// } catch {
///   print(error.check.wrong[0].cause)
/// }
/// // Prints "the derivative is ⅔ of what it should be: a factor is wrong"
/// ```
///
/// Neither a kink nor noise nor a badly scaled point counts as wrong. How far the values of `f` scatter is
/// measured on `f` itself, and rounding errors are sampled by running `f` with numbers that carry them; an
/// entry is wrong only when it differs from the differences by more than that explains. An entry that they
/// cannot decide is counted in ``DerivativeCheck/undecided``.
///
/// Two faults of evaluations are found as well: a dual that `f` keeps and uses in a later evaluation, and an
/// infinite slope that meets a zero tangent, as in cbrt(t³) or log(t²) at 0, where the derivative comes out
/// as 0.
///
/// - Parameters:
///   - f: The function, at every number type.
///   - x: The point.
/// - Returns: What was compared.
/// - Throws: ``WrongDerivative`` with the worst entry.
/// - Accuracy: A relative error of 1e−6 is found wherever differences reach seven digits; they do for smooth
///   functions on the scale of their arguments. Values of `f` that scatter by σ hide errors of the derivative
///   below about 250 σ/|x|.
/// - Complexity: 15 to 77 evaluations for every input, with plain numbers and again with duals, and as many
///   again before an entry is called wrong.
@discardableResult
public func checkDerivatives<F: VectorFunction>(of f: F, at x: [Double]) throws(WrongDerivative)
  -> DerivativeCheck
{
  let check = derivativeCheck(of: f, at: x)
  if !check.isRight { throw WrongDerivative(check: check) }
  return check
}

/// Checks the derivatives of a function ℝⁿ → ℝ. See ``checkDerivatives(of:at:)-(F,_)``.
@discardableResult
public func checkDerivatives<F: ScalarFunction>(of f: F, at x: [Double]) throws(WrongDerivative)
  -> DerivativeCheck
{
  try checkDerivatives(of: OneOutput(f), at: x)
}

/// Checks a rule of your own at several points.
@discardableResult
public func checkDerivatives<R: UnaryRule>(of rule: R, at points: [Double]) throws(WrongDerivative)
  -> DerivativeCheck
{
  try checkDerivatives(of: Elementwise(rule), at: points)
}

/// Checks a rule of your own at a point.
@discardableResult
public func checkDerivatives<R: VectorRule>(of rule: R, at x: [Double]) throws(WrongDerivative)
  -> DerivativeCheck
{
  try checkDerivatives(of: Applied(rule), at: x)
}

private struct OneOutput<F: ScalarFunction>: VectorFunction {
  let f: F
  init(_ f: F) { self.f = f }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [f(x)] }
}

private struct Elementwise<R: UnaryRule>: VectorFunction {
  let rule: R
  init(_ rule: R) { self.rule = rule }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x.map { .applying(rule, to: $0) } }
}

private struct Applied<R: VectorRule>: VectorFunction {
  let rule: R
  init(_ rule: R) { self.rule = rule }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { S.applying(rule, to: x) }
}

/// The check itself, as a value.
public func derivativeCheck<F: VectorFunction>(of f: F, at x: [Double]) -> DerivativeCheck {
  var comparison = Comparison()
  // Once with tangents, then once without: a tangent of the first evaluation must not turn up in the second
  // one. Reverse mode would stop the program at such a number, so nothing else is looked at then.
  _ = f(x.map { Dual($0, tangent: 1) })
  for (i, y) in f(x.map { Dual(constant: $0) }).enumerated() {
    comparison.constant(row: i, tangent: y.tangent)
  }
  if !comparison.check.isRight { return comparison.check }

  let forward = jacobianByColumns(at: x) { f($0) }
  let reverse = jacobianByRows(at: x) { f($0) }
  let lines = x.indices.map { Line(f, at: x, along: $0) }
  for j in x.indices {
    for i in 0..<forward.rowCount {
      comparison.modes(
        row: i, column: j, forward[i, j], reverse[i, j],
        size: forward.row(i).reduce(0) { max($0, $1.magnitude) },
        rounding: lines[j].perturbed[i].tangent.value.error.magnitude)
    }
  }
  var first = x.indices.map { j in lines[j].firstDerivatives((0..<forward.rowCount).map { forward[$0, j] }) }
  for j in x.indices {
    for i in 0..<forward.rowCount {
      comparison.differences(
        order: 1, row: i, column: j, forward[i, j], &first[j],
        transposed: i != j && i < x.count && j < forward.rowCount ? first[i].reference(j) : nil)
    }
  }
  // ∂²f/∂xⱼ²: the nested derivative against differences of the first one.
  for j in x.indices {
    let nested = lines[j].nested.map(\.tangent.tangent)
    var second = lines[j].secondDerivatives(nested)
    for i in nested.indices {
      comparison.differences(order: 2, row: i, column: j, nested[i], &second, transposed: nil)
    }
  }
  return comparison.check
}

/// A function on a line through the point, along one input.
private struct Line<F: VectorFunction> {
  let f: F, x: [Double], j: Int
  /// The second-order values, and samples of their rounding errors.
  let nested: [Dual<Dual<Double>>], perturbed: [Dual<Dual<Perturbed>>]

  init(_ f: F, at x: [Double], along j: Int) {
    (self.f, self.x, self.j) = (f, x, j)
    func twice<S: Scalar>(_ x: [S]) -> [Dual<Dual<S>>] {
      f(
        x.enumerated().map { k, value in
          k == j
            ? Dual(Dual(value, tangent: 1), tangent: Dual(1, tangent: 0))
            : Dual(constant: Dual(constant: value))
        })
    }
    nested = twice(x)
    perturbed = twice(x.map { Perturbed($0) })
  }

  func firstDerivatives(_ computed: [Double]) -> Differences {
    Differences(
      along: { f(moved(to: $0)) }, at: x[j], computed: computed,
      noise: perturbed.map { $0.value.value.error.magnitude },
      rounding: perturbed.map { $0.tangent.value.error.magnitude })
  }

  func secondDerivatives(_ computed: [Double]) -> Differences {
    Differences(
      along: { t in f(moved(to: t).enumerated().map { Dual($1, tangent: $0 == j ? 1 : 0) }).map(\.tangent) },
      at: x[j],
      computed: computed,
      noise: perturbed.map { $0.tangent.value.error.magnitude },
      rounding: perturbed.map { $0.tangent.tangent.error.magnitude })
  }

  private func moved(to t: Double) -> [Double] {
    var x = x
    x[j] = t
    return x
  }
}
