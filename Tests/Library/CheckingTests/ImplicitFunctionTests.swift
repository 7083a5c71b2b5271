import Derivatives
import TestSupport
import Testing

/// √x as the positive root of y² − x.
private struct Root: ImplicitEquation {
  func solution(_ x: [Double]) -> [Double] { [sqrt(x[0])] }
  func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { [y[0] * y[0] - x[0]] }
}

/// Where a circle of radius x₀ meets the line y₁ = x₁ y₀.
private struct Crossing: ImplicitEquation {
  func solution(_ x: [Double]) -> [Double] {
    let first = x[0] / sqrt(1 + x[1] * x[1])
    return [first, x[1] * first]
  }
  func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S] {
    let circle = y[0] * y[0] + y[1] * y[1] - x[0] * x[0]
    return [circle, y[1] - x[1] * y[0]]
  }
}

@Suite struct ImplicitFunctionTests {
  @Test func everyOrderIsThatOfTheExplicitFunction() {
    func root<S: Scalar>(_ x: S) -> S { implicitly(solving: Root(), at: [x])[0] }
    func close(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-14 * b.magnitude }
    #expect(close(derivative(at: 2.0) { root($0) }, derivative(at: 2.0) { sqrt($0) }))
    #expect(close(derivative(at: 2.0) { derivative(at: $0) { root($0) } }, derivative(at: 2.0) { derivative(at: $0) { sqrt($0) } }))
    #expect(
      close(
        derivative(at: 2.0) { derivative(at: $0) { derivative(at: $0) { root($0) } } },
        derivative(at: 2.0) { derivative(at: $0) { derivative(at: $0) { sqrt($0) } } }))
    #expect(close(gradient(at: [2.0]) { root($0[0]) }[0], 0.5 / 2.0.squareRoot()))
  }

  @Test func systemsAreSolvedInBothModes() throws {
    struct Explicit: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        let first = x[0] / sqrt(1 + x[1] * x[1])
        return [first, x[1] * first]
      }
    }
    struct Solved: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { implicitly(solving: Crossing(), at: x) }
    }
    let x = [2.0, 0.75]
    for (a, b) in zip(jacobianByRows(at: x) { Solved()($0) }.entries, jacobianByColumns(at: x) { Explicit()($0) }.entries) {
      #expect((a - b).magnitude <= 1e-14)
    }
    try checkDerivatives(of: Solved(), at: x)
  }

  @Test func aCountThatDoesNotFitIsASentence() async {
    await #expect(processExitsWith: .failure) {
      struct Wrong: ImplicitEquation {
        func solution(_ x: [Double]) -> [Double] { [1, 2] }
        func residual<S: Scalar>(_ x: [S], _ y: [S]) -> [S] { [y[0] - x[0]] }
      }
      _ = gradient(at: [1.0]) { implicitly(solving: Wrong(), at: $0)[0] }
    }
  }
}
