import Testing

@testable import DocTestKit

/// What the notes behind a paragraph cover.
struct NoteTests {
  func reasons(_ text: String) throws -> [String] {
    try Page(Document(path: "a.md", text: text)).uncovered().map { "\($0.line) \($0.reason)" }
  }

  @Test func aNumberNeedsANote() throws {
    #expect(try reasons("It takes 338 or six.") == ["1 nothing gives the number 338", "1 nothing gives the number six"])
    #expect(try reasons("It takes 338 or six.\n<!-- check: 338 := 2 * 169 -->\n<!-- given: six · so be it -->") == [])
    #expect(try reasons("x₁ and x², BP2, `7`, [two](three.md) of [A 1994]\n<!-- given: two · links -->") == [])
  }

  @Test func theCodeBesideCountsAndOtherCodeDoesNot() throws {
    #expect(try reasons("About 0.33.\n\n```swift\nf()\n// 0.3346\n```") == [])
    #expect(try reasons("About 0.34.\n\n```swift\nf()\n// 0.3346\n```") == ["1 nothing gives the number 0.34"])
    #expect(try reasons("Seven.\n\n## A\n\n```swift\nf()\n// 7\n```") == ["1 nothing gives the number Seven"])
  }

  @Test func aNoteThatSaysSomethingElseIsStale() throws {
    #expect(try reasons("It takes 340.\n<!-- check: 338 := 2 * 169 -->").count == 2)
    #expect(try reasons("It takes 1338.\n<!-- given: 338 · a reason -->").count == 2)
  }

  @Test func aMarkChangesWithEveryNumberOfItsSection() throws {
    let page = "# A\n\n7 and eight.\n<!-- marked: 0000 · a command -->\n"
    let mark = try #require(try reasons(page).first?.suffix(4))
    #expect(try reasons(page.replacing("0000", with: mark)) == [])
    #expect(try reasons(page.replacing("0000", with: mark).replacing("eight", with: "nine")).count == 1)
  }

  @Test func aFormulaThatStandsApartNeedsANote() throws {
    #expect(try reasons("| | |\n|---|---|\n| BP2 | δ = Wᵀδ ⊙ σ′ |") == ["3 nothing gives the formula δ = Wᵀδ ⊙ σ′"])
    #expect(try reasons("| BP2 | δ = Wδ ⊙ σ′ |\n<!-- check: δ = Wᵀδ ⊙ σ′ := true -->").count == 2)
    #expect(try reasons("δ = a − t.\n<!-- given: δ = a − t · a definition -->") == [])
  }

  @Test func checksBecomeStatementsAtTheEndOfTheirExample() throws {
    let text = "Six, a = b.\n<!-- check:\nlet c = 3\nSix := 2 * c\na = b := c == x -->\n```swift\nlet x = 3\n```"
    let example = try #require(try Document(path: "a.md", text: text).examples().first)
    #expect(example.inside.map { $0.lines[0].text } == ["let x = 3", "let c = 3", "2 * c", "c == x"])
    #expect(example.inside.map { $0.shown.map(\.text) } == [[], [], ["6"], ["true"]])
  }

  @Test(arguments: ["check: 3", "given: 3", "given: 3 ·  ", "marked: 0000", "check: 3 := let x = 2"])
  func malformedNotesAreErrors(note: String) {
    let document = Document(path: "a.md", text: "3\n<!-- \(note) -->")
    #expect(throws: Malformed.self) {
      _ = try Page(document)
      _ = try document.parts()
    }
  }

  @Test func numbersAreRead() {
    func values(_ text: String) -> [String] { ProseNumber.all(in: text).map(\.value) }
    #expect(values("10 000, 1.1·10⁻¹⁶ or 10⁸; 2³²; ½") == ["10000", "1.1e-16", "1e8", "4294967296", "0.5"])
    #expect(values("7.2–7.8, 3x², 6.3.1, −4e−14") == ["7.2", "7.8", "3", "6.3.1", "4e-14"])
    #expect(values("x86 v1 W2 aⱼ² x₁₀ wˡ⁺¹") == [])
  }
}
