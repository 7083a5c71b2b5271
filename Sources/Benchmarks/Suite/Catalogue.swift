/// Every benchmark, in the order in which they are run and shown.
let catalogue: [Benchmark] = [
  forwardBenchmarks, gradientBenchmarks, networkBenchmarks, smallBenchmarks, sweepBenchmarks, crossoverBenchmarks, accuracyBenchmarks,
].flatMap { $0 }
