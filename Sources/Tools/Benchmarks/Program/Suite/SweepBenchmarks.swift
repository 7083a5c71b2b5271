import Derivatives

/// Several rows of a Jacobian in one sweep, against one row: the sweeps alone, over the same recording.
let sweepBenchmarks: [Benchmark] = [
  Benchmark("sweeps over two layers 256 → 8", [eight]) { measureSweeps(of: Layers(inputCount: 256, outputCount: 8), $0) },
  Benchmark("sweeps over the Brusselator-256, 8 rows", [eight]) { measureSweeps(of: Brusselator(count: 256), $0) },
]

private let eight = Target("8 rows in one sweep", atMost: 2.4, times: "1 row")

private func measureSweeps<K: JacobianKernel>(of f: K, _ rounds: Rounds) {
  let tape = Tape<Double>()
  let n = f.point.count
  let outputs = f.values(tape.record(f.point)).suffix(8)
  let entries = fixed([Double](repeating: 0, count: 8 * n))
  defer { entries.deallocate() }
  Array(outputs).withUnsafeBufferPointer { outputs in
    rounds.run {
      for count in [1, 4, 8] {
        let rows = UnsafeBufferPointer(rebasing: outputs[(8 - count)...])
        rounds.time(count == 1 ? "1 row" : "\(count) rows in one sweep") {
          touch(entries)
          tape._writeRows(of: rows, to: entries) { _, _ in }
        }
      }
    }
  }
}
