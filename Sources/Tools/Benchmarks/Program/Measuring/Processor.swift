import CBenchmarks

/// Tells whether the processor is ours. Another thread on the same core, or another machine on the same host, takes from its arithmetic without
/// taking from the time that a thread runs: what fills the processor then takes up to 1.6 times as long, what waits for its own results no longer
/// than ever. A probe of fixed work, before and after a measurement, takes its shortest time only when nobody else is there.
final class Processor {
  private var shortest = Double.infinity

  /// Looks for the shortest time first, for some nanoseconds.
  init(lookingFor duration: Double = 0) {
    let start = benchmark_nanoseconds()
    while benchmark_nanoseconds() - start < duration { _ = probe() }
  }

  /// Nanoseconds that the probe takes now.
  func probe() -> Double {
    let time = benchmark_probe()
    shortest = min(shortest, time)
    return time
  }

  /// Whether nobody else was there when a probe took this time.
  func isUndisturbed(_ probe: Double) -> Bool { probe <= 1.1 * shortest }
}
