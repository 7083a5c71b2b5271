import Derivatives
import Networks
import Testing

/// Ways to use networks wrongly. Each must end the process with a sentence that has both counts.
enum NetworkMisuse: String, CaseIterable, Codable, Sendable {
  case tooFewSizes, activationCount, emptyLayer, layerOutside, unitOutside
  case parameterCount, parameterCountByHand, inputCount, inputCountOfABatch, noInputs, targetCount, targetCountByHand
  case emptyBatch, batchCounts, raggedBatch, sampleOutside
  case lossTarget, slopeOfALossTarget, slopeCount, slopesOfOtherSamples, slopesOfOtherOutputs, preActivationCount, deltaCount
  case noSamplesForward, preActivationsOfOtherUnits, deltasOfOtherUnits, activationsOfOtherSamples, activationOfAUnitOutside
  case batchSize, epochCount, emptyPart, shareOutside, sampleOfADataSet, featuresOfStandardisation, mappedFeatures, confusionCounts

  /// A part of the sentence.
  var sentence: String {
    switch self {
    case .tooFewSizes: "Network: 1 sizes are given; inputs and one layer take 2"
    case .activationCount: "Network: 1 activations are given, 3 sizes make 2 layers"
    case .emptyLayer: "Network: layer 1 has 0 units; it needs at least 1"
    case .layerOutside: "Network: layer 3 is outside of layers 1 to 2"
    case .unitOutside: "Network: unit 3 is outside of the 3 units of layer 1"
    case .parameterCount, .parameterCountByHand: "Network: 12 parameters are given, layers of sizes [2, 3, 1] have 13"
    case .inputCount: "Network: 3 numbers are no samples of 2 inputs"
    case .inputCountOfABatch: "Network: the samples have 3 inputs, the network 2"
    case .noInputs: "Network: 0 numbers are no samples of 2 inputs"
    case .targetCount, .targetCountByHand: "Network: the targets have 2 entries a sample, the network 1 outputs"
    case .emptyBatch: "Batch: there are no samples"
    case .batchCounts: "Batch: 2 columns of inputs, 1 of targets"
    case .raggedBatch: "Matrix: row 1 has 1 entries, row 0 has 2"
    case .sampleOutside: "Batch: sample 1 is outside of 1 samples"
    case .lossTarget, .slopeOfALossTarget: "Loss: the target has 1 entries, there are 2 outputs"
    case .slopeCount: "Loss: the slope has 2 entries, the network 1 outputs"
    case .slopesOfOtherSamples: "Network: the pre-activations of layer 2 are 1 × 1; 1 units and 2 samples are wanted"
    case .slopesOfOtherOutputs: "Network: the targets have 2 entries a sample, the network 1 outputs"
    case .preActivationCount: "Network: pre-activations of 1 layers, there are 2"
    case .deltaCount: "Network: deltas of 1 and activations of 3 layers, 2 layers have 2 and 3"
    case .noSamplesForward: "Network: there are no samples; a forward pass takes at least 1"
    case .preActivationsOfOtherUnits: "Network: the pre-activations of layer 1 are 2 × 1; 3 units and 1 samples are wanted"
    case .deltasOfOtherUnits: "Network: the deltas of layer 1 are 4 × 1; 3 units and 1 samples are wanted"
    case .activationsOfOtherSamples: "Network: the activations of layer 1 are 3 × 2; 3 units and 1 samples are wanted"
    case .activationOfAUnitOutside: "Network: unit 3 is outside of the 3 units of layer 1"
    case .batchSize: "Descent: mini-batches of 0 samples; they need at least 1"
    case .epochCount: "Descent: -1 epochs; the count cannot be negative"
    case .emptyPart: "DataSet: a share of 0.1 holds 0 of 2 samples out; neither part may be empty"
    case .shareOutside: "DataSet: a share of nan to hold out; it lies between 0 and 1"
    case .sampleOfADataSet: "DataSet: sample 2 is outside of 2 samples"
    case .featuresOfStandardisation: "Standardisation: a sample of 1 features, 2 were measured"
    case .mappedFeatures: "DataSet: sample 1 is mapped to 1 features, sample 0 to 2"
    case .confusionCounts: "confusion: 2 labels, 1 predictions"
    }
  }

  func commit() throws {
    let network = Network(sizes: [2, 3, 1], activations: [.tanh, .linear], loss: .squaredError)
    let p = network.initialParameters(seed: 1)
    let batch = Batch(inputs: [[1, 2]], targets: [[1]])
    let data = try DataSet(features: [[1, 2], [3, 4]], labels: [0, 0], classNames: ["a"])
    switch self {
    case .tooFewSizes: _ = Network(sizes: [2], activations: [], loss: .squaredError)
    case .activationCount: _ = Network(sizes: [2, 3, 1], activations: [.tanh], loss: .squaredError)
    case .emptyLayer: _ = Network(sizes: [2, 0, 1], activations: [.tanh, .linear], loss: .squaredError)
    case .layerOutside: _ = network.weights(3, in: p)
    case .unitOutside: _ = network.setting(.relu, ofUnit: 3, inLayer: 1)
    case .parameterCount: _ = gradient(at: Array(p.dropLast())) { network.loss($0, batch) }
    case .parameterCountByHand: _ = network.backpropagation(Array(p.dropLast()), batch)
    case .inputCount: _ = network.forward(p, [1, 2, 3])
    case .inputCountOfABatch: _ = network.backpropagation(p, Batch(inputs: [[1, 2, 3]], targets: [[1]]))
    case .noInputs: _ = network.forward(p, [])
    case .targetCount: _ = network.loss(p, Batch(inputs: [[1, 2]], targets: [[1, 2]]))
    case .targetCountByHand: _ = network.backpropagation(p, Batch(inputs: [[1, 2]], targets: [[1, 2]]))
    case .emptyBatch: _ = Batch(inputs: [], targets: [])
    case .batchCounts: _ = Batch(inputs: [[1, 2], [3, 4]], targets: [[1]])
    case .raggedBatch: _ = Batch(inputs: [[1, 2], [3]], targets: [[1], [1]])
    case .sampleOutside: _ = batch.samples([1])
    case .lossTarget: _ = SquaredError()([1.0, 2], target: [1])
    case .slopeOfALossTarget: _ = CrossEntropy().slope([1, 2], target: [1])
    case .slopeCount:
      let wrong = Network(sizes: [2, 3, 1], activations: [.tanh, .linear], loss: WrongSlope())
      _ = wrong.backpropagation(p, batch)
    case .slopesOfOtherSamples:
      _ = network.backwardPass(p, network.forwardPass(p, batch.inputs).preActivations, from: Matrix([[1, 2]]))
    case .slopesOfOtherOutputs:
      _ = network.backwardPass(p, network.forwardPass(p, batch.inputs).preActivations, from: Matrix([[1], [2]]))
    case .preActivationCount: _ = network.backwardPass(p, [Matrix([[1]])], from: Matrix([[1]]))
    case .deltaCount:
      _ = network.parameterGradient(deltas: [Matrix([[1]])], activations: network.forwardPass(p, batch.inputs).activations)
    case .noSamplesForward: _ = network.forwardPass(p, Matrix(rowCount: 2, columnCount: 0))
    case .preActivationsOfOtherUnits: _ = network.backwardPass(p, [Matrix([[1], [1]]), Matrix([[1]])], from: Matrix([[1]]))
    case .deltasOfOtherUnits:
      let four = Matrix(rowCount: 4, columnCount: 1)
      _ = network.parameterGradient(deltas: [four, Matrix([[1]])], activations: network.forwardPass(p, batch.inputs).activations)
    case .activationsOfOtherSamples:
      let pass = network.backpropagation(p, batch)
      let two = Matrix(rowCount: 3, columnCount: 2)
      _ = network.parameterGradient(deltas: pass.deltas, activations: [pass.activations[0], two, pass.activations[2]])
    case .activationOfAUnitOutside: _ = network.activation(ofUnit: 3, inLayer: 1)
    case .batchSize: _ = Descent(epochCount: 1, batchSize: 0, learningRate: 1)
    case .epochCount: _ = Descent(epochCount: -1, batchSize: 1, learningRate: 1)
    case .emptyPart: _ = data.split(heldOut: 0.1, seed: 1)
    case .shareOutside: _ = data.split(heldOut: .nan, seed: 1)
    case .sampleOfADataSet: _ = data.samples([2])
    case .featuresOfStandardisation: _ = Standardisation(of: data).applied(to: data.mapFeatures { [$0[0]] })
    case .mappedFeatures: _ = data.mapFeatures { $0[0] == 1 ? $0 : [0] }
    case .confusionCounts: _ = confusion(labels: [0, 0], predictions: [0], classCount: 1)
    }
  }

  private struct WrongSlope: Loss {
    func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S { outputs[0] }
    func slope(_ outputs: [Double], target: [Double]) -> [Double] { [1, 2] }
  }
}

#if os(macOS) || os(Linux) || os(Windows)  // where a test can wait for a process to end
  @Suite struct NetworkMisuseTests {
    @Test(arguments: NetworkMisuse.allCases)
    func misuseEndsWithASentence(_ misuse: NetworkMisuse) async {
      let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [misuse] in try misuse.commit() }
      let said = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(said.contains(misuse.sentence), "\(misuse.rawValue) ended with: \(said)")
    }
  }
#endif
