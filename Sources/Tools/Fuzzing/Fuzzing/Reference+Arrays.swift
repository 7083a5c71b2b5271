import Derivatives
import TestNumbers

// Functions of many numbers, whose partial derivatives the rule table computes in the numbers' values. Here they are in
// double-double, from their mathematics.

extension Reference {
  static func _sum<X: Numbers<Reference>>(_ x: X) -> Reference {
    var s: Reference = 0
    for i in 0..<x.count { s += x[i] }
    return s
  }
  static func _dot<X: Numbers<Reference>, Y: Numbers<Reference>>(_ x: X, _ y: Y) -> Reference {
    var s: Reference = 0
    for i in 0..<x.count { s += x[i] * y[i] }
    return s
  }
  static func _multiplyAdd(_ a: Reference, _ b: Reference, _ c: Reference) -> Reference {
    var result = a * b + c
    result.value = ._multiplyAdd(a.value, b.value, c.value)
    return result
  }

  static func _norm<X: Numbers<Reference>>(_ x: X) -> Reference {
    length((0..<x.count).map { x[$0] }, Double._norm(Values(of: x)))
  }
  static func _hypot(_ x: Reference, _ y: Reference, _ z: Reference) -> Reference {
    length([x, y, z], ._hypot(x.value, y.value, z.value))
  }
  /// r = √Σxᵢ²: r_i = xᵢ/r, r_ij = (δᵢⱼ − r_i r_j)/r.
  private static func length(_ x: [Reference], _ r: Double) -> Reference {
    many(x, r) { values in
      let r = DoubleDouble._sqrt(values.reduce(0) { $0 + $1 * $1 })
      if r.hi == 0 { return nil }
      let first = values.map { $0 / r }
      return (first, { i, j in (i == j ? Measured(1 / r) : .zero) - Measured(first[i] * first[j] / r) })
    }
  }

  /// y = log Σ exp xᵢ: y_i = pᵢ, the softmax, and y_ij = δᵢⱼ pᵢ − pᵢ pⱼ.
  static func _logSumExp<X: Numbers<Reference>>(_ x: X) -> Reference {
    many((0..<x.count).map { x[$0] }, Double._logSumExp(Values(of: x))) { values in
      guard let largest = values.max() else { return nil }
      let terms = values.map { DoubleDouble._exp($0 - largest) }
      let total = terms.reduce(0, +)
      let p = terms.map { $0 / total }
      return (p, { i, j in (i == j ? Measured(p[i]) : .zero) - Measured(p[i] * p[j]) })
    }
  }

  static func applying<R: VectorRule>(_ rule: R, to x: [Reference]) -> [Reference] {
    let results = rule.value(x.map(\.value))
    let constants = x.map { Dual<Measured>(constant: DoubleDouble($0.value)) }
    let values = results.map { DoubleDouble($0) }
    let defined = x.allSatisfy(\.isOrdinary) && results.allSatisfy(\.isFinite)
    let first: [[DoubleDouble]] = defined ? rule.jacobian(constants, value: values.map { Dual(constant: $0) }).map { $0.map(\.value) } : []
    let second: [[[Derivative]]] =
      !defined
      ? []
      : x.indices.map { j in
        var point = constants
        point[j].tangent = .unit(0)
        return rule.jacobian(point, value: values.indices.map { Dual(values[$0], tangent: Measured(first[$0][j])) })
      }
    return results.indices.map { k in
      many(x, results[k]) { _ in defined ? (first[k], { i, j in second[j][k][i].tangent }) : nil }
    }
  }

  private static func many(
    _ x: [Reference], _ value: Double,
    _ derivatives: ([DoubleDouble]) -> (first: [DoubleDouble], second: (Int, Int) -> Measured)?
  ) -> Reference {
    if x.allSatisfy(\.isConstant) { return Reference(value, after: x) }
    guard x.allSatisfy(\.isOrdinary) && value.isFinite, let d = derivatives(x.map { DoubleDouble($0.value) }) else {
      return undefined(value, x)
    }
    return chain(value, x, d.first, d.second)
  }
}

// MARK: A multiple of a power
extension Reference {
  static func _multiple(_ c: Reference, ofPower x: Reference, _ y: Reference, less n: Double) -> Reference {
    var result = _along(c, _power(x, y, less: n))
    result.value = ._multiple(c.value, ofPower: x.value, y.value, less: n)
    return result
  }
}

// MARK: The gamma function
// Left of 0 the derivatives are differences, ψ⁽ⁿ⁾(x) = ±ψ⁽ⁿ⁾(1 − x) − πⁿ⁺¹(d/du)ⁿ cot u: near a zero the digits that cancel
// are no fault.

extension Reference {
  static func _gamma(_ x: Reference) -> Reference {
    cancelling(lift(x, Double._gamma, derivative: { x, y in y * ._polygamma(0, x) }), x, 0)
  }
  static func _logGamma(_ x: Reference) -> Reference {
    cancelling(lift(x, Double._logGamma, derivative: { x in ._polygamma(0, x) }), x, 0)
  }
  static func _polygamma(_ n: Int, _ x: Reference) -> Reference {
    cancelling(lift(x, { ._polygamma(n, $0) }, derivative: { x in ._polygamma(n + 1, x) }), x, n + 1)
  }
  private static func cancelling(_ y: Reference, _ x: Reference, _ order: Int) -> Reference {
    guard x.value < 0, x.isOrdinary, y.value.isFinite else { return y }
    let factors = (order...order + 1).map { n in
      let p = DoubleDouble.reflectedPolygamma(n, DoubleDouble(x.value))
      return (p.reflected.magnitude + p.cotangent.magnitude) / (p.reflected - p.cotangent).magnitude
    }
    guard let factor = factors.max(), factor._isFinite else { return y }
    var result = y
    for part in [\Reference.u, \.v, \.uv] { result[keyPath: part].size *= factor }
    return result
  }
}
