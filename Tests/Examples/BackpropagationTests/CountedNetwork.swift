import Counting
import Derivatives

/// The operations of a network n–n–n of tanh units: Docs/Backpropagation/Cost.md.
struct CountedNetwork {
  let weightCount: Int
  let evaluation: Int
  let gradient: Int

  init(width n: Int) {
    /// E, by scalar operations only.
    func error<S: Scalar>(_ p: [S]) -> S {
      var a: [S] = (1...n).map { S(Double($0 * 37 % 101) / 101 - 0.5) }
      for layer in 0..<2 {
        let input = a
        a = (0..<n).map { j in
          let row = layer * n * n + j * n
          var z = p[row] * input[0]
          for i in 1..<n { z += p[row + i] * input[i] }
          return tanh(z)
        }
      }
      var total: S = 0
      for k in 0..<n {
        let miss = a[k] - S(Double((k + 2) * 37 % 101) / 101 - 0.5)
        total += miss * miss
      }
      return total / 2
    }
    let p = (3..<2 * n * n + 3).map { Counted(Double($0 * 37 % 101) / 101 - 0.5) }
    weightCount = p.count
    evaluation = Counted.operations { error(p) }
    gradient = Counted.operations { Derivatives.gradient(at: p) { error($0) } }
  }
}
