/// ∂y/∂v for every input and every unit v of a recording.
public struct Adjoints<Value: Scalar & BitwiseCopyable> {
  let byNode: [Value]
  let tag: UInt32
  let hasOwnNode: [Bool]

  /// ∂y/∂v.
  ///
  /// - Parameter v: An input, or a number that ``Tape/unit(_:)`` returned. For a constant the result is 0.
  /// - Precondition: `v` is of the same recording and has a node of its own.
  public subscript(v: Adjoint<Value>) -> Value {
    guard !v.isConstant else { return .zero }
    _require(v.tag == tag, "adjoint: the number belongs to recording \(v.tag), the adjoints to recording \(tag)")
    _require(
      hasOwnNode[Int(v.node)], "adjoint: this number has no node of its own; name it with `unit(_:)` and go on computing with the result")
    return byNode[Int(v.node)]
  }
}

extension Tape {
  /// The derivative of `y` with respect to every input and every ``unit(_:)`` of the recording, by one sweep.
  public func adjoints(of y: Adjoint<Value>) -> Adjoints<Value> {
    let count = header.pointee.count
    let inputCount = header.pointee.inputCount
    let nodes = header.pointee.nodes
    var hasOwnNode = [Bool](repeating: true, count: count)
    for run in UnsafeBufferPointer(start: header.pointee.runs.start, count: header.pointee.runs.count) {
      for k in 0..<Int(run.results) { hasOwnNode[Int(run.node) + k] = false }  // these have no entry in `nodes`
    }
    for k in 0..<count where k > inputCount && hasOwnNode[k] { hasOwnNode[k] = nodes[k].secondIndex == 0 && nodes[k].firstIndex != 0 }
    let adjoints = UnsafeBufferPointer(start: sweep(from: y), count: count)
    return Adjoints(byNode: Array(adjoints), tag: header.pointee.tag, hasOwnNode: hasOwnNode)
  }
}
