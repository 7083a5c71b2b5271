import Derivatives

/// One family of functions from n inputs to m outputs: where columns cost less, and where rows.
let crossoverBenchmarks: [Benchmark] = [(1, 1024), (8, 128), (32, 32), (128, 8), (1024, 1)].map { n, m in
  Benchmark("two layers \(n) → \(m)") { measureJacobianWithoutHand(of: Layers(inputCount: n, outputCount: m), $0) }
}
