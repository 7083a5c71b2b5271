import CNumerics

extension Adjoint {
  /// The result of an operation of two numbers, given ∂result/∂node of each.
  ///
  /// Two different nodes: one entry. One node twice, or one constant: the weights add up, no entry.
  @inlinable @inline(__always) static func binary(_ a: Adjoint, _ b: Adjoint, _ value: Value, _ first: Value, _ second: Value) -> Adjoint {
    if _fastPath(a.word != 0 && b.word != 0 && a.word != b.word) {
      let header = a.tape.unsafelyUnwrapped
      let node = header.pointee.count
      if _slowPath(((a.word ^ b.word) >> 32) | ((a.word >> 32) ^ UInt64(header.pointee.tag)) != 0) {
        Tape<Value>.misuse(a.word, b.word, header.pointee.tag)
      }
      if _slowPath(node >= header.pointee.capacity) { cn_tape_grow(header) }
      (header.pointee.nodes + node).initialize(to: TapeNode(first, a.node, second, b.node))
      header.pointee.count = node &+ 1
      return Adjoint(value, weight: 1, tape: header, word: (a.word & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: node))
    }
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
