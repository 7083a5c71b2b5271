import CNumerics

extension Adjoint {
  /// The result of an operation of two numbers, given ∂result/∂node of each.
  ///
  /// Two different nodes: one entry. One node twice, or one constant: the weights add up, no entry.
  // Transparent, and with C's conversions of integers, for debug builds: there an inlined body knows its types, and the standard library's
  // conversions are generic calls of a hundred nanoseconds.
  @_transparent @usableFromInline static func binary(_ a: Adjoint, _ b: Adjoint, _ value: Value, _ first: Value, _ second: Value) -> Adjoint
  {
    if _fastPath(a.word != 0) {
      let header = unsafeBitCast(a.tape, to: UnsafeMutablePointer<Recording<Value>>.self)
      let start = header.pointee.start
      // The two nodes; with a constant, another recording or one that is over, something is left in an upper half.
      let i = a.word &- start
      let j = b.word &- start
      if _fastPath((i | j) >> 32 == 0 && i != j) {
        let node = header.pointee.count
        if _slowPath(node >= header.pointee.capacity) { cn_tape_grow(header) }
        (header.pointee.nodes + node).pointee = TapeNode(first, cn_node(i), second, cn_node(j))
        header.pointee.count = node &+ 1
        return Adjoint(value, weight: 1, tape: header, word: cn_word(start, node))
      }
      if _slowPath(b.word != 0 && i != j) { Tape<Value>.misuse(a.word, b.word, header) }
    }
    // A constant's weight is left out, not multiplied by zero: 0·∞ would be NaN.
    let weight = (a.word != 0 ? first : .zero) + (b.word != 0 ? second : .zero)
    // The tape of either, by bits: both are the same, or one is nil.
    let tape = UnsafeMutablePointer<Recording<Value>>(bitPattern: UInt(bitPattern: a.tape) | UInt(bitPattern: b.tape))
    return Adjoint(value, weight: weight, tape: tape, word: a.word | b.word)
  }
}

extension Tape {
  // It takes words, not numbers: those it would take by their addresses, for which every operation would have to write them to memory.
  @usableFromInline @inline(never) static func misuse(
    _ a: UInt64, _ b: UInt64, _ header: UnsafeMutablePointer<Recording<Value>>
  ) -> Never {
    fatalError(
      header.pointee.holds(a) || header.pointee.holds(b)
        ? "Adjoint: numbers of two recordings meet in one operation; each belongs to one tape and one recording"
        : "Adjoint: a number of a recording is used after that recording ended")
  }
}
