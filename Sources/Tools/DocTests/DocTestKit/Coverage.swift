/// Every number and every formula of a page is tied to something: to a note behind its paragraph, to the mark of its section, or to the
/// code beside it, in which the number stands or which prints it.
extension Page {
  public func uncovered() -> [Finding] {
    var findings: [Finding] = []
    let pageMark = sections.prefix { ($0.heading?.text.hasPrefix("##") ?? false) == false }.compactMap(\.mark).first
    if let pageMark { findings += compare(pageMark, numbers: sections.flatMap(\.numbers)) }
    for section in sections {
      let isMarked = pageMark != nil || section.mark != nil
      if let mark = section.mark, mark != pageMark { findings += compare(mark, numbers: section.numbers) }
      for (index, element) in section.elements.enumerated() {
        guard case .paragraph(let paragraph) = element else { continue }
        findings += staleNotes(paragraph)
        if !isMarked { findings += uncovered(paragraph, beside: section.codeNumbers(beside: index)) }
      }
    }
    return findings
  }

  private func compare(_ mark: Note, numbers: [ProseNumber]) -> [Finding] {
    let right = Page.mark(of: numbers)
    guard mark.kind != .marked(right) else { return [] }
    return [finding(mark.line, "a number of this section has changed: measure again; the mark of the new numbers is \(right)")]
  }

  /// Four digits that change with any number of a section.
  static func mark(of numbers: [ProseNumber]) -> String {
    let hash = Inventory.hash(numbers.map(\.value).joined(separator: " "))
    let digits = String((hash ^ hash >> 32) & 0xffff, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private func staleNotes(_ paragraph: Paragraph) -> [Finding] {
    paragraph.notes.flatMap { note in
      note.texts.filter { !occurs($0, in: paragraph.text) }.map { finding(note.line, "“\($0)” is not in the paragraph of this note") }
    }
  }

  private func uncovered(_ paragraph: Paragraph, beside code: [String]) -> [Finding] {
    let texts = paragraph.notes.flatMap(\.texts)
    let noted = Set(texts.flatMap { ProseNumber.all(in: $0) }.map(\.value))
    let numbers = paragraph.prose.flatMap { line in
      ProseNumber.all(in: line.text).filter { number in
        !noted.contains(number.value) && !code.contains { agree(number.value, $0) }
      }.map { finding(line.number, "nothing gives the number \($0.text)") }
    }
    let formulas = paragraph.formulas.filter { formula in !texts.contains { $0.contains(formula.text) || formula.text.contains($0) } }
      .map { finding($0.number, "nothing gives the formula \($0.text)") }
    return numbers + formulas
  }

  private func agree(_ shown: String, _ found: String) -> Bool {
    shown == found || ShownNumber(shown).map { $0.agrees(with: found) } ?? false
  }

  private func finding(_ line: Int, _ reason: String) -> Finding { Finding(path: path, line: line, reason: reason) }
}

extension Page.Section {
  var numbers: [ProseNumber] { paragraphs.flatMap { $0.prose.flatMap { ProseNumber.all(in: $0.text) } } }

  /// The numbers in the nearest code before and after a paragraph.
  func codeNumbers(beside index: Int) -> [String] {
    func code(_ element: Page.Element) -> [Line]? { if case .code(let lines) = element { lines } else { nil } }
    let before = elements[..<index].compactMap(code).last ?? []
    let after = elements[index...].compactMap(code).first ?? []
    let tokens = (before + after).flatMap { line in ShownText.tokens(line.text.replacing("_", with: "")) }
    return tokens.filter { ShownNumber($0) != nil }.map { token in
      token.hasPrefix("-") || token.hasPrefix("+") ? String(token.dropFirst()) : token
    }
  }
}

/// Whether a text occurs as a whole: `38` is not in `338`.
func occurs(_ part: String, in text: String) -> Bool {
  func isDigit(_ character: Character?) -> Bool { character.map { $0.isASCII && $0.isNumber } ?? false }
  return text.ranges(of: part).contains { range in
    let before = text[..<range.lowerBound].last
    let after = text[range.upperBound...]
    if isDigit(part.first), isDigit(before) || before == "." || before?.isLetter == true { return false }
    if part.last?.isLetter == true, part.first?.isLetter == true, after.first?.isLetter == true || before?.isLetter == true { return false }
    return !isDigit(part.last) || !isDigit(after.first) && !(after.first == "." && isDigit(after.dropFirst().first))
  }
}
