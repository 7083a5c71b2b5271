import Foundation

/// All results as JSON: the same text for the same numbers, with no date in it.
struct Record: Codable, Equatable {
  struct Entry: Codable, Equatable {
    let name: String
    let variants: [Variant]
    let targets: [Goal]
  }
  struct Variant: Codable, Equatable {
    let name: String
    let nanoseconds: Double, lowerQuartile: Double, upperQuartile: Double
    /// How many there were, and in how many of them nobody else used the processor.
    let rounds: Int, undisturbed: Int
    /// To the variants that the table's columns name.
    let ratios: [String: Double]
  }
  struct Goal: Codable, Equatable {
    let variant: String
    let atMost: Double
    let unit: String
    let reached: Double
    let isMet: Bool
  }

  let machine: Machine
  let benchmarks: [Entry]

  init(_ results: [Result], on machine: Machine) {
    self.machine = machine
    benchmarks = results.map { result in
      let variants = result.variants.map { variant in
        let references = TextTable.references.compactMap { result[$0] }
        return Variant(
          name: variant.name, nanoseconds: rounded(variant.median), lowerQuartile: rounded(variant.lower),
          upperQuartile: rounded(variant.upper), rounds: variant.rounds, undisturbed: variant.undisturbed,
          ratios: Dictionary(uniqueKeysWithValues: references.map { ($0.name, rounded(Result.ratio(variant, $0))) }))
      }
      let goals = result.verdicts.map { verdict in
        let unit = if case .times(let reference) = verdict.target.unit { reference } else { "nanoseconds" }
        return Goal(
          variant: verdict.target.variant, atMost: verdict.target.limit, unit: unit, reached: rounded(verdict.reached), isMet: verdict.isMet
        )
      }
      return Entry(name: result.name, variants: variants, targets: goals)
    }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

/// Four digits: what is beyond is noise.
private func rounded(_ x: Double) -> Double {
  guard x.isFinite, x != 0 else { return x }
  let scale = pow(10, 3 - floor(log10(x.magnitude)))
  return scale >= 1 ? (x * scale).rounded() / scale : (x * scale).rounded() * (1 / scale).rounded()
}
