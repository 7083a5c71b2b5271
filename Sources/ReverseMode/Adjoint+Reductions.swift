// Functions of many numbers to one, where a row of the table would save more than is needed, or compute it twice.

extension Adjoint {
  // Σᵢ 1·xᵢ: the partial derivatives are the weights.
  @inlinable public static func _sum<X: Numbers<Adjoint>>(_ x: X) -> Adjoint {
    let value = Value._sum(Values(of: x))
    guard let header = tape(of: x) else { return Adjoint(constant: value) }
    let survey = survey(x, on: header)
    record(x, survey, on: header, rule: .one, weights: weights(x, survey, on: header))
    return wide(value, on: header)
  }

  @inlinable public static func _dot<X: Numbers<Adjoint>, Y: Numbers<Adjoint>>(_ x: X, _ y: Y) -> Adjoint {
    let (first, second) = (tape(of: x), tape(of: y))
    guard let header = first ?? second else { return Adjoint(constant: Value._dot(Values(of: x), Values(of: y))) }
    var value = Value.zero
    recordProducts(x, first != nil, y, second != nil, on: header, rule: .one, results: 1) { value = Value._dot($0, $1) }
    return wide(value, on: header)
  }

  /// Notes the factors of products, ∂(xᵢ yᵢ)/∂(the node of xᵢ) = weight·yᵢ: as two runs of operands, so that each may consist of consecutive
  /// nodes, or of constants, for which nothing is saved. The values of both pass through the tape's memory, where `product` finds them;
  /// those of one are the partial derivatives of the other.
  @inlinable @inline(__always) static func recordProducts<X: Numbers<Adjoint>, Y: Numbers<Adjoint>>(
    _ x: X, _ isActiveX: Bool, _ y: Y, _ isActiveY: Bool, on header: UnsafeMutablePointer<Recording<Value>>, rule: ArrayOperand.Rule,
    results: Int, _ product: (UnsafeBufferPointer<Value>, UnsafeBufferPointer<Value>) -> Void
  ) {
    let count = x.count
    let place = header.pointee.numbers.count
    let memory = header.pointee.numbers.reserve(2 * count)
    let valuesX = isActiveX ? memory + count : memory
    let valuesY = isActiveX ? memory : memory + count
    let left = gather(x, on: header, to: valuesX)
    let right = gather(y, on: header, to: valuesY)
    product(buffer(valuesX, count), buffer(valuesY, count))
    if left.base != 0 && left.base == right.base && left.isUnweighted && right.isUnweighted {  // squares: x + y = 2x
      for i in 0..<count { memory[i] += memory[count &+ i] }
      header.pointee.numbers.count &+= count
      return record(x, left, on: header, rule: rule, results: results, weights: place)
    }
    if isActiveX && !left.isUnweighted { multiply(valuesY, byWeightsOf: x) }
    if isActiveY && !right.isUnweighted { multiply(valuesX, byWeightsOf: y) }
    header.pointee.numbers.count &+= (isActiveX ? count : 0) &+ (isActiveY ? count : 0)
    record(x, left, on: header, rule: rule, results: results, weights: place)
    record(y, right, on: header, rule: rule, results: results, weights: isActiveX ? place &+ count : place)
  }

  @inlinable static func multiply<X: Numbers<Adjoint>>(_ partials: UnsafeMutablePointer<Value>, byWeightsOf x: X) {
    for i in 0..<x.count { partials[i] = x[i].word == 0 ? .zero : ._along(x[i].weight, partials[i]) }
  }

  // The softmax as in the table, but each exponential, which is summed and saved, is evaluated once.
  @inlinable public static func _logSumExp<X: Numbers<Adjoint>>(_ x: X) -> Adjoint {
    guard let header = tape(of: x) else { return Adjoint(constant: Value._logSumExp(Values(of: x))) }
    let count = x.count
    let place = header.pointee.numbers.count
    let shares = header.pointee.numbers.reserve(count)
    let survey = gather(x, on: header, to: shares)
    let (largest, total) = buffer(shares, count)._scaledExponentials { shares[$0] = $1 }
    let inverse = 1 / total
    if survey.isUnweighted {
      for i in 0..<count { shares[i] = shares[i] * inverse }
    } else {
      for i in 0..<count { shares[i] = x[i].word == 0 ? .zero : ._along(x[i].weight, shares[i] * inverse) }
    }
    header.pointee.numbers.count &+= count
    record(x, survey, on: header, rule: .one, weights: place)
    return wide(largest._isFinite ? largest + ._log(total) : ._logSumExp(Values(of: x)), on: header)
  }

  // Two runs at one node: the partial derivatives in the coefficients are the powers of x; the one in x is p′(x).
  @inlinable public static func _polynomial(_ coefficients: UnsafeBufferPointer<Adjoint>, _ x: Adjoint) -> Adjoint {
    // One coefficient is the value, whatever x is: an operation without operands must not be recorded.
    guard coefficients.count > 1 else { return coefficients.first ?? .zero }
    var value = coefficients[coefficients.count &- 1].value
    var slope: Value = .zero
    for k in Swift.stride(from: coefficients.count &- 2, through: 0, by: -1) {
      slope = slope * x.value + value
      value = value * x.value + coefficients[k].value
    }
    let operands = OneNumber(x)
    guard let header = tape(of: operands) ?? tape(of: coefficients) else { return Adjoint(constant: value) }
    let argumentSurvey = survey(operands, on: header)
    let survey = survey(coefficients, on: header)
    if survey.isActive {
      var power: Value = 1
      let weights = header.pointee.save(coefficients.count) { k in
        if k > 0 { power = power * x.value }
        return ._along(coefficients[k].weight, power)
      }
      record(coefficients, survey, on: header, rule: .one, weights: weights)
    }
    if argumentSurvey.isActive {
      record(operands, argumentSurvey, on: header, rule: .one, weights: header.pointee.save(1) { _ in ._along(x.weight, slope) })
    }
    return wide(value, on: header)
  }

  /// The result of an operation whose operands were just recorded.
  @inlinable static func wide(_ value: Value, on header: UnsafeMutablePointer<Recording<Value>>) -> Adjoint {
    let word = header.pointee.nextWord
    header.pointee.reserveResults(1)
    return Adjoint(value, weight: 1, tape: header, word: word)
  }
}

/// One number as operands.
@frozen @usableFromInline struct OneNumber<Element: Scalar>: Numbers {
  @usableFromInline let number: Element
  @_transparent @usableFromInline init(_ number: Element) { self.number = number }
  @_transparent @usableFromInline var count: Int { 1 }
  @usableFromInline subscript(i: Int) -> Element { @_transparent get { number } }
}
