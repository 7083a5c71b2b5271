import CNumerics

// The chain rule on weights: ∂y/∂node = f′(x) ∂x/∂node. A function of one number writes nothing on the tape.

extension Adjoint: Lifted {
  public typealias Base = Adjoint
  public typealias Magnitude = Adjoint

  @_transparent public init(_ constant: Double) { self.init(constant: Value(constant)) }
  @_transparent public static var zero: Adjoint { Adjoint(constant: .zero) }
  @_transparent public var isExactlyZero: Bool { word == 0 && value.isExactlyZero }
  @_transparent public var _isFinite: Bool { value._isFinite }
  @_transparent public var _containsNaN: Bool { value._containsNaN || weight._containsNaN }

  // An adjoint number as the tangent of another number: 0·∞ and 0/0 are 0 in each of its parts.
  @inlinable public static func _along(_ x: Adjoint, _ a: Adjoint) -> Adjoint {
    if x.isExactlyZero { return .zero }
    return binary(x, a, Value._along(x.value, a.value), ._along(x.weight, a.value), ._along(a.weight, x.value))
  }
  @inlinable public static func _along(_ x: Adjoint, dividedBy a: Adjoint) -> Adjoint {
    if x.isExactlyZero { return .zero }
    let quotient = Value._along(x.value, dividedBy: a.value)
    let slope = Value._along(._along(a.weight, quotient), dividedBy: a.value)
    return binary(x, a, quotient, ._along(x.weight, dividedBy: a.value), -slope)
  }

  @inlinable @inline(__always) public static func lift(
    _ x: Adjoint, _ f: (Value) -> Value, derivative: (Value, Value) -> Value
  ) -> Adjoint {
    let y = f(x.value)
    return x.with(y, weight: ._along(x.weight, derivative(x.value, y)))
  }

  @inlinable @inline(__always) public static func lift(
    _ x: Adjoint, _ y: Adjoint, _ f: (Value, Value) -> Value,
    d1: (Value, Value, () -> Value) -> Value, d2: (Value, Value, () -> Value) -> Value
  ) -> Adjoint {
    let z = f(x.value, y.value)
    let first = x.word == 0 ? .zero : Value._along(x.weight, d1(x.value, y.value) { z })
    let second = y.word == 0 ? .zero : Value._along(y.weight, d2(x.value, y.value) { z })
    return binary(x, y, z, first, second)
  }

  @inlinable public static func lift(step x: Adjoint, _ f: (Value) -> Value) -> Adjoint {
    let y = f(x.value)
    return y == y ? Adjoint(constant: y) : x.with(y, weight: ._along(x.weight, y))
  }

  @inlinable public static func lift<X: Numbers<Adjoint>>(
    _ x: X, _ f: (Values<X>) -> Value, partial: (Int, Values<X>, Value) -> Value
  ) -> Adjoint {
    let values = Values(of: x)
    let y = f(values)
    guard let header = tape(of: x) else { return Adjoint(constant: y) }
    record(x, on: header) { ._along(x[$0].weight, partial($0, values, y)) }
    return wide(y, on: header)
  }

  // Overrides the table's row: as two runs of operands, so that a run of consecutive nodes is recorded without their indices.
  @inlinable public static func _dot<X: Numbers<Adjoint>, Y: Numbers<Adjoint>>(_ x: X, _ y: Y) -> Adjoint {
    let value = Value._dot(Values(of: x), Values(of: y))
    guard let header = tape(of: x) ?? tape(of: y) else { return Adjoint(constant: value) }
    record(x, on: header) { ._along(x[$0].weight, y[$0].value) }
    record(y, on: header) { ._along(y[$0].weight, x[$0].value) }
    return wide(value, on: header)
  }
}

// MARK: Operations of many numbers
extension Adjoint {
  /// The tape that the numbers are on; `nil` when all are constants.
  @inlinable static func tape<X: Numbers<Adjoint>>(of x: X) -> UnsafeMutablePointer<TapeHeader<Value>>? {
    for i in 0..<x.count where x[i].word != 0 { return x[i].tape }
    return nil
  }

  /// Records ∂(the next node)/∂(the node of x[i]) for every i.
  @inlinable static func record<X: Numbers<Adjoint>>(
    _ x: X, on header: UnsafeMutablePointer<TapeHeader<Value>>, partial: (Int) -> Value
  ) {
    let count = x.count
    let first = count > 0 ? x[0].word : 0
    let mark = header.pointee.mark
    var consecutive = first != 0
    var active = false
    for i in 0..<count {
      let word = x[i].word
      if _slowPath(word != 0 && (word ^ mark) >> 32 != 0) { wideMisuse(x[i], tag: header.pointee.tag) }
      consecutive = consecutive && word == first &+ UInt64(i)
      active = active || word != 0
    }
    guard active else { return }

    let run = header.pointee.runs.reserve(1)
    run.initialize(
      to: WideRun(
        node: UInt32(truncatingIfNeeded: header.pointee.count), base: consecutive ? UInt32(truncatingIfNeeded: first) : 0,
        count: count, partials: header.pointee.partials.count, operands: header.pointee.operands.count))
    header.pointee.runs.count &+= 1

    let partials = header.pointee.partials.reserve(count)
    for i in 0..<count { (partials + i).initialize(to: x[i].word == 0 ? .zero : partial(i)) }
    header.pointee.partials.count &+= count

    if !consecutive {
      let operands = header.pointee.operands.reserve(count)
      for i in 0..<count { (operands + i).initialize(to: x[i].node) }
      header.pointee.operands.count &+= count
    }
  }

  /// The result of an operation whose operands were just recorded.
  @inlinable static func wide(_ value: Value, on header: UnsafeMutablePointer<TapeHeader<Value>>) -> Adjoint {
    let node = header.pointee.count
    if _slowPath(node >= header.pointee.capacity) { cn_tape_grow(header) }
    (header.pointee.nodes + node).initialize(to: TapeNode(.zero, 0, .zero, 0))
    header.pointee.count = node &+ 1
    return Adjoint(
      value, weight: 1, tape: header, word: header.pointee.mark | UInt64(truncatingIfNeeded: node))
  }

  @usableFromInline @inline(never) static func wideMisuse(_ x: Adjoint, tag: UInt32) -> Never {
    fatalError(
      "Adjoint: a number of recording \(x.tag) meets numbers of recording \(tag) in one operation; each belongs to one tape and one recording"
    )
  }
}
