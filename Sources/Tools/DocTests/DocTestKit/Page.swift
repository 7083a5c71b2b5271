import Foundation

/// A Markdown page as a reader sees it: sections with paragraphs and code, and the notes between them.
public struct Page {
  struct Section {
    var heading: Line?
    var elements: [Element] = []
    /// The note that marks all its numbers.
    var mark: Note?

    var paragraphs: [Paragraph] {
      elements.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }
  }
  enum Element {
    case paragraph(Paragraph)
    case code([Line])
  }
  /// Lines without a blank one between them: a paragraph, a list or a table.
  struct Paragraph {
    var lines: [Line]
    var notes: [Note] = []
  }

  let path: String
  var sections: [Section] = [Section()]

  public init(_ document: Document) throws {
    path = document.path
    var fence: Fence?
    var comment: [Line]?
    var isAfterBlank = true
    for line in document.prose.compactMap({ $0 }) {
      if let open = fence {
        if let end = Fence(line), open.isClosed(by: end) { fence = nil } else { appendCode(line) }
      } else if comment != nil || line.trimmed.hasPrefix("<!--") {
        comment = (comment ?? []) + [line]
        guard line.trimmed.hasSuffix("-->") else { continue }
        try append(Note.read(comment ?? [], of: path))
        comment = nil
      } else if let opening = Fence(line) {
        fence = opening
        last.elements.append(.code([]))
        isAfterBlank = true
      } else if line.text.hasPrefix("#") {
        sections.append(Section(heading: line))
        isAfterBlank = true
      } else if line.trimmed.isEmpty {
        isAfterBlank = true
      } else {
        append(line, toNew: isAfterBlank)
        isAfterBlank = false
      }
    }
    if let open = comment?.first { throw Malformed(path: path, line: open.number, reason: "this comment is not closed") }
  }

  private var last: Section {
    get { sections[sections.count - 1] }
    set { sections[sections.count - 1] = newValue }
  }

  private mutating func appendCode(_ line: Line) {
    guard case .code(let lines)? = last.elements.last else { return }
    last.elements[last.elements.count - 1] = .code(lines + [line])
  }

  private mutating func append(_ line: Line, toNew isNew: Bool) {
    if !isNew, case .paragraph(var paragraph)? = last.elements.last {
      paragraph.lines.append(line)
      last.elements[last.elements.count - 1] = .paragraph(paragraph)
    } else {
      last.elements.append(.paragraph(Paragraph(lines: [line])))
    }
  }

  private mutating func append(_ notes: [Note]) throws {
    for note in notes {
      if case .marked = note.kind {
        guard last.mark == nil else { throw Malformed(path: path, line: note.line, reason: "this section is marked already") }
        last.mark = note
      } else if let index = last.elements.lastIndex(where: { if case .paragraph = $0 { true } else { false } }),
        case .paragraph(var paragraph) = last.elements[index]
      {
        paragraph.notes.append(note)
        last.elements[index] = .paragraph(paragraph)
      } else {
        throw Malformed(path: path, line: note.line, reason: "no paragraph precedes this note")
      }
    }
  }
}

extension Page.Paragraph {
  var isTable: Bool { lines[0].trimmed.hasPrefix("|") }

  /// Its text without code, targets of links, citations and the numerals of a list; blanks in place of what is left out.
  var prose: [Line] {
    var text = lines.map(\.text).joined(separator: "\n")
    for pattern in Self.silent {
      text = text.replacing(pattern) { match in String(match.0.map { $0 == "\n" ? "\n" : " " }) }
    }
    return zip(lines, text.components(separatedBy: "\n")).map { Line(number: $0.number, text: $1) }
  }

  nonisolated(unsafe) private static let silent: [Regex<Substring>] = [
    /`[^`]*`/, /\]\([^)]*\)/, /https?:[^ )]*/, /\[\p{Lu}[^\]]*\](?!\()/, /(?m)^ *(?:\*\*)?\d+\.(?= )/,
  ]

  /// All of it in one line, for comparing with the texts of notes.
  var text: String { singleSpaced(lines.map(\.text).joined(separator: " ")) }

  /// What stands apart as a formula: a cell of a table, or a paragraph that begins with one.
  var formulas: [Line] {
    let units =
      isTable
      ? lines.flatMap { line in line.text.split(separator: "|").map { Line(number: line.number, text: String($0)) } }
      : Array(lines.prefix(1))
    return units.map { Line(number: $0.number, text: singleSpaced($0.text)) }.filter { line in
      guard let sign = line.text.range(of: " = "), !line.text.contains("`") else { return false }
      return isTable || line.text[..<sign.lowerBound].count < 24 && line.text[..<sign.lowerBound].firstMatch(of: /[A-Za-z]{3}/) == nil
    }
  }
}

/// Without blanks at the ends, and with one between words.
func singleSpaced(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
