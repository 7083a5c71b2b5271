import Derivatives

/// What the accurate rules cost against the usual ones.
let accuracyBenchmarks: [Benchmark] = [
  Benchmark("accurate quotient, bundle adjustment", [], measureQuotient),
  Benchmark("accurate tanh, network 8 → 4", [], measureTanh),
]

/// a·(1/b): one division less than the rule of the library, and a value that is not a/b to the last bit.
@inline(__always) func usualQuotient(_ a: Dual<Lanes8>, _ b: Dual<Lanes8>) -> Dual<Lanes8> {
  let inverse = 1 / b.value
  let quotient = a.value * inverse
  return Dual(quotient, tangent: Lanes8._combine(a.tangent, inverse, b.tangent, -(quotient * inverse)))
}

private func measureQuotient(_ rounds: Rounds) {
  let f = BundleAdjustment()
  var x = f.point
  let workspace = ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2)
  var jacobian = Matrix(rowCount: 2, columnCount: 15)
  rounds.run {
    rounds.time("columns, a·(1/b)") {
      touch(&x)
      workspace.jacobian(at: x, into: &jacobian) { f.evaluate($0, &$1, usualQuotient) }
    }
    rounds.time("columns, a/b to the last bit") {
      touch(&x)
      workspace.jacobian(at: x, into: &jacobian) { f($0, &$1) }
    }
  }
}

private func measureTanh(_ rounds: Rounds) {
  let f = TanhNetwork()
  var x = f.point
  let workspace = ColumnsWorkspace<Lanes8>(inputCount: 8, outputCount: 4)
  var jacobian = Matrix(rowCount: 4, columnCount: 8)
  rounds.run {
    rounds.time("columns, tanh′ = 1 − tanh²") {
      touch(&x)
      workspace.jacobian(at: x, into: &jacobian) { f.evaluate($0, &$1) { .applying(UsualTanh(), to: $0) } }
    }
    rounds.time("columns, tanh′ right in all digits") {
      touch(&x)
      workspace.jacobian(at: x, into: &jacobian) { f($0, &$1) }
    }
  }
}
