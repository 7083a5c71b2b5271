/// ∂y/∂v for every input and every unit v of a recording.
public struct Adjoints<Value: Scalar & BitwiseCopyable> {
  let byNode: [Value]
  /// The word of node 0.
  let start: UInt64
  let inputs: [Adjoint<Value>]
  let units: [Adjoint<Value>]

  /// ∂y/∂v.
  ///
  /// A number that is computed from one other number hangs on that one's node, so it has no adjoint of its own; ``Tape/unit(_:)`` gives it one:
  ///
  /// ```swift
  /// let tape = Tape<Double>()
  /// let x = tape.record([3])[0]
  /// let u = tape.unit(2 * x)
  /// print(tape.adjoints(of: u * u)[u])
  /// // Prints "12.0"
  /// ```
  ///
  /// - Parameter v: An input, or a number that ``Tape/unit(_:)`` returned. For a constant the result is 0. A number with the node, the slope
  ///   and the value of an input or a unit, such as 1·x, is that input or unit.
  /// - Precondition: `v` is of the same recording and has a node of its own.
  public subscript(v: Adjoint<Value>) -> Value {
    guard !v.isConstant else { return .zero }
    let node = v.word &- start
    _require(node >> 32 == 0, "adjoint: the number belongs to another recording than the adjoints")
    _require(node < UInt64(byNode.count), "adjoint: the number was recorded after these adjoints were computed")
    _require(
      isItself(v), "adjoint: this number has no node of its own; name it with `unit(_:)` and go on computing with the result")
    return byNode[Int(node)]
  }

  /// Whether `v` is an input or a unit, and not a number computed from it that hangs on its node.
  private func isItself(_ v: Adjoint<Value>) -> Bool {
    guard let owner = owner(of: v.word) else { return false }
    let difference = v.value - owner.value
    let isEqual =
      difference.isExactlyZero || (difference._containsNaN && v.value == owner.value)
      || (v.value != v.value && owner.value != owner.value)
    return isEqual && (v.weight - 1).isExactlyZero
  }

  /// The input or the unit that a node was made for.
  private func owner(of word: UInt64) -> Adjoint<Value>? {
    let node = word &- start
    if node <= UInt64(inputs.count) { return inputs[Int(node) - 1] }
    var (first, end) = (0, units.count)
    while first < end {
      let middle = (first + end) / 2
      if units[middle].word == word { return units[middle] }
      if units[middle].word < word { first = middle + 1 } else { end = middle }
    }
    return nil
  }
}

extension Tape {
  /// The derivative of `y` with respect to every input and every ``unit(_:)`` of the recording, by one sweep.
  public func adjoints(of y: Adjoint<Value>) -> Adjoints<Value> {
    let adjoints = UnsafeBufferPointer(start: sweep(from: y), count: header.pointee.count)
    return Adjoints(byNode: Array(adjoints), start: header.pointee.start, inputs: inputs, units: units)
  }
}
