// The claims about speed, measured side by side: `swift run -c release benchmarks [--quick] [--filter name]`.
import Derivatives

print("ratio of medians of \(isQuick ? 5 : 31) rounds, measured in turns\n")
measureBundleAdjustment()
measureRosenbrock()
measureAccurateRules()
measureNetwork()

func measureBundleAdjustment() {
  let f = BundleAdjustment()
  var x = BundleAdjustment.point
  var jacobian = Matrix(rowCount: 2, columnCount: 15)
  let eight = ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2)
  let sixteen = ColumnsWorkspace<Lanes16>(inputCount: 15, outputCount: 2)
  let rows = RowsWorkspace(inputCount: 15, outputCount: 2)
  let point = fixed(x)
  let results = fixed([0, 0])
  func plain() {
    point[0] += opaqueZero
    var y = MutableSpan(_unsafeElements: results)
    f(Span(_unsafeElements: UnsafeBufferPointer(point)), &y)
  }
  let name = "bundle adjustment 15 → 2, "
  let against = "its plain evaluation"
  measure(name + "columns, 8 lanes", against: against, base: plain) {
    x[0] += opaqueZero
    eight.jacobian(at: x, into: &jacobian) { f($0, &$1) }
  }
  measure(name + "columns, 16 lanes", against: against, base: plain) {
    x[0] += opaqueZero
    sixteen.jacobian(at: x, into: &jacobian) { f($0, &$1) }
  }
  measure(name + "rows", against: against, base: plain) {
    x[0] += opaqueZero
    rows.jacobian(at: x, into: &jacobian) { f($0, &$1) }
  }
}

/// Memory of its own: the plain evaluation must not pay for an array's checks.
func fixed(_ numbers: [Double]) -> UnsafeMutableBufferPointer<Double> {
  let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: numbers.count)
  _ = memory.initialize(from: numbers)
  return memory
}

func measureRosenbrock() {
  let f = Rosenbrock()
  let tape = Tape<Double>()
  var x = (0..<1000).map { 1 + 0.001 * Double($0) }
  var slope = x
  var sink = 0.0
  measure("Rosenbrock-1000, gradient with a reused tape", against: "its plain evaluation") {
    x[0] += opaqueZero
    sink += f(x)
  } body: {
    x[0] += opaqueZero
    sink += tape.gradient(at: x, into: &slope) { f($0) }
  }
  precondition(sink.isFinite)
}

/// a·(1/b): one division less than the rule of the library, and a value that is not a/b to the last bit.
@inline(__always) func usualQuotient(_ a: Dual<Lanes8>, _ b: Dual<Lanes8>) -> Dual<Lanes8> {
  let inverse = 1 / b.value
  let quotient = a.value * inverse
  return Dual(quotient, tangent: Lanes8._combine(a.tangent, inverse, b.tangent, -(quotient * inverse)))
}

/// The accurate rules against the usual ones.
func measureAccurateRules() {
  let f = BundleAdjustment()
  let columns = ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2)
  var point = BundleAdjustment.point
  var result = Matrix(rowCount: 2, columnCount: 15)
  measure("bundle adjustment, columns with the accurate quotient", against: "with a·(1/b)") {
    point[0] += opaqueZero
    columns.jacobian(at: point, into: &result) { f.evaluate($0, &$1, usualQuotient) }
  } body: {
    point[0] += opaqueZero
    columns.jacobian(at: point, into: &result) { f($0, &$1) }
  }
  var x = TanhNetwork.point
  var jacobian = Matrix(rowCount: 4, columnCount: 8)
  let workspace = ColumnsWorkspace<Lanes8>(inputCount: 8, outputCount: 4)
  measure("tanh network 8 → 4, columns with the accurate rule", against: "with tanh′ = 1 − y²") {
    x[0] += opaqueZero
    workspace.jacobian(at: x, into: &jacobian) { TanhNetwork.evaluate($0, &$1) { .applying(UsualTanh(), to: $0) } }
  } body: {
    x[0] += opaqueZero
    workspace.jacobian(at: x, into: &jacobian) { TanhNetwork.evaluate($0, &$1) { tanh($0) } }
  }
}
