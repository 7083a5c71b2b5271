import Derivatives
import TestSupport
import Testing

/// What the three lanes types have in common, for tests that run through all of them.
protocol LanesUnderTest: Tangent, CustomStringConvertible, Hashable where Base == Double {
  associatedtype Vector: SIMD<Double>
  var lanes: Vector { get set }
  init(_ lanes: Vector)
}
extension Lanes4: LanesUnderTest {}
extension Lanes8: LanesUnderTest {}
extension Lanes16: LanesUnderTest {}

extension LanesUnderTest {
  init(_ numbers: [Double]) {
    var vector = Vector()
    for (i, x) in numbers.enumerated() { vector[i] = x }
    self.init(vector)
  }
  var numbers: [Double] { (0..<Self.laneCount).map(lane) }
}

/// An operation on lanes is the operation on numbers, lane by lane.
struct LanesTests {
  static var types: [any LanesUnderTest.Type] { [Lanes4.self, Lanes8.self, Lanes16.self] }
  /// What lanes are filled with, shuffled.
  static let hard: [Double] = [0, -0.0, 1, -1, 0.1, -3.7, 1e300, -1e-300, .infinity, -.infinity, .nan, 2, 5e100, 0x1p-1070, 7, -0.5]

  private func expect<L: LanesUnderTest>(
    _ result: L, _ name: String, _ generator: SeededGenerator, within tolerance: Double = 0, is numbers: (Int) -> Double
  ) {
    for i in 0..<L.laneCount where ulps(result.lane(i), numbers(i)) > tolerance {
      Issue.record("\(name), lane \(i) of \(L.self): \(result.lane(i)), should be \(numbers(i)), \(generator)")
    }
  }

  private func check<L: LanesUnderTest>(_ type: L.Type, hard: Bool, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      func draw() -> [Double] {
        hard ? (0..<L.laneCount).map { _ in Self.hard.randomElement(using: &generator) ?? 0 } : generator.uniforms(L.laneCount, -5, 5)
      }
      let (x, y, s) = (draw(), draw(), draw())
      let (a, b) = (draw()[0], draw()[1])
      let (lx, ly, ls) = (L(x), L(y), L(s))
      expect(lx + ly, "x + y", generator) { x[$0] + y[$0] }
      expect(lx - ly, "x − y", generator) { x[$0] - y[$0] }
      expect(L._negate(lx), "−x", generator) { -x[$0] }
      expect(L._scale(lx, a), "x·a, a = \(a)", generator) { x[$0] * a }
      expect(L._along(lx, a), "x along a, a = \(a)", generator) { x[$0] == 0 ? 0 : x[$0] * a }
      expect(L._along(lx, dividedBy: a), "x/a, a = \(a)", generator) { x[$0] == 0 ? 0 : x[$0] / a }
      guard !hard else { continue }
      // A fused multiply-add may stand here where there is one: compared on the scale of the terms.
      for i in 0..<L.laneCount {
        let terms = [x[i] * a, y[i] * b, s[i]]
        let combined = L._combine(lx, a, ly, b).lane(i)
        let accumulated = L._accumulate(ls, lx, a).lane(i)
        #expect((combined - terms[0] - terms[1]).magnitude <= 4e-16 * largest(terms), "x·a + y·b, lane \(i) of \(L.self), \(generator)")
        #expect((accumulated - s[i] - terms[0]).magnitude <= 4e-16 * largest(terms), "s + x·a, lane \(i) of \(L.self), \(generator)")
      }
    }
  }

  @Test func operationsAreThoseOfNumbersLaneByLane() {
    for type in Self.types { check(type, hard: false, seed: 4) }
  }

  @Test func operationsOnHardNumbersAreThoseOfNumbersLaneByLane() {
    for type in Self.types { check(type, hard: true, seed: 5) }
  }

  @Test func zeroDirectionStaysZeroBesideOthers() {
    func check<L: LanesUnderTest>(_ type: L.Type) {
      for lane in 0..<L.laneCount {
        for pole in [Double.infinity, -.infinity, .nan] {
          let along = L._along(.unit(lane), pole).numbers
          for i in 0..<L.laneCount where i != lane { #expect(along[i] == 0, "unit \(lane) along \(pole) has lane \(i) = \(along[i])") }
          #expect(!along[lane].isFinite)
        }
        let quotient = L._along(.unit(lane), dividedBy: 0).numbers
        #expect(quotient == (0..<L.laneCount).map { $0 == lane ? .infinity : 0 })
      }
    }
    for type in Self.types { check(type) }
  }

  @Test func exactZeroAndNaNAreSeenInEveryLane() {
    func check<L: LanesUnderTest>(_ type: L.Type) {
      #expect(L.zero.isExactlyZero && !L.zero._containsNaN)
      #expect(L([Double](repeating: -0.0, count: L.laneCount)).isExactlyZero)
      for lane in 0..<L.laneCount {
        var x = [Double](repeating: 0, count: L.laneCount)
        for (entry, isZero, isNaN) in [(1.0, false, false), (0x1p-1074, false, false), (.nan, false, true), (.infinity, false, false)] {
          x[lane] = entry
          #expect(L(x).isExactlyZero == isZero, "\(entry) in lane \(lane) of \(L.self)")
          #expect(L(x)._containsNaN == isNaN, "\(entry) in lane \(lane) of \(L.self)")
        }
      }
    }
    for type in Self.types { check(type) }
  }

  @Test func unitsAndLanesAreInverse() {
    func check<L: LanesUnderTest>(_ type: L.Type) {
      for lane in 0..<L.laneCount { #expect(L.unit(lane).numbers == (0..<L.laneCount).map { $0 == lane ? 1 : 0 }) }
      #expect(L.zero.numbers == [Double](repeating: 0, count: L.laneCount))
      let x = (0..<L.laneCount).map { Double($0) + 0.5 }
      #expect("\(L(x))" == "\(x)" && L(x) == L(x) && L(x) != L.zero && Set([L(x), L(x), .zero]).count == 2)
    }
    for type in Self.types { check(type) }
    #expect(Self.types.map { $0.laneCount } == [4, 8, 16])
  }
}
