public import CNumerics
public import Scalars

extension Adjoint {
  /// True when the value is zero or NaN; within another evaluation also its derivative by every input of the recording, which takes a sweep.
  @inlinable public var _vanishes: Bool {
    guard value._vanishes else { return false }
    guard cn_checks_within_another(), let tape, tape.pointee.holds(word) else { return true }
    let (node, inputCount) = (tape.pointee.node(of: word), tape.pointee.inputCount)
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: tape.pointee.count + tape.pointee.room) { room in
      let adjoints = room.baseAddress.unsafelyUnwrapped
      adjoints.initialize(repeating: .zero, count: room.count)
      adjoints[node] = weight
      tape.pointee.sweep(adjoints, from: node, downTo: inputCount + 1)
      return (0..<inputCount).allSatisfy { adjoints[$0 + 1]._vanishes }
    }
  }
}
