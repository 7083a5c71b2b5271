import Derivatives

/// Layers of long short-term memory whose weights all act element by element, and the mean cross-entropy of their predictions of a sequence.
struct LongShortTermMemory {
  /// L and b.
  let layerCount: Int
  let width: Int
  /// 2L × b: hidden, then cell of each layer.
  let state: [Double]
  /// c × b.
  let sequence: [Double]

  var characterCount: Int { sequence.count / width }
  /// Each layer has eight rows of b: the weights, then the biases of forget, in, out and change; at the end in-weight, out-weight, out-bias.
  var parameterCount: Int { (8 * layerCount + 3) * width }

  func callAsFunction<S: Scalar>(_ parameters: [S]) -> S {
    parameters.withUnsafeBufferPointer { loss($0) }
  }

  private func loss<S: Scalar>(_ parameters: UnsafeBufferPointer<S>) -> S {
    let b = width
    let two: S = 2
    let extra = 8 * b * layerCount
    var state = state.map { S($0) }
    var x = [S](repeating: 0, count: b)
    var y = x
    var losses: [S] = []
    for t in 0..<characterCount - 1 {
      for j in 0..<b { x[j] = S(sequence[t * b + j]) * parameters[extra + j] }
      for layer in 0..<layerCount {
        let weights = 8 * b * layer
        let hidden = 2 * b * layer
        for j in 0..<b {
          func gate(_ k: Int, _ input: S) -> S { input * parameters[weights + k * b + j] + parameters[weights + (4 + k) * b + j] }
          let h = state[hidden + j]
          let forget = sigmoid(gate(0, x[j]))
          let admit = sigmoid(gate(1, h))
          let emit = sigmoid(gate(2, x[j]))
          let change = tanh(gate(3, h))
          let cell = state[hidden + b + j] * forget + admit * change
          state[hidden + b + j] = cell
          state[hidden + j] = emit * tanh(cell)
          x[j] = state[hidden + j]
        }
      }
      for j in 0..<b { y[j] = x[j] * parameters[extra + b + j] + parameters[extra + 2 * b + j] }
      let normalizer = log(two + sum(y.map { exp($0) }))
      let target = (0..<b).map { S(sequence[(t + 1) * b + $0]) }
      losses.append(dot(target, y) - sum(target) * normalizer)
    }
    return -sum(losses) / S(Double((characterCount - 1) * b))
  }

  func gradient(at parameters: [Double]) -> [Double] { Derivatives.gradient(at: parameters) { self($0) } }
}
