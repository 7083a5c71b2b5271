import Derivatives

/// What one forward and one backward pass leave: Z, A, Δ of every layer, E, and ∂E/∂W, ∂E/∂b. A sample is a column of Z, A and Δ.
public struct Backpropagation: Sendable {
  /// Z¹ … Zᴸ, so `preActivations[l - 1]` is nˡ × B.
  public let preActivations: [Matrix]
  /// A⁰ … Aᴸ, so `activations[l]` is nˡ × B.
  public let activations: [Matrix]
  /// Δ¹ … Δᴸ, so `deltas[l - 1]` is nˡ × B: δ = ∂E/∂z of each sample alone, not divided by B.
  public let deltas: [Matrix]
  /// E, the mean over the samples.
  public let loss: Double
  /// ∂E/∂p in the order of the parameters, the mean over the samples.
  public let gradient: [Double]

  @inlinable init(preActivations: [Matrix], activations: [Matrix], deltas: [Matrix], loss: Double, gradient: [Double]) {
    self.preActivations = preActivations
    self.activations = activations
    self.deltas = deltas
    self.loss = loss
    self.gradient = gradient
  }
}

extension Network {
  /// The gradient of ``loss(_:_:)`` by the δ-recursion, written by hand for a batch.
  ///
  /// ```
  /// Δᴸ = ∂E/∂Aᴸ ⊙ σ′(Zᴸ)               (BP1)
  /// Δˡ = ((Wˡ⁺¹)ᵀ Δˡ⁺¹) ⊙ σ′(Zˡ)        (BP2)
  /// ∂E/∂bˡ = (1/B) Δˡ 1                  (BP3)
  /// ∂E/∂Wˡ = (1/B) Δˡ (Aˡ⁻¹)ᵀ            (BP4)
  /// ```
  ///
  /// ```swift
  /// import Networks
  ///
  /// // y = w x + b: ∂E/∂w = (y − t) x, ∂E/∂b = y − t
  /// let neuron = Network(sizes: [1, 1], activations: [.linear], loss: .squaredError)
  /// let pass = neuron.backpropagation([3, 1], Batch(inputs: [[2]], targets: [[5]]))
  /// print(pass.deltas[0], pass.loss, pass.gradient)
  /// // Prints "[[2]] 2.0 [4.0, 2.0]"
  /// ```
  ///
  /// - Complexity: Three products of matrices a layer, where the forward pass alone has one.
  @inlinable public func backpropagation(_ parameters: [Double], _ batch: Batch) -> Backpropagation {
    requireTargets(batch.targets.rowCount)
    let (z, a) = forwardPass(parameters, batch.inputs)
    var slopes = Matrix(rowCount: batch.targets.rowCount, columnCount: batch.count)
    for s in 0..<batch.count {
      let output = a[layerCount].column(s)
      let slope = lossFunction.slope(output, target: batch.targets.column(s))
      _require(slope.count == output.count, "Loss: the slope has \(slope.count) entries, the network \(output.count) outputs")
      for (k, slope) in slope.enumerated() { slopes.entries[k * batch.count + s] = slope }
    }
    let deltas = backwardPass(parameters, z, from: slopes)
    return Backpropagation(
      preActivations: z, activations: a, deltas: deltas, loss: meanLoss(a[layerCount].entries, batch),
      gradient: parameterGradient(deltas: deltas, activations: a))
  }

  /// Zˡ = Wˡ Aˡ⁻¹ + bˡ for l = 1 … L, and Aˡ = σ(Zˡ) from A⁰, the inputs, on.
  public func forwardPass(_ parameters: [Double], _ inputs: Matrix) -> (preActivations: [Matrix], activations: [Matrix]) {
    requireInputs(inputs.rowCount)
    _require(inputs.columnCount > 0, "Network: there are no samples; a forward pass takes at least 1")
    var z: [Matrix] = []
    var a = [inputs]
    for l in 1...layerCount {
      z.append(product(weightMatrix(l, in: parameters), a[l - 1], adding: biases(l, in: parameters)))
      var activations = z[l - 1]
      forEachRow(of: l, &activations) { activate, a in for s in a.indices { a[s] = activate(a[s]) } }
      a.append(activations)
    }
    return (z, a)
  }

  /// Δ¹ … Δᴸ from ∂E/∂Aᴸ: BP1 and BP2. The slopes may be those of any error.
  public func backwardPass(_ parameters: [Double], _ preActivations: [Matrix], from outputSlopes: Matrix) -> [Matrix] {
    requireTargets(outputSlopes.rowCount)
    _require(preActivations.count == layerCount, "Network: pre-activations of \(preActivations.count) layers, there are \(layerCount)")
    var deltas: [Matrix] = []  // from the last layer to the first
    var slopes = outputSlopes  // ∂E/∂Aˡ
    for l in (1...layerCount).reversed() {
      let z = preActivations[l - 1]
      requireShape(z, "pre-activations", of: l, sampleCount: outputSlopes.columnCount)
      // Δˡ = ∂E/∂Aˡ ⊙ σ′(Zˡ)
      forEachRow(of: l, &slopes) { activation, delta in for s in delta.indices { delta[s] *= activation.slope(z.entries[s]) } }
      deltas.append(slopes)
      // ∂E/∂Aˡ⁻¹ = (Wˡ)ᵀ Δˡ
      if l > 1 { slopes = product(weightMatrix(l, in: parameters).transposed, slopes) }
    }
    return deltas.reversed()
  }

  /// ∂E/∂W and ∂E/∂b of every layer, from Δ¹ … Δᴸ and A⁰ … Aᴸ: BP3 and BP4, in the order of the parameters.
  public func parameterGradient(deltas: [Matrix], activations: [Matrix]) -> [Double] {
    _require(
      deltas.count == layerCount && activations.count == layerCount + 1,
      "Network: deltas of \(deltas.count) and activations of \(activations.count) layers, \(layerCount) layers have \(layerCount) and \(layerCount + 1)"
    )
    let sampleCount = activations[0].columnCount
    requireShape(activations[0], "activations", of: 0, sampleCount: sampleCount)
    var gradient: [Double] = []
    gradient.reserveCapacity(parameterCount)
    for l in 1...layerCount {
      let delta = deltas[l - 1]
      requireShape(delta, "deltas", of: l, sampleCount: sampleCount)
      requireShape(activations[l], "activations", of: l, sampleCount: sampleCount)
      let mean = 1 / Double(delta.columnCount)
      for slope in product(delta, activations[l - 1].transposed).entries { gradient.append(mean * slope) }
      for i in 0..<delta.rowCount { gradient.append(mean * sum(delta.entries[i * delta.columnCount..<(i + 1) * delta.columnCount])) }
    }
    return gradient
  }

  /// The products below index without checks: what a caller hands over must have its shape.
  private func requireShape(_ matrix: Matrix, _ name: String, of l: Int, sampleCount: Int) {
    _require(
      matrix.rowCount == sizes[l] && matrix.columnCount == sampleCount && sampleCount > 0,
      "Network: the \(name) of layer \(l) are \(matrix.rowCount) × \(matrix.columnCount); \(sizes[l]) units and \(sampleCount) samples are wanted"
    )
  }

  private func weightMatrix(_ l: Int, in parameters: [Double]) -> Matrix {
    Matrix(rowCount: sizes[l], columnCount: sizes[l - 1], entries: Array(weights(l, in: parameters)))
  }

  /// Calls `body` with the activation and the numbers of each unit of layer `l`.
  private func forEachRow(of l: Int, _ matrix: inout Matrix, _ body: (Activation, inout Slice<UnsafeMutableBufferPointer<Double>>) -> Void)
  {
    let count = matrix.columnCount
    matrix.entries.withUnsafeMutableBufferPointer { entries in
      for i in 0..<sizes[l] {
        var row = entries[i * count..<(i + 1) * count]
        body(activation(ofUnit: i, inLayer: l), &row)
      }
    }
  }
}

/// A B + b 1ᵀ: the vector, if there is one, is added to every column.
private func product(_ a: Matrix, _ b: Matrix, adding bias: ArraySlice<Double>? = nil) -> Matrix {
  let (inner, n) = (b.rowCount, b.columnCount)
  var c = Matrix(rowCount: a.rowCount, columnCount: n)
  a.entries.withUnsafeBufferPointer { a in
    b.entries.withUnsafeBufferPointer { b in
      c.entries.withUnsafeMutableBufferPointer { c in
        for i in 0..<c.count / n {
          let factors = UnsafeBufferPointer(rebasing: a[i * inner..<(i + 1) * inner])
          let row = UnsafeMutableBufferPointer(rebasing: c[i * n..<(i + 1) * n])
          if let bias { row.update(repeating: bias[bias.startIndex + i]) }
          if n == 1 {  // one sample: the inner loop below would have one turn
            for k in 0..<inner { row[0] += factors[k] * b[k] }
          } else {
            for k in 0..<inner {
              // whole rows without a product of indices, so that the loop becomes one of vectors
              let other = UnsafeBufferPointer(rebasing: b[k * n..<(k + 1) * n])
              for j in 0..<n { row[j] += factors[k] * other[j] }
            }
          }
        }
      }
    }
  }
  return c
}
