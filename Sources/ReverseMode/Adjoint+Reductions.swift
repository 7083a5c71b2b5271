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

  // As two runs of operands, so that each may consist of consecutive nodes, or of constants, which are not saved.
  @inlinable public static func _dot<X: Numbers<Adjoint>, Y: Numbers<Adjoint>>(_ x: X, _ y: Y) -> Adjoint {
    let value = Value._dot(Values(of: x), Values(of: y))
    guard let header = tape(of: x) ?? tape(of: y) else { return Adjoint(constant: value) }
    recordProducts(x, y, on: header)
    recordProducts(y, x, on: header)
    return wide(value, on: header)
  }

  /// ∂(Σ xᵢ yᵢ)/∂(the node of xᵢ) = weight·yᵢ.
  @inlinable static func recordProducts<X: Numbers<Adjoint>, Y: Numbers<Adjoint>>(
    _ x: X, _ y: Y, on header: UnsafeMutablePointer<TapeHeader<Value>>
  ) {
    let survey = survey(x, on: header)
    guard survey.isActive else { return }
    let weights =
      survey.isUnweighted
      ? header.pointee.save(x.count) { y[$0].value }
      : header.pointee.save(x.count) { x[$0].word == 0 ? .zero : ._along(x[$0].weight, y[$0].value) }
    record(x, survey, on: header, rule: .one, weights: weights)
  }

  // Two runs at one node: the partial derivatives in the coefficients are the powers of x; the one in x is p′(x).
  @inlinable public static func _polynomial(_ coefficients: UnsafeBufferPointer<Adjoint>, _ x: Adjoint) -> Adjoint {
    guard coefficients.count > 0 else { return .zero }
    var value = coefficients[coefficients.count &- 1].value
    var slope: Value = .zero
    for k in Swift.stride(from: coefficients.count &- 2, through: 0, by: -1) {
      slope = slope * x.value + value
      value = value * x.value + coefficients[k].value
    }
    guard let header = x.word != 0 ? x.tape : tape(of: coefficients) else { return Adjoint(constant: value) }
    let operands = OneNumber(x)
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
  @inlinable static func wide(_ value: Value, on header: UnsafeMutablePointer<TapeHeader<Value>>) -> Adjoint {
    Adjoint(value, weight: 1, tape: header, word: header.pointee.reserveResults(1))
  }
}

/// One number as operands.
@frozen @usableFromInline struct OneNumber<Element: Scalar>: Numbers {
  @usableFromInline let number: Element
  @_transparent @usableFromInline init(_ number: Element) { self.number = number }
  @_transparent @usableFromInline var count: Int { 1 }
  @usableFromInline subscript(i: Int) -> Element { @_transparent get { number } }
}
