import Scalars

extension Matrix: CustomStringConvertible {
  /// The rows in brackets, six digits a number, the columns aligned at their points. ``entries`` has all digits.
  public var description: String {
    guard rowCount > 0 else { return "[]" }
    let texts = rows.map { $0.map(Self.sixDigits) }
    let columns = (0..<columnCount).map { j in Self.aligned(texts.map { $0[j] }) }
    let lines = (0..<rowCount).map { i in "[" + columns.map { $0[i] }.joined(separator: ", ") + "]" }
    return "[" + lines.joined(separator: ",\n ") + "]"
  }

  /// `x` to six significant digits, without a point when it is an integer.
  private static func sixDigits(_ x: Double) -> String {
    guard x.isFinite, x != 0 else { return x == 0 ? "0" : "\(x)" }
    let digits = 5 - Int(Double._log10(x.magnitude).rounded(.down))
    // 10²² is the last power of ten that is exact; beyond it the shortest description has to do.
    guard digits.magnitude <= 22 else { return "\(x)" }
    let power = Double._pow(10, Int(digits.magnitude))
    let rounded = digits >= 0 ? (x * power).rounded() / power : (x / power).rounded() * power
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The texts, filled with blanks to one width, their points below each other.
  private static func aligned(_ texts: [String]) -> [String] {
    func width(ofWhole text: String) -> Int { text.contains("e") ? text.count : text.prefix { $0 != "." }.count }
    let whole = texts.map(width).max() ?? 0
    let fraction = zip(texts, texts.map(width)).map { $0.count - $1 }.max() ?? 0
    return texts.map { text in
      let before = whole - width(ofWhole: text)
      let after = fraction - (text.count - width(ofWhole: text))
      return String(repeating: " ", count: before) + text + String(repeating: " ", count: after)
    }
  }
}
