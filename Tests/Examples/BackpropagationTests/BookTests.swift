import Foundation
import Testing

/// The index of Docs/Backpropagation leads everywhere.
@Suite struct BookTests {
  static let book = BackpropagationPictures.folder.appendingPathComponent("Backpropagation")

  @Test func everyChapterIsInTheIndex() throws {
    let index = try String(contentsOf: Self.book.appendingPathComponent("README.md"), encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.book.path).filter { $0.hasSuffix(".md") && $0 != "README.md" }
    let linked = index.matches(of: /\]\(([A-Za-z]+\.md)/).map { String($0.1) }
    #expect(Set(linked) == Set(files))
  }

  @Test func everyChapterHasCodeAndANumberToCheck() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.book.path) where file != "README.md" {
      let text = try String(contentsOf: Self.book.appendingPathComponent(file), encoding: .utf8)
      #expect(text.contains("```swift\n") && text.contains("// Prints \"") && !text.contains("doctest: skip"), "\(file)")
    }
  }
}
