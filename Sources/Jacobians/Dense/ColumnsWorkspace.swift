public import ForwardMode

/// Memory for Jacobians by columns, to be used again and again: nothing is allocated per call.
///
/// The unit tangents are written once; a call writes only the point. `Lanes` says how many columns one evaluation gives: `Lanes4` for up to
/// 4 inputs, `Lanes8` for up to 8 and for many, `Lanes16` for 9 to 16.
///
/// ```swift
/// let workspace = ColumnsWorkspace<Lanes4>(inputCount: 2, outputCount: 2)
/// var jacobian = Matrix(rowCount: 2, columnCount: 2)
/// workspace.jacobian(at: [3, 4], into: &jacobian) { p, y in
///   y[0] = hypot(p[0], p[1])
///   y[1] = atan2(p[1], p[0])
/// }
/// print(jacobian)
/// // Prints "[[ 0.6 , 0.8 ],"
/// // Prints " [-0.16, 0.12]]"
/// ```
public final class ColumnsWorkspace<Lanes: Tangent & BitwiseCopyable> where Lanes.Base == Double {
  /// n, the count of inputs.
  public let inputCount: Int
  /// m, the count of outputs.
  public let outputCount: Int
  /// How many evaluations a Jacobian takes.
  public let passCount: Int
  /// The point with the tangents of a pass: a copy for every pass when they are few, otherwise one whose tangents are moved from pass to pass.
  @usableFromInline let inputs: UnsafeMutableBufferPointer<Dual<Lanes>>
  @usableFromInline let outputs: UnsafeMutableBufferPointer<Dual<Lanes>>
  @usableFromInline let copyCount: Int
  @exclusivity(unchecked) @usableFromInline var movedTo = 0
  @exclusivity(unchecked) @usableFromInline var isInUse = false

  /// A workspace for functions ℝⁿ → ℝᵐ.
  public init(inputCount: Int, outputCount: Int) {
    _require(
      inputCount >= 0 && outputCount >= 0,
      "ColumnsWorkspace: \(inputCount) inputs and \(outputCount) outputs; counts cannot be negative")
    self.inputCount = inputCount
    self.outputCount = outputCount
    passCount = max(1, (inputCount + Lanes.laneCount - 1) / Lanes.laneCount)  // without inputs one, for the value
    copyCount = passCount <= 4 ? passCount : 1
    inputs = .allocate(capacity: inputCount * copyCount)
    inputs.initialize(repeating: .zero)
    outputs = .allocate(capacity: outputCount)
    outputs.initialize(repeating: .zero)
    for pass in 0..<copyCount {
      let columns = columns(ofPass: pass)
      for j in columns { inputs[pass * inputCount + j].tangent = .unit(j - columns.lowerBound) }
    }
  }

  deinit {
    inputs.deallocate()
    outputs.deallocate()
  }

  /// The inputs of a pass, the lanes directed along its columns.
  @inlinable @inline(__always) func point(ofPass pass: Int) -> UnsafeMutablePointer<Dual<Lanes>> {
    let inputs = inputs.baseAddress.unsafelyUnwrapped
    if copyCount > 1 { return inputs + pass &* inputCount }
    if movedTo != pass { move(to: pass) }
    return inputs
  }

  @inlinable func move(to pass: Int) {
    for j in columns(ofPass: movedTo) { inputs[j].tangent = .zero }
    let columns = columns(ofPass: pass)
    for j in columns { inputs[j].tangent = .unit(j - columns.lowerBound) }
    movedTo = pass
  }

  @inlinable func columns(ofPass pass: Int) -> Range<Int> {
    pass * Lanes.laneCount..<min((pass + 1) * Lanes.laneCount, inputCount)
  }

  /// Writes the Jacobian of `f` at `x` into `jacobian`.
  ///
  /// - Parameters:
  ///   - x: The point: `n` numbers.
  ///   - jacobian: An `m × n` matrix, overwritten.
  ///   - progress: Called after every evaluation.
  ///   - f: Reads `n` numbers and writes `m` results; one that it does not write is the constant 0. Called once for every pass;
  ///     before, as in ``derivative(at:of:)``.
  /// - Precondition: Neither `f` nor `progress` uses this workspace.
  // Always inlined, so that `f` is, too.
  @inlinable @inline(__always) public func jacobian<E: Error>(
    at x: [Double], into jacobian: inout Matrix, progress: ((Progress) -> Void)? = nil,
    of f: (Span<Dual<Lanes>>, inout MutableSpan<Dual<Lanes>>) throws(E) -> Void
  ) throws(E) {
    _require(x.count == inputCount, "jacobian: the point has \(x.count) entries, the workspace has \(inputCount) inputs")
    _require(
      jacobian.rowCount == outputCount && jacobian.columnCount == inputCount,
      "jacobian: the matrix is \(jacobian.rowCount) × \(jacobian.columnCount), the workspace \(outputCount) × \(inputCount)")
    let outer = _beginEvaluation(Lanes.self)
    // The checks are passes −2, at the point, and −1, beside it, so that `f` has one call, to be inlined.
    var pass = _mustCheck(within: outer) ? beginChecks(within: outer) : 0
    isInUse = true
    defer {
      isInUse = false
      if _slowPath(pass < 0) { endChecks() }  // `f` threw
      _endEvaluation(Lanes.self, within: outer)
    }
    let (inputCount, outputs) = (inputCount, outputs)
    try jacobian.storage.withUnsafeMutableBufferPointer { entries throws(E) in
      let x = x.span
      var (columns, columnsLeft) = (entries.baseAddress.unsafelyUnwrapped, inputCount)
      while pass < passCount {
        let point = pass < 0 ? inputs.baseAddress.unsafelyUnwrapped : point(ofPass: pass)
        for j in 0..<inputCount { point[j].value = x[unchecked: j] }
        if _slowPath(pass == -1) { moveBeside() }
        outputs.update(repeating: .zero)
        var results = MutableSpan(_unsafeElements: outputs)
        try f(Span(_unsafeElements: UnsafeBufferPointer(start: point, count: inputCount)), &results)
        if _slowPath(pass < 0) {
          if !outputs.allSatisfy({ $0.tangent._vanishes }) { _foreignPerturbation(.jacobian) }
          pass = outer ? pass &+ 1 : 0
          if pass == 0 { endChecks() }
          continue
        }
        copyTangents(to: columns, width: min(Lanes.laneCount, columnsLeft))
        columns += Lanes.laneCount
        columnsLeft &-= Lanes.laneCount
        pass &+= 1
        if let progress { progress(Progress(done: pass, total: passCount)) }
      }
    }
  }

  /// Takes the tangents away, and returns the pass that is the first check; the first pass within another check. A second use of the
  /// workspace ends here, since it lies within the first.
  @inlinable @inline(never) func beginChecks(within outer: Bool) -> Int {
    _require(!isInUse, "jacobian: this workspace is in use: its function cannot use it again; make another workspace")
    guard _beginCheck(within: outer) else { return 0 }
    let point = point(ofPass: 0)
    for j in columns(ofPass: 0) { point[j].tangent = .zero }
    return -2
  }

  /// Moves the inputs of the second check.
  @inlinable @inline(never) func moveBeside() { for j in 0..<inputCount { inputs[j].value = _beside(inputs[j].value, j) } }

  /// Puts the tangents of the first pass back.
  @inlinable @inline(never) func endChecks() {
    for j in columns(ofPass: 0) { inputs[j].tangent = .unit(j) }
    _endCheck()
  }

  /// Copies the first `width` lanes of every result into its row.
  @inlinable @inline(__always) func copyTangents(to columns: UnsafeMutablePointer<Double>, width: Int) {
    // Only the library's own tangents are known to be their directions in order.
    guard Lanes.self == Lanes8.self || Lanes.self == Lanes4.self || Lanes.self == Lanes16.self else {
      for i in 0..<outputs.count { for j in 0..<width { columns[i &* inputCount &+ j] = outputs[i].tangent.lane(j) } }
      return
    }
    var row = UnsafeMutableRawPointer(columns)
    // a dual's tangent is its last part
    var tangent = UnsafeRawPointer(outputs.baseAddress.unsafelyUnwrapped) + (MemoryLayout<Dual<Lanes>>.size - MemoryLayout<Lanes>.size)
    for _ in 0..<outputs.count {
      if width == Lanes.laneCount {
        row.copyMemory(from: tangent, byteCount: MemoryLayout<Lanes>.size)
      } else {
        copy(width, from: tangent, to: row)
      }
      tangent += MemoryLayout<Dual<Lanes>>.stride
      row += inputCount &* MemoryLayout<Double>.stride
    }
  }

  /// Copies up to 15 numbers by powers of two: copies of a known size are vector moves; a loop over so few would cost as much as the derivatives.
  @inlinable @inline(__always) func copy(_ count: Int, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    var done = 0
    if Lanes.laneCount > 8 && count & 8 != 0 {
      target.copyMemory(from: source, byteCount: 64)
      done = 64
    }
    if Lanes.laneCount > 4 && count & 4 != 0 {
      (target + done).copyMemory(from: source + done, byteCount: 32)
      done &+= 32
    }
    if count & 2 != 0 {
      (target + done).copyMemory(from: source + done, byteCount: 16)
      done &+= 16
    }
    if count & 1 != 0 { (target + done).copyMemory(from: source + done, byteCount: 8) }
  }

  /// f(x) of the last Jacobian.
  public var value: [Double] { outputs.map { $0.value } }
}
