import Counting
import Derivatives
import Networks
import Pictures

/// A picture of Docs/Backpropagation: its file and its text. Each shows the example of the chapter that is named.
struct Picture: CustomStringConvertible {
  let file: String
  let svg: String
  var description: String { file }

  init(_ name: String, _ svg: String) {
    file = "backpropagation-\(name).svg"
    self.svg = svg
  }

  static let all = [
    Picture("graph", EvaluationGraph(x: [1, 2]).graph.svg), Picture("differences", differences.svg),
    Picture("saturation", saturation.svg), Picture("depth", depth.svg), Picture("taylor", taylor.svg), Picture("batches", batches.svg),
    Picture("cost", cost.svg),
  ]

  /// NumericalDifferentiation: the steps are powers of two, and nothing but arithmetic is used.
  static var differences: Plot {
    func error<S: Scalar>(_ w: S) -> S {
      let z = 3 * w
      let a = z / (1 + abs(z))
      return (a - 1) * (a - 1) / 2
    }
    let exact = derivative(at: 0.4) { w in error(w) }
    let steps = (2...46).map { k in Double(sign: .plus, exponent: -k, significand: 1) }
    return Plot(
      "The error of differences over the step", x: Axis("step ε", .logarithmic), y: Axis("error", .logarithmic),
      curves: [
        Plot.Curve("one-sided", steps.map { h in (h, abs((error(0.4 + h) - error(0.4)) / h - exact)) }, isDashed: true),
        Plot.Curve("central", steps.map { h in (h, abs(centralDifference(at: 0.4, step: h) { w in error(w) } - exact)) }),
      ]
    ).named(in: .bottomRight)
  }

  /// Activations: one sigmoid neuron that shall become 0.
  static var saturation: Plot {
    let neuron = Network(sizes: [1, 1], activations: [.sigmoid], loss: .squaredError)
    let zero = Batch(inputs: [[1]], targets: [[0]])
    let curves = [0.0, 4, 8].map { start in
      var p = [0, start]
      return Plot.Curve(
        "from z = \(Int(start))",
        (0...2400).compactMap { step in
          defer {
            let slope = neuron.backpropagation(p, zero).gradient
            p = zip(p, slope).map { $0 - $1 }
          }
          return step % 10 == 0 ? (Double(step), neuron.loss(p, zero)) : nil
        })
    }
    return Plot("One sigmoid neuron, target 0", x: Axis("step"), y: Axis("E = a²/2"), curves: curves).named(in: .topRight)
  }

  /// Activations: ten layers of ten units.
  static var depth: Plot {
    let x = (0..<10).map { k in cos(Double(3 * k)) }
    let sample = Batch(inputs: [x], targets: [x.reversed()])
    let curves = Activation.allCases.map { activation in
      let network = Network(
        sizes: [Int](repeating: 10, count: 11), activations: [Activation](repeating: activation, count: 10), loss: .squaredError)
      let deltas = network.backpropagation(network.initialParameters(seed: 1), sample).deltas
      return Plot.Curve(activation.rawValue, deltas.enumerated().map { l, delta in (Double(l + 1), norm(delta.entries)) })
    }
    return Plot(
      "The norm of δ before training, by layer", x: Axis("layer", labels: (1...10).map { (Double($0), "\($0)") }),
      y: Axis("|δ|", .logarithmic), curves: curves
    ).named(in: .bottomRight)
  }

  /// GradientDescent: a network that learns sin 3x.
  private static let sineNetwork = Network(sizes: [1, 8, 1], activations: [.tanh, .linear], loss: .squaredError)
  private static let sine: Batch = {
    let x = (0..<32).map { k in -1 + Double(2 * k + 1) / 32 }
    return Batch(inputs: x.map { [$0] }, targets: x.map { [sin(3 * $0)] })
  }()

  static var taylor: Plot {
    let start = sineNetwork.initialParameters(seed: 1)
    let (error, slope) = valueWithGradient(at: start) { p in sineNetwork.loss(p, sine) }
    let steps = (0...15).map { k in 4 * Double(sign: .plus, exponent: -k, significand: 1) }
    let actual = steps.map { η in error - sineNetwork.loss(zip(start, slope).map { $0 - η * $1 }, sine) }
    let predicted = steps.map { η in η * dot(slope, slope) }
    return Plot(
      "How much the error falls in one step", x: Axis("learning rate η", .logarithmic), y: Axis("−ΔE", .logarithmic),
      curves: [
        Plot.Curve("predicted, η |∇E|²", Array(zip(steps, predicted)), isDashed: true), Plot.Curve("actual", Array(zip(steps, actual))),
        Plot.Curve("their difference", steps.indices.map { k in (steps[k], abs(predicted[k] - actual[k])) }),
      ]
    ).named(in: .bottomRight)
  }

  static var batches: Plot {
    let curves = [32, 8, 2].map { size in
      let training = try! sineNetwork.train(
        from: sineNetwork.initialParameters(seed: 1), on: sine,
        by: Descent(epochCount: 40, batchSize: size, learningRate: 0.2, seed: 2))
      return Plot.Curve("mini-batches of \(size)", training.epochs.map { (Double($0.number), $0.loss) })
    }
    return Plot(
      "A network 1–8–1 learns sin 3x", x: Axis("epoch"), y: Axis("E", .logarithmic), curves: curves
    ).named(in: .bottomLeft)
  }

  static var cost: Plot {
    let counts = [2, 4, 7, 13, 22, 40, 71, 126, 224].map { n in CountedNetwork(width: n) }
    func curve(_ name: String, isDashed: Bool = false, _ count: (CountedNetwork) -> Int) -> Plot.Curve {
      Plot.Curve(name, counts.map { (Double($0.weightCount), Double(count($0))) }, isDashed: isDashed)
    }
    return Plot(
      "What a gradient costs", x: Axis("weights", .logarithmic), y: Axis("operations", .logarithmic),
      curves: [
        curve("two evaluations for each weight", isDashed: true) { 2 * $0.weightCount * $0.evaluation },
        curve("the library's gradient") { $0.gradient }, curve("one evaluation of E") { $0.evaluation },
      ]
    ).named(in: .topLeft)
  }
}

extension Plot {
  /// The same with the names of the curves in another corner.
  fileprivate func named(in corner: Corner) -> Plot {
    var plot = self
    plot.namesAreIn = corner
    return plot
  }
}
