/// A decimal number as it is written: digits · 10^exponent.
struct ShownNumber {
  private let text: String
  private let isInteger: Bool
  private let digits: Int64
  private let exponent: Int

  init?(_ text: String) {
    guard text.contains(where: \.isNumber), Double(text) != nil else { return nil }
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".")
    guard let digits = Int64(mantissa.joined()), let power = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
    self.text = text
    self.digits = digits
    isInteger = mantissa.count == 1 && parts.count == 1
    exponent = power - (mantissa.count == 2 ? mantissa[1].count : 0)
  }

  /// Whether another number lies within half a unit of the last digit of this one.
  func agrees(with text: String) -> Bool {
    guard let other = ShownNumber(text), let value = Double(text) else { return false }
    if isInteger && other.isInteger { return digits == other.digits }
    // The bounds in decimal, each rounded once: subtracting would round 0.335 − 0.33 to more than 0.005.
    let (ten, overflow) = digits.multipliedReportingOverflow(by: 10)
    guard !overflow, let low = Double("\(ten - 5)e\(exponent - 1)"), let high = Double("\(ten + 5)e\(exponent - 1)") else {
      return value == Double(self.text)
    }
    return low <= value && value <= high
  }

  /// The number that `text` begins with, or nothing. A sign is part of it unless it follows a letter, a digit or a bracket: in `3-1` it is
  /// an operation.
  static func prefix(of text: Substring, after before: Character) -> Substring {
    func isOperand(_ c: Character) -> Bool { c.isLetter || c.isNumber || ")]_".contains(c) }
    func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }

    var rest = text
    if let sign = rest.first, sign == "-" || sign == "+", !isOperand(before) { rest.removeFirst() }
    let whole = digits(rest)
    if whole.isEmpty { return "" }
    rest = rest.dropFirst(whole.count)
    if rest.first == ".", case let fraction = digits(rest.dropFirst()), !fraction.isEmpty { rest = rest.dropFirst(1 + fraction.count) }
    if rest.first == "e" || rest.first == "E" {
      let sign = rest.dropFirst().prefix { $0 == "-" || $0 == "+" }
      let power = digits(rest.dropFirst(1 + sign.count))
      if sign.count <= 1, !power.isEmpty { rest = rest.dropFirst(1 + sign.count + power.count) }
    }
    return text[..<rest.startIndex]
  }
}
