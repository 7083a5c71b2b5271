import Derivatives

/// The gradient of a 64–32–10 network, batch 64: array rules, plain evaluation, backpropagation by hand.
func measureNetwork() {
  let f = Network()
  let byHand = HandWrittenNetwork(f)
  let tape = Tape<Double>()
  var x = Network.point
  var slope = x
  var slopeByHand = x
  let constants = f.samples.map { Adjoint<Double>($0) }
  var sink = 0.0
  func plain() {
    x[0] += opaqueZero
    sink += f.loss(x, f.samples)
  }
  func arrayRules() {
    x[0] += opaqueZero
    sink += tape.gradient(at: x, into: &slope) { f.loss($0, constants) }
  }
  func hand() {
    x[0] += opaqueZero
    sink += x.withUnsafeBufferPointer { x in slopeByHand.withUnsafeMutableBufferPointer { byHand.lossAndGradient(x, $0) } }
  }
  plain()
  arrayRules()
  hand()
  let scale = slopeByHand.reduce(0) { Swift.max($0, $1.magnitude) }
  for i in x.indices { precondition((slope[i] - slopeByHand[i]).magnitude <= 1e-13 * scale, "weight \(i)") }

  let name = "network 64–32–10, batch 64, "
  measure(name + "gradient by array rules", against: "its plain evaluation", base: plain, body: arrayRules)
  measure(name + "gradient by array rules", against: "backpropagation by hand", base: hand, body: arrayRules)
  measure(name + "backpropagation by hand", against: "the plain evaluation", base: plain, body: hand)
  precondition(sink.isFinite)
}
