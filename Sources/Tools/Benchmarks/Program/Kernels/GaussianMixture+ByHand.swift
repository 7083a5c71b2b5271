import Derivatives

extension GaussianMixture: HandWrittenGradient {
  /// With y = Q (x − μ) and the posterior weight p of a component: ∂/∂α = p, ∂/∂μ = p Qᵀy, ∂/∂Q = −p y (x − μ)ᵀ.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let (d, k, n, triangle) = (d, k, n, triangle)
    let ys = hand.start
    let centreds = ys + k * d
    let diagonals = centreds + k * d
    let sums = diagonals + k * d
    let terms = sums + k
    let factors = k + k * d
    var value = constant
    for j in 0..<k {
      let q = x + factors + j * triangle
      let slope = gradient + factors + j * triangle
      var sum = 0.0
      var squares = 0.0
      for r in 0..<d {
        let diagonal = exp(q[r])
        diagonals[j * d + r] = diagonal
        sum += q[r]
        squares += diagonal * diagonal
        slope[r] = gamma * gamma * diagonal * diagonal - m
      }
      for t in d..<triangle {
        squares += q[t] * q[t]
        slope[t] = gamma * gamma * q[t]
      }
      sums[j] = sum
      value += 0.5 * gamma * gamma * squares - m * sum
      gradient[j] = 0
      for c in 0..<d { gradient[k + j * d + c] = 0 }
    }

    for i in 0..<n {
      let xi = handData.start + i * d
      for j in 0..<k {
        let mean = x + k + j * d
        let (y, centred) = (ys + j * d, centreds + j * d)
        for r in 0..<d {
          centred[r] = xi[r] - mean[r]
          y[r] = diagonals[j * d + r] * centred[r]
        }
        var below = x + factors + j * triangle + d
        for c in 0..<d {
          let factor = centred[c]
          for r in c + 1..<Swift.max(d, c + 1) { y[r] += below[r - c - 1] * factor }
          below += d - c - 1
        }
        var squared = 0.0
        for r in 0..<d { squared += y[r] * y[r] }
        terms[j] = x[j] + sums[j] - 0.5 * squared
      }
      value += softmax(terms, k)

      for j in 0..<k {
        let p = terms[j]
        gradient[j] += p
        let (y, centred) = (ys + j * d, centreds + j * d)
        let mean = gradient + k + j * d
        let slope = gradient + factors + j * triangle
        for r in 0..<d {
          let scaled = p * y[r] * diagonals[j * d + r]
          slope[r] += p - scaled * centred[r]
          mean[r] += scaled
        }
        var below = x + factors + j * triangle + d
        var slopeBelow = slope + d
        for c in 0..<d {
          let factor = p * centred[c]
          var total = 0.0
          for r in c + 1..<Swift.max(d, c + 1) {
            slopeBelow[r - c - 1] -= factor * y[r]
            total += below[r - c - 1] * y[r]
          }
          mean[c] += p * total
          below += d - c - 1
          slopeBelow += d - c - 1
        }
      }
    }

    for j in 0..<k { terms[j] = x[j] }
    value -= Double(n) * softmax(terms, k)
    for j in 0..<k { gradient[j] -= Double(n) * terms[j] }
    return value
  }

  /// Replaces the numbers by their softmax and returns log Σ exp.
  @inline(__always) private func softmax(_ x: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
    var largest = x[0]
    for j in 1..<count where x[j] > largest { largest = x[j] }
    var total = 0.0
    for j in 0..<count {
      x[j] = exp(x[j] - largest)
      total += x[j]
    }
    let inverse = 1 / total
    for j in 0..<count { x[j] *= inverse }
    return largest + log(total)
  }
}

extension WideGaussianMixture: HandWrittenGradient {
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    mixture.writeGradient(at: x, to: gradient)
  }
}
