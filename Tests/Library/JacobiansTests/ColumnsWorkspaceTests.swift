import Derivatives
import TestSupport
import Testing

/// A tangent of one's own, of any width, whose memory is not its directions in order.
private struct Wide: Tangent, BitwiseCopyable {
  typealias Base = Double
  var low: Lanes16 = .zero
  var high: Lanes16 = .zero

  static var laneCount: Int { 32 }
  static var zero: Wide { Wide() }
  static func unit(_ lane: Int) -> Wide { lane < 16 ? Wide(low: .unit(lane)) : Wide(high: .unit(lane - 16)) }
  func lane(_ lane: Int) -> Double { lane < 16 ? low.lane(lane) : high.lane(lane - 16) }
  var isExactlyZero: Bool { low.isExactlyZero && high.isExactlyZero }
  var _containsNaN: Bool { low._containsNaN || high._containsNaN }
  static func + (a: Wide, b: Wide) -> Wide { Wide(low: a.low + b.low, high: a.high + b.high) }
  static func - (a: Wide, b: Wide) -> Wide { Wide(low: a.low - b.low, high: a.high - b.high) }
  static func each(_ x: Wide, _ f: (Lanes16) -> Lanes16) -> Wide { Wide(low: f(x.low), high: f(x.high)) }
  static func _combine(_ x: Wide, _ a: Double, _ y: Wide, _ b: Double) -> Wide {
    Wide(low: ._combine(x.low, a, y.low, b), high: ._combine(x.high, a, y.high, b))
  }
  static func _accumulate(_ s: Wide, _ x: Wide, _ a: Double) -> Wide {
    Wide(low: ._accumulate(s.low, x.low, a), high: ._accumulate(s.high, x.high, a))
  }
  static func _along(_ x: Wide, _ a: Double) -> Wide { each(x) { ._along($0, a) } }
  static func _along(_ x: Wide, dividedBy a: Double) -> Wide { each(x) { ._along($0, dividedBy: a) } }
  static func _scale(_ x: Wide, _ a: Double) -> Wide { each(x) { ._scale($0, a) } }
  static func _negate(_ x: Wide) -> Wide { each(x) { ._negate($0) } }
}

@Suite struct ColumnsWorkspaceTests {
  @Test(arguments: [1, 5, 16, 20, 31, 32, 33, 40]) func aTangentOfOnesOwnCarriesEveryColumn(_ n: Int) {
    let workspace = ColumnsWorkspace<Wide>(inputCount: n, outputCount: 3)
    var jacobian = Matrix(rowCount: 3, columnCount: n, repeating: .nan)
    workspace.jacobian(at: (0..<n).map { Double($0 + 1) }, into: &jacobian) { x, y in
      for i in 0..<3 {
        var sum = Dual<Wide>.zero
        for j in 0..<n { sum += x[j] * x[j] * Dual<Wide>(Double(i + 1)) }
        y[i] = sum
      }
    }
    #expect(jacobian.rows == (1...3).map { i in (1...n).map { j in Double(2 * i * j) } })
  }

  @Test func anOutputThatIsNotWrittenIsTheConstantZero() {
    let workspace = ColumnsWorkspace<Lanes4>(inputCount: 6, outputCount: 2)
    var jacobian = Matrix(rowCount: 2, columnCount: 6)
    for x in [1.0, -1] {
      workspace.jacobian(at: [x, 2, 3, 4, 5, 6], into: &jacobian) { x, y in
        y[0] += x[0] * x[5]
        if x[0] > 0 { y[1] = x[1] * x[5] }
      }
    }
    #expect(jacobian.rows == [[6, 0, 0, 0, 0, -1], [0, 0, 0, 0, 0, 0]])
    #expect(workspace.value == [-6, 0])
  }
}
