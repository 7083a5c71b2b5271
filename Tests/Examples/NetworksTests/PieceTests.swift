import Derivatives
import Networks
import TestSupport
import Testing

/// Activations and losses by themselves.
struct PieceTests {
  @Test(arguments: Activation.allCases)
  func slopesAreDerivatives(_ activation: Activation) {
    for z in [-800, -40, -20, -3, -0.5, -1e-9, 0, 1e-300, 0.3, 2, 19, 40, 800] {
      let slope = activation.slope(z)
      #expect(ulps(slope, derivative(at: z) { activation($0) }) <= 1, "\(activation) at \(z): \(slope)")
      // tanh′ at 40 or −20 is far below the last digit of 1 − tanh²
      let curvature = derivative(at: z) { activation.slope($0) }
      #expect(curvature.isFinite, "\(activation) at \(z)")
    }
  }

  @Test func slopesOfLossesAreGradients() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let (a, t) = (generator.uniforms(5, -3, 3), generator.uniforms(5, 0, 1))
      compare(SquaredError(), a, t)
      compare(CrossEntropy(), a, t)
    }
    func compare(_ loss: some Loss, _ a: [Double], _ t: [Double]) {
      let slopes = gradient(at: a) { loss($0, target: t) }
      let deviation = Deviation(loss.slope(a, target: t), slopes, scale: largest(slopes))
      #expect(deviation.size <= 1e-15 * 8, "\(loss), \(generator): \(deviation)")
    }
  }

  @Test func crossEntropyDoesNotOverflow() {
    let loss = CrossEntropy()
    #expect(loss([1e4, -1e4, 0], target: [0, 1, 0]) == 2e4)
    #expect(loss.slope([1e4, -1e4, 0], target: [0, 1, 0]) == [1, -1, 0])
    #expect(gradient(at: [1e4, -1e4, 0]) { loss($0, target: [0, 1, 0]) } == [1, -1, 0])
    #expect(loss([0, 0, 0, 0], target: [0, 0, 1, 0]) == log(4.0))
  }

  @Test func parametersLieInTheirOrder() {
    let network = Network(sizes: [2, 3, 1], activations: [.linear, .linear], loss: .squaredError)
    let p = (0..<13).map(Double.init)
    #expect(network.parameterCount == 13)
    #expect(Array(network.weights(1, in: p)) == [0, 1, 2, 3, 4, 5])
    #expect(Array(network.biases(1, in: p)) == [6, 7, 8])
    #expect(Array(network.weights(2, in: p)) == [9, 10, 11])
    #expect(Array(network.biases(2, in: p)) == [12])
    // a¹ = (1·5 + 6, 2·0 + 3·1·… : two samples (1, 0) and (0, 1) pick the columns of W¹
    #expect(network.activations(p, [1, 0, 0, 1])[1] == [6, 7, 9, 10, 12, 13])
  }

  @Test func classesAndConfusionCount() {
    let network = Network(sizes: [3, 3], activations: [.linear], loss: .crossEntropy)
    let identity: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
    let batch = Batch(inputs: [[1, 0, 0], [0, 1, 0], [0, 2, 3]], targets: [[1, 0, 0], [0, 0, 1], [0, 0, 1]])
    #expect(network.classes(identity, batch.inputs) == [0, 1, 2])
    #expect(network.accuracy(identity, batch) == 2.0 / 3)
    #expect(confusion(labels: [0, 2, 2], predictions: [0, 1, 2], classCount: 3) == Matrix([[1, 0, 0], [0, 0, 0], [0, 1, 1]]))
  }
}
