import Derivatives

/// The band of the Brusselator's Jacobian by one forward evaluation: columns that no row has in common share a lane, and five of these colours
/// are enough for the two diagonals to either side [Curtis–Powell–Reid 1974].
final class FiveColours {
  private let inputs: UnsafeMutableBufferPointer<Dual<Lanes8>>
  private let outputs: UnsafeMutableBufferPointer<Dual<Lanes8>>

  init(count: Int) {
    inputs = .allocate(capacity: count)
    outputs = .allocate(capacity: count)
    inputs.initialize(repeating: .zero)
    outputs.initialize(repeating: .zero)
    for j in 0..<count { inputs[j].tangent = .unit(j % 5) }
  }

  deinit {
    inputs.deallocate()
    outputs.deallocate()
  }

  /// Writes the band as ``Brusselator/writeBand(at:to:)`` does.
  @inline(__always) func writeBand(of f: Brusselator, at x: [Double], to band: UnsafeMutablePointer<Double>) {
    let (inputs, outputs) = (inputs, outputs)
    let n = inputs.count
    for j in 0..<n { inputs[j].value = x[j] }
    var results = MutableSpan(_unsafeElements: outputs)
    f(Span(_unsafeElements: UnsafeBufferPointer(inputs)), &results)
    var first = 3  // the colour of column i − 2
    for i in 0..<n {
      withUnsafeBytes(of: &outputs[i].tangent) { lanes in
        let lanes = lanes.assumingMemoryBound(to: Double.self)
        var colour = first
        for k in 0..<5 {
          band[5 * i + k] = i + k >= 2 && i + k < n + 2 ? lanes[colour] : 0
          colour = colour == 4 ? 0 : colour + 1
        }
      }
      first = first == 4 ? 0 : first + 1
    }
  }
}
