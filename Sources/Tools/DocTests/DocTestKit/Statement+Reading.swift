extension Statement {
  /// The statements of a block. A statement goes on while brackets are open, on indented lines, and on lines that cannot begin one.
  static func read(_ block: Block) -> [Statement] {
    var statements: [Statement] = []
    var current = Statement()
    var nesting = Nesting()
    var indent = 0

    for line in block {
      let isOutside = nesting.isOutside
      let (code, skeleton, comment) = nesting.read(line.text)
      let isBlank = code.allSatisfy(\.isWhitespace)

      if isOutside, isBlank, let comment, current.isShown(by: comment, at: line.number) {
        current.shown.append(Line(number: line.number, text: String(comment.dropFirst(2))))
        continue
      }
      let begins = isOutside && !line.trimmed.isEmpty && line.indent <= indent && !cannotBegin(line.trimmed)
      if begins, !current.code.isEmpty, !current.head.isEmpty, !isPrints(comment) {
        statements.append(current)
        current = Statement()
      }
      if current.code.isEmpty { indent = line.indent }
      current.lines.append(line)
      if let text = printed(comment) { current.prints.append(Line(number: line.number, text: text)) }
      if !isBlank {
        current.code += code + "\n"
        current.skeleton += skeleton + "\n"
      }
    }
    return statements + (current.lines.isEmpty ? [] : [current])
  }

  private static func cannotBegin(_ text: String) -> Bool {
    [".", "{", "}", ")", "]", "else", "catch"].contains { text.hasPrefix($0) }
  }

  private static func isPrints(_ comment: String?) -> Bool { printed(comment) != nil }

  /// The text of a `// Prints "…"` comment.
  private static func printed(_ comment: String?) -> String? {
    guard let comment, comment.hasPrefix("// Prints \""), let end = comment.lastIndex(of: "\"") else { return nil }
    let text = comment[..<end].dropFirst(11)
    return comment.index(comment.startIndex, offsetBy: 10) < end ? String(text) : nil
  }

  /// Whether a comment shows the value of this expression: it follows directly and begins like a number or an array, or its brackets are
  /// still open.
  private func isShown(by comment: String, at number: Int) -> Bool {
    guard kind == .expression, let last = (lines + shown).last, last.number + 1 == number else { return false }
    if shown.isEmpty {
      let text = comment.dropFirst(2).drop { $0 == " " }
      return text.first == "[" || (text.first == "-" ? text.dropFirst() : text).first?.isNumber == true
    }
    let brackets = shown.map(\.text).joined()
    return brackets.count { $0 == "[" } > brackets.count { $0 == "]" }
  }
}
