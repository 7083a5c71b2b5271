import CBenchmarks

/// The rounds in which the variants of one benchmark take turns, so that all of them see the same machine.
///
/// Measured is the time that the thread runs, not the time that passes: what other programs do meanwhile is left out, as far as it can be.
///
/// The bodies do not escape: what they capture needs no box and no exclusivity check that the measured code would not pay. A body hides its
/// input from the optimiser with ``touch(_:)`` and gives its result to ``use(_:)``; otherwise the work would be moved out of the loop.
final class Rounds {
  /// What was measured of a variant.
  struct Samples {
    let name: String
    /// How many calls are timed together.
    var calls = 1
    /// Nanoseconds a call, one for each round.
    var times: [Double] = []
    /// The slower of the probes before and after it, one for each round.
    var probes: [Double] = []
    /// In how many rounds nobody else used the processor, as far as was known then.
    var undisturbedCount = 0
  }

  /// In how many rounds nobody else must have used the processor for the others to be left out.
  static let enough = 15

  /// How many rounds there are at least.
  let count: Int
  /// For how many nanoseconds rounds go on; and for how many as long as a variant has not enough undisturbed ones.
  let budget: Double, patience: Double
  /// How many nanoseconds the calls that are timed together shall take.
  let window: Double
  let processor: Processor
  private(set) var samples: [Samples] = []
  private var round = 0
  private var turn = 0
  private var isFirst = false
  private var timesFilled = 0
  private var lastProbe = 0.0

  init(count: Int, budget: Double = 0, patience: Double = 0, window: Double, on processor: Processor = Processor()) {
    self.count = count
    self.budget = budget
    self.patience = patience
    self.window = window
    self.processor = processor
  }

  /// Runs `body` once to learn how long each variant takes, and then once for every round. It calls ``time(_:times:_:)`` for every variant.
  @inline(__always) func run(_ body: () -> Void) {
    let start = benchmark_nanoseconds()
    round = 0
    repeat {
      turn = 0
      lastProbe = processor.probe()
      body()
      round += 1
    } while round <= count || wantsMore(after: benchmark_nanoseconds() - start)
  }

  private func wantsMore(after elapsed: Double) -> Bool {
    elapsed < budget || elapsed < patience && samples.contains { $0.undisturbedCount < Self.enough }
  }

  /// Measures a variant. It occurs once in the code, in this loop, however many rounds there are. The first call finds its memory in the cache
  /// again and does not count.
  ///
  /// - Parameters:
  ///   - factor: By what the time of `body` is multiplied, when it does only a part of the work.
  @inline(__always) func time(_ name: String, times factor: Double = 1, _ body: () -> Void) {
    var calls = begin(name)
    while calls > 0 {
      let start = benchmark_nanoseconds()
      for _ in 0..<calls { body() }
      calls = record(benchmark_nanoseconds() - start, factor)
    }
  }

  /// How many calls come first.
  @inline(never) private func begin(_ name: String) -> Int {
    if round == 0 { samples.append(Samples(name: name)) }
    precondition(
      samples[turn].name == name, "the variants of a benchmark must take turns in the same order: \(samples[turn].name), not \(name)")
    isFirst = true
    return 1
  }

  /// Notes how long the calls took. Returns how many are to be timed next: in the round before the first ever more until they fill half the
  /// window three times, because a single time may have been interrupted; in the others none.
  @inline(never) private func record(_ elapsed: Double, _ factor: Double) -> Int {
    if isFirst {
      isFirst = false
      return samples[turn].calls
    }
    if round == 0 {
      if elapsed * 2 <= window {
        samples[turn].calls *= elapsed * 20 < window ? 8 : 2
        timesFilled = 0
      } else {
        timesFilled += 1
      }
      if timesFilled < 3 { return samples[turn].calls }
      timesFilled = 0
    }
    let probe = processor.probe()
    if round > 0 {
      samples[turn].times.append(elapsed / Double(samples[turn].calls) * factor)
      samples[turn].probes.append(max(lastProbe, probe))
      if processor.isUndisturbed(max(lastProbe, probe)) { samples[turn].undisturbedCount += 1 }
    }
    lastProbe = probe
    turn += 1
    return 0
  }
}

/// Hides the numbers from the optimiser: from here on each may be any number.
@inline(__always) func touch(_ x: inout [Double]) { x.withUnsafeMutableBufferPointer { benchmark_touch($0.baseAddress) } }
@inline(__always) func touch<T>(_ x: UnsafeMutableBufferPointer<T>) { benchmark_touch(x.baseAddress) }
@inline(__always) func touch(_ x: inout Double) { withUnsafeMutablePointer(to: &x) { benchmark_touch($0) } }

/// Makes the optimiser believe that a result is needed.
@inline(__always) func use(_ x: Double) { benchmark_use(x) }

/// Memory of its own: the plain evaluation must not pay for an array's checks where the derivative does not.
func fixed(_ numbers: [Double]) -> UnsafeMutableBufferPointer<Double> {
  let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: numbers.count)
  _ = memory.initialize(from: numbers)
  return memory
}
