import Derivatives

/// A feed-forward network: a⁰ = x, zˡ = Wˡ aˡ⁻¹ + bˡ, aˡ = σ(zˡ) for l = 1 … L, and the error E(aᴸ).
///
/// It holds shapes only. Its parameters are an array of any `Scalar`, in the order W¹ row by row, b¹, W² row by row, b², …, where Wˡ is
/// nˡ × nˡ⁻¹; so one function, ``loss(_:_:)``, has the value for `Double`, derivatives along directions for `Dual`, the gradient for `Adjoint`.
///
/// ```swift
/// import Networks
///
/// let network = Network(sizes: [2, 3, 1], activations: [.tanh, .linear], loss: .squaredError)
/// let batch = Batch(inputs: [[0, 1], [1, 1]], targets: [[1], [0]])
/// let parameters = network.initialParameters(seed: 1)
///
/// let automatic = gradient(at: parameters) { network.loss($0, batch) }
/// let byHand = network.backpropagation(parameters, batch).gradient
/// print(network.parameterCount, zip(automatic, byHand).allSatisfy { abs($0 - $1) <= 1e-15 })
/// // Prints "13 true"
/// ```
public struct Network<E: Loss>: Sendable {
  /// n⁰, n¹, …, nᴸ.
  public let sizes: [Int]
  /// σ of layers 1 … L, so `activations[l - 1]` is that of layer `l`.
  public let activations: [Activation]
  /// Units with an activation of their own: `exceptions[l - 1][i]` is that of unit `i` of layer `l`.
  public private(set) var exceptions: [[Int: Activation]]
  /// E of one sample.
  public let lossFunction: E

  /// - Parameters:
  ///   - sizes: How many inputs there are, then how many units each layer has.
  ///   - activations: One a layer.
  ///   - loss: The error of one sample.
  public init(sizes: [Int], activations: [Activation], loss: E) {
    _require(sizes.count >= 2, "Network: \(sizes.count) sizes are given; inputs and one layer take 2")
    _require(
      activations.count == sizes.count - 1,
      "Network: \(activations.count) activations are given, \(sizes.count) sizes make \(sizes.count - 1) layers")
    for (l, size) in sizes.enumerated() { _require(size > 0, "Network: layer \(l) has \(size) units; it needs at least 1") }
    self.sizes = sizes
    self.activations = activations
    self.exceptions = [[Int: Activation]](repeating: [:], count: activations.count)
    self.lossFunction = loss
  }

  /// The same network, except that unit `unit` of layer `layer` has the activation given.
  ///
  /// ```swift
  /// import Networks
  ///
  /// let network = Network(sizes: [1, 2], activations: [.sigmoid], loss: .squaredError).setting(.linear, ofUnit: 1, inLayer: 1)
  /// print(network.forward([1, 1, 0, 0], [0]))   // W¹ = (1, 1)ᵀ, b¹ = 0
  /// // Prints "[0.5, 0.0]"
  /// ```
  public func setting(_ activation: Activation, ofUnit unit: Int, inLayer layer: Int) -> Network {
    requireUnit(unit, inLayer: layer)
    var network = self
    network.exceptions[layer - 1][unit] = activation
    return network
  }

  /// L.
  @inlinable public var layerCount: Int { activations.count }

  /// Σₗ nˡ (nˡ⁻¹ + 1).
  @inlinable public var parameterCount: Int { weightRange(layerCount + 1).lowerBound }

  /// Where Wˡ lies in the parameters; for l = L + 1 an empty range at their end.
  @inlinable func weightRange(_ l: Int) -> Range<Int> {
    var start = 0
    for k in 1..<l { start += sizes[k] * (sizes[k - 1] + 1) }
    return start..<start + (l < sizes.count ? sizes[l] * sizes[l - 1] : 0)
  }
}

// MARK: the parts of the parameters

extension Network {
  /// Wˡ, row by row: nˡ × nˡ⁻¹ numbers; l = 1 … L.
  @inlinable public func weights<S: Scalar>(_ l: Int, in parameters: [S]) -> ArraySlice<S> {
    requireLayer(l)
    requireParameters(parameters.count)
    return parameters[weightRange(l)]
  }

  /// bˡ: nˡ numbers; l = 1 … L.
  @inlinable public func biases<S: Scalar>(_ l: Int, in parameters: [S]) -> ArraySlice<S> {
    requireLayer(l)
    requireParameters(parameters.count)
    let start = weightRange(l).upperBound
    return parameters[start..<start + sizes[l]]
  }

  /// The activation of a unit, counted from 0, of layer l = 1 … L.
  @inlinable public func activation(ofUnit i: Int, inLayer l: Int) -> Activation {
    requireUnit(i, inLayer: l)
    return exceptions[l - 1][i] ?? activations[l - 1]
  }

  @usableFromInline func requireLayer(_ l: Int) {
    _require(l >= 1 && l <= activations.count, "Network: layer \(l) is outside of layers 1 to \(activations.count)")
  }

  @usableFromInline func requireUnit(_ i: Int, inLayer l: Int) {
    requireLayer(l)
    _require(i >= 0 && i < sizes[l], "Network: unit \(i) is outside of the \(sizes[l]) units of layer \(l)")
  }

  @usableFromInline func requireParameters(_ count: Int) {
    _require(count == parameterCount, "Network: \(count) parameters are given, layers of sizes \(sizes) have \(parameterCount)")
  }

  @usableFromInline func requireInputs(_ count: Int) {
    _require(count == sizes[0], "Network: the samples have \(count) inputs, the network \(sizes[0])")
  }

  @usableFromInline func requireTargets(_ count: Int) {
    _require(count == sizes[layerCount], "Network: the targets have \(count) entries a sample, the network \(sizes[layerCount]) outputs")
  }
}
