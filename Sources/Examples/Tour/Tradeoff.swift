import Counting
import Derivatives
import Foundation
import Pictures

/// A function ℝⁿ → ℝᵐ of two layers, y = V tanh(W x), whose work hardly depends on which of n and m is the large one.
private struct Layers: VectorFunction {
  static let hidden = 8
  let inputCount: Int, outputCount: Int

  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    let units = (0..<Self.hidden).map { k in
      var total: S = 0
      for j in 0..<inputCount { total += S(weight(k, j)) * x[j] }
      return tanh(total)
    }
    return (0..<outputCount).map { i in
      var total: S = 0
      for k in 0..<Self.hidden { total += S(weight(i, k)) * units[k] }
      return total
    }
  }

  /// Some fixed numbers between −½ and ½, small enough that no unit saturates.
  private func weight(_ i: Int, _ j: Int) -> Double {
    let mixed = (17 * i + 29 * j + 7) % 64
    return (Double(mixed) / 63 - 0.5) / Double(inputCount).squareRoot()
  }
}

/// What one shape n → m costs by columns and by rows.
private struct Shape {
  let n: Int, m: Int
  let operations: Int, recorded: Int
  /// Nanoseconds.
  let plain: Double, columns: Double, rows: Double
  let chosen: JacobianPlan.Direction

  init(n: Int, m: Int) {
    self.n = n
    self.m = m
    let f = Layers(inputCount: n, outputCount: m)
    let x = (0..<n).map { Double($0 % 7) / 7 }
    operations = Counted.operations { _ = f(x.map { Counted($0) }) }
    let tape = Tape<Double>()
    _ = f(tape.record(x))
    recorded = tape.operationCount
    chosen = JacobianPlan(inputCount: n, outputCount: m).direction
    var sink = 0.0
    let times = medianNanoseconds([
      { sink += f(x)[0] }, { sink += jacobianByColumns(at: x) { f($0) }[0, 0] }, { sink += jacobianByRows(at: x) { f($0) }[0, 0] },
    ])
    precondition(sink.isFinite)
    (plain, columns, rows) = (times[0], times[1], times[2])
  }
}

/// The median over rounds of the time of each body, in nanoseconds a call; the bodies take turns, so that all see the same machine.
private func medianNanoseconds(_ bodies: [() -> Void]) -> [Double] {
  let clock = ContinuousClock()
  func time(_ body: () -> Void) -> Double {
    var calls = 0.0
    let begin = clock.now
    while true {
      body()
      calls += 1
      let elapsed = begin.duration(to: clock.now)
      if elapsed > .microseconds(500) { return elapsed / .nanoseconds(1) / calls }
    }
  }
  let rounds = (0..<9).map { _ in bodies.map(time) }
  return bodies.indices.map { k in rounds.map { $0[k] }.sorted()[4] }
}

/// Chapter two: the same Jacobian by columns and by rows, for functions from many inputs to many outputs.
func showTradeoff(quick: Bool) throws {
  print(
    """
    COLUMNS OR ROWS: one family of functions, y = V tanh(W x) from n inputs to m outputs

    Forward mode gives columns of the Jacobian: one evaluation carries eight of them along. Reverse mode gives rows: one evaluation is
    recorded, and one sweep back over the recording gives eight of them. So columns cost as much as there are inputs, rows as outputs.
    (From one input nothing is recorded: every number hangs on that one node.)
    Times are relative to the plain evaluation with ordinary numbers, measured now on this machine (median of 9 rounds).

    """)
  let exponents = quick ? [0, 4, 5, 6, 10] : Array(0...10)
  var shapes: [Shape] = []
  for k in exponents {
    FileHandle.standardError.write(Data("  measuring \(shapes.count + 1) of \(exponents.count)\r".utf8))
    shapes.append(Shape(n: 1 << k, m: 1 << (10 - k)))
  }
  var table = Table("n → m", "plain", "operations", "columns: evaluations", "time", "rows: sweeps", "recorded", "time", "cheaper", "chosen")
  for s in shapes {
    table.append(
      "\(s.n) → \(s.m)", "\((s.plain / 1000).rounded(places: 1)) µs", "\(s.operations)",
      "\((s.n + 7) / 8)", "\((s.columns / s.plain).rounded(places: 1))×", "1 + \((s.m + 7) / 8)", "\(s.recorded)",
      "\((s.rows / s.plain).rounded(places: 1))×", s.columns <= s.rows ? "columns" : "rows", "\(s.chosen)")
  }
  print(table.printed())

  let crossover = crossing(shapes)
  print(
    "\nThe crossover lies near n = \(crossover.rounded(places: 0)), m = \((1024 / crossover).rounded(places: 0)): with fewer inputs take columns, with more take rows."
  )
  let picture = picture(shapes, crossover)
  try write(picture.svg, to: "tradeoff.svg")
  print("Picture: tradeoff.svg, in the current folder.\n")
}

/// Where the two curves cross, by interpolation between the shapes in the logarithms of n and of the times.
private func crossing(_ shapes: [Shape]) -> Double {
  let gaps = shapes.map { (x: log(Double($0.n)), gap: log($0.columns / $0.rows)) }
  for (a, b) in zip(gaps, gaps.dropFirst()) where a.gap <= 0 && b.gap > 0 {
    return exp(a.x + (b.x - a.x) * a.gap / (a.gap - b.gap))
  }
  return .nan
}

private func picture(_ shapes: [Shape], _ crossover: Double) -> Plot {
  func curve(_ name: String, _ y: (Shape) -> Double) -> Plot.Curve { Plot.Curve(name, shapes.map { (Double($0.n), y($0)) }) }
  return Plot(
    "The cost of a Jacobian, n inputs and 1024/n outputs",
    x: Axis("n inputs → m outputs", .logarithmic, labels: shapes.map { (Double($0.n), "\($0.n)→\($0.m)") }),
    y: Axis("time, in plain evaluations", .logarithmic),
    curves: [curve("by columns (forward mode)") { $0.columns / $0.plain }, curve("by rows (reverse mode)") { $0.rows / $0.plain }],
    mark: crossover.isFinite ? (crossover, "crossover") : nil)
}
