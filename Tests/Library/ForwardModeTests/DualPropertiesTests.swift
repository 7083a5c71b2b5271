import Derivatives
import TestSupport
import Testing

/// What a dual is besides a number: its descriptions, literals, comparisons, layout.
struct DualPropertiesTests {
  @Test func descriptionIsValueAndTangent() {
    #expect("\(Dual(3.0, tangent: 1))" == "3.0 + 1.0ε")
    #expect("\(Dual(3.0, tangent: -0.5))" == "3.0 + -0.5ε")
    #expect("\(Dual(3.0, tangent: Lanes4.unit(0)))" == "3.0 + [1.0, 0.0, 0.0, 0.0]ε")
    #expect("\(Dual(Dual(3.0, tangent: 1), tangent: Dual(1, tangent: 0)))" == "(3.0 + 1.0ε) + (1.0 + 0.0ε)ε")
    #expect("\(Dual(Float(0.1), tangent: 2))" == "0.1 + 2.0ε")
  }

  @Test func literalsAreConstants() {
    let decimal: Dual<Double> = 2.5
    let integer: Dual<Double> = 3
    let lanes: Dual<Lanes8> = 0.1
    let nested: Dual<Dual<Double>> = 0.1
    let float: Dual<Float> = 0.1
    #expect(decimal.value == 2.5 && decimal.tangent == 0 && integer.value == 3 && integer.tangent == 0)
    #expect(lanes.value == 0.1 && lanes.tangent == .zero)
    #expect(nested.value.value == 0.1 && nested.isExactlyZero == false && nested.tangent.isExactlyZero && nested.value.tangent == 0)
    #expect(float.value == 0.1 as Float)
  }

  @Test func comparisonSeesTheValueOnly() {
    let (a, b, c) = (Dual(1.0, tangent: 5), Dual(1.0, tangent: -5), Dual(2.0, tangent: 0))
    #expect(a == b && a != c && a < c && c > b && a <= b && a >= b && !(a < b))
    #expect(Set([a, b, c]).count == 2 && a.hashValue == b.hashValue)
    #expect([c, a].sorted().map(\.tangent) == [5, 0])
    let undefined = Dual(Double.nan, tangent: 1)
    #expect(undefined != undefined && !(undefined < a) && !(undefined >= a))
  }

  @Test func nestedComparisonSeesTheInnermostValue() {
    let a = Dual(Dual(1.0, tangent: 2), tangent: Dual(3, tangent: 4))
    let b = Dual(Dual(1.0, tangent: -2), tangent: Dual(-3, tangent: 4))
    #expect(a == b && Set([a, b]).count == 1)
  }

  @Test func exactZeroLooksAtEveryPart() {
    #expect(Dual(0.0, tangent: 0).isExactlyZero && Dual(-0.0, tangent: 0).isExactlyZero)
    #expect(!Dual(0.0, tangent: 1).isExactlyZero && !Dual(1.0, tangent: 0).isExactlyZero)
    #expect(!Dual(0.0, tangent: Lanes4.unit(3)).isExactlyZero)
    #expect(!Dual(Dual(0.0, tangent: 1), tangent: 0).isExactlyZero)
    #expect(Dual(0.0, tangent: Double.nan)._containsNaN && !Dual(0.0, tangent: 1)._containsNaN && Dual(Double.nan, tangent: 0)._containsNaN)
  }

  @Test func layoutIsValueThenTangent() {
    #expect(MemoryLayout<Dual<Double>>.size == 16)
    #expect(MemoryLayout<Dual<Float>>.size == 8)
    #expect(MemoryLayout<Dual<Dual<Double>>>.size == 32)
    #expect(MemoryLayout<Dual<Lanes8>>.stride == 80)
    #expect(MemoryLayout<Dual<Double>>.offset(of: \.value) == 0 && MemoryLayout<Dual<Double>>.offset(of: \.tangent) == 8)
  }

  @Test func dualsCrossTasks() async {
    let x = Dual(3.0, tangent: Lanes8.unit(2))
    let results = await withTaskGroup(of: Dual<Lanes8>.self) { group in
      for k in 0..<8 { group.addTask { x * Dual(constant: Double(k)) } }
      return await group.reduce(into: [Dual<Lanes8>]()) { $0.append($1) }
    }
    #expect(results.map { $0.tangent.lane(2) }.sorted() == (0..<8).map { Double($0) })
  }

  @Test func constantHasNoTangent() {
    #expect(Dual(constant: 3.0).tangent == 0 && Dual<Lanes4>(constant: 3).tangent == .zero)
    #expect(derivative(at: 3.0) { _ in 7 } == 0)
  }
}
