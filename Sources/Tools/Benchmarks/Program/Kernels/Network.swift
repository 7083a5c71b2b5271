import Derivatives

/// The mean cross-entropy of a network 64 → 32 tanh → 10 softmax over a batch of 64, as a function of its 2410 weights. Samples are columns.
struct Network: ScalarFunction {
  static let inputs = 64, hidden = 32, classes = 10, batch = 64
  static let weights = hidden * inputs + hidden + classes * hidden + classes
  static let point: [Double] = (0..<weights).map { i in
    let residue = Double((i * 7919) % 1009)
    return residue / 2018 - 0.25
  }
  let labels = (0..<batch).map { ($0 * 7) % classes }
  /// `samples[k·batch + s]`: feature k of sample s.
  let samples = (0..<inputs * batch).map { Double(($0 * 31) % 17) / 16 }

  func callAsFunction<S: Scalar>(_ w: [S]) -> S { loss(w, samples.map { S($0) }) }

  /// The samples are a parameter: as constants they need not be made again for every evaluation.
  func loss<S: Scalar>(_ w: [S], _ samples: [S]) -> S {
    let (first, firstBias, second, secondBias) = Self.parts(of: w)
    let units = matrixProduct(first, samples[...], inner: Self.inputs, adding: firstBias).map { tanh($0) }
    let scores = matrixProduct(second, units[...], inner: Self.hidden, adding: secondBias)
    var total: S = 0
    for s in 0..<Self.batch {
      let column = (0..<Self.classes).map { scores[$0 * Self.batch + s] }
      total += logSumExp(column) - column[labels[s]]
    }
    return total / S(Double(Self.batch))
  }

  static func parts<S: Scalar>(of w: [S]) -> (ArraySlice<S>, ArraySlice<S>, ArraySlice<S>, ArraySlice<S>) {
    let ends = [hidden * inputs, hidden * inputs + hidden, hidden * inputs + hidden + classes * hidden]
    return (w[..<ends[0]], w[ends[0]..<ends[1]], w[ends[1]..<ends[2]], w[ends[2]...])
  }
}

/// The same loss and its gradient by backpropagation as one would write it: δ = a − y for the scores, δ = Wᵀδ ⊙ (1 − a²) for the hidden units,
/// W̄ = δ aᵀ. All memory is allocated once; every inner loop runs along contiguous numbers, so that it is vectorised.
final class HandWrittenNetwork {
  typealias N = Network
  let labels: [Int]
  let samples: UnsafeMutableBufferPointer<Double>, samplesByRow: UnsafeMutableBufferPointer<Double>
  let units = fixed([Double](repeating: 0, count: N.hidden * N.batch)),
    unitsByRow = fixed([Double](repeating: 0, count: N.hidden * N.batch))
  let scores = fixed([Double](repeating: 0, count: N.classes * N.batch))
  let unitErrors = fixed([Double](repeating: 0, count: N.hidden * N.batch))

  init(_ network: Network) {
    labels = network.labels
    samples = fixed(network.samples)
    samplesByRow = fixed(network.samples)
    transpose(samples, N.inputs, N.batch, samplesByRow)
  }

  func lossAndGradient(_ w: UnsafeBufferPointer<Double>, _ slope: UnsafeMutableBufferPointer<Double>) -> Double {
    let second = N.hidden * N.inputs + N.hidden
    layer(w.baseAddress!, samples, units, N.hidden, N.inputs)
    for i in 0..<units.count { units[i] = tanh(units[i]) }
    layer(w.baseAddress! + second, units, scores, N.classes, N.hidden)

    var loss = 0.0
    for s in 0..<N.batch {  // δ = (softmax − y)/B, in place of the scores
      var largest = scores[s]
      for i in 1..<N.classes { largest = max(largest, scores[i * N.batch + s]) }
      loss += largest - scores[labels[s] * N.batch + s]
      var total = 0.0
      for i in 0..<N.classes {
        let e = exp(scores[i * N.batch + s] - largest)
        scores[i * N.batch + s] = e
        total += e
      }
      loss += log(total)
      for i in 0..<N.classes { scores[i * N.batch + s] *= 1 / (total * Double(N.batch)) }
      scores[labels[s] * N.batch + s] -= 1 / Double(N.batch)
    }

    for i in 0..<unitErrors.count { unitErrors[i] = 0 }
    for i in 0..<N.classes {
      for k in 0..<N.hidden {
        let weight = w[second + i * N.hidden + k]
        for s in 0..<N.batch { unitErrors[k * N.batch + s] += weight * scores[i * N.batch + s] }
      }
    }
    for i in 0..<unitErrors.count { unitErrors[i] *= (1 - units[i]) * (1 + units[i]) }
    transpose(units, N.hidden, N.batch, unitsByRow)
    weightGradient(scores, unitsByRow, slope.baseAddress! + second, N.classes, N.hidden)
    weightGradient(unitErrors, samplesByRow, slope.baseAddress!, N.hidden, N.inputs)
    return loss / Double(N.batch)
  }

  /// z = W a + b, where b follows W.
  @inline(never) private func layer(
    _ w: UnsafePointer<Double>, _ a: UnsafeMutableBufferPointer<Double>, _ z: UnsafeMutableBufferPointer<Double>, _ rows: Int, _ inner: Int
  ) {
    for i in 0..<rows {
      let target = z.baseAddress! + i * N.batch
      for s in 0..<N.batch { target[s] = w[rows * inner + i] }
      for k in 0..<inner {
        let weight = w[i * inner + k]
        let input = a.baseAddress! + k * N.batch
        for s in 0..<N.batch { target[s] += weight * input[s] }
      }
    }
  }

  /// W̄ = δ aᵀ and b̄ = the sums of the rows of δ.
  @inline(never) private func weightGradient(
    _ errors: UnsafeMutableBufferPointer<Double>, _ a: UnsafeMutableBufferPointer<Double>, _ slope: UnsafeMutablePointer<Double>,
    _ rows: Int,
    _ inner: Int
  ) {
    for i in 0..<rows {
      let target = slope + i * inner
      for k in 0..<inner { target[k] = 0 }
      var total = 0.0
      for s in 0..<N.batch {
        let error = errors[i * N.batch + s]
        total += error
        let input = a.baseAddress! + s * inner
        for k in 0..<inner { target[k] += error * input[k] }
      }
      slope[rows * inner + i] = total
    }
  }

  private func transpose(
    _ a: UnsafeMutableBufferPointer<Double>, _ rows: Int, _ columns: Int, _ b: UnsafeMutableBufferPointer<Double>
  ) {
    for i in 0..<rows { for j in 0..<columns { b[j * rows + i] = a[i * columns + j] } }
  }
}
