import Derivatives
import Foundation

func time(_ name: String, _ plain: Double? = nil, _ body: () -> Void) -> Double {
  var rounds: [Double] = []
  for _ in 0..<31 {
    var n = 0
    let start = DispatchTime.now().uptimeNanoseconds
    var now = start
    repeat {
      for _ in 0..<16 { body() }
      n += 16
      now = DispatchTime.now().uptimeNanoseconds
    } while now - start < 2_000_000
    rounds.append(Double(now - start) / Double(n))
  }
  rounds.sort()
  let t = rounds[15]
  print(name, String(format: "%.1f ns", t), plain.map { String(format: "%.2f×", t / $0) } ?? "")
  return t
}
do {
  var x = BundleAdjustment.point
  var f = BundleAdjustment()
  var y = [0.0, 0.0]
  var j = Matrix(rowCount: 2, columnCount: 15)
  let zero = Double(CommandLine.argc - 1) * 1e-300
  let p = time("ba plain") {
    x[0] += zero
    var s = y.mutableSpan
    f(x.span, &s)
  }
  let w8 = ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2)
  let w16 = ColumnsWorkspace<Lanes16>(inputCount: 15, outputCount: 2)
  _ = time("ba lanes8", p) {
    x[0] += zero
    w8.jacobian(at: x, into: &j) { f($0, &$1) }
  }
  _ = time("ba lanes16", p) {
    x[0] += zero
    w16.jacobian(at: x, into: &j) { f($0, &$1) }
  }
  let r = RowsWorkspace(inputCount: 15, outputCount: 2)
  _ = time("ba rows", p) {
    x[0] += zero
    r.jacobian(at: x, into: &j) { f($0, &$1) }
  }
  _ = f
  f = BundleAdjustment()
}
do {
  var x = (0..<1000).map { 1 + 0.001 * Double($0) }
  let zero = Double(CommandLine.argc - 1) * 1e-300
  let f = Rosenbrock()
  var g = x
  var v = 0.0
  let p = time("rosen plain") {
    x[0] += zero
    v += f(x)
  }
  let tape = Tape<Double>()
  _ = time("rosen gradient", p) {
    x[0] += zero
    v += tape.gradient(at: x, into: &g) { f($0) }
  }
  print("bytes/op", Double(tape.byteCount) / 7992, v)
}
do {
  var x = (0..<1000).map { 1 + 0.001 * Double($0) }
  let zero = Double(CommandLine.argc - 1) * 1e-300
  let f = Rosenbrock()
  var v = 0.0
  let tape = Tape<Double>()
  let p = time("rosen plain") {
    x[0] += zero
    v += f(x)
  }
  _ = time("inputs", p) {
    x[0] += zero
    v += tape.record(x)[0].value
  }
  _ = time("inputs + record", p) {
    x[0] += zero
    v += f(tape.record(x)).value
  }
  func mixed(_ x: [Adjoint<Double>]) -> Adjoint<Double> {
    var sum: Adjoint<Double> = 0
    for i in 0..<x.count - 1 {
      let t = x[i + 1] - x[i] * x[i]
      let u = 1 - x[i]
      sum = sum + 100 * (t * t) + u * u
    }
    return sum
  }
  _ = time("inputs + record mixed", p) {
    x[0] += zero
    v += mixed(tape.record(x)).value
  }
  var g = x
  _ = time("mixed gradient", p) {
    x[0] += zero
    v += tape.gradient(at: x, into: &g, of: mixed)
  }
}
