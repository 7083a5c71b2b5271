import Derivatives
import Networks
import TestSupport
import Testing

/// Five ways to one gradient. Deviations are relative to the largest entry of the gradient by hand.
struct GradientTests {
  /// `nil` stands for layers with activations at random, and one unit with another.
  static let activations: [Activation?] = Activation.allCases + [nil]

  @Test(arguments: activations, [1, 2, 3, 4])
  func handAndReverseAndForwardAgree(_ activation: Activation?, _ layers: Int) {
    for batchSize in [1, 7, 64] {
      for seed in [1, 2] as [UInt64] {
        compare(RandomNetwork(layers: layers, activation: activation, loss: .squaredError, batchSize: batchSize, seed: seed))
        compare(RandomNetwork(layers: layers, activation: activation, loss: .crossEntropy, batchSize: batchSize, seed: seed))
      }
    }
  }

  private func compare<E: Loss>(_ draw: RandomNetwork<E>) {
    let (network, batch) = (draw.network, draw.batch)
    let byHand = network.backpropagation(draw.parameters, batch)
    let scale = largest(byHand.gradient)
    func expect(_ gradient: [Double], _ way: String) {
      let deviation = Deviation(byHand.gradient, gradient, scale: scale)
      #expect(deviation.size <= 1e-12, "\(way), \(draw): \(deviation)")
    }
    let arrays = valueWithGradient(at: draw.parameters) { network.loss($0, batch) }
    expect(arrays.gradient, "array functions in reverse mode")
    expect(gradient(at: draw.parameters) { scalarLoss(network, $0, batch) }, "number by number in reverse mode")
    // columns cost an evaluation for every eight parameters
    if batch.count < 64 { expect(jacobianByColumns(at: draw.parameters) { [network.loss($0, batch)] }.entries, "forward mode") }
    #expect(relativeError(byHand.loss, arrays.value) <= 1e-14, "the loss, \(draw)")
    #expect(relativeError(byHand.loss, scalarLoss(network, draw.parameters, batch)) <= 1e-13, "the loss, \(draw)")
  }

  @Test(arguments: activations, [1, 2, 3, 4])
  func differencesAgreeToTheirOwnError(_ activation: Activation?, _ layers: Int) {
    for batchSize in [1, 7, 64] {
      difference(RandomNetwork(layers: layers, activation: activation, loss: .squaredError, batchSize: batchSize, seed: 3))
      difference(RandomNetwork(layers: layers, activation: activation, loss: .crossEntropy, batchSize: batchSize, seed: 3))
    }
  }

  /// ∇E · v along a random direction v. As in the library's checker ten times the estimate is allowed: it is the smallest of many, and counts
  /// half an ulp of rounding in E, which is a sum of many terms. Here differences were off by up to 2.4 estimates.
  private func difference<E: Loss>(_ draw: RandomNetwork<E>) {
    let v = draw.direction(seed: 4)
    let slopes = draw.network.backpropagation(draw.parameters, draw.batch).gradient
    let numerical = numericalDerivative(at: 0, scale: 1) { t in
      draw.network.loss(zip(draw.parameters, v).map { $0 + t * $1 }, draw.batch)
    }
    let error = (dot(slopes, v) - numerical.value).magnitude
    #expect(error <= 10 * numerical.error, "\(draw): \(numerical), by hand \(dot(slopes, v))")
    #expect(numerical.error <= 1e-7 * norm(slopes), "the estimate says too little, \(draw): \(numerical)")
  }

  @Test(arguments: activations)
  func aBatchIsTheMeanOfItsSamples(_ activation: Activation?) {
    let draw = RandomNetwork(layers: 3, activation: activation, loss: .crossEntropy, batchSize: 7, seed: 5)
    let whole = draw.network.backpropagation(draw.parameters, draw.batch)
    let alone = (0..<7).map { draw.network.backpropagation(draw.parameters, draw.batch.samples([$0])) }
    let mean = whole.gradient.indices.map { p in sum(alone.map { $0.gradient[p] }) / 7 }
    let deviation = Deviation(whole.gradient, mean, scale: largest(mean))
    #expect(deviation.size <= 1e-14, "\(draw): \(deviation)")
    #expect(relativeError(whole.loss, sum(alone.map(\.loss)) / 7) <= 1e-14, "\(draw)")
    for l in 0..<3 {
      for s in 0..<7 {
        #expect(whole.preActivations[l].column(s) == alone[s].preActivations[l].entries, "Z of layer \(l + 1), sample \(s), \(draw)")
        #expect(whole.deltas[l].column(s) == alone[s].deltas[l].entries, "Δ of layer \(l + 1), sample \(s), \(draw)")
      }
    }
  }

  /// δ = ∂E/∂z: adding t to a bias adds t to the pre-activation.
  @Test func deltasAreTheSlopesOfThePreActivations() {
    let draw = RandomNetwork(layers: 3, activation: nil, loss: .squaredError, batchSize: 1, seed: 6)
    let deltas = draw.network.backpropagation(draw.parameters, draw.batch).deltas
    let slopes = gradient(at: draw.parameters) { scalarLoss(draw.network, $0, draw.batch) }
    for l in 1...3 {
      let biases = Array(draw.network.biases(l, in: slopes))
      let deviation = Deviation(deltas[l - 1].entries, biases, scale: largest(slopes))
      #expect(deviation.size <= 1e-14, "layer \(l), \(draw): \(deviation)")
    }
  }

  @Test func aLossOfTheCallerNeedsNoSlope() {
    struct FourthPower: Loss {
      func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S {
        sum(zip(outputs, target).map { pow($0 - S($1), 4) })
      }
    }
    let draw = RandomNetwork(layers: 2, activation: .tanh, loss: FourthPower(), batchSize: 7, seed: 7)
    let byHand = draw.network.backpropagation(draw.parameters, draw.batch).gradient
    let automatic = gradient(at: draw.parameters) { draw.network.loss($0, draw.batch) }
    let deviation = Deviation(byHand, automatic, scale: largest(automatic))
    #expect(deviation.size <= 1e-14, "\(draw): \(deviation)")
  }

  /// The exercise of the notes: one unit with f instead of σ changes σ′ to f′ in its component of δ, and nothing else in the backward pass.
  @Test func anExceptionChangesOneComponent() {
    let draw = RandomNetwork(layers: 2, activation: .sigmoid, loss: .squaredError, batchSize: 7, seed: 8)
    let (network, changed) = (draw.network, draw.network.setting(.tanh, ofUnit: 0, inLayer: 1))
    let z = network.forwardPass(draw.parameters, draw.batch.inputs).preActivations
    let slopes = Matrix(rowCount: network.sizes[2], columnCount: 7, repeating: 1)
    let before = network.backwardPass(draw.parameters, z, from: slopes)[0]
    let after = changed.backwardPass(draw.parameters, z, from: slopes)[0]
    for i in 0..<network.sizes[1] {
      for s in 0..<7 {
        let ratio = i == 0 ? Activation.tanh.slope(z[0][i, s]) / Activation.sigmoid.slope(z[0][i, s]) : 1
        #expect(relativeError(after[i, s], before[i, s] * ratio) <= 1e-15 * (i == 0 ? 4 : 0), "unit \(i), sample \(s), \(draw)")
      }
    }
  }
}
