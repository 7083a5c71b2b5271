import Derivatives
import Networks
import TestSupport

/// A network, parameters and a batch that follow from a seed.
struct RandomNetwork<E: Loss>: CustomStringConvertible {
  let network: Network<E>
  let parameters: [Double]
  let batch: Batch
  let description: String

  /// - Parameter activation: That of every layer; `nil` for one at random for each layer, and one unit with another.
  init(layers: Int, activation: Activation?, loss: E, batchSize: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func size() -> Int { 2 + Int(generator.uniform(0, 3)) }
    func any() -> Activation { Activation.allCases[Int(generator.uniform(0, 5))] }
    let sizes = (0...layers).map { _ in size() }
    var network = Network(sizes: sizes, activations: (0..<layers).map { _ in activation ?? any() }, loss: loss)
    if activation == nil { network = network.setting(any(), ofUnit: 1, inLayer: 1 + Int(generator.uniform(0, Double(layers)))) }
    self.network = network
    parameters = generator.uniforms(network.parameterCount)
    let inputs = Matrix(rowCount: sizes[0], columnCount: batchSize, entries: generator.uniforms(sizes[0] * batchSize))
    let targets = Matrix(rowCount: sizes[layers], columnCount: batchSize, entries: generator.uniforms(sizes[layers] * batchSize, 0, 1))
    batch = Batch(inputs: inputs, targets: targets)
    description = "sizes \(sizes), \(network.activations), \(E.self), \(batchSize) samples, \(generator)"
  }

  /// A direction of length about 1 in the space of the parameters.
  func direction(seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let v = generator.uniforms(parameters.count)
    let length = norm(v)
    return v.map { $0 / length }
  }
}

/// The same network once more, number by number and sample by sample, with nothing of the module but the shapes.
func scalarLoss<E: Loss, S: Scalar>(_ network: Network<E>, _ p: [S], _ batch: Batch) -> S {
  var total: S = 0
  for s in 0..<batch.count {
    var a = batch.inputs.column(s).map { S($0) }
    var next = 0
    for l in 1...network.layerCount {
      let weights = next
      let biases = weights + network.sizes[l] * a.count
      next = biases + network.sizes[l]
      var units: [S] = []
      for i in 0..<network.sizes[l] {
        var z = p[biases + i]
        for j in a.indices { z += p[weights + i * a.count + j] * a[j] }
        switch network.activation(ofUnit: i, inLayer: l) {
        case .linear: units.append(z)
        case .sigmoid: units.append(1 / (1 + exp(-z)))
        case .tanh: units.append((exp(z) - exp(-z)) / (exp(z) + exp(-z)))
        case .relu: units.append(z > 0 ? z : 0)
        case .softplus: units.append(log(1 + exp(z)))
        }
      }
      a = units
    }
    let target = batch.targets.column(s)
    if network.lossFunction is SquaredError {
      for k in a.indices { total += 0.5 * (a[k] - S(target[k])) * (a[k] - S(target[k])) }
    } else {
      var exponentials: S = 0
      for k in a.indices { exponentials += exp(a[k]) }
      for k in a.indices { total -= S(target[k]) * log(exp(a[k]) / exponentials) }
    }
  }
  return total / S(Double(batch.count))
}
