import Derivatives
import TestSupport

extension Elementary {
  /// Random arguments of the whole domain: evenly over its bit patterns, over its moderate part, and near every place where a rule may
  /// lose digits: the ends of the domain, 0, 1 and other zeros, the least normal number, the halves.
  func draws(_ count: Int, _ generator: inout SeededGenerator) -> [[Double]] {
    var draws: [[Double]] = []
    while draws.count < count {
      let kind = generator.next() % 4
      var x = wholeDomain.indices.map { i in draw(from: wholeDomain[i], moderate: domains[i], kind, &generator) }
      if kind == 3 && argumentCount > 1 {  // arguments of like magnitude
        for i in 1..<argumentCount where generator.next() % 2 == 0 { x[i] = x[0] * generator.uniform(-2, 2) }
      }
      if zip(x, wholeDomain).allSatisfy({ $1.contains($0) }) && isSmooth(at: x) { draws.append(x) }
    }
    return draws
  }

  private func draw(
    from range: ClosedRange<Double>, moderate: ClosedRange<Double>, _ kind: UInt64, _ generator: inout SeededGenerator
  ) -> Double {
    switch kind {
    case 0, 3:
      let places = Self.place(of: range.lowerBound)...Self.place(of: range.upperBound)
      return Self.number(at: Int64.random(in: places, using: &generator))
    case 1: return generator.uniform(moderate.lowerBound, moderate.upperBound)
    default:
      let places = [
        range.lowerBound, range.upperBound, 1, -1, 0.5, -0.5, 2, 0x1p-1022, -0x1p-1022, 1 / 2.718281828459045, .pi / 2, .pi,
        1.4616321449683622,
      ]
      let place = places[Int(generator.next() % UInt64(places.count))]
      let distance = place.magnitude * generator.uniform(-1, 1) * Double._exp2(-generator.uniform(0, 53))
      return Swift.min(Swift.max(place + distance, range.lowerBound), range.upperBound)
    }
  }

  /// The numbers of type `Double` in their order, counted from 0 on.
  private static func place(of x: Double) -> Int64 { (x < 0 ? -1 : 1) * Int64(x.magnitude.bitPattern) }
  private static func number(at place: Int64) -> Double {
    let magnitude = Double(bitPattern: place.magnitude)
    return place < 0 ? -magnitude : magnitude
  }
}
