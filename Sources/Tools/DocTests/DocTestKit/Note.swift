import Foundation

/// A comment behind a paragraph, which no reader of the page sees and the tests do:
///
///     <!-- check: 338 := network.parameterCount -->                  the expression gives the number, or holds
///     <!-- given: 3, 4, two · the sizes of the example -->           stated, with the reason why no code gives it
///     <!-- marked: 5c1e · swift run -c release benchmarks -->        so are all numbers of this section
///
/// A comment may have several lines, with a `check` or a `given` on each, and `let` lines between checks. Checks are evaluated where their
/// example ends, so that a table can be checked by the code below it.
struct Note: Equatable {
  enum Kind: Equatable {
    /// A text of the paragraph and the Swift expression behind it.
    case check(expression: String)
    /// A `let` for the checks that follow.
    case binding(String)
    /// Texts of the paragraph, and why they are not checked.
    case given
    /// All numbers of the section, by their mark.
    case marked(String)
  }

  var kind: Kind
  var line: Int
  /// What it says of the page: parts of the paragraph, word for word.
  var texts: [String]

  /// The notes of a comment.
  ///
  /// - Parameter comment: The lines from `<!--` to `-->`.
  static func read(_ comment: [Line], of path: String) throws -> [Note] {
    guard let first = comment.first else { return [] }
    let body = comment.map { line in
      let text = line.trimmed.replacing("<!--", with: "").replacing("-->", with: "")
      return Line(number: line.number, text: text.trimmingCharacters(in: .whitespaces))
    }
    guard let colon = body[0].text.firstIndex(of: ":"), case let word = body[0].text[..<colon], keywords.contains(String(word))
    else { return [] }
    let rest = body[0].text[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
    return try ([Line(number: first.number, text: rest)] + body.dropFirst()).filter { !$0.text.isEmpty }
      .map { try read($0, as: String(word), of: path) }
  }

  private static let keywords: Set = ["check", "given", "marked"]

  private static func read(_ line: Line, as keyword: String, of path: String) throws -> Note {
    func parts(_ separator: String, _ form: String) throws -> (String, String) {
      guard let middle = line.text.ranges(of: separator).last else {
        throw Malformed(path: path, line: line.number, reason: "expected \(form)")
      }
      return (String(line.text[..<middle.lowerBound]), String(line.text[middle.upperBound...]))
    }
    if keyword == "check" {
      if line.text.hasPrefix("let ") { return Note(kind: .binding(line.text), line: line.number, texts: []) }
      let (text, expression) = try parts(" := ", "check: TEXT := EXPRESSION")
      return Note(kind: .check(expression: expression), line: line.number, texts: [singleSpaced(text)])
    }
    let (texts, reason) = try parts(" · ", "\(keyword): … · REASON")
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw Malformed(path: path, line: line.number, reason: "no reason is given")
    }
    if keyword == "marked" { return Note(kind: .marked(texts), line: line.number, texts: []) }
    return Note(kind: .given, line: line.number, texts: texts.components(separatedBy: "; ").map(singleSpaced))
  }
}

extension Note {
  /// The expression as a statement whose value the text promises: its last number, to the digits shown, or that something holds.
  func statement(of path: String) throws -> Statement? {
    if case .binding(let code) = kind { return Statement.read([Line(number: line, text: code)]).first }
    guard case .check(let expression) = kind, let text = texts.first else { return nil }
    var statements = Statement.read([Line(number: line, text: expression)])
    guard statements.count == 1, statements[0].kind == .expression else {
      throw Malformed(path: path, line: line, reason: "“\(expression)” is no single expression")
    }
    statements[0].shown = [Line(number: line, text: ProseNumber.all(in: text).last?.value ?? "true")]
    return statements[0]
  }
}
