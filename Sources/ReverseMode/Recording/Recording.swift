import CNumerics
public import Scalars

// What a recording consists of, as memory. Everything hot lies behind one pointer that never moves, so that recording an operation costs no
// reference counting, no exclusivity check and no thread-local.

/// One recorded operation z = f(a, b) of two different nodes: ∂z/∂a, ∂z/∂b and where a and b are. 24 bytes for `Double`.
@frozen @usableFromInline struct TapeNode<Value: Scalar & BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline let first: Value, second: Value
  @usableFromInline let firstIndex: UInt32, secondIndex: UInt32

  @_transparent @usableFromInline init(_ first: Value, _ firstIndex: UInt32, _ second: Value, _ secondIndex: UInt32) {
    self.first = first
    self.second = second
    self.firstIndex = firstIndex
    self.secondIndex = secondIndex
  }
}

/// The recording itself. Node 0 stands for "nothing", nodes 1…n are the inputs, an operation comes after its operands.
///
/// The first six fields mirror `cn_tape`. A header is never freed, only handed on: a number that outlives its tape finds other words.
@usableFromInline struct Recording<Value: Scalar & BitwiseCopyable> {
  /// How many nodes there are; 0 before the first recording.
  @usableFromInline var count: Int
  @usableFromInline var capacity: Int
  @usableFromInline var nodes: UnsafeMutablePointer<TapeNode<Value>>
  @usableFromInline var stride: Int
  /// The word of node 0, and where the words that this header may give out end. No word is given out twice in a process, and the 2³² from
  /// `start` on belong to this header: so a word is one of this recording exactly if it lies less than 2³² above `start`.
  @usableFromInline var start: UInt64, end: UInt64
  @usableFromInline var inputCount = 0

  /// The operations of many numbers: their operands, and the values, weights and nodes that belong to them.
  @usableFromInline var arrayOperands = Pool<ArrayOperand>()
  @usableFromInline var numbers = Pool<Value>()
  @usableFromInline var operands = Pool<UInt32>()
  /// Where the window of each node begins; see `findWindows()`.
  @usableFromInline var windows = Pool<UInt32>()
  /// How many such operations there are, how many results they have, and how much room their sweep needs.
  @usableFromInline var wideCount = 0, wideResults = 0, room = 0

  /// A header at a place that another one has left.
  @inlinable init(capacity: Int, after last: Recording) {
    count = 0
    self.capacity = capacity
    // By the C allocator, because the growth function reallocates it.
    nodes = cn_allocate(capacity * MemoryLayout<TapeNode<Value>>.stride).assumingMemoryBound(to: TapeNode<Value>.self)
    stride = MemoryLayout<TapeNode<Value>>.stride
    start = last.start
    end = last.end
  }

  @inlinable mutating func begin(inputCount: Int) {
    count = 1 + inputCount
    self.inputCount = inputCount
    arrayOperands.count = 0
    numbers.count = 0
    operands.count = 0
    wideCount = 0
    wideResults = 0
    room = 0
  }

  /// Ends the recording, and frees everything but the header, which must be initialized again before it records.
  @inlinable @inline(__always) mutating func free() {
    start &+= UInt64(truncatingIfNeeded: count)
    count = 0
    cn_free(nodes)
    arrayOperands.free()
    numbers.free()
    operands.free()
    windows.free()
  }

  /// The node of a number of this recording; 2³² or more for the word of any other number, and of a constant.
  @_transparent @usableFromInline func index(of word: UInt64) -> UInt64 { word &- start }
  @_transparent @usableFromInline func holds(_ word: UInt64) -> Bool { index(of: word) >> 32 == 0 }
  @_transparent @usableFromInline func node(of word: UInt64) -> Int { Int(truncatingIfNeeded: index(of: word)) }
}

/// Memory that only grows.
@usableFromInline struct Pool<Element: BitwiseCopyable> {
  @usableFromInline var start: UnsafeMutablePointer<Element>?
  @usableFromInline var count = 0, capacity = 0

  @inlinable init() {}

  /// Where `additional` elements more can be written.
  @_transparent @usableFromInline mutating func reserve(_ additional: Int) -> UnsafeMutablePointer<Element> {
    if _slowPath(count &+ additional > capacity) { grow(to: count &+ additional) }
    return start.unsafelyUnwrapped + count
  }

  @usableFromInline @inline(never) mutating func grow(to wanted: Int) {
    let larger = max(wanted, 2 * capacity, 64)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    if let start {
      memory.update(from: start, count: count)
      start.deallocate()
    }
    start = memory
    capacity = larger
  }

  @inlinable @inline(__always) func free() { start?.deallocate() }
}
