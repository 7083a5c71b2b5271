import Scalars

// The reverse sweep, a ← a + Σ partial·ā over the nodes from the last to the first [Griewank–Walther, ch. 3.2].
//
// `A` is what an adjoint is carried in: the numbers themselves (one result) or lanes (several results in one sweep).

extension TapeHeader {
  /// Adds to the adjoints of all nodes below `top` what reaches them from `top` and from between.
  @inlinable @inline(never) func sweep<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, from top: Int) where A.Base == Value {
    var top = top
    var last = runs.count - 1
    while last >= 0 {  // operations of many numbers are listed apart; between two of them the plain loop runs untested
      let run = (runs.start.unsafelyUnwrapped + last).pointee
      let node = Int(run.node)
      if node <= top {
        sweepPairs(adjoints, from: top, downTo: node &+ 1)
        sweepRun(adjoints, run)
        top = node
      }
      last &-= 1
    }
    sweepPairs(adjoints, from: top, downTo: inputCount &+ 1)
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

  @inlinable @inline(__always) func sweepRun<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, _ run: WideRun) where A.Base == Value {
    let adjoint = adjoints[Int(run.node)]
    let partials = self.partials.start.unsafelyUnwrapped + run.partials
    if run.base != 0 {
      let target = adjoints + Int(run.base)
      for i in 0..<run.count { target[i] = A._accumulate(target[i], adjoint, partials[i]) }
    } else {
      let operands = self.operands.start.unsafelyUnwrapped + run.operands
      for i in 0..<run.count {
        let target = adjoints + Int(operands[i])
        target.pointee = A._accumulate(target.pointee, adjoint, partials[i])
      }
    }
  }

  /// The same sums, in which an adjoint or a partial derivative that is exactly zero contributes nothing, not 0·∞. Forward mode selects as it
  /// goes; here it is cheaper to sweep again in the rare case that a NaN came out.
  @usableFromInline @inline(never) func sweepAtPole<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, from top: Int) where A.Base == Value {
    func add(_ adjoint: A, _ partial: Value, to node: UInt32) {
      if !partial.isExactlyZero { adjoints[Int(node)] += A._along(adjoint, partial) }
    }
    var last = runs.count - 1
    for k in Swift.stride(from: top, to: inputCount, by: -1) {
      let adjoint = adjoints[k]
      let node = nodes[k]
      add(adjoint, node.first, to: node.firstIndex)
      add(adjoint, node.second, to: node.secondIndex)
      while last >= 0, let run = runs.start?[last], Int(run.node) >= k {
        if Int(run.node) == k {
          for i in 0..<run.count {
            let operand = run.base != 0 ? run.base &+ UInt32(truncatingIfNeeded: i) : operands.start.unsafelyUnwrapped[run.operands + i]
            add(adjoint, partials.start.unsafelyUnwrapped[run.partials + i], to: operand)
          }
        }
        last -= 1
      }
    }
  }
}
