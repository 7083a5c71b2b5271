import Derivatives
import TestSupport
import Testing

private typealias D1 = Dual<Double>
private typealias D2 = Dual<D1>
private typealias D3 = Dual<D2>
private typealias D4 = Dual<D3>

/// t with a first derivative in each of the four nested tangents: the parts of a function of it are its derivatives up to order 4.
private func variable(_ t: Double) -> D4 {
  let one = D1(t, tangent: 1)
  let two = D2(one, tangent: 1)
  let three = D3(two, tangent: 1)
  return D4(three, tangent: 1)
}

private func derivatives(_ y: D4) -> [Double] {
  let y3 = y.value
  let y2 = y3.value
  return [y2.value.value, y2.value.tangent, y2.tangent.tangent, y3.tangent.tangent.tangent, y.tangent.tangent.tangent.tangent]
}

/// Every rule inside of another function whose derivative is not 1: a factor of the chain rule that is missing cannot hide.
@Suite struct CompositionTests {
  /// g(0), g′(0), …, g⁗(0) of the inner function.
  private static let inner = [0.0, 0.6, 0.7, -1.1, 0.9]

  @Test(arguments: Elementary.rules)
  func theChainRuleHoldsUpToOrderFour(_ function: Elementary) {
    for seed: UInt64 in 1...3 {
      var generator = SeededGenerator(seed: seed)
      let x = function.points(1, &generator)[0]
      let v = x.map { _ in generator.uniform(0.2, 0.4) }

      // h(s) = f(x + s v), so that every function is one of a single number.
      func h(_ s: D4) -> D4 { function(x.indices.map { D4(x[$0]) + s * D4(v[$0]) }) }
      let f = derivatives(h(variable(0)))

      let g = Self.inner
      let t = variable(0)
      var series: D4 = 0
      var power: D4 = 1
      for (k, coefficient) in [g[0], g[1], g[2] / 2, g[3] / 6, g[4] / 24].enumerated() {
        series += power * D4(coefficient)
        if k < 4 { power *= t }
      }
      let composed = derivatives(h(series))

      // Faà di Bruno's formula.
      let g12 = g[1] * g[1]
      let second = [f[2] * g12, f[1] * g[2]]
      let third = [f[3] * g12 * g[1], 3 * f[2] * g[1] * g[2], f[1] * g[3]]
      let fourth = [f[4] * g12 * g12, 6 * f[3] * g12 * g[2], 3 * f[2] * g[2] * g[2], 4 * f[2] * g[1] * g[3], f[1] * g[4]]
      for (order, terms) in [[f[0]], [f[1] * g[1]], second, third, fourth].enumerated() {
        let expected = terms.reduce(0, +)
        let size = terms.reduce(0) { $0 + $1.magnitude }
        #expect(
          (composed[order] - expected).magnitude <= 1e-11 * size,
          "\(function) at \(x), order \(order), seed \(seed): \(composed[order]), the formula gives \(expected)")
      }
    }
  }

  @Test(arguments: Elementary.rules)
  func reverseModeOverThreeForwardOnesAgrees(_ function: Elementary) {
    var generator = SeededGenerator(seed: 11)
    let x = function.points(1, &generator)[0]
    let nested = derivatives(function(x.indices.map { D4(x[$0]) + variable(0) }))
    // The same fourth derivative along (1, …, 1), its last order by a reverse sweep.
    let along = x.map { value in D3(D2(D1(value, tangent: 1), tangent: 1), tangent: 1) }
    let slope = gradient(at: along) { function($0) }.reduce(D3.zero, +)
    let fourth = slope.tangent.tangent.tangent
    let size = max(nested.reduce(0) { max($0, $1.magnitude) }, 1)
    #expect((fourth - nested[4]).magnitude <= 1e-10 * size, "\(function) at \(x), seed 11: \(fourth) in reverse, \(nested[4]) forward")
  }
}
