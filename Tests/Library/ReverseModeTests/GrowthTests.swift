import Derivatives
import TestSupport
import Testing

/// A tape that grows while it records gives what one gives that need not grow, by whatever flags the library was compiled: the growth happens
/// in the middle of an operation, while everything else is in registers.
struct GrowthTests {
  /// 3000 steps of four coupled products, in numbers that no array holds.
  static func steps<S: Scalar>(_ x: [S]) -> S {
    var (a, b, c, d) = (x[0], x[1], x[2], x[3])
    for k in 0..<3000 {
      let (p, q) = (x[4 + k % 4], x[8 + k % 4])
      let t: S = a * b * p * 0.1 + c * 0.3
      let u: S = b * c * q * 0.1 + d * 0.3
      let v: S = c * d * p * 0.1 + a * 0.3
      let w: S = d * a * q * 0.1 + b * 0.3
      (a, b, c, d) = (t + 0.4, u + 0.3, v + 0.2, w + 0.1)
    }
    return a + b * c + d
  }

  static let point = (0..<12).map { 0.5 + 0.05 * Double($0) }

  /// Records on a small tape, then again on the same one.
  func expectSame<Value: Scalar & BitwiseCopyable>(
    at x: [Value], _ parts: (Value) -> [Double], _ location: SourceLocation = #_sourceLocation
  ) {
    for capacity in [1, 16, 100, 1000] {
      let tape = Tape<Value>(capacity: capacity)
      var (growing, grown) = (x, x)
      _ = tape.gradient(at: x, into: &growing) { Self.steps($0) }
      _ = tape.gradient(at: x, into: &grown) { Self.steps($0) }
      #expect(growing.flatMap(parts) == grown.flatMap(parts), "\(Value.self), capacity \(capacity)", sourceLocation: location)
    }
  }

  @Test func aGrowingTapeIsAGrownTape() {
    let x = Self.point
    expectSame(at: x) { [$0] }
    expectSame(at: x.map { Float($0) }) { [Double($0)] }
    expectSame(at: x.indices.map { j in Points8(SIMD8((0..<8).map { x[j] + 0.01 * Double($0) })) }) { y in (0..<8).map { y.values[$0] } }
    expectSame(at: x.map { Dual($0, tangent: 1) }) { [$0.value, $0.tangent] }
    expectSame(at: x.indices.map { Dual<Lanes4>(x[$0], tangent: .unit($0 % 4)) }) { y in [y.value] + (0..<4).map { y.tangent.lane($0) } }
    expectSame(at: x.indices.map { Dual<Lanes8>(x[$0], tangent: .unit($0 % 8)) }) { y in [y.value] + (0..<8).map { y.tangent.lane($0) } }
    expectSame(at: x.indices.map { Dual<Lanes16>(x[$0], tangent: .unit($0)) }) { y in [y.value] + (0..<16).map { y.tangent.lane($0) } }
  }

  @Test func aHessianIsTheDerivativeOfTheGradient() {
    let x = Self.point
    let matrix = hessian(at: x) { Self.steps($0) }
    for j in x.indices {
      let seeded = x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }
      let column = gradient(at: seeded) { Self.steps($0) }.map(\.tangent)
      let deviation = Deviation(matrix.column(j), column, scale: largest(column))
      #expect(deviation.size <= 1e-12, "column \(j): \(deviation)")
    }
  }
}
