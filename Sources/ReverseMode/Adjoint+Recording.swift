import CNumerics

extension Adjoint {
  /// The result of an operation of two numbers, given ∂result/∂node of each.
  ///
  /// Two different nodes: one entry. One node twice, or one constant: the weights add up, no entry.
  @inlinable @inline(__always) static func binary(_ a: Adjoint, _ b: Adjoint, _ value: Value, _ first: Value, _ second: Value) -> Adjoint {
    let difference = a.word ^ b.word
    // In 1 … 2³² − 1: the same tag and two nodes. With a constant, or with another recording, the upper half differs; for one node it is 0.
    if _fastPath(a.word != 0 && b.word != 0 && difference &- 1 < 0xFFFF_FFFF) {
      let header = a.tape.unsafelyUnwrapped
      let node = header.pointee.count
      if _slowPath(a.tag != header.pointee.tag) { Tape<Value>.misuse(a.word, b.word, header.pointee.tag) }
      if _slowPath(node >= header.pointee.capacity) { cn_tape_grow(header) }
      (header.pointee.nodes + node).initialize(to: TapeNode(first, a.node, second, b.node))
      header.pointee.count = node &+ 1
      return Adjoint(value, weight: 1, tape: header, word: (a.word & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: node))
    }
    if _slowPath(a.word != 0 && b.word != 0 && difference != 0) { Tape<Value>.misuse(a.word, b.word, a.tape.unsafelyUnwrapped.pointee.tag) }
    // A constant's weight is left out, not multiplied by zero: 0·∞ would be NaN.
    let weight = (a.word != 0 ? first : .zero) + (b.word != 0 ? second : .zero)
    // The tape of either, by bits: both are the same, or one is nil.
    let tape = UnsafeMutablePointer<TapeHeader<Value>>(bitPattern: UInt(bitPattern: a.tape) | UInt(bitPattern: b.tape))
    return Adjoint(value, weight: weight, tape: tape, word: a.word | b.word)
  }
}

extension Tape {
  @usableFromInline @inline(never) static func misuse(_ a: UInt64, _ b: UInt64, _ current: UInt32) -> Never {
    let a = UInt32(a >> 32)
    let b = UInt32(b >> 32)
    fatalError(
      a != current && a == b
        ? "Adjoint: a number of recording \(a) is used after that recording ended"
        : "Adjoint: numbers of two recordings, \(a) and \(b), meet in one operation; each belongs to one tape and one recording")
  }
}
