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
/// The first four fields mirror `cn_tape`. A header is never freed, only handed on: a number that outlives its tape finds another tag.
@usableFromInline struct TapeHeader<Value: Scalar & BitwiseCopyable> {
  @usableFromInline var count: Int
  @usableFromInline var capacity: Int
  @usableFromInline var nodes: UnsafeMutablePointer<TapeNode<Value>>
  @usableFromInline var stride: Int
  /// Which recording this is: its tag in the upper half, as in every number of it. 0 when there is none.
  @usableFromInline var mark: UInt64
  @usableFromInline var inputCount: Int

  /// The operations of many numbers: their operands, and the values, weights and nodes that belong to them.
  @usableFromInline var runs = Pool<OperandRun>()
  @usableFromInline var numbers = Pool<Value>()
  @usableFromInline var operands = Pool<UInt32>()
  /// Where the window of each node begins; see `findWindows()`.
  @usableFromInline var windows = Pool<UInt32>()
  /// How many such operations there are, how many results they have, and how much room their sweep needs.
  @usableFromInline var wideCount = 0, wideResults = 0, room = 0

  @_transparent @usableFromInline var tag: UInt32 { cn_tag(mark) }

  @inlinable init(capacity: Int) {
    count = 1
    self.capacity = capacity
    // By the C allocator, because the growth function reallocates it.
    nodes = cn_allocate(capacity * MemoryLayout<TapeNode<Value>>.stride).assumingMemoryBound(to: TapeNode<Value>.self)
    stride = MemoryLayout<TapeNode<Value>>.stride
    mark = 0
    inputCount = 0
  }

  @inlinable mutating func begin(inputCount: Int) {
    mark = UInt64(cn_next_tag()) << 32
    count = 1 + inputCount
    self.inputCount = inputCount
    runs.count = 0
    numbers.count = 0
    operands.count = 0
    wideCount = 0
    wideResults = 0
    room = 0
  }

  @inlinable func free() {
    cn_free(nodes)
    runs.free()
    numbers.free()
    operands.free()
    windows.free()
  }
}

/// Memory that only grows.
@usableFromInline struct Pool<Element: BitwiseCopyable> {
  @usableFromInline var start: UnsafeMutablePointer<Element>?
  @usableFromInline var count = 0, capacity = 0

  @usableFromInline init() {}

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

  @inlinable func free() { start?.deallocate() }
}
