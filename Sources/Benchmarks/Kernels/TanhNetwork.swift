import Derivatives

/// y = V tanh(W x), 8 → 16 → 4. `tanh` is a parameter, to compare one rule with another.
struct TanhNetwork {
  static let point = (0..<8).map { 0.3 * Double($0) - 1 }
  static let first = (0..<128).map { Double(($0 * 37) % 64) / 64 - 0.5 }
  static let second = (0..<64).map { Double(($0 * 29) % 64) / 64 - 0.5 }

  @inline(__always) static func evaluate<S: Scalar>(_ x: Span<S>, _ y: inout MutableSpan<S>, _ tanh: (S) -> S) {
    first.withUnsafeBufferPointer { w in
      second.withUnsafeBufferPointer { v in
        for i in 0..<4 { y[i] = 0 }
        for k in 0..<16 {
          var total: S = 0
          for j in 0..<8 { total = total + S(w[8 * k + j]) * x[j] }
          let unit = tanh(total)
          for i in 0..<4 { y[i] = y[i] + S(v[16 * i + k]) * unit }
        }
      }
    }
  }
}

/// tanh with the rule of the textbooks, 1 − y², which has no right digit from x = 19 on.
struct UsualTanh: UnaryRule {
  @inlinable func value(_ x: Double) -> Double { ._tanh(x) }
  @inlinable func derivative<S: Scalar>(_ x: S, value y: S) -> S { 1 - y * y }
}
