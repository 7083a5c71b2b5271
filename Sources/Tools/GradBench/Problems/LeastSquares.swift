import Derivatives

/// A polynomial with coefficients x is fitted to the sign function: y(x) = ½ Σᵢ (sᵢ − Σⱼ xⱼ tᵢʲ)², tᵢ = −1 + 2i/(n − 1), sᵢ = sign tᵢ.
struct LeastSquares {
  /// n.
  let sampleCount: Int

  /// The part of y that the samples of a range contribute.
  func callAsFunction<S: Scalar>(_ x: [S], samples: Range<Int>) -> S {
    let half: S = 0.5
    var powers = [S](repeating: 0, count: x.count)
    let squares = samples.map { i in
      let t = -1 + 2 * Double(i) / Double(sampleCount - 1)
      var power = 1.0
      for j in x.indices {
        powers[j] = S(power)
        power *= t
      }
      let residual = S(sign(t)) - dot(x, powers)
      return residual * residual
    }
    return half * sum(squares)
  }

  /// By blocks too, so that the squares of a block are in memory, not those of all samples.
  func value(at x: [Double], threads: Int = 1) -> Double {
    concurrently(sampleCount, threads: threads) { share in
      blocks(of: share, size: 128).reduce(0) { $0 + self(x, samples: $1) }
    }.reduce(0, +)
  }

  /// The gradient of a sum is the sum of the gradients: by blocks of samples, so that the recording stays in the cache.
  func gradient(at x: [Double], threads: Int = 1) -> [Double] {
    let parts = concurrently(sampleCount, threads: threads) { share in
      let tape = Tape<Double>()
      var total = [Double](repeating: 0, count: x.count)
      var part = total
      for block in blocks(of: share, size: 128) {
        _ = tape.gradient(at: x, into: &part) { self($0, samples: block) }
        add(part, to: &total)
      }
      return total
    }
    return parts.reduce(into: [Double](repeating: 0, count: x.count)) { add($1, to: &$0) }
  }
}
