// Every claim about speed, measured side by side: `swift run -c release benchmarks [--quick] [--filter name]`.
import Derivatives

let arguments = CommandLine.arguments
let isQuick = arguments.contains("--quick")
let filter = arguments.firstIndex(of: "--filter").flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }

print("ratio of medians of \(isQuick ? 5 : 31) rounds, measured in turns\n")
for claim in bundleAdjustmentClaims() + rosenbrockClaims() + accurateRuleClaims() {
  if let filter, !claim.name.contains(filter) { continue }
  let times = medianTimes(rounds: isQuick ? 5 : 31, [claim.base, claim.body])
  let ratio = "\((times[1] / times[0] * 100).rounded() / 100)×"
  print("\(claim.name): \(Int(times[1])) ns = \(ratio) \(claim.against) (\(Int(times[0])) ns)")
}

/// Memory that a closure can use without a box of its own: a plain evaluation must not pay for the harness.
func fixed(_ numbers: [Double]) -> UnsafeMutableBufferPointer<Double> {
  let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: numbers.count)
  _ = memory.initialize(from: numbers)
  return memory
}

func bundleAdjustmentClaims() -> [Claim] {
  let f = BundleAdjustment()
  let x = fixed(BundleAdjustment.point)
  let y = fixed([0, 0])
  var jacobian = Matrix(rowCount: 2, columnCount: 15)
  let eight = ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2)
  let sixteen = ColumnsWorkspace<Lanes16>(inputCount: 15, outputCount: 2)
  let rows = RowsWorkspace(inputCount: 15, outputCount: 2)
  var point = BundleAdjustment.point
  let plain = {
    x[0] += opaqueZero
    var results = MutableSpan(_unsafeElements: y)
    f(Span(_unsafeElements: UnsafeBufferPointer(x)), &results)
  }
  func claim(_ name: String, _ body: @escaping () -> Void) -> Claim {
    Claim(name: "bundle adjustment 15 → 2, " + name, against: "its plain evaluation", base: plain, body: body)
  }
  return [
    claim("columns, 8 lanes") {
      point[0] += opaqueZero
      eight.jacobian(at: point, into: &jacobian) { f($0, &$1) }
    },
    claim("columns, 16 lanes") {
      point[0] += opaqueZero
      sixteen.jacobian(at: point, into: &jacobian) { f($0, &$1) }
    },
    claim("rows") {
      point[0] += opaqueZero
      rows.jacobian(at: point, into: &jacobian) { f($0, &$1) }
    },
  ]
}

func rosenbrockClaims() -> [Claim] {
  let f = Rosenbrock()
  let tape = Tape<Double>()
  var x = (0..<1000).map { 1 + 0.001 * Double($0) }
  var slope = x
  var sink = 0.0
  return [
    Claim(
      name: "Rosenbrock-1000, gradient with a reused tape", against: "its plain evaluation",
      base: {
        x[0] += opaqueZero
        sink += f(x)
      },
      body: {
        x[0] += opaqueZero
        sink += tape.gradient(at: x, into: &slope) { f($0) }
      })
  ]
}

/// The accurate rules against the usual ones.
func accurateRuleClaims() -> [Claim] {
  var x = TanhNetwork.point
  var jacobian = Matrix(rowCount: 4, columnCount: 8)
  let workspace = ColumnsWorkspace<Lanes8>(inputCount: 8, outputCount: 4)
  return [
    Claim(
      name: "tanh network 8 → 4, columns with the accurate rule", against: "with tanh′ = 1 − y²",
      base: {
        x[0] += opaqueZero
        workspace.jacobian(at: x, into: &jacobian) { TanhNetwork.evaluate($0, &$1) { .applying(UsualTanh(), to: $0) } }
      },
      body: {
        x[0] += opaqueZero
        workspace.jacobian(at: x, into: &jacobian) { TanhNetwork.evaluate($0, &$1) { tanh($0) } }
      })
  ]
}
