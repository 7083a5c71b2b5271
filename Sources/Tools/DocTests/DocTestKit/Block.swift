import Foundation

/// The lines between ```` ```swift ```` and ```` ``` ````.
typealias Block = [Line]

/// What matters of a document: its blocks, the checks behind its sentences, and the places where the scope starts anew.
enum Part: Equatable {
  case block(Block)
  case check(Statement)
  case reset
}

/// The mark that opens or closes a block: three or more backticks or tildes, then a word.
struct Fence {
  var mark: Character, length: Int, indent: Int, word: String

  init?(_ line: Line) {
    let text = line.trimmed
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    length = text.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    self.mark = mark
    indent = line.indent
    word = text.dropFirst(length).split(separator: " ").first.map(String.init) ?? ""
    guard !word.contains("`") else { return nil }  // ```code``` within a sentence
  }

  func isClosed(by other: Fence) -> Bool { other.mark == mark && other.length >= length && other.word.isEmpty }
}

/// `<!-- doctest: … -->`: an HTML comment, which neither a repository page nor DocC shows.
private enum Directive: String {
  /// The next block is not tested.
  case skip
  /// The next block starts a new example.
  case reset
}

extension Document {
  /// The blocks to test and the resets between them.
  func parts() throws -> [Part] {
    var parts: [Part] = []
    var open: (fence: Fence, line: Int, block: Block)?
    var skip: Int?  // the line of a skip that still waits for its block
    var comment: [Line] = []

    for line in prose + [nil] {
      guard let line else {
        if let open { throw malformed(open.line, "this block is not closed") }
        comment = []
        continue
      }
      if let (fence, _, block) = open {
        if let end = Fence(line), fence.isClosed(by: end) {
          open = nil
          guard fence.word == "swift" else { continue }
          if skip == nil { parts.append(.block(block)) }
          skip = nil
        } else {
          open?.block.append(line.unindented(by: fence.indent))
        }
      } else if let fence = Fence(line) {
        open = (fence, line.number, [])
      } else if !comment.isEmpty || line.trimmed.hasPrefix("<!--") {
        comment.append(line)
        guard line.trimmed.hasSuffix("-->") else { continue }
        switch try directive(in: comment[0]) {
        case .skip: skip = line.number
        case .reset: parts.append(.reset)
        case nil: parts += try Note.read(comment, of: path).compactMap { try $0.statement(of: path).map { .check($0) } }
        }
        comment = []
      }
    }
    if let skip { throw malformed(skip, "no block follows to be skipped") }
    return parts
  }

  private func directive(in line: Line) throws -> Directive? {
    guard line.trimmed.hasPrefix("<!--"), let colon = line.text.range(of: "doctest:") else { return nil }
    let word = line.text[colon.upperBound...].prefix { $0 != "-" }.trimmingCharacters(in: .whitespaces)
    guard let directive = Directive(rawValue: word), line.trimmed.hasSuffix("-->") else {
      throw malformed(line.number, "expected <!-- doctest: skip --> or <!-- doctest: reset -->")
    }
    return directive
  }

  private func malformed(_ line: Int, _ reason: String) -> Malformed { Malformed(path: path, line: line, reason: reason) }
}
