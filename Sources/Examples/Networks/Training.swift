import Derivatives

extension Network {
  /// Parameters near zero at random: biases 0, weights of layer l even in ±√(6/(nˡ⁻¹ + nˡ)), so that neither activations nor errors grow or
  /// shrink much from layer to layer while σ′ ≈ 1 [Glorot, Bengio 2010, eq. 16].
  public func initialParameters(seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (1...layerCount).flatMap { l in
      let bound = (6 / Double(sizes[l - 1] + sizes[l])).squareRoot()
      let weights = (0..<sizes[l] * sizes[l - 1]).map { _ in generator.uniform(-bound, bound) }
      return weights + [Double](repeating: 0, count: sizes[l])
    }
  }

  /// Mini-batch gradient descent, p ← p − η ∂E/∂p, with the gradient of ``backpropagation(_:_:)``.
  ///
  /// ```swift
  /// import Networks
  ///
  /// let xor = Batch(inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
  /// let network = Network(sizes: [2, 4, 1], activations: [.tanh, .linear], loss: .squaredError)
  /// let training = try network.train(
  ///   from: network.initialParameters(seed: 1), on: xor, by: Descent(epochCount: 500, batchSize: 4, learningRate: 0.3))
  /// print(training.epochs.last!.loss < 1e-3)
  /// // Prints "true"
  /// ```
  ///
  /// - Parameters:
  ///   - parameters: Where it starts.
  ///   - samples: What is learnt. In each epoch every sample is used once, in a new random order; the last mini-batch may be smaller.
  ///   - heldOut: Samples that are only looked at.
  ///   - descent: How many epochs, the size of a mini-batch, η, and the seed of the orders.
  ///   - progress: Is called after every epoch, and with epoch 0 before the first.
  /// - Throws: ``NonFiniteLoss`` with all that was reached before, when the loss of the samples is infinite or NaN after an epoch.
  @inlinable public func train(
    from parameters: [Double], on samples: Batch, heldOut: Batch? = nil, by descent: Descent, progress: (Epoch) -> Void = { _ in }
  ) throws(NonFiniteLoss) -> Training {
    var generator = SplitMix64(seed: descent.seed)
    var training = Training(parameters: parameters, epochs: [])
    var parameters = parameters
    for number in 0...descent.epochCount {
      if number > 0 {
        let order = generator.permutation(of: samples.count)
        for start in stride(from: 0, to: samples.count, by: descent.batchSize) {
          let batch = samples.samples(order[start..<min(start + descent.batchSize, samples.count)])
          let gradient = backpropagation(parameters, batch).gradient
          for p in parameters.indices { parameters[p] -= descent.learningRate * gradient[p] }
        }
      }
      let (loss, accuracy) = lossAndAccuracy(parameters, samples)
      let unseen = heldOut.map { lossAndAccuracy(parameters, $0) }
      let epoch = Epoch(number: number, loss: loss, accuracy: accuracy, heldOutLoss: unseen?.loss, heldOutAccuracy: unseen?.accuracy)
      guard epoch.loss.isFinite else { throw NonFiniteLoss(epoch: number, loss: epoch.loss, kept: training) }
      training.parameters = parameters
      training.epochs.append(epoch)
      progress(epoch)
    }
    return training
  }
}

/// How to descend.
public struct Descent: Sendable, Equatable {
  /// How often every sample is used.
  public let epochCount: Int
  /// The samples whose gradients are averaged for one step.
  public let batchSize: Int
  /// η.
  public let learningRate: Double
  /// Where the random orders of the samples follow from.
  public let seed: UInt64

  public init(epochCount: Int, batchSize: Int, learningRate: Double, seed: UInt64 = 0) {
    _require(epochCount >= 0, "Descent: \(epochCount) epochs; the count cannot be negative")
    _require(batchSize > 0, "Descent: mini-batches of \(batchSize) samples; they need at least 1")
    self.epochCount = epochCount
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.seed = seed
  }
}

/// The network after an epoch.
public struct Epoch: Sendable, Equatable {
  /// 0 is before the first step.
  public let number: Int
  /// E, the mean over all samples of the training.
  public let loss: Double
  /// The share of them whose class is right. See ``Network/accuracy(_:_:)``; for targets that are no classes it says nothing.
  public let accuracy: Double
  /// The same of the samples held out.
  public let heldOutLoss: Double?
  /// The share of the samples held out that are classified rightly.
  public let heldOutAccuracy: Double?

  @inlinable init(number: Int, loss: Double, accuracy: Double, heldOutLoss: Double?, heldOutAccuracy: Double?) {
    self.number = number
    self.loss = loss
    self.accuracy = accuracy
    self.heldOutLoss = heldOutLoss
    self.heldOutAccuracy = heldOutAccuracy
  }
}

/// What a training reached.
public struct Training: Sendable, Equatable {
  /// The parameters after the last epoch.
  public var parameters: [Double]
  /// From epoch 0 on.
  public var epochs: [Epoch]

  @inlinable init(parameters: [Double], epochs: [Epoch]) {
    self.parameters = parameters
    self.epochs = epochs
  }
}

/// The loss became infinite or NaN. Nothing that was reached before is lost.
public struct NonFiniteLoss: Error, CustomStringConvertible {
  /// The epoch after which the loss was not finite.
  public let epoch: Int
  /// The loss, infinite or NaN.
  public let loss: Double
  /// All epochs before that one, and the parameters after them.
  public let kept: Training

  @inlinable init(epoch: Int, loss: Double, kept: Training) {
    self.epoch = epoch
    self.loss = loss
    self.kept = kept
  }

  public var description: String {
    epoch == 0
      ? "training: the loss is \(loss) before the first step; the starting parameters are kept"
      : "training: the loss is \(loss) after epoch \(epoch); the parameters of epoch \(epoch - 1) are kept. A smaller learning rate may help"
  }
}
