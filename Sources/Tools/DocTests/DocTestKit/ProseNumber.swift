import Foundation

/// A number in a sentence, a formula or a cell: digits or a word.
///
/// Digits of a name (`BP1`, x₁) and exponents of a letter (x²) are none; `10⁻⁵` and `1.1·10⁻¹⁶` are one each.
struct ProseNumber: Equatable {
  /// As it is written.
  var text: String
  /// As Swift would write it.
  var value: String
  var range: Range<String.Index>

  /// The numbers of a text, from the left to the right.
  static func all(in text: String) -> [ProseNumber] {
    text.matches(of: pattern).compactMap { match in
      let found = String(match.0)
      if let before = text[..<match.range.lowerBound].last, before.isLetter || before == "_" || isIndex(before) { return nil }
      return value(of: found).map { ProseNumber(text: found, value: $0, range: match.range) }
    }
  }

  // Swift's regular expressions are not `Sendable`; this one has no transformations.
  nonisolated(unsafe) private static let pattern =
    /[0-9]+(?:[  ][0-9]{3}(?![0-9]))*(?:\.[0-9]+)*(?:e[-−+]?[0-9]+)?(?:·10)?[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*|[½¼¾⅓⅔]|\b[A-Za-z]+\b/

  private static func isIndex(_ character: Character) -> Bool { "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹".contains(character) }

  private static func value(of text: String) -> String? {
    guard let first = text.first else { return nil }
    if let fraction = fractions[first] { return fraction }
    if first.isLetter { return words[text.lowercased()].map { "\($0)" } }
    let exponent = String(text.compactMap { superscripts[$0] })
    let base = text.filter { superscripts[$0] == nil && !$0.isWhitespace }.replacing("−", with: "-")
    if exponent.isEmpty { return base }
    if base.hasSuffix("·10") { return base.dropLast(3) + "e" + exponent }
    if base == "10" { return "1e" + exponent }
    guard let base = Int(base), let exponent = Int(exponent), exponent >= 0 else { return text }
    var power = 1
    for _ in 0..<exponent {
      let (next, overflow) = power.multipliedReportingOverflow(by: base)
      if overflow { return text }
      power = next
    }
    return "\(power)"
  }

  private static let fractions: [Character: String] = ["½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667"]
  private static let superscripts: [Character: Character] = [
    "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  ]
  /// One is left out: it is an article more often than a count.
  static let words: [String: Int] = {
    let small = [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
      "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"]
    var words = ["thousand": 1000, "million": 1_000_000]
    for (k, word) in small.enumerated() { words[word] = k + 2 }
    for (k, word) in tens.enumerated() { words[word] = 10 * k + 30 }
    return words
  }()
}
