/// The results as text: a line for each variant, its ratios to what the benchmark offers for comparison, and the targets below.
struct TextTable {
  /// What the columns compare with.
  static let references = [Name.plain, Name.byHand, Name.differences, Name.compiler]

  static let explanation = """
    Times: median a call, of the time that the thread ran. Ratios: to the variant that the column names: the plain evaluation of the same function, its
    derivative by hand, by central differences, by the compiler's _Differentiation. Rounds in which someone else used the processor are left out if
    at least \(Rounds.enough) others remain, as a probe beside every measurement tells; the last column says how many were undisturbed. Otherwise all
    count, and a ratio is the median over the rounds of the ratio within a round.

    """

  static func header(_ benchmark: String) -> String {
    padded(benchmark, 52) + references.reduce(right("time", 10)) { $0 + right("× " + short($1), 12) } + right("undisturbed", 14)
  }

  static func text(_ result: Result) -> String {
    var lines = [header(result.name)]
    for variant in result.variants {
      var line = padded("  " + variant.name, 52) + right(duration(variant.median), 10)
      for reference in references {
        let ratio = result[reference].map { Result.ratio(variant, $0) }
        line += right(ratio.map(threeDigits) ?? "", 12)
      }
      lines.append(line + right("\(variant.undisturbed) of \(variant.rounds)", 14))
    }
    for verdict in result.verdicts {
      let target = verdict.target
      let unit = if case .times(let reference) = target.unit { "× " + reference } else { "ns" }
      lines.append(
        "  target: \(target.variant) ≤ \(threeDigits(target.limit)) \(unit): \(verdict.isMet ? "met" : "MISSED") with \(threeDigits(verdict.reached))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func short(_ reference: String) -> String {
    switch reference {
    case Name.byHand: "hand"
    case Name.differences: "differences"
    case Name.compiler: "_Diff."
    default: reference
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }
  private static func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) + text }
}

/// A time with its unit.
func duration(_ nanoseconds: Double) -> String {
  switch nanoseconds {
  case ..<1e3: threeDigits(nanoseconds) + " ns"
  case ..<1e6: threeDigits(nanoseconds / 1e3) + " µs"
  default: threeDigits(nanoseconds / 1e6) + " ms"
  }
}

/// A positive number with about three digits.
func threeDigits(_ x: Double) -> String {
  guard x.isFinite else { return "\(x)" }
  if x >= 99.95 { return "\(Int(x.rounded()))" }
  let places = x >= 9.995 ? 1 : x >= 0.0995 ? 2 : 4
  let scale = [1.0, 10, 100, 1000, 10000][places]
  let scaled = Int((x * scale).rounded())
  let fraction = "\(scaled % Int(scale))"
  return "\(scaled / Int(scale))." + String(repeating: "0", count: places - fraction.count) + fraction
}
