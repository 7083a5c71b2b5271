import Derivatives
import TestSupport

/// A mistake that someone could make in a rule.
enum Mistake: CaseIterable, CustomStringConvertible {
  case sign, factorTwo, missingTerm, millionth, transposed

  var description: String { "\(self)" }

  /// The Jacobian with the mistake in its largest entry (the whole of it, for the transposed one).
  func planted<S: Scalar>(in jacobian: [[S]]) -> [[S]] {
    var j = jacobian
    if self == .transposed { return j.indices.map { i in j.indices.map { k in j[k][i] } } }
    var (row, column) = (0, 0)
    for i in j.indices { for k in j[i].indices where abs(j[i][k]) > abs(j[row][column]) { (row, column) = (i, k) } }
    switch self {
    case .sign: j[row][column] = -j[row][column]
    case .factorTwo: j[row][column] = 2 * j[row][column]
    case .missingTerm: j[row][column] = j[row][column] - S(0.3 * j[row][column].magnitude.plain)
    case .millionth: j[row][column] = j[row][column] * S(1 + 1e-6)
    case .transposed: break
    }
    return j
  }
}

extension Scalar {
  /// The value, without any derivative: what a forgotten term would have been.
  var plain: Double {
    if self < 0 { return -(-self).plain }
    var (low, high) = (0.0, 1.0)
    while Self(high) < self { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self(middle) < self { low = middle } else { high = middle }
    }
    return high
  }
}

/// A right function as a rule with a hand-written Jacobian, in which a mistake may be planted.
struct Planted<F: VectorFunction>: VectorRule {
  let f: F
  let mistake: Mistake?

  func value(_ x: [Double]) -> [Double] { f(x) }

  func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] {
    let columns = x.indices.map { j in
      f(x.enumerated().map { Dual($1, tangent: $0 == j ? 1 : 0) }).map(\.tangent)
    }
    let right = y.indices.map { i in columns.map { $0[i] } }
    return mistake.map { $0.planted(in: right) } ?? right
  }
}

struct OneElementary: VectorFunction {
  let function: Elementary
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [function(x)] }
}

/// Square systems, for mistakes that need one.
struct Rotation: VectorFunction {
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let (s, c) = sincos(x[0] * x[1])
    return [c * x[0] - s * x[1], s * x[0] + c * exp(x[1])]
  }
}
struct Triangular: VectorFunction {
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let first = exp(x[0])
    let second = x[0] * x[0] * x[1]
    let third = sin(x[1]) + x[2] * x[0]
    return [first, second, third]
  }
}
