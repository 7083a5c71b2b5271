public import CNumerics

/// A recording of an evaluation, and its reverse sweeps. Reusable: keep one per task and record again and again.
///
/// The operations ``gradient(at:of:)`` and ``pullback(at:of:)`` bring their own tape. Use one yourself to avoid their allocations, or to ask
/// for the derivative with respect to an intermediate value:
///
/// ```swift
/// let tape = Tape<Double>()
/// let x = tape.record([1, 2])
/// let u = tape.unit(x[0] * x[1])
/// let y = u + exp(u) - sin(x[1])
/// let adjoints = tape.adjoints(of: y)
/// print(adjoints[u], adjoints[x[1]])
/// // Prints "8.389056 8.805203"
/// ```
///
/// - Memory: 24 bytes an operation of two numbers and 8 an adjoint, for `Double`; kept until ``shrink(to:)`` or the tape's end.
/// - Not `Sendable`: one tape, one task. Tapes share no state.
public final class Tape<Value: Scalar & BitwiseCopyable> {
  @usableFromInline let header: UnsafeMutablePointer<Recording<Value>>
  // Hot storage is read once per call into a local, so these need no exclusivity checks.
  @exclusivity(unchecked) @usableFromInline var inputs: [Adjoint<Value>] = []
  /// The units of the recording, in the order of their words; of the last one that had any.
  @exclusivity(unchecked) @usableFromInline var units: [Adjoint<Value>] = []
  @exclusivity(unchecked) @usableFromInline var adjointMemory: UnsafeMutableRawPointer
  @exclusivity(unchecked) @usableFromInline var adjointBytes: Int

  /// A tape with room for `capacity` operations; it grows as needed.
  // Inlinable, so that a tape of known numbers is made without a look at the numbers' type, which takes longer than a small gradient.
  ///
  /// - Precondition: `capacity` is at most 2³² − 1, and not more than fits into memory.
  @inlinable public init(capacity: Int = 128) {
    Self.check(capacity)
    header = cn_take_header(MemoryLayout<Recording<Value>>.stride).bindMemory(to: Recording<Value>.self, capacity: 1)
    header.initialize(to: Recording(capacity: max(capacity, 16), after: header.pointee))
    adjointBytes = 0
    adjointMemory = cn_allocate(0)
  }

  @inlinable deinit {
    header.pointee.free()
    cn_free(adjointMemory)
    cn_return_header(header)
  }

  /// Ends the recording and gives back its memory, all but the room for `capacity` operations. Numbers recorded are no longer valid.
  ///
  /// ```swift
  /// let tape = Tape<Double>()
  /// var slope = [0.0]
  /// _ = tape.gradient(at: [1], into: &slope) { x in (0..<100_000).reduce(x[0]) { y, _ in y + x[0] * y } }
  /// tape.shrink()
  /// print(tape.operationCount)
  /// // Prints "0"
  /// ```
  ///
  /// - Precondition: `capacity` is at most 2³² − 1, and not more than fits into memory.
  public func shrink(to capacity: Int = 128) {
    Self.check(capacity)
    header.pointee.free()
    header.initialize(to: Recording(capacity: max(capacity, 16), after: header.pointee))
    inputs = []
    units = []
    growAdjoints(to: 0)
  }

  @inlinable @inline(__always) static func check(_ capacity: Int) {
    let largest = cn_largest_tape(MemoryLayout<TapeNode<Value>>.stride)
    _require(capacity <= largest, "Tape: room for \(capacity) operations is asked for, a tape has at most \(largest)")
  }

  /// Begins a recording: what was recorded before is forgotten, and its numbers are no longer valid.
  ///
  /// - Returns: The numbers `x` as inputs of the recording.
  @inlinable public func record(_ x: [Value]) -> [Adjoint<Value>] {
    begin(inputCount: x.count)
    return numbers(x)
  }

  /// The numbers `x` as inputs of the recording that has begun.
  @inlinable func numbers(_ x: [Value]) -> [Adjoint<Value>] {
    if inputs.count != x.count { inputs = [Adjoint<Value>](repeating: .zero, count: x.count) }
    let header = header
    let start = header.pointee.start
    inputs.withUnsafeMutableBufferPointer { inputs in
      for i in 0..<x.count { inputs[i] = Adjoint(x[i], weight: 1, tape: header, word: cn_word(start, i &+ 1)) }
    }
    return inputs
  }

  @inlinable func begin(inputCount: Int) {
    cn_tape_next_words(header)
    header.pointee.begin(inputCount: inputCount)
    while header.pointee.capacity <= inputCount { cn_tape_grow(header) }
  }

  /// The same number with a node of its own, so that its adjoint can be asked for. Go on computing with the number returned.
  public func unit(_ v: Adjoint<Value>) -> Adjoint<Value> {
    guard !v.isConstant else { return v }
    checkBelongs(v, "unit")
    let node = header.pointee.count
    if node >= header.pointee.capacity { cn_tape_grow(header) }
    (header.pointee.nodes + node).initialize(to: TapeNode(v.weight, cn_node(header.pointee.index(of: v.word)), .zero, 0))
    header.pointee.count = node + 1
    let unit = Adjoint(v.value, weight: 1, tape: header, word: cn_word(header.pointee.start, node))
    if let last = units.last, !header.pointee.holds(last.word) { units.removeAll(keepingCapacity: true) }
    units.append(unit)
    return unit
  }

  /// Ends the recording, and leaves out the next `count` words as if they had been recorded: for tests, which cannot wait.
  public func _skipWords(_ count: UInt64) {
    header.pointee.end &-= count
    header.pointee.start &+= UInt64(header.pointee.count)
    header.pointee.count = 0
  }

  /// How many operations the current recording holds: those of two or more different numbers; the rest are never written. An operation of
  /// arrays is one, whatever their sizes.
  public var operationCount: Int {
    let header = header.pointee
    return max(header.count, 1) - 1 - header.inputCount - header.wideResults + header.wideCount
  }

  /// How many bytes the current recording takes, adjoints of one sweep included.
  public var byteCount: Int {
    let header = header.pointee
    return (header.count - header.wideResults) * MemoryLayout<TapeNode<Value>>.stride + header.count * MemoryLayout<Value>.stride
      + header.arrayOperands.count * MemoryLayout<ArrayOperand>.stride + header.numbers.count * MemoryLayout<Value>.stride
      + header.operands.count * MemoryLayout<UInt32>.stride
  }
}

extension Tape {
  /// Sweeps from `outputs`, each seeded with its cotangent; when the windows are known, over those of the outputs only.
  ///
  /// - Returns: The adjoints by node, those of inputs and of nodes swept; valid until the tape is used again.
  @inlinable func sweep<A: Tangent>(
    from outputs: UnsafeBufferPointer<Adjoint<Value>>, withinWindows: Bool = false, cotangent: (Int) -> A
  ) -> UnsafeMutablePointer<A> where A.Base == Value {
    let header = header
    let adjoints = adjoints(of: A.self, count: header.pointee.count &+ header.pointee.room)
    let all = header.pointee.inputCount &+ 1
    let (top, bottom) = range(of: outputs, withinWindows)
    seed(adjoints, outputs, cotangent, top, bottom)
    guard top >= bottom else { return adjoints }
    header.pointee.sweep(adjoints, from: top, downTo: bottom)
    for i in 1..<all where _slowPath(adjoints[i]._containsNaN) {
      seed(adjoints, outputs, cotangent, top, all)
      header.pointee.sweepAtPole(adjoints, from: top, reached: reach(of: outputs, cotangent))
      break
    }
    return adjoints
  }

  /// The last and the first operation that an adjoint of the outputs reaches; the last is before the first when there is none.
  @inlinable func range(of outputs: UnsafeBufferPointer<Adjoint<Value>>, _ withinWindows: Bool) -> (top: Int, bottom: Int) {
    let all = header.pointee.inputCount &+ 1
    var top = 0
    var bottom = withinWindows ? header.pointee.count : all
    for y in outputs where !y.isConstant {
      if _slowPath(!header.pointee.holds(y.word)) { checkBelongs(y, "sweep") }
      let node = header.pointee.node(of: y.word)
      top = max(top, node)
      if withinWindows { bottom = min(bottom, Int(header.pointee.windows.start.unsafelyUnwrapped[node])) }
    }
    return (top, bottom)
  }

  /// ∂y/∂x for the inputs of the recording, valid until the tape is used again.
  @inlinable public func _adjointsOfInputs(from y: Adjoint<Value>) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: sweep(from: y) + 1, count: header.pointee.inputCount)
  }

  /// Sweeps from one output, with the cotangent 1.
  @inlinable func sweep(from y: Adjoint<Value>) -> UnsafeMutablePointer<Value> {
    withUnsafePointer(to: y) { sweep(from: UnsafeBufferPointer(start: $0, count: 1), cotangent: { _ in Value(1.0) }) }
  }

  /// Clears the adjoints, within a window those of the inputs and of the operations from `bottom` to `top`, and adds the cotangents.
  @inlinable func seed<A: Tangent>(
    _ adjoints: UnsafeMutablePointer<A>, _ outputs: UnsafeBufferPointer<Adjoint<Value>>, _ cotangent: (Int) -> A, _ top: Int, _ bottom: Int
  ) where A.Base == Value {
    let all = header.pointee.inputCount &+ 1
    adjoints.update(repeating: .zero, count: bottom == all ? header.pointee.count : all)
    if bottom > all && top >= bottom { (adjoints + bottom).update(repeating: .zero, count: top &- bottom &+ 1) }
    for i in 0..<outputs.count where !outputs[i].isConstant {
      adjoints[header.pointee.node(of: outputs[i].word)] += A._along(cotangent(i), outputs[i].weight)
    }
  }

  @inlinable @inline(__always) func adjoints<A: Tangent>(of type: A.Type, count: Int) -> UnsafeMutablePointer<A> {
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<A>.stride)
    if _slowPath(isTooLarge || adjointBytes < bytes) { growAdjoints(to: isTooLarge ? .max : bytes) }
    // A vector of lanes lies on a line of the cache.
    return UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: adjointMemory) &+ 127) & ~127).unsafelyUnwrapped
      .assumingMemoryBound(to: A.self)
  }

  @usableFromInline @inline(never) func growAdjoints(to bytes: Int) {
    _require(bytes <= .max / 2, "sweep: the adjoints of \(header.pointee.count) nodes do not fit into memory; record shorter pieces")
    cn_free(adjointMemory)
    adjointBytes = bytes + bytes / 2
    adjointMemory = cn_allocate(adjointBytes + 127)
  }

  @usableFromInline @inline(never) func checkBelongs(_ y: Adjoint<Value>, _ operation: String) {
    _require(
      y.isConstant || header.pointee.holds(y.word),
      "\(operation): the number belongs to another recording than the one that this tape holds; each belongs to one recording")
  }
}
