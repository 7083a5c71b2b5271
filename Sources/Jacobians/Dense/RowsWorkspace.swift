public import ReverseMode

/// Memory for Jacobians by rows, to be used again and again: nothing is allocated per call once the tape has grown to the size of `f`.
///
/// ```swift
/// let workspace = RowsWorkspace(inputCount: 3, outputCount: 1)
/// var jacobian = Matrix(rowCount: 1, columnCount: 3)
/// workspace.jacobian(at: [1, 2, 3], into: &jacobian) { x, y in y[0] = x[0] * x[1] * x[2] }
/// print(jacobian)
/// // Prints "[[6, 3, 2]]"
/// ```
public final class RowsWorkspace {
  /// n, the count of inputs.
  public let inputCount: Int
  /// m, the count of outputs.
  public let outputCount: Int
  @usableFromInline let tape = Tape<Double>()
  @exclusivity(unchecked) @usableFromInline var isInUse = false
  @usableFromInline let outputs: UnsafeMutableBufferPointer<Adjoint<Double>>

  /// A workspace for functions ℝⁿ → ℝᵐ.
  public init(inputCount: Int, outputCount: Int) {
    _require(
      inputCount >= 0 && outputCount >= 0, "RowsWorkspace: \(inputCount) inputs and \(outputCount) outputs; counts cannot be negative")
    self.inputCount = inputCount
    self.outputCount = outputCount
    outputs = .allocate(capacity: outputCount)
    outputs.initialize(repeating: .zero)
  }

  deinit { outputs.deallocate() }

  /// Writes the Jacobian of `f` at `x` into `jacobian`.
  ///
  /// - Parameters:
  ///   - x: The point: `n` numbers.
  ///   - jacobian: An `m × n` matrix, overwritten.
  ///   - progress: Called after every sweep.
  ///   - f: Reads `n` numbers and writes `m` results; one that it does not write is a constant.
  @inlinable public func jacobian<E: Error>(
    at x: [Double], into jacobian: inout Matrix, progress: ((Progress) -> Void)? = nil,
    of f: (Span<Adjoint<Double>>, inout MutableSpan<Adjoint<Double>>) throws(E) -> Void
  ) throws(E) {
    _require(x.count == inputCount, "jacobian: the point has \(x.count) entries, the workspace has \(inputCount) inputs")
    _require(
      jacobian.rowCount == outputCount && jacobian.columnCount == inputCount,
      "jacobian: the matrix is \(jacobian.rowCount) × \(jacobian.columnCount), the workspace \(outputCount) × \(inputCount)")
    begin("jacobian")
    defer { isInUse = false }
    outputs.update(repeating: .zero)
    var results = MutableSpan(_unsafeElements: outputs)
    try tape.record(x).withUnsafeBufferPointer { x throws(E) in try f(Span(_unsafeElements: x), &results) }
    tape.writeRows(of: UnsafeBufferPointer(outputs), into: &jacobian, progress: progress)
  }

  /// f(x) of the last Jacobian.
  public var value: [Double] {
    checkIsFree("value")
    return outputs.map { $0.value }
  }

  /// How many bytes the recording of the last Jacobian takes, adjoints of one sweep included.
  public var byteCount: Int { tape.byteCount }

  /// Gives back the memory that earlier Jacobians took, all but the room for `capacity` operations. See ``Tape/shrink(to:)``.
  public func shrink(to capacity: Int = 128) {
    checkIsFree("shrink")
    tape.shrink(to: capacity)
  }

  @inlinable func begin(_ operation: String) {
    checkIsFree(operation)
    isInUse = true
  }

  @inlinable func checkIsFree(_ operation: String) {
    _require(!isInUse, "\(operation): this workspace is in use; its function cannot use it again: give it a workspace of its own")
  }
}

extension Tape where Value == Double {
  @inlinable func writeRows(of outputs: UnsafeBufferPointer<Adjoint<Double>>, into jacobian: inout Matrix, progress: ((Progress) -> Void)?)
  {
    jacobian.storage.withUnsafeMutableBufferPointer { entries in
      _writeRows(of: outputs, to: entries) { done, total in progress?(Progress(done: done, total: total)) }
    }
  }
}
