public import CNumerics

// Perturbations that must not meet.
//
// A derivative by forward mode is the tangent of f(x + ẋε). Two evaluations whose numbers have one type have one ε: a number of the one that
// enters the other brings its tangent along, and what comes out is f_y ẏ + f_x ẋ for f_y ẏ. Tangents are linear: with its own seeds zero,
// ẏ = 0, an evaluation gives the foreign part f_x ẋ alone. So one that begins while another of its kind runs on this thread, and in debug
// builds every one, is preceded by such a check: a tangent that is not zero stops the program.
//
// f_x may be 0 at the point alone, as that of xy at y = 0. Then nothing foreign is added; but f_y, a plain number, has lost ∂f_y/∂x. It is
// ∂f_x/∂y: where it is not 0, f_x is not 0 beside the point. So an evaluation within another one is checked there, too.
//
// The check comes first, so that a number which f keeps for later is one of the evaluation itself, in every build; and at the point itself
// first, so that a plain number which f keeps from its first call is right. Within a check the inner evaluations are not checked, for they
// are when their turn comes: k nested ones evaluate the innermost 2k − 1 times, not 3ᵏ⁻¹ times.

/// Begins an evaluation with tangents `T`. True when another one runs on this thread.
@inlinable @inline(__always) public func _beginEvaluation<T: Tangent>(_ tangents: T.Type) -> Bool { cn_begin_evaluation(T._kind) }

/// Ends an evaluation, also one that throws.
@inlinable @inline(__always) public func _endEvaluation<T: Tangent>(_ tangents: T.Type, within outer: Bool) {
  cn_end_evaluation(T._kind, outer)
}

/// True when an evaluation must be checked.
@inlinable @inline(__always) public func _mustCheck(within outer: Bool) -> Bool { _slowPath(outer || _isDebugAssertConfiguration()) }

/// Begins a check; false within another one.
@inlinable @inline(__always) public func _beginCheck(within outer: Bool) -> Bool { cn_begin_check(outer) }

/// Ends a check, also one that throws.
@inlinable @inline(__always) public func _endCheck() { cn_end_check() }

/// The point beside `x` at which an evaluation within another one is checked, towards 0: seldom outside of a domain. Every argument moves by
/// a part of its own, since x₀ − x₁ is 0 where both move alike.
@inlinable public func _beside<S: Scalar>(_ x: S, _ i: Int = 0) -> S {
  let turns = Double(i) * 0.618_033_988_749_895
  let part = (1 + turns - turns.rounded(.down)) * 0x1p-20
  return x == .zero ? S(part) : x * S(1 - part)
}

/// True when the results of `f` have no tangent where its arguments have none, as they must; NaN, which 0·∞ is, counts as none.
///
/// It is false for a function that computes with a number of another evaluation: one that it keeps, or that it captures.
@inlinable public func _isAlone<T: Tangent, E: Error>(
  at x: [T.Base], _ f: ([Dual<T>]) throws(E) -> [Dual<T>]
) throws(E) -> Bool {
  for y in try f(x.map { Dual(constant: $0) }) where !y.tangent._vanishes { return false }
  return true
}

/// What an evaluation is part of.
@frozen public enum _Operation {
  case derivative, pushforward, jacobian, hessian, hessianVectorProduct

  /// Its name, how to write an inner derivative right, and how to take a constant.
  var words: (name: String, right: String, constant: String) {
    switch self {
    case .derivative: ("derivative", "derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y }", "x.value")
    case .pushforward:
      ("pushforward", "pushforward(at: [Dual(constant: 1)], along: [1]) { y in [Dual(constant: x) + y[0]] }", "x.value")
    case .jacobian: ("jacobian", "derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y }", "x.value")
    case .hessian: ("hessian", "derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y }", "x.value.value")
    case .hessianVectorProduct:
      ("hessianVectorProduct", "derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y }", "x.value.value")
    }
  }
}

@inline(never) public func _foreignPerturbation(_ operation: _Operation) -> Never {
  let (name, right, constant) = operation.words
  let other =
    cn_checks_within_another() ? "another derivative that is still being taken" : "a derivative that is over, or of another thread's"
  fatalError(
    "\(name): f uses a number of \(other); its perturbation would be taken for f's own. Give the inner derivative a point of the outer "
      + "numbers, \(right), or use \(constant) if x is to be a constant")
}
