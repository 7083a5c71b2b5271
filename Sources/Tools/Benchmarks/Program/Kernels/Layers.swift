import Derivatives

/// y = V tanh(W x) with eight units, from n inputs to m outputs: a family whose work hardly depends on which of the two is large.
struct Layers: JacobianKernel {
  static let hidden = 8
  let point: [Double]
  let outputCount: Int
  private let weights: (Scratch, Scratch)

  init(inputCount n: Int, outputCount m: Int) {
    point = someNumbers(n, seed: 71)
    outputCount = m
    let scale = 1 / Double(n).squareRoot()
    weights = (
      Scratch(copying: someNumbers(Self.hidden * n, -scale, scale, seed: 72)), Scratch(copying: someNumbers(m * Self.hidden, seed: 73))
    )
  }

  func callAsFunction<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>) {
    let n = x.count
    let (w, v) = (weights.0.start, weights.1.start)
    for i in 0..<y.count { y[i] = .zero }
    for k in 0..<Self.hidden {
      var total: S = 0
      for j in 0..<n { total = total + S(w[k * n + j]) * x[j] }
      let unit = tanh(total)
      for i in 0..<y.count { y[i] = y[i] + S(v[i * Self.hidden + k]) * unit }
    }
  }
}
