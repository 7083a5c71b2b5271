// Functions from arrays to arrays, one entry of the tape each. Values are computed by the loops that plain numbers use, on memory of the tape;
// what the derivatives need of them stays there.

extension Adjoint {
  // C = A B + bias: Ā += C̄ Bᵀ, B̄ += Aᵀ C̄, and the bias receives the sums of the rows of C̄. A factor is saved if the other one is active.
  @inlinable public static func _matrixProduct(
    _ a: UnsafeBufferPointer<Adjoint>, _ b: UnsafeBufferPointer<Adjoint>, inner: Int, adding bias: UnsafeBufferPointer<Adjoint>,
    into c: UnsafeMutableBufferPointer<Adjoint>
  ) {
    guard !c.isEmpty else { return }
    let (first, second) = (tape(of: a), tape(of: b))
    guard let header = first ?? second ?? tape(of: bias) else {
      return _matrixProductByLoops(a, b, inner: inner, adding: bias, into: c)
    }
    // What is saved comes first. The rest, and the results, only pass through the tape's memory.
    let (countA, countB) = (a.count, b.count)
    let savedA = second != nil ? countA : 0
    let savedB = first != nil ? countB : 0
    let place = header.pointee.numbers.count
    let memory = header.pointee.numbers.reserve(countA + countB + bias.count + c.count)
    let valuesA = second != nil ? memory : memory + savedB
    let valuesB = second != nil ? memory + countA : first != nil ? memory : memory + countA
    let left = first != nil ? gather(a, on: header, to: valuesA) : copy(a, to: valuesA)
    let right = second != nil ? gather(b, on: header, to: valuesB) : copy(b, to: valuesB)
    let valuesOfBias = memory + countA + countB
    let added = gather(bias, on: header, to: valuesOfBias)
    let values = UnsafeMutableBufferPointer(start: valuesOfBias + bias.count, count: c.count)
    Value._matrixProduct(
      buffer(valuesA, countA), buffer(valuesB, countB), inner: inner, adding: buffer(valuesOfBias, bias.count), into: values)
    write(values, on: header, to: c)
    header.pointee.numbers.count &+= savedA + savedB

    let columns = countB / inner
    record(
      a, left, on: header, rule: .left, results: c.count, columns: columns, weights: weights(a, left, on: header), values: place + savedA)
    record(b, right, on: header, rule: .right, results: c.count, columns: columns, weights: weights(b, right, on: header), values: place)
    record(bias, added, on: header, rule: .row, results: c.count, columns: columns, weights: weights(bias, added, on: header))
    // The sweep transposes B, and collects the adjoints of a factor that is weighted or scattered.
    if left.isActive { header.pointee.room = max(header.pointee.room, countA + countB) }
    if right.isActive { header.pointee.room = max(header.pointee.room, countB) }
    header.pointee.reserveResults(c.count)
  }

  // zᵢ = xᵢ yᵢ: x̄ᵢ += z̄ᵢ yᵢ, and the same for y.
  @inlinable public static func _hadamardProduct(
    _ x: UnsafeBufferPointer<Adjoint>, _ y: UnsafeBufferPointer<Adjoint>, into z: UnsafeMutableBufferPointer<Adjoint>
  ) {
    let (first, second) = (tape(of: x), tape(of: y))
    guard let header = first ?? second else {
      for i in 0..<z.count { z[i] = x[i] * y[i] }
      return
    }
    let word = header.pointee.nextWord
    recordProducts(x, first != nil, y, second != nil, on: header, rule: .each, results: z.count) { x, y in
      for i in 0..<z.count { z[i] = Adjoint(x[i] * y[i], weight: 1, tape: header, word: word &+ UInt64(truncatingIfNeeded: i)) }
    }
    header.pointee.reserveResults(z.count)
  }

  // y = softmax(x): x̄ᵢ += yᵢ (ȳᵢ − Σ yₖ ȳₖ).
  @inlinable public static func _softmax(_ x: UnsafeBufferPointer<Adjoint>, into y: UnsafeMutableBufferPointer<Adjoint>) {
    let count = x.count
    guard let header = tape(of: x) else { return _softmaxByLoops(x, into: y) }
    let place = header.pointee.numbers.count
    let memory = header.pointee.numbers.reserve(2 * count)
    let survey = gather(x, on: header, to: memory + count)
    let shares = UnsafeMutableBufferPointer(start: memory, count: count)
    Value._softmax(buffer(memory + count, count), into: shares)
    write(shares, on: header, to: y)
    header.pointee.numbers.count &+= count
    record(x, survey, on: header, rule: .softmax, results: count, weights: weights(x, survey, on: header), values: place)
    header.pointee.reserveResults(count)
  }

  /// The values of constants.
  @inlinable static func copy(_ x: UnsafeBufferPointer<Adjoint>, to values: UnsafeMutablePointer<Value>) -> Survey {
    for i in 0..<x.count { (values + i).initialize(to: x[i].value) }
    return Survey()
  }

  /// The results of the operation whose operands are being recorded: the next nodes.
  @inlinable static func write(
    _ values: UnsafeMutableBufferPointer<Value>, on header: UnsafeMutablePointer<Recording<Value>>,
    to results: UnsafeMutableBufferPointer<Adjoint>
  ) {
    let word = header.pointee.nextWord
    for i in 0..<results.count {
      results[i] = Adjoint(values[i], weight: 1, tape: header, word: word &+ UInt64(truncatingIfNeeded: i))
    }
  }
}
