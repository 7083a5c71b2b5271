@_exported public import Scalars

/// A number that knows how it was computed: its value, and its place on a tape.
///
/// Whatever is computed with adjoint numbers is recorded; one sweep back over the tape then gives the derivative of a result with respect
/// to everything it was computed from, v̄ = ∂y/∂v.
///
/// ```swift
/// print(gradient(at: [3, 4]) { p in p[0] * p[1] + sin(p[0]) })
/// // Prints "[3.0100075, 3.0]"
/// ```
///
/// A number hangs on a node of the tape and carries its derivative with respect to that node (its *weight*). So functions of one number and
/// operations with constants multiply the weight and write nothing; only an operation of two different nodes is recorded.
///
/// - Layout: value, weight, tape and word: 32 bytes for `Double`.
/// - Comparison: `==`, `<` and hashing see the value only, so a program takes the same path as with `Double`.
/// - Not `Sendable`: it points into its tape and must stay in the task that records. Different tapes in different tasks are independent.
/// - A number of another tape, or of a recording that is over, is a trap with a sentence at its next operation with an active number.
/// - Nests: `Adjoint<Dual<Double>>` is the gradient and one column of the Hessian.
@frozen public struct Adjoint<Value: Scalar & BitwiseCopyable>: BitwiseCopyable {
  /// The number itself.
  public let value: Value
  /// ∂value/∂node.
  @usableFromInline let weight: Value
  @usableFromInline let tape: UnsafeMutablePointer<Recording<Value>>?
  /// Where it comes in the order of all nodes that this process records; see `Recording.start`. 0: a constant.
  @usableFromInline let word: UInt64

  @_transparent @usableFromInline init(
    _ value: Value, weight: Value, tape: UnsafeMutablePointer<Recording<Value>>?, word: UInt64
  ) {
    self.value = value
    self.weight = weight
    self.tape = tape
    self.word = word
  }

  /// The constant `value`: nothing that is computed from it alone is recorded.
  @_transparent public init(constant value: Value) { self.init(value, weight: .zero, tape: nil, word: 0) }

  /// True when no input reaches this number.
  @_transparent public var isConstant: Bool { word == 0 }

  /// The same number with another value, hanging on the same node: no entry on the tape.
  @_transparent @usableFromInline func with(_ value: Value, weight: Value) -> Adjoint {
    Adjoint(value, weight: weight, tape: tape, word: word)
  }
}

extension Adjoint: CustomStringConvertible {
  public var description: String { "\(value)" }
}
