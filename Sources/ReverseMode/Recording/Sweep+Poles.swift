import Scalars

// The sweep where 0·∞ occurred. A zero has two meanings there. That of a partial derivative says that the result does not change along the
// operand: it contributes 0, whatever the adjoint, as a zero tangent does in forward mode. That of an adjoint is a sum that came out 0, and
// times ∞ it is NaN, as it is in a product of forward mode; only what no path leads to contributes nothing.

extension Recording {
  /// The same sums as those of `sweep`, from adjoints that hold the cotangents. `reached` has a bit for every direction in which a
  /// path leads to the node.
  @usableFromInline @inline(never) func sweepAtPole<A: Tangent>(
    _ adjoints: UnsafeMutablePointer<A>, from top: Int, reached: [UInt32]
  ) where A.Base == Value {
    var reached = reached
    func add(_ result: Int, _ partial: Value, to node: Int) {
      reached[node] |= reached[result]
      for lane in 0..<A.laneCount where reached[result] >> UInt32(lane) & 1 != 0 {
        adjoints[node] += A._along(.unit(lane), Value._along(partial, adjoints[result].lane(lane)))
      }
    }
    var last = arrayOperands.count - 1
    var k = top
    while k > inputCount {
      while last >= 0, let run = arrayOperands.start?[last], Int(run.node) > top { last -= 1 }
      if last >= 0, let run = arrayOperands.start?[last], Int(run.node) + Int(run.results) > k {
        forEachPartial(run, add)
        last -= 1
        if last < 0 || arrayOperands.start?[last].node != run.node { k = Int(run.node) - 1 }
      } else {
        add(k, nodes[k].first, to: Int(nodes[k].firstIndex))
        add(k, nodes[k].second, to: Int(nodes[k].secondIndex))
        k -= 1
      }
    }
  }
}

extension Tape {
  /// The nodes and directions in which the outputs have a cotangent.
  @usableFromInline @inline(never) func reach<A: Tangent>(
    of outputs: UnsafeBufferPointer<Adjoint<Value>>, _ cotangent: (Int) -> A
  ) -> [UInt32] where A.Base == Value {
    var reached = [UInt32](repeating: 0, count: header.pointee.count)
    for i in 0..<outputs.count where !outputs[i].isConstant {
      let cotangent = cotangent(i)
      for lane in 0..<A.laneCount where !cotangent.lane(lane).isExactlyZero {
        reached[header.pointee.node(of: outputs[i].word)] |= 1 << UInt32(lane)
      }
    }
    return reached
  }
}
