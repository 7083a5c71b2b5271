// Functions from arrays to arrays, one entry of the tape each. Values are computed by the loops that plain numbers use, on memory of the tape;
// what the derivatives need of them stays there.

extension Adjoint {
  // C = A B + bias: Ā += C̄ Bᵀ, B̄ += Aᵀ C̄, and the bias receives the sums of the rows of C̄. A factor is saved if the other one is active.
  @inlinable public static func _matrixProduct(
    _ a: UnsafeBufferPointer<Adjoint>, _ b: UnsafeBufferPointer<Adjoint>, inner: Int, adding bias: UnsafeBufferPointer<Adjoint>,
    into c: UnsafeMutableBufferPointer<Adjoint>
  ) {
    guard !c.isEmpty else { return }
    guard let header = tape(of: a) ?? tape(of: b) ?? tape(of: bias) else {
      return _matrixProductByLoops(a, b, inner: inner, adding: bias, into: c)
    }
    let left = survey(a, on: header)
    let right = survey(b, on: header)
    let added = survey(bias, on: header)
    let savedA = right.isActive ? header.pointee.save(a.count) { a[$0].value } : -1
    let savedB = left.isActive ? header.pointee.save(b.count) { b[$0].value } : -1

    let columns = b.count / inner
    record(
      a, left, on: header, rule: .left, results: c.count, columns: columns, weights: weights(a, left, on: header), values: savedB)
    record(
      b, right, on: header, rule: .right, results: c.count, columns: columns, weights: weights(b, right, on: header), values: savedA)
    record(bias, added, on: header, rule: .row, results: c.count, columns: columns, weights: weights(bias, added, on: header))
    // The sweep transposes B, and collects the adjoints of a factor that is weighted or scattered.
    if left.isActive { header.pointee.room = max(header.pointee.room, a.count + b.count) }
    if right.isActive { header.pointee.room = max(header.pointee.room, b.count) }

    // What is not saved, and the results, only pass through the tape's memory.
    var free = header.pointee.numbers.reserve((savedA < 0 ? a.count : 0) + (savedB < 0 ? b.count : 0) + bias.count + c.count)
    let numbers = header.pointee.numbers.start.unsafelyUnwrapped
    let valuesA = savedA < 0 ? write(a, to: &free) : buffer(numbers + savedA, a.count)
    let valuesB = savedB < 0 ? write(b, to: &free) : buffer(numbers + savedB, b.count)
    let valuesOfBias = write(bias, to: &free)
    let values = UnsafeMutableBufferPointer(start: free, count: c.count)
    Value._matrixProduct(valuesA, valuesB, inner: inner, adding: valuesOfBias, into: values)
    makeResults(values, on: header, into: c)
  }

  // zᵢ = xᵢ yᵢ: x̄ᵢ += z̄ᵢ yᵢ, and the same for y.
  @inlinable public static func _hadamardProduct(
    _ x: UnsafeBufferPointer<Adjoint>, _ y: UnsafeBufferPointer<Adjoint>, into z: UnsafeMutableBufferPointer<Adjoint>
  ) {
    guard let header = tape(of: x) ?? tape(of: y) else {
      for i in 0..<z.count { z[i] = x[i] * y[i] }
      return
    }
    recordFactors(x, y, on: header)
    recordFactors(y, x, on: header)
    let word = header.pointee.reserveResults(z.count)
    for i in 0..<z.count { z[i] = Adjoint(x[i].value * y[i].value, weight: 1, tape: header, word: word &+ UInt64(truncatingIfNeeded: i)) }
  }

  @inlinable static func recordFactors(
    _ x: UnsafeBufferPointer<Adjoint>, _ y: UnsafeBufferPointer<Adjoint>, on header: UnsafeMutablePointer<TapeHeader<Value>>
  ) {
    let survey = survey(x, on: header)
    guard survey.isActive else { return }
    let weights = header.pointee.save(x.count) { x[$0].word == 0 ? .zero : ._along(x[$0].weight, y[$0].value) }
    record(x, survey, on: header, rule: .each, results: x.count, weights: weights)
  }

  // y = softmax(x): x̄ᵢ += yᵢ (ȳᵢ − Σ yₖ ȳₖ).
  @inlinable public static func _softmax(_ x: UnsafeBufferPointer<Adjoint>, into y: UnsafeMutableBufferPointer<Adjoint>) {
    let count = x.count
    guard let header = tape(of: x) else { return _softmaxByLoops(x, into: y) }
    let survey = survey(x, on: header)
    let place = header.pointee.save(count) { _ in .zero }
    var free = header.pointee.numbers.reserve(count)
    let values = UnsafeMutableBufferPointer(start: header.pointee.numbers.start.unsafelyUnwrapped + place, count: count)
    Value._softmax(write(x, to: &free), into: values)
    record(x, survey, on: header, rule: .softmax, results: count, weights: weights(x, survey, on: header), values: place)
    makeResults(
      UnsafeMutableBufferPointer(start: header.pointee.numbers.start.unsafelyUnwrapped + place, count: count), on: header, into: y)
  }

  @inlinable static func write(_ x: UnsafeBufferPointer<Adjoint>, to free: inout UnsafeMutablePointer<Value>) -> UnsafeBufferPointer<Value>
  {
    let start = free
    for i in 0..<x.count { (start + i).initialize(to: x[i].value) }
    free = start + x.count
    return buffer(start, x.count)
  }

  /// The results of an operation whose operands were just recorded.
  @inlinable static func makeResults(
    _ values: UnsafeMutableBufferPointer<Value>, on header: UnsafeMutablePointer<TapeHeader<Value>>,
    into results: UnsafeMutableBufferPointer<Adjoint>
  ) {
    let word = header.pointee.reserveResults(results.count)
    for i in 0..<results.count {
      results[i] = Adjoint(values[i], weight: 1, tape: header, word: word &+ UInt64(truncatingIfNeeded: i))
    }
  }
}
