import Scalars

// The reverse sweep of operations of many numbers: x̄ᵢ += wᵢ tᵢ, t by the rule of the run.

extension Recording {
  @inlinable @inline(__always) func sweepRun<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, _ run: ArrayOperand) where A.Base == Value {
    let results = adjoints + Int(run.node)
    switch run.rule {
    case .one:
      let adjoint = results[0]
      add(to: adjoints, run) { _ in adjoint }
    case .each: add(to: adjoints, run) { results[$0] }
    case .row:
      let columns = Int(run.columns)
      add(to: adjoints, run) { i in
        var s = A.zero
        for j in 0..<columns { s += results[i &* columns &+ j] }
        return s
      }
    case .softmax: sweepSoftmax(adjoints, run)
    case .left, .right: sweepFactor(adjoints, run)
    }
  }

  /// x̄ᵢ += wᵢ tᵢ.
  @inlinable @inline(__always) func add<A: Tangent>(to adjoints: UnsafeMutablePointer<A>, _ run: ArrayOperand, _ t: (Int) -> A)
  where A.Base == Value {
    let count = Int(run.count)
    let weights = run.weights < 0 ? nil : numbers.start.unsafelyUnwrapped + run.weights
    if run.base != 0 {
      let target = adjoints + Int(run.base)
      if let weights {
        for i in 0..<count { target[i] = A._accumulate(target[i], t(i), weights[i]) }
      } else {
        for i in 0..<count { target[i] += t(i) }
      }
    } else {
      let operands = self.operands.start.unsafelyUnwrapped + run.operands
      for i in 0..<count {
        let target = adjoints + Int(operands[i])
        if let weights { target.pointee = A._accumulate(target.pointee, t(i), weights[i]) } else { target.pointee += t(i) }
      }
    }
  }

  /// Ā += C̄ Bᵀ or B̄ += Aᵀ C̄: in place when the operands are consecutive and unweighted, otherwise aside first.
  @inlinable @inline(never) func sweepFactor<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, _ run: ArrayOperand) where A.Base == Value {
    let results = UnsafePointer(adjoints + Int(run.node))
    let values = UnsafePointer(numbers.start.unsafelyUnwrapped + run.values)
    let isInPlace = run.base != 0 && run.weights < 0
    let room = adjoints + count
    let target = isInPlace ? adjoints + Int(run.base) : room
    if !isInPlace { room.update(repeating: .zero, count: Int(run.count)) }
    if run.rule == .left {
      A._pullBackLeft(results, values, run.shape, into: target, room: room + Int(run.count))
    } else {
      A._pullBackRight(values, results, run.shape, into: target)
    }
    if !isInPlace { add(to: adjoints, run) { room[$0] } }
  }

  /// tᵢ = yᵢ (ȳᵢ − Σ yₖ ȳₖ), with ȳ counted from that of the largest share: because the shares add up to 1 the result is the same, and the
  /// derivatives of a share near 1, which are small, do not come out as differences of large numbers.
  @inlinable @inline(never) func sweepSoftmax<A: Tangent>(_ adjoints: UnsafeMutablePointer<A>, _ run: ArrayOperand) where A.Base == Value {
    let results = adjoints + Int(run.node)
    let shares = numbers.start.unsafelyUnwrapped + run.values
    var largest = 0
    for i in 1..<max(Int(run.count), 1) where shares[i] > shares[largest] { largest = i }
    let origin = results[largest]
    var mean = A.zero
    for i in 0..<Int(run.count) { mean = A._accumulate(mean, results[i] - origin, shares[i]) }
    add(to: adjoints, run) { A._scale(results[$0] - origin - mean, shares[$0]) }
  }

  /// Calls `body` with every result, the partial derivative in every operand, and the operand's node: the Jacobian of the operation.
  @usableFromInline func forEachPartial(_ run: ArrayOperand, _ body: (Int, Value, Int) -> Void) {
    func value(_ i: Int) -> Value { numbers.start.unsafelyUnwrapped[run.values + i] }
    func entry(_ result: Int, _ partial: Value, _ i: Int) {
      let weighted = run.weights < 0 ? partial : Value._along(numbers.start.unsafelyUnwrapped[run.weights + i], partial)
      body(Int(run.node) + result, weighted, run.base != 0 ? Int(run.base) + i : Int(operands.start.unsafelyUnwrapped[run.operands + i]))
    }
    let count = Int(run.count)
    switch run.rule {
    case .one: for i in 0..<count { entry(0, 1, i) }
    case .each: for i in 0..<count { entry(i, 1, i) }
    case .row: for i in 0..<count { for j in 0..<Int(run.columns) { entry(i * Int(run.columns) + j, 1, i) } }
    case .softmax:
      for i in 0..<count {
        var others = Value.zero
        for j in 0..<count where j != i {
          others += value(j)
          entry(j, -(value(j) * value(i)), i)
        }
        entry(i, value(i) * others, i)
      }
    case .left, .right:
      let shape = run.shape
      for i in 0..<shape.rows {
        for k in 0..<shape.inner {
          for j in 0..<shape.columns {
            let (left, right) = (i * shape.inner + k, k * shape.columns + j)
            let (operand, other) = run.rule == .left ? (left, right) : (right, left)
            entry(i * shape.columns + j, value(other), operand)
          }
        }
      }
    }
  }
}
