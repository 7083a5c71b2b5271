/// Every benchmark, in the order in which they are run and shown.
let catalogue: [Benchmark] = [
  forwardBenchmarks, pointsBenchmarks, gradientBenchmarks, networkBenchmarks, smallBenchmarks, sweepBenchmarks, crossoverBenchmarks,
  accuracyBenchmarks,
].flatMap { $0 }
