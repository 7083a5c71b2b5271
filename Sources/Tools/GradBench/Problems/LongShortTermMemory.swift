import Derivatives

/// Layers of long short-term memory whose weights all act element by element, and the mean cross-entropy of their predictions of a sequence.
struct LongShortTermMemory: Stepwise {
  /// L and b.
  let layerCount: Int
  let width: Int
  /// 2L × b: hidden, then cell of each layer.
  let state: [Double]
  /// c × b.
  let sequence: [Double]

  var characterCount: Int { sequence.count / width }

  /// Characters a step: few enough for a recording of about a megabyte, 400 bytes for each number of a layer.
  private var stepLength: Int { max(1, 2500 / (layerCount * width)) }
  var stepCount: Int { (characterCount - 1 + stepLength - 1) / stepLength }

  /// - Parameter parameters: Of each layer eight rows of b: the weights, then the biases of forget, in, out and change; at the end the rows
  ///   in-weight, out-weight, out-bias.
  func step<S: Scalar>(_ t: Int, _ parameters: ArraySlice<S>, _ state: ArraySlice<S>) -> (state: [S], loss: S) {
    var state = Array(state)
    let characters = t * stepLength..<min((t + 1) * stepLength, characterCount - 1)
    let loss = parameters.withUnsafeBufferPointer { addedLoss(of: characters, $0, &state) }
    return (state, loss)
  }

  @inline(__always) private func addedLoss<S: Scalar>(of characters: Range<Int>, _ parameters: UnsafeBufferPointer<S>, _ state: inout [S])
    -> S
  {
    let b = width
    let two: S = 2
    let extra = 8 * b * layerCount
    var x = [S](repeating: 0, count: b)
    var y = x
    var losses: [S] = []
    for t in characters {
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

  func callAsFunction(_ parameters: [Double]) -> Double { result(at: parameters, from: state).loss }

  func gradient(at parameters: [Double]) -> [Double] {
    gradient(at: parameters, from: state, cotangent: [Double](repeating: 0, count: state.count))
  }
}
