/// ∇f(x): the derivatives of a function ℝⁿ → ℝ with respect to all its inputs, by one evaluation and one reverse sweep.
///
/// ∇f[j] = ∂f/∂xⱼ.
///
/// ```swift
/// print(gradient(at: [1, 2, 3]) { x in x[0] * x[1] * x[2] })
/// // Prints "[6.0, 3.0, 2.0]"
/// ```
///
/// - Parameters:
///   - x: The point: `n` numbers.
///   - f: From `n` numbers to one. It is called once.
/// - Returns: `n` numbers; 0 for an input that `f` does not depend on.
/// - Accuracy: That of the arithmetic of `f`; there is no step size. At a kink or a pole, see Edges.
/// - Complexity: A small multiple of the work of `f`, whatever `n` is; memory for every operation of `f`. With a tape of your own,
///   ``Tape/gradient(at:into:of:)`` allocates nothing.
@inlinable public func gradient<Value: Scalar & BitwiseCopyable, E: Error>(
  at x: [Value], @Formula<Adjoint<Value>> of f: ([Adjoint<Value>]) throws(E) -> Adjoint<Value>
) throws(E) -> [Value] {
  try valueWithGradient(at: x, of: f).gradient
}

/// f(x) and ∇f(x). See ``gradient(at:of:)``.
///
/// ```swift
/// let (value, slope) = valueWithGradient(at: [3, 4]) { x in hypot(x[0], x[1]) }
/// print(value, slope)
/// // Prints "5.0 [0.6, 0.8]"
/// ```
@inlinable public func valueWithGradient<Value: Scalar & BitwiseCopyable, E: Error>(
  at x: [Value], @Formula<Adjoint<Value>> of f: ([Adjoint<Value>]) throws(E) -> Adjoint<Value>
) throws(E) -> (value: Value, gradient: [Value]) {
  var gradient = [Value](repeating: .zero, count: x.count)
  let value = try Tape<Value>().gradient(at: x, into: &gradient, of: f)
  return (value, gradient)
}

extension Tape {
  /// Writes ∇f(x) into `gradient` and returns f(x). Nothing is allocated once the tape has grown to the size of `f`.
  ///
  /// ```swift
  /// let tape = Tape<Double>()
  /// var slope = [0.0, 0.0]
  /// for step in 1...3 {
  ///   let value = tape.gradient(at: [Double(step), 1], into: &slope) { x in x[0] * x[0] + x[1] }
  ///   print(value, slope)
  /// }
  /// // Prints "2.0 [2.0, 1.0]"
  /// // Prints "5.0 [4.0, 1.0]"
  /// // Prints "10.0 [6.0, 1.0]"
  /// ```
  ///
  /// - Precondition: `gradient` has as many entries as `x`.
  @inlinable public func gradient<E: Error>(
    at x: [Value], into gradient: inout [Value], @Formula<Adjoint<Value>> of f: ([Adjoint<Value>]) throws(E) -> Adjoint<Value>
  ) throws(E) -> Value {
    _require(gradient.count == x.count, "gradient: room for \(gradient.count) entries, the point has \(x.count)")
    let header = header
    begin(inputCount: x.count)
    let start = header.pointee.start
    let y = try f(numbers(x))
    _require(
      header.pointee.start == start,
      "gradient: the function began another recording on the tape that records it; give it a tape of its own")
    let adjoints = sweep(from: y)
    gradient.withUnsafeMutableBufferPointer { gradient in
      for i in 0..<gradient.count { gradient[i] = adjoints[i &+ 1] }
    }
    return y.value
  }
}
