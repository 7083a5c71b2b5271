/// Where a reader of Swift stands: outside everything, or inside brackets, a string or a comment.
///
/// Not a parser: just enough to tell where a statement ends and what is a comment. Regular-expression literals and raw strings with quotes
/// inside are not understood; they still compile, but a statement may be cut too late.
struct Nesting {
  private enum Place { case bracket, string, longString, comment }
  private var places: [Place] = []

  /// Outside of everything: a statement may begin or end here.
  var isOutside: Bool { places.isEmpty }

  /// Reads one line. Returns its code without strings and comments, the same without what stands in brackets, and the `//` comment.
  mutating func read(_ line: String) -> (code: String, skeleton: String, comment: String?) {
    var code = ""
    var skeleton = ""
    var rest = Substring(line)

    func take(_ prefix: String) -> Bool {
      guard rest.hasPrefix(prefix) else { return false }
      rest.removeFirst(prefix.count)
      return true
    }

    while let character = rest.first {
      switch places.last {
      case nil, .bracket:
        if rest.hasPrefix("//") { return (code, skeleton, String(rest)) }
        if take("/*") {
          places.append(.comment)
        } else if take("\"\"\"") {
          places.append(.longString)
        } else if take("\"") {
          places.append(.string)
        } else {
          rest.removeFirst()
          if ")]}".contains(character) { _ = places.popLast() }
          code.append(character)
          if isOutside { skeleton.append(character) }
          if "([{".contains(character) {
            if isOutside { skeleton.append(" ") }
            places.append(.bracket)
          }
        }
      case .comment:
        if take("/*") { places.append(.comment) } else if take("*/") { places.removeLast() } else { rest.removeFirst() }
      case .string, .longString:
        let end = places.last == .string ? "\"" : "\"\"\""
        if take("\\(") {
          places.append(.bracket)
        } else if take("\\") {
          _ = rest.popFirst()
        } else if take(end) {
          places.removeLast()
        } else {
          rest.removeFirst()
        }
      }
    }
    if places.last == .string { places.removeLast() }  // not closed on its line: the compiler will say so
    return (code, skeleton, nil)
  }
}
