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

/// A run of operands of an operation of many numbers: the partial derivatives lie in `TapeHeader.partials` from `partials` on. Operands
/// that follow each other on the tape are given by the first (`base`); otherwise `base` is 0 and they lie in `TapeHeader.operands`.
@frozen @usableFromInline struct WideRun: BitwiseCopyable {
  @usableFromInline let node: UInt32, base: UInt32
  @usableFromInline let count: Int, partials: Int, operands: Int

  @usableFromInline init(node: UInt32, base: UInt32, count: Int, partials: Int, operands: Int) {
    self.node = node
    self.base = base
    self.count = count
    self.partials = partials
    self.operands = operands
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

  @usableFromInline var runs = Pool<WideRun>()
  @usableFromInline var partials = Pool<Value>()
  @usableFromInline var operands = Pool<UInt32>()

  @usableFromInline init(capacity: Int) {
    count = 1
    self.capacity = capacity
    // By the C allocator, because the growth function reallocates it.
    nodes = cn_allocate(capacity * MemoryLayout<TapeNode<Value>>.stride).assumingMemoryBound(to: TapeNode<Value>.self)
    stride = MemoryLayout<TapeNode<Value>>.stride
    mark = 0
    inputCount = 0
  }

  @_transparent @usableFromInline var tag: UInt32 { cn_tag(mark) }

  func free() {
    cn_free(nodes)
    runs.free()
    partials.free()
    operands.free()
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

  func free() { start?.deallocate() }
}
