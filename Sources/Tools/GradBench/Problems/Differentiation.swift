import Derivatives

/// A function of numbers x and of parameters p, for every number type that a tape can hold.
protocol ParametricFunction {
  func callAsFunction<S: Scalar & BitwiseCopyable>(_ x: [S], _ p: [S]) -> S
}

enum Mode: Character {
  case forward = "f"
  case reverse = "r"
}

/// Values and gradients in one of the two modes. The numbers may carry derivatives of an outer differentiation; the parameters are constants of
/// this one.
struct Differentiation<S: Scalar & BitwiseCopyable> {
  private let mode: Mode
  private let tape: Tape<S>?

  init(_ mode: Mode) {
    self.mode = mode
    tape = mode == .reverse ? Tape<S>(capacity: 64) : nil
  }

  /// ∂f/∂x.
  func gradient<F: ParametricFunction>(at x: [S], _ p: [S], of f: F) -> [S] {
    guard let tape else {
      return x.indices.map { j in
        f(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }, p.map { Dual(constant: $0) }).tangent
      }
    }
    var slope = [S](repeating: .zero, count: x.count)
    _ = tape.gradient(at: x, into: &slope) { f($0, p.map { Adjoint(constant: $0) }) }
    return slope
  }
}
