import Testing

@testable import DocTestKit

struct DocumentTests {
  func markdown(_ text: String) throws -> [Part] { try Document(path: "a.md", text: text).parts() }

  @Test func blocksKeepTheirLineNumbers() throws {
    let parts = try markdown("# A\n\n```swift\nlet x = 1\n```\n\n```bash\nls\n```\n")
    #expect(parts == [.block([Line(number: 4, text: "let x = 1")])])
  }

  @Test func directivesSkipAndReset() throws {
    let parts = try markdown("<!-- doctest: skip -->\n```swift\na\n```\n<!-- doctest: reset -->\n```swift\nb\n```")
    #expect(parts == [.reset, .block([Line(number: 7, text: "b")])])
  }

  @Test func aLongerFenceQuotesAShorterOne() throws {
    #expect(try markdown("````markdown\n```swift\nx\n```\n````") == [])
  }

  @Test func aBlockInAListLosesItsIndentation() throws {
    let parts = try markdown("1. So:\n   ```swift\n   a {\n     b\n   ```")
    #expect(parts == [.block([Line(number: 3, text: "a {"), Line(number: 4, text: "  b")])])
  }

  @Test func malformedDocumentsNameTheLine() {
    #expect(throws: Malformed(path: "a.md", line: 2, reason: "this block is not closed")) { try markdown("\n```swift\nx") }
    #expect(throws: Malformed(path: "a.md", line: 1, reason: "no block follows to be skipped")) { try markdown("<!-- doctest: skip -->\n") }
    #expect(throws: Malformed.self) { try markdown("<!-- doctest: skipp -->\n```swift\n```") }
  }

  @Test func docstringBlocksStandAlone() throws {
    let text = "/// A.\n/// ```swift\n/// a\n///   .b\n/// ```\npublic func f() {}\n  /// ```swift\n  /// c\n  /// ```\n"
    let examples = try Document(path: "a.swift", text: text).examples()
    #expect(examples.map(\.line) == [3, 8])
    #expect(examples[0].inside.flatMap(\.lines).map(\.text) == ["a", "  .b"])
  }

  @Test func aDocstringEndsItsBlock() {
    let document = Document(path: "a.swift", text: "/// ```swift\n/// a\nfunc f() {}\n/// ```\n")
    #expect(throws: Malformed(path: "a.swift", line: 1, reason: "this block is not closed")) { try document.examples() }
  }

  @Test func blocksOfOneDocumentContinue() throws {
    let text = "```swift\nlet x = 1\n```\n```swift\nprint(x)\n// Prints \"1\"\n```\n<!-- doctest: reset -->\n```swift\ny()\n```"
    let examples = try Document(path: "a.md", text: text).examples()
    #expect(examples.map(\.line) == [2, 10])
    #expect(examples[0].prints == [Line(number: 6, text: "1")])
  }
}
