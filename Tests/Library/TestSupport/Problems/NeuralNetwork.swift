import Derivatives

/// A network of 8 inputs, 6 hidden units and 4 outputs, with tanh at both layers and fixed weights between −1 and 1. 8 → 4.
public struct SmallNetwork: VectorFunction, Sendable {
  public init() {}

  /// Weights without a pattern that a derivative could hide in.
  static func weight(_ layer: Int, _ i: Int, _ j: Int) -> Double {
    let mixed: Int = 17 * layer + 7 * i + 11 * j
    return Double(mixed % 13 - 6) / 7
  }

  public func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    func layer(_ number: Int, _ inputs: [S], outputs: Int) -> [S] {
      (0..<outputs).map { i in
        let weights: [S] = inputs.indices.map { j in S(Self.weight(number, i, j)) }
        let bias = S(Self.weight(number, i, inputs.count))
        return tanh(dot(weights, inputs) + bias)
      }
    }
    return layer(2, layer(1, x, outputs: 6), outputs: 4)
  }
}
