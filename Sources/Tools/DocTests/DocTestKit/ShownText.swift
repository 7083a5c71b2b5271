/// Compares what an example printed with what its document shows.
///
/// Words and punctuation must be equal; blanks only separate them. A number must agree to the digits shown: by half a unit of the last one.
/// What is shown and printed as an integer must be equal.
public enum ShownText {
  /// Why `printed` is not what `shown` promises; `nil` when it is.
  public static func difference(shown: String, printed: String) -> String? {
    let promised = tokens(shown)
    let found = tokens(printed)
    for (promise, text) in zip(promised, found) where !agree(promise, text) {
      return ShownNumber(promise) != nil && ShownNumber(text) != nil ? "\(text) does not round to \(promise)" : "\(text) is not \(promise)"
    }
    if promised.count > found.count { return "\(promised[found.count]) is missing" }
    if promised.count < found.count { return "\(found[promised.count]) is not expected" }
    return nil
  }

  private static func agree(_ shown: String, _ printed: String) -> Bool {
    guard shown != printed, let number = ShownNumber(shown) else { return shown == printed }
    return number.agrees(with: printed)
  }

  /// Numbers, words, and single characters of punctuation.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    var before: Character = " "
    while let first = rest.first {
      let number = ShownNumber.prefix(of: rest, after: before)
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let token = !number.isEmpty ? number : !word.isEmpty ? word : rest.prefix(1)
      if !first.isWhitespace { tokens.append(String(token)) }
      before = token.last ?? " "
      rest = rest.dropFirst(token.count)
    }
    return tokens
  }
}
