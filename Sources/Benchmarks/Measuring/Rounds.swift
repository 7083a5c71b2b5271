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
  }

  let count: Int
  /// How many nanoseconds the calls that are timed together shall take.
  let window: Double
  private(set) var samples: [Samples] = []
  private var round = 0
  private var turn = 0

  init(count: Int, window: Double) {
    self.count = count
    self.window = window
  }

  /// Runs `body` once for every round, and once before to learn how long each variant takes. It calls ``time(_:times:_:)`` for every variant.
  @inline(__always) func run(_ body: () -> Void) {
    for round in 0...count {
      self.round = round
      turn = 0
      body()
    }
  }

  /// Measures a variant. It occurs once in the code, in this loop, however many rounds there are.
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

  /// How many calls are to be timed together first.
  @inline(never) private func begin(_ name: String) -> Int {
    if round == 0 { samples.append(Samples(name: name)) }
    precondition(
      samples[turn].name == name, "the variants of a benchmark must take turns in the same order: \(samples[turn].name), not \(name)")
    return samples[turn].calls
  }

  /// Notes how long the calls took. Returns how many are to be timed next: in the round before the first ever more until they fill half the
  /// window, in the others none.
  @inline(never) private func record(_ elapsed: Double, _ factor: Double) -> Int {
    if round == 0 && elapsed * 2 <= window {
      samples[turn].calls *= elapsed * 20 < window ? 8 : 2
      return samples[turn].calls
    }
    if round > 0 { samples[turn].times.append(elapsed / Double(samples[turn].calls) * factor) }
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
