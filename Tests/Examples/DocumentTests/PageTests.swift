import DocTestKit
import Foundation
import TestSupport
import Testing

/// What the pages state beside their examples. README.md and Docs, as they are on disk.
struct PageTests {
  static let package = packageFolder()
  static let documents = try! Inventory.paths(in: package).map { try Document(path: $0, in: package) }
  static let pages = documents.filter { $0.path.hasSuffix(".md") }
  /// Pages that a test writes and compares as a whole, or whose table it compares.
  static let written: Set = ["Docs/Accuracy.md", "Docs/Edges.md", "Docs/Memory.md"]
  static let links = Links(package: package, documents: documents)

  @Test func everyNumberAndFormulaHasCodeOrAReason() throws {
    for page in Self.pages where !Self.written.contains(page.path) { report(try Page(page).uncovered()) }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    for document in Self.documents { report(try Self.links.broken(in: document)) }
  }

  @Test func everyPictureIsTheOneThatIsNamed() {
    for page in Self.pages { report(ShownPicture.misplaced(in: page, package: Self.package)) }
  }

  /// Ranges in README are those of Performance.md, rounded.
  @Test func readmeStatesTheMeasurementsOfPerformance() throws {
    let measured = ranges(try text("Docs/Performance.md"))
    let table = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.filter { $0.contains("–") }
    #expect(table.count >= 5)
    for line in table {
      let cells = line.split(separator: "|").dropFirst().joined(separator: " ")
      for (low, high) in ranges(cells) {
        let isMeasured = measured.contains { ShownText.difference(shown: "\(low) \(high)", printed: "\($0) \($1)") == nil }
        #expect(isMeasured, "README.md: \(low)–\(high) is not in Docs/Performance.md")
      }
    }
  }

  private func ranges(_ text: String) -> [(Substring, Substring)] {
    text.matches(of: /([0-9]+(?:\.[0-9]+)?)–([0-9]+(?:\.[0-9]+)?)(?![0-9–])/).map { ($0.1, $0.2) }
  }

  @Test func theSwiftVersionIsThatOfThePackage() throws {
    let version = try #require(try text("Package.swift").firstMatch(of: /swift-tools-version: ([0-9.]+)/)).1
    for path in ["README.md", "Docs/GettingStarted.md"] {
      #expect(try text(path).contains("Swift \(version) or later"), "\(path)")
    }
  }

  @Test(arguments: ["Scalars", "ForwardMode", "ReverseMode", "Jacobians", "Checking", "Networks"])
  func everyPublicDeclarationSaysWhatItIs(module: String) {
    let sources = Self.documents.filter { $0.path.contains("/\(module)/") }
    report(Docstrings.missing(in: sources) + sources.flatMap(Docstrings.stubs))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.package.appendingPathComponent(path), encoding: .utf8)
  }

  private func report(_ findings: [Finding]) {
    for finding in findings { Issue.record("\(finding)") }
  }
}
