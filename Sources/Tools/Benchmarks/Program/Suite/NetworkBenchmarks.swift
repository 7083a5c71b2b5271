import Derivatives

/// A network of array rules: an entry of the tape for each layer.
let networkBenchmarks: [Benchmark] = [
  Benchmark(
    "network 64–32–10, batch 64, by array rules",
    [Target(Name.gradient, atMost: 4, times: Name.plain), Target(Name.gradient, atMost: 1.5, times: Name.byHand)], measureNetwork)
]

private func measureNetwork(_ rounds: Rounds) {
  let f = Network()
  let byHand = HandWrittenNetwork(f)
  let tape = Tape<Double>()
  var x = Network.point
  var slope = x
  let constants = f.samples.map { Adjoint<Double>($0) }
  rounds.run {
    rounds.time(Name.plain) {
      touch(&x)
      use(f.loss(x, f.samples))
    }
    rounds.time(Name.gradient) {
      touch(&x)
      use(tape.gradient(at: x, into: &slope) { f.loss($0, constants) })
    }
    rounds.time(Name.byHand) {
      touch(&x)
      use(x.withUnsafeBufferPointer { x in slope.withUnsafeMutableBufferPointer { byHand.lossAndGradient(x, $0) } })
    }
  }
}
