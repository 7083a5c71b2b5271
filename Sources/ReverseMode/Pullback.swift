/// The pullback of a function at a point: v ↦ vᵀJ, as often as wanted from one recording.
///
/// `vᵀJ[j] = Σᵢ vᵢ ∂fᵢ/∂xⱼ`.
public struct Pullback<Value: Scalar & BitwiseCopyable> {
  @usableFromInline let tape: Tape<Value>
  @usableFromInline let outputs: [Adjoint<Value>]

  @usableFromInline init(tape: Tape<Value>, outputs: [Adjoint<Value>]) {
    self.tape = tape
    self.outputs = outputs
  }

  /// vᵀJ, by one reverse sweep.
  ///
  /// - Parameter cotangent: `m` numbers, one an output.
  /// - Returns: `n` numbers, one an input.
  @inlinable public func callAsFunction(_ cotangent: [Value]) -> [Value] {
    _require(
      cotangent.count == outputs.count, "pullback: cotangent has \(cotangent.count) entries, the function has \(outputs.count) outputs")
    return outputs.withUnsafeBufferPointer { outputs in
      let adjoints = tape.sweep(from: outputs, cotangent: { cotangent[$0] })
      return (0..<tape.header.pointee.inputCount).map { adjoints[$0 + 1] }
    }
  }
}

/// f(x) and the pullback (VJP) of `f` at `x`: a function from cotangents `v` to vᵀJ that can be called again and again.
///
/// ```swift
/// let (value, pullback) = valueWithPullback(at: [3, 4]) { p in [p[0] * p[1], p[0] / p[1]] }
/// print(value)
/// // Prints "[12.0, 0.75]"
/// print(pullback([1, 0]), pullback([0, 1]))
/// // Prints "[4.0, 3.0] [0.25, -0.1875]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - f: From `n` numbers to `m`. It is called once.
/// - Complexity: One evaluation; then one reverse sweep for each call of the pullback.
@inlinable public func valueWithPullback<Value: Scalar & BitwiseCopyable, E: Error>(
  at x: [Value], @Formula<[Adjoint<Value>]> of f: ([Adjoint<Value>]) throws(E) -> [Adjoint<Value>]
) throws(E) -> (value: [Value], pullback: Pullback<Value>) {
  let tape = Tape<Value>()
  let outputs = try f(tape.record(x))
  return (outputs.map { $0.value }, Pullback(tape: tape, outputs: outputs))
}

/// vᵀJ, the pullback (VJP) of the cotangent `v`, by one evaluation and one reverse sweep.
///
/// ```swift
/// print(pullback(at: [3, 4], from: [1, 1]) { p in [p[0] * p[1], p[0] / p[1]] })
/// // Prints "[4.25, 2.8125]"
/// ```
@inlinable public func pullback<Value: Scalar & BitwiseCopyable, E: Error>(
  at x: [Value], from v: [Value], @Formula<[Adjoint<Value>]> of f: ([Adjoint<Value>]) throws(E) -> [Adjoint<Value>]
) throws(E) -> [Value] {
  try valueWithPullback(at: x, of: f).pullback(v)
}
