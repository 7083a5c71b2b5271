import Derivatives

extension Network {
  /// A⁰, A¹, …, Aᴸ: the inputs and the activations of every layer, nˡ × B row by row.
  ///
  /// - Parameters:
  ///   - parameters: See ``Network``.
  ///   - inputs: n⁰ × B numbers, row by row; one sample x is B = 1.
  /// - Complexity: B products and sums a parameter. With adjoint numbers the product of a layer is one array function.
  @inlinable public func activations<S: Scalar>(_ parameters: [S], _ inputs: [S]) -> [[S]] {
    requireParameters(parameters.count)
    _require(
      !inputs.isEmpty && inputs.count % sizes[0] == 0,
      "Network: \(inputs.count) numbers are no samples of \(sizes[0]) inputs")
    let sampleCount = inputs.count / sizes[0]
    var layers = [inputs]
    for l in 1...layerCount {
      // Zˡ = Wˡ Aˡ⁻¹ + bˡ, added to every column
      var units = matrixProduct(
        weights(l, in: parameters), layers[l - 1], inner: sizes[l - 1], adding: biases(l, in: parameters))
      for i in 0..<sizes[l] {
        let activate = activation(ofUnit: i, inLayer: l)
        for s in i * sampleCount..<(i + 1) * sampleCount { units[s] = activate(units[s]) }
      }
      layers.append(units)
    }
    return layers
  }

  /// Aᴸ, the outputs: nᴸ × B numbers, row by row. See ``activations(_:_:)``.
  @inlinable public func forward<S: Scalar>(_ parameters: [S], _ inputs: [S]) -> [S] {
    activations(parameters, inputs)[layerCount]
  }

  /// E = (1/B) Σ E(aᴸ), the mean over the samples of a batch, for every number type.
  ///
  /// ```swift
  /// import Networks
  ///
  /// let neuron = Network(sizes: [1, 1], activations: [.linear], loss: .squaredError)
  /// let batch = Batch(inputs: [[1], [2]], targets: [[0], [0]])
  /// print(neuron.loss([3.0, 0], batch))   // ½ (3² + 6²)/2
  /// // Prints "11.25"
  /// print(gradient(at: [3, 0]) { neuron.loss($0, batch) })
  /// // Prints "[7.5, 4.5]"
  /// ```
  @inlinable public func loss<S: Scalar>(_ parameters: [S], _ batch: Batch) -> S {
    requireInputs(batch.inputs.rowCount)
    requireTargets(batch.targets.rowCount)
    return meanLoss(forward(parameters, batch.inputs.entries.map { S($0) }), batch)
  }

  /// (1/B) Σ E of outputs that are known.
  @inlinable func meanLoss<S: Scalar>(_ outputs: [S], _ batch: Batch) -> S {
    let errors = (0..<batch.count).map { s in
      let sample = stride(from: s, to: outputs.count, by: batch.count).map { outputs[$0] }
      return lossFunction(sample, target: batch.targets.column(s))
    }
    return sum(errors) / S(Double(batch.count))
  }
}
