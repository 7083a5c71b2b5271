import Scalars

// The reverse sweep, a ← a + Σ partial·ā over the nodes from the last to the first [Griewank–Walther, ch. 3.2].
//
// `A` is what an adjoint is carried in: the numbers themselves (one result) or lanes (several results in one sweep).

extension Recording {
  /// Adds to the adjoints of all nodes below `top` what reaches them from `top` and from between, where no operation below `bottom` is reached.
  @inlinable @inline(never) func sweep<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, from top: Int, downTo bottom: Int)
  where A.Base == Value {
    var pairs = top  // the last node that is still to be swept
    var last = arrayOperands.count - 1
    while last >= 0 {  // operations of many numbers are listed apart; between two of them the plain loop runs untested
      let run = (arrayOperands.start.unsafelyUnwrapped + last).pointee
      let node = Int(run.node)
      if node < bottom { break }
      if node <= top {
        // Later results of an operation that `top` lies in are reached from nowhere; a sweep before may have left something in their places.
        let end = node &+ Int(run.results)
        if _slowPath(end &- 1 > top) { (adjoints + (top &+ 1)).update(repeating: .zero, count: end &- 1 &- top) }
        sweepPairs(adjoints, from: pairs, downTo: node &+ Int(run.results))
        sweepRun(adjoints, run)
        pairs = node &- 1
      }
      last &-= 1
    }
    sweepPairs(adjoints, from: pairs, downTo: bottom)
  }

  /// The operations of two numbers. The adjoint of a node is what its successor has just added to it more often than not: it is handed on in
  /// a register, because a load that waits for a store costs three times the rest. Along a running sum every adjoint waits for the next one:
  /// a partial that is 1, as there, is not multiplied by. The comparisons must stay branches.
  @inlinable @inline(__always) func sweepPairs<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, from top: Int, downTo bottom: Int)
  where A.Base == Value {
    var k = top
    if k < bottom { return }
    var adjoint = adjoints[k]
    while true {
      let node = nodes + k
      let i = Int(node.pointee.firstIndex)
      let j = Int(node.pointee.secondIndex)
      let partial = node.pointee.first
      let first = partial._isOne ? adjoints[i] + adjoint : A._accumulate(adjoints[i], adjoint, partial)
      adjoints[i] = first
      let second = A._accumulate(adjoints[j], adjoint, node.pointee.second)
      adjoints[j] = second
      k &-= 1
      if k < bottom { break }
      if j == k { adjoint = second } else if i == k { adjoint = first } else { adjoint = adjoints[k] }
    }
  }
}
