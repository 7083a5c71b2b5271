import Derivatives

/// One step of a cell of long short-term memory [Hochreiter–Schmidhuber 1997, with the forget gate of Gers 2000]: 16 inputs, 16 units. The sum
/// of the new state, as a function of all 2112 weights and biases and the 48 numbers that come in.
struct LongShortTermMemory: GradientKernel {
  static let size = 16
  let point = someNumbers(4 * size * (2 * size + 1) + 3 * size, -0.5, 0.5, seed: 81)
  /// Whether all rows of weights are one product of a matrix and a vector, or sums of scalar operations.
  let isWide: Bool

  func callAsFunction<S: Scalar>(_ w: [S]) -> S {
    let n = Self.size
    let rows = 4 * n
    let biases = rows * 2 * n
    let start = biases + rows
    // what comes in and the last output, then the last state
    let z = w[start..<start + 2 * n]
    let state = start + 2 * n
    let gates = isWide ? matrixVectorProduct(w[..<biases], Array(z), adding: w[biases..<start]) : (0..<rows).map { row($0, w, z, biases) }
    var total: S = 0
    for i in 0..<n {
      let forget = sigmoid(gates[i])
      let take = sigmoid(gates[n + i])
      let give = sigmoid(gates[2 * n + i])
      let change = tanh(gates[3 * n + i])
      let c = forget * w[state + i] + take * change
      total = total + c + give * tanh(c)
    }
    return total
  }

  @inline(__always) private func row<S: Scalar>(_ i: Int, _ w: [S], _ z: ArraySlice<S>, _ biases: Int) -> S {
    let count = 2 * Self.size
    var total = w[biases + i]
    for j in 0..<count { total = total + w[i * count + j] * z[z.startIndex + j] }
    return total
  }
}
