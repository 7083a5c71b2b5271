/// Times of several bodies, taken in turns so that all see the same machine: the median over rounds, in nanoseconds a call.
func medianTimes(rounds: Int, _ bodies: [() -> Void]) -> [Double] {
  let clock = ContinuousClock()
  func time(_ body: () -> Void) -> Double {
    var calls = 0.0
    let begin = clock.now
    while true {
      for _ in 0..<16 { body() }
      calls += 16
      let elapsed = begin.duration(to: clock.now)
      if elapsed > .milliseconds(2) { return elapsed / .nanoseconds(1) / calls }
    }
  }
  for body in bodies { body() }
  let samples = (0..<rounds).map { _ in bodies.map(time) }
  return bodies.indices.map { k in samples.map { $0[k] }.sorted()[rounds / 2] }
}

/// One claim: a name, what it is measured against, and what it takes.
struct Claim {
  let name: String
  let against: String
  let base: () -> Void
  let body: () -> Void
}

/// A zero that the compiler does not know: added to an input, it keeps the work inside the loop.
let opaqueZero = Double(CommandLine.arguments.count > 1_000_000 ? 1 : 0)
