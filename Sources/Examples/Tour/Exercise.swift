import Derivatives
import Networks

/// Something to learn: samples, the network that learns them, and how.
struct Exercise {
  let name: String
  let data: Networks.DataSet
  let network: Network<CrossEntropy>
  let epochCount: Int
  let quickEpochCount: Int
  let batchSize: Int
  let learningRate: Double

  /// Three kinds of iris by the lengths and widths of their leaves.
  static func iris() throws -> Exercise {
    Exercise(
      name: "iris", data: try data("iris", classNames: ["setosa", "versicolor", "virginica"]),
      network: Network(sizes: [4, 8, 3], activations: [.tanh, .linear], loss: .crossEntropy),
      epochCount: 100, quickEpochCount: 20, batchSize: 10, learningRate: 0.05)
  }

  /// Handwritten digits of 8 × 8 pixels.
  static func digits() throws -> Exercise {
    Exercise(
      name: "digits", data: try data("digits", classNames: (0...9).map(String.init)),
      network: Network(sizes: [64, 32, 10], activations: [.tanh, .linear], loss: .crossEntropy),
      epochCount: 40, quickEpochCount: 5, batchSize: 16, learningRate: 0.1)
  }

  private static func data(_ name: String, classNames: [String]) throws -> Networks.DataSet {
    try Networks.DataSet(csv: resource("\(name).csv"), classNames: classNames)
  }

  /// Two thirds and a held-out one, both standardised by the means and deviations of the first part; and the held-out part as it was.
  func parts(seed: UInt64) -> (training: Networks.DataSet, heldOut: Networks.DataSet, rawHeldOut: Networks.DataSet) {
    let (training, heldOut) = data.split(heldOut: 1.0 / 3, seed: seed)
    let scale = Standardisation(of: training)
    return (scale.applied(to: training), scale.applied(to: heldOut), heldOut)
  }

  /// Everything random follows from the seed: the split, the first parameters, the orders of the samples.
  func trained(seed: UInt64, epochCount: Int? = nil, progress: (Epoch) -> Void = { _ in }) throws(NonFiniteLoss) -> Training {
    let (training, heldOut, _) = parts(seed: seed)
    return try network.train(
      from: network.initialParameters(seed: seed), on: training.batch, heldOut: heldOut.batch,
      by: Descent(epochCount: epochCount ?? self.epochCount, batchSize: batchSize, learningRate: learningRate, seed: seed),
      progress: progress)
  }

  /// The largest difference between the gradients by hand and by reverse mode at the start, relative to the largest entry.
  func disagreementAtTheStart(seed: UInt64) -> Double {
    let batch = parts(seed: seed).training.batch.samples(0..<batchSize)
    let parameters = network.initialParameters(seed: seed)
    let automatic = gradient(at: parameters) { network.loss($0, batch) }
    let byHand = network.backpropagation(parameters, batch).gradient
    let difference = zip(automatic, byHand).map { abs($0 - $1) }.max()!
    return difference / automatic.map { abs($0) }.max()!
  }
}
