import CNumerics

extension Adjoint {
  /// The result of an operation of two numbers, given ∂result/∂node of each.
  ///
  /// Two different nodes: one entry. One node twice, or one constant: the weights add up, no entry.
  @inlinable @inline(__always) static func binary(_ a: Adjoint, _ b: Adjoint, _ value: Value, _ first: Value, _ second: Value) -> Adjoint {
    if _fastPath(a.word != 0 && b.word != 0 && a.word != b.word) {
      let header = a.tape.unsafelyUnwrapped
      let node = header.pointee.count
      if _slowPath(((a.word ^ b.word) >> 32) | ((a.word >> 32) ^ UInt64(header.pointee.tag)) != 0) { misuse(a, b) }
      if _slowPath(node >= header.pointee.capacity) { cn_tape_grow(header) }
      (header.pointee.nodes + node).initialize(to: TapeNode(first, a.node, second, b.node))
      header.pointee.count = node &+ 1
      return Adjoint(value, weight: 1, tape: header, word: (a.word & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: node))
    }
    // A constant's weight is left out, not multiplied by zero: 0·∞ would be NaN.
    let weight = (a.word != 0 ? first : .zero) + (b.word != 0 ? second : .zero)
    return Adjoint(value, weight: weight, tape: a.tape ?? b.tape, word: a.word | b.word)
  }

  @usableFromInline @inline(never) static func misuse(_ a: Adjoint, _ b: Adjoint) -> Never {
    let current = a.tape!.pointee.tag
    fatalError(
      a.tag != current && a.tag == b.tag
        ? "Adjoint: a number of recording \(a.tag) is used after that recording ended"
        : "Adjoint: numbers of two recordings, \(a.tag) and \(b.tag), meet in one operation; each belongs to one tape and one recording")
  }
}
