import Derivatives

/// The cross-entropy of a network 64 → 32 tanh → 10 softmax over a batch: the gradient of its 2410 weights, with scalar operations only.
struct ScalarNetwork: GradientKernel {
  static let inputs = 64, hidden = 32, classes = 10
  let batch: Int
  /// Weights and biases of the first layer, then of the second.
  let point: [Double]
  let data: [Double]
  let labels: [Int]
  let hand: Scratch
  let handData: Scratch

  init(batch: Int = 16) {
    self.batch = batch
    point = someNumbers(Self.weightCount, -0.2, 0.2, seed: 21)
    data = someNumbers(batch * Self.inputs, -1, 1, seed: 22)
    labels = (0..<batch).map { ($0 * 7) % 10 }
    hand = Scratch(2 * Self.hidden + 2 * Self.classes)
    handData = Scratch(copying: data)
  }

  static let firstBias = inputs * hidden
  static let second = firstBias + hidden
  static let secondBias = second + hidden * classes
  static let weightCount = secondBias + classes

  func callAsFunction<S: Scalar>(_ w: [S]) -> S {
    let (inputs, hidden, classes) = (Self.inputs, Self.hidden, Self.classes)
    let (firstBias, second, secondBias) = (Self.firstBias, Self.second, Self.secondBias)
    var units = [S](repeating: 0, count: hidden)
    var scores = [S](repeating: 0, count: classes)
    var loss: S = 0
    for b in 0..<batch {
      for i in 0..<hidden {
        var total = w[firstBias + i]
        for j in 0..<inputs { total = total + w[i * inputs + j] * S(data[b * inputs + j]) }
        units[i] = tanh(total)
      }
      for i in 0..<classes {
        var total = w[secondBias + i]
        for j in 0..<hidden { total = total + w[second + i * hidden + j] * units[j] }
        scores[i] = total
      }
      loss = loss + scalarLogSumExp(scores[...]) - scores[labels[b]]
    }
    return loss
  }
}

/// The same with a product of a matrix and a vector for each layer, sample after sample.
struct MatrixVectorNetwork: GradientKernel {
  let network: ScalarNetwork
  var point: [Double] { network.point }
  init(batch: Int = 16) { network = ScalarNetwork(batch: batch) }

  func callAsFunction<S: Scalar>(_ w: [S]) -> S {
    let inputs = ScalarNetwork.inputs
    let (firstBias, second, secondBias) = (ScalarNetwork.firstBias, ScalarNetwork.second, ScalarNetwork.secondBias)
    var loss: S = 0
    for b in 0..<network.batch {
      let x = network.data[b * inputs..<(b + 1) * inputs].map { S($0) }
      let units = matrixVectorProduct(w[..<firstBias], x, adding: w[firstBias..<second]).map { tanh($0) }
      let scores = matrixVectorProduct(w[second..<secondBias], units, adding: w[secondBias...])
      loss = loss + logSumExp(scores) - scores[network.labels[b]]
    }
    return loss
  }
}

// MARK: By hand
extension ScalarNetwork: HandWrittenGradient {
  /// Backpropagation, sample after sample.
  func writeGradient(at w: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let (inputs, hidden, classes) = (Self.inputs, Self.hidden, Self.classes)
    let units = hand.start
    let errors = units + hidden
    let scores = errors + hidden
    for k in 0..<Self.weightCount { gradient[k] = 0 }
    var loss = 0.0
    for b in 0..<batch {
      let x = handData.start + b * inputs
      for i in 0..<hidden {
        var total = w[Self.firstBias + i]
        let row = w + i * inputs
        for j in 0..<inputs { total += row[j] * x[j] }
        units[i] = tanh(total)
        errors[i] = 0
      }
      var largest = -Double.infinity
      for i in 0..<classes {
        var total = w[Self.secondBias + i]
        let row = w + Self.second + i * hidden
        for j in 0..<hidden { total += row[j] * units[j] }
        scores[i] = total
        if total > largest { largest = total }
      }
      loss -= scores[labels[b]]
      var sum = 0.0
      for i in 0..<classes {
        scores[i] = exp(scores[i] - largest)
        sum += scores[i]
      }
      loss += largest + log(sum)
      let inverse = 1 / sum
      for i in 0..<classes {
        let error = scores[i] * inverse - (i == labels[b] ? 1 : 0)
        let row = w + Self.second + i * hidden
        let slope = gradient + Self.second + i * hidden
        for j in 0..<hidden {
          slope[j] += error * units[j]
          errors[j] += error * row[j]
        }
        gradient[Self.secondBias + i] += error
      }
      for i in 0..<hidden {
        let error = errors[i] * (1 - units[i] * units[i])
        let slope = gradient + i * inputs
        for j in 0..<inputs { slope[j] += error * x[j] }
        gradient[Self.firstBias + i] += error
      }
    }
    return loss
  }
}

extension MatrixVectorNetwork: HandWrittenGradient {
  func writeGradient(at w: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    network.writeGradient(at: w, to: gradient)
  }
}
