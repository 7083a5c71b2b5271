import Derivatives

/// What one mode says about a function at a point.
struct EdgeAnswer {
  let mode: String
  let isForward: Bool
  let value: Double
  let partials: [Double]
  /// The derivative along a direction in which no argument changes.
  var idle = 0.0
}

private func delta(_ i: Int, _ j: Int) -> Double { i == j ? 1 : 0 }

/// The answers of every mode in double precision.
func doublePrecision<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  forward(f, x) + nestedForward(f, x) + reverse(f, x) + mixed(f, x) + byRows(f, x)
}

private func forward<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  let n = x.count
  let single = x.indices.map { j in f(x.indices.map { Dual(x[$0], tangent: delta($0, j)) }).tangent }
  let still = f(x.map { Dual($0, tangent: 0.0) })
  let four = stride(from: 0, to: max(n, 1), by: 3).map { start in  // three arguments at a time, the fourth lane idle
    f(x.indices.map { Dual(x[$0], tangent: $0 / 3 == start / 3 ? Lanes4.unit($0 % 3) : .zero) })
  }
  let eight = f(x.indices.map { Dual(x[$0], tangent: Lanes8.unit($0)) })
  let sixteen = f(x.indices.map { Dual(x[$0], tangent: Lanes16.unit($0 + 9)) })
  return [
    EdgeAnswer(mode: "Dual<Double>", isForward: true, value: still.value, partials: single, idle: still.tangent),
    EdgeAnswer(
      mode: "Dual<Lanes4>", isForward: true, value: four[0].value, partials: (0..<n).map { four[$0 / 3].tangent.lane($0 % 3) },
      idle: four[0].tangent.lane(3)),
    EdgeAnswer(
      mode: "Dual<Lanes8>", isForward: true, value: eight.value, partials: (0..<n).map { eight.tangent.lane($0) },
      idle: eight.tangent.lane(7)),
    EdgeAnswer(
      mode: "Dual<Lanes16>", isForward: true, value: sixteen.value, partials: (0..<n).map { sixteen.tangent.lane($0 + 9) },
      idle: sixteen.tangent.lane(8)),
  ]
}

/// The parts of first order.
private func nestedForward<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  let nested = x.indices.map { j in
    f(x.indices.map { Dual(Dual(x[$0], tangent: delta($0, j)), tangent: Dual(delta($0, j), tangent: 0)) })
  }
  let lanes = x.indices.map { j in
    f(x.indices.map { Dual(Dual(x[$0], tangent: Lanes8.unit($0)), tangent: Dual<Lanes8>(delta($0, j), tangent: .zero)) })
  }
  let still = f(x.map { Dual(Dual($0, tangent: 0.0), tangent: 0) })
  return [
    EdgeAnswer(
      mode: "Dual<Dual<Double>>, outer", isForward: true, value: still.value.value, partials: nested.map { $0.tangent.value },
      idle: still.tangent.value),
    EdgeAnswer(
      mode: "Dual<Dual<Double>>, inner", isForward: true, value: still.value.value, partials: nested.map { $0.value.tangent },
      idle: still.value.tangent),
    EdgeAnswer(
      mode: "Dual<Dual<Lanes8>>, outer", isForward: true, value: still.value.value, partials: lanes.map { $0.tangent.value }),
    EdgeAnswer(
      mode: "Dual<Dual<Lanes8>>, inner", isForward: true, value: still.value.value,
      partials: x.indices.map { lanes[$0].value.tangent.lane($0) }, idle: lanes.first?.value.tangent.lane(7) ?? 0),
  ]
}

private func reverse<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  let (value, slope) = valueWithGradient(at: x) { f($0) }
  let alone = x.indices.map { j in
    gradient(at: [x[j]]) { v in f(x.indices.map { $0 == j ? v[0] : Adjoint(constant: x[$0]) }) }[0]
  }
  return [
    EdgeAnswer(mode: "Adjoint<Double>", isForward: false, value: value, partials: slope),
    EdgeAnswer(mode: "Adjoint<Double>, one argument active", isForward: false, value: value, partials: alone),
  ]
}

/// The parts of first order of reverse over forward mode and forward over reverse mode.
private func mixed<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  let ofDuals = x.indices.map { j in valueWithGradient(at: x.indices.map { Dual(x[$0], tangent: delta($0, j)) }) { f($0) } }
  let plain = valueWithGradient(at: x.map { Dual($0, tangent: 0.0) }) { f($0) }
  let outer = x.indices.map { j in
    valueWithGradient(at: x) { x in f(x.indices.map { Dual(x[$0], tangent: Adjoint(constant: delta($0, j))) }).tangent }.value
  }
  let inner = valueWithGradient(at: x) { x in f(x.indices.map { Dual(x[$0], tangent: $0 == 0 ? 1 : 0) }).value }
  return [
    EdgeAnswer(mode: "Adjoint<Dual<Double>>, outer", isForward: false, value: plain.value.value, partials: plain.gradient.map { $0.value }),
    EdgeAnswer(
      mode: "Adjoint<Dual<Double>>, outer, dual inputs", isForward: false, value: plain.value.value,
      partials: x.indices.map { ofDuals[$0].gradient[$0].value }),
    EdgeAnswer(
      mode: "Adjoint<Dual<Double>>, inner", isForward: true, value: plain.value.value, partials: ofDuals.map { $0.value.tangent },
      idle: plain.value.tangent),
    EdgeAnswer(mode: "Dual<Adjoint<Double>>, outer", isForward: true, value: inner.value, partials: outer),
    EdgeAnswer(mode: "Dual<Adjoint<Double>>, inner", isForward: false, value: inner.value, partials: inner.gradient),
  ]
}

/// As one output among others: two and six rows of lanes in one sweep.
private func byRows<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [EdgeAnswer] {
  [2, 6].map { m in
    let (value, jacobian) = valueWithJacobianByRows(at: x) { x in
      let y = f(x)
      return [y] + (1..<m).map { i in i == 1 ? 0 : x.isEmpty ? y : 3 * x[0] }
    }
    let others = m > 2 && !x.isEmpty ? [Double](jacobian.entries[(2 * x.count)...]) : []
    let expected = others.indices.map { $0 % x.count == 0 ? 3.0 : 0 }
    return EdgeAnswer(
      mode: "jacobianByRows, \(m) outputs", isForward: false, value: value[0], partials: Array(jacobian.entries[..<x.count]),
      idle: others == expected ? jacobian.entries.dropFirst(x.count).prefix(x.count).first ?? 0 : .nan)
  }
}

/// The answers in single precision.
func singlePrecision<F: ScalarFunction>(_ f: F, _ x: [Float]) -> [EdgeAnswer] {
  let duals = x.indices.map { j in f(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }).tangent }
  let still = f(x.map { Dual($0, tangent: 0) })
  let (value, slope) = valueWithGradient(at: x) { f($0) }
  return [
    EdgeAnswer(
      mode: "Dual<Float>", isForward: true, value: Double(still.value), partials: duals.map { Double($0) }, idle: Double(still.tangent)),
    EdgeAnswer(mode: "Adjoint<Float>", isForward: false, value: Double(value), partials: slope.map { Double($0) }),
  ]
}
