import Derivatives
import Networks
import TestSupport
import Testing

@testable import tour

struct TrainingTests {
  /// Three splits and three starts, which follow from the first three seeds. One sample held out is 2 %: a single split may have four wrong.
  @Test func irisesAreLearnt() throws {
    var right: [Double] = []
    for seed in [1, 2, 3] as [UInt64] {
      let training = try Exercise.iris().trained(seed: seed)
      let last = try #require(training.epochs.last)
      #expect(last.accuracy >= 0.95, "seed \(seed): \(last)")
      #expect(last.loss < 0.1 * training.epochs[0].loss, "seed \(seed): \(last)")
      right.append(try #require(last.heldOutAccuracy))
    }
    #expect(sum(right) / 3 >= 0.95 && right.allSatisfy { $0 >= 0.9 }, "\(right)")
  }

  /// The whole training is for a release build: `tour network`.
  @Test func digitsAreLearntToAPartInOneEpoch() throws {
    let epochs = try Exercise.digits().trained(seed: 1, epochCount: 1).epochs
    #expect(try #require(epochs[0].heldOutAccuracy) <= 0.3, "\(epochs)")
    #expect(try #require(epochs[1].heldOutAccuracy) >= 0.85, "\(epochs)")
  }

  @Test func gradientsAgreeAtTheStartOfTheTour() throws {
    for exercise in [try Exercise.iris(), try Exercise.digits()] {
      #expect(exercise.disagreementAtTheStart(seed: 1) <= 1e-12, "\(exercise.name)")
    }
  }

  @Test func trainingFollowsFromItsSeed() throws {
    let exercise = try Exercise.iris()
    let first = try exercise.trained(seed: 5, epochCount: 3)
    #expect(try exercise.trained(seed: 5, epochCount: 3) == first)
    #expect(try exercise.trained(seed: 6, epochCount: 3) != first)
  }

  /// Steps along −∇E of all samples that are short against the curvature go down.
  @Test func theLossFallsInShortStepsOfWholeBatches() throws {
    let exercise = try Exercise.iris()
    let batch = exercise.parts(seed: 1).training.batch
    let training = try exercise.network.train(
      from: exercise.network.initialParameters(seed: 1), on: batch,
      by: Descent(epochCount: 20, batchSize: batch.count, learningRate: 0.05))
    for (before, after) in zip(training.epochs, training.epochs.dropFirst()) {
      #expect(after.loss < before.loss, "epoch \(after.number): \(after.loss) after \(before.loss)")
    }
  }

  /// One epoch with one batch is one step p − η ∇E.
  @Test func aStepGoesAgainstTheGradient() throws {
    let draw = RandomNetwork(layers: 2, activation: .tanh, loss: .squaredError, batchSize: 7, seed: 11)
    let training = try draw.network.train(
      from: draw.parameters, on: draw.batch, by: Descent(epochCount: 1, batchSize: 7, learningRate: 0.25))
    let slopes = gradient(at: draw.parameters) { draw.network.loss($0, draw.batch) }
    let deviation = Deviation(training.parameters, zip(draw.parameters, slopes).map { $0 - 0.25 * $1 }, scale: 1)
    #expect(deviation.size <= 1e-14, "\(draw): \(deviation)")
  }

  /// Batches of 3, 3 and 1 of 7 samples: with η = 0 nothing moves, and every sample is in its place once.
  @Test func progressIsToldForEveryEpoch() throws {
    let draw = RandomNetwork(layers: 1, activation: .tanh, loss: .squaredError, batchSize: 7, seed: 12)
    var told: [Epoch] = []
    let training = try draw.network.train(
      from: draw.parameters, on: draw.batch, heldOut: draw.batch, by: Descent(epochCount: 2, batchSize: 3, learningRate: 0),
      progress: { told.append($0) })
    #expect(told == training.epochs)
    #expect(told.map(\.number) == [0, 1, 2])
    #expect(training.parameters == draw.parameters)
    #expect(told.allSatisfy { $0.heldOutLoss == $0.loss && $0.heldOutAccuracy == $0.accuracy })
  }

  @Test func aLossThatIsNotFiniteIsThrownWithWhatWasReached() throws {
    let network = Network(sizes: [1, 1], activations: [.linear], loss: .squaredError)
    let line = Batch(inputs: [[1], [2]], targets: [[2], [4]])
    let error = #expect(throws: NonFiniteLoss.self) {
      try network.train(from: [0, 0], on: line, by: Descent(epochCount: 1000, batchSize: 2, learningRate: 1e60))
    }
    let kept = try #require(error?.kept)
    #expect(error?.epoch == kept.epochs.count)
    #expect(kept.epochs.count >= 2 && kept.epochs.allSatisfy { $0.loss.isFinite })
    #expect(network.loss(kept.parameters, line) == kept.epochs.last?.loss)
    #expect(error?.description.hasPrefix("training: the loss is") == true)

    let atOnce = #expect(throws: NonFiniteLoss.self) {
      try network.train(from: [.nan, 0], on: line, by: Descent(epochCount: 1, batchSize: 2, learningRate: 1))
    }
    #expect(atOnce?.epoch == 0)
    #expect(atOnce?.kept.epochs.isEmpty == true)
  }

  @Test func initialParametersAreInTheirBounds() {
    let network = Network(sizes: [64, 32, 10], activations: [.tanh, .linear], loss: .crossEntropy)
    let p = network.initialParameters(seed: 1)
    for l in 1...2 {
      let bound = (6 / Double(network.sizes[l - 1] + network.sizes[l])).squareRoot()
      let weights = network.weights(l, in: p)
      #expect(network.biases(l, in: p).allSatisfy { $0 == 0 })
      #expect(weights.allSatisfy { $0.magnitude <= bound })
      // the mean of n even numbers is off by bound/√(3n) or so
      #expect(sum(weights).magnitude <= 4 * bound * (Double(weights.count) / 3).squareRoot())
      #expect(largest(Array(weights)) >= 0.9 * bound)
    }
  }
}
