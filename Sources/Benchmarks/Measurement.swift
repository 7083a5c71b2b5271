import Derivatives

/// The time of a body and of what it is measured against, in nanoseconds a call: medians over rounds in which the two take turns, so that both
/// see the same machine. The bodies do not escape: what they capture needs no box and no exclusivity check that the measured code would not pay.
func medianTimes(rounds: Int, _ base: () -> Void, _ body: () -> Void) -> (base: Double, body: Double) {
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
  base()
  body()
  var samples: (base: [Double], body: [Double]) = ([], [])
  for _ in 0..<rounds {
    samples.base.append(time(base))
    samples.body.append(time(body))
  }
  return (samples.base.sorted()[rounds / 2], samples.body.sorted()[rounds / 2])
}

/// Measures a claim and prints it.
func measure(_ name: String, against: String, base: () -> Void, body: () -> Void) {
  if let filter, !name.contains(filter) { return }
  let times = medianTimes(rounds: isQuick ? 5 : 31, base, body)
  let ratio = "\((times.body / times.base * 100).rounded() / 100)×"
  print("\(name): \(Int(times.body)) ns = \(ratio) \(against) (\(Int(times.base)) ns)")
}

/// A zero that the compiler does not know: added to an input, it keeps the work inside the loop.
let opaqueZero = Double(CommandLine.arguments.count > 1_000_000 ? 1 : 0)

let isQuick = CommandLine.arguments.contains("--quick")
let filter = CommandLine.arguments.firstIndex(of: "--filter").flatMap { CommandLine.arguments.dropFirst($0 + 1).first }
