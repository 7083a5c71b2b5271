import Scalars

// The window of a node: from the lowest node that its adjoint can reach to itself. Several sweeps over one recording, a few rows of a Jacobian
// each, then walk over their own part of the tape only: a row that is computed from few operations costs few.

extension Recording {
  /// Finds where the window of every node begins: lowest(k) = min(k, lowest(i), lowest(j)) over its operands, the inputs apart, whose windows
  /// are empty: they begin where all nodes end.
  @inlinable @inline(never) mutating func findWindows() {
    windows.count = 0
    let lowest = windows.reserve(count)
    windows.count = count
    let firstOperation = inputCount &+ 1
    let end = UInt32(truncatingIfNeeded: count)
    for k in 0..<firstOperation { lowest[k] = end }
    var k = firstOperation
    var next = 0
    while k < count {
      var low = UInt32(truncatingIfNeeded: k)
      if next < arrayOperands.count, let run = arrayOperands.start?[next], Int(run.node) == k {
        while next < arrayOperands.count, let run = arrayOperands.start?[next], Int(run.node) == k {
          low = min(low, lowestOfOperands(run, lowest))
          next &+= 1
        }
        for result in 0..<Int(run.results) { lowest[k &+ result] = low }
        k &+= Int(run.results)
      } else {
        lowest[k] = min(low, lowest[Int(nodes[k].firstIndex)], lowest[Int(nodes[k].secondIndex)])
        k &+= 1
      }
    }
  }

  @inlinable func lowestOfOperands(_ run: ArrayOperand, _ lowest: UnsafeMutablePointer<UInt32>) -> UInt32 {
    var low = UInt32.max
    for i in 0..<Int(run.count) {
      low = min(low, lowest[run.base != 0 ? Int(run.base) &+ i : Int(operands.start.unsafelyUnwrapped[run.operands &+ i])])
    }
    return low
  }
}
