import Foundation
import TestSupport
import Testing

/// The page and its pictures are what the measurements say.
@Suite(.serialized)
struct AccuracyPageTests {
  static let isWriting = ProcessInfo.processInfo.environment["DERIVATIVES_WRITE"] == "1"
  static let stale = "Docs/Accuracy.md is stale. Write it anew: \(Page.command)"

  @Test func pageSaysWhatIsMeasured() async throws {
    let truth = Truth.isPresent ? try truthFiles.map { try TruthSurvey($0) } : nil
    let fresh = Page.text(await Survey.shared.value, truth)
    if Self.isWriting {
      try FileManager.default.createDirectory(at: Page.folder.appendingPathComponent("Pictures"), withIntermediateDirectories: true)
      try fresh.write(to: Page.file, atomically: true, encoding: .utf8)
    }
    let committed = Page.committed
    // Another libm gives other last digits: then the two must agree but for the measured numbers.
    let isSameMachine = Page.machine(of: committed) == Machine.line
    #expect(isSameMachine ? committed == fresh : Self.skeleton(committed) == Self.skeleton(fresh), "\(Self.stale)")
  }

  @Test func printedErrorsAreWithinThePrintedBounds() throws {
    let rows = Self.rows(Page.committed).filter { $0.count == 8 && Int($0[1]) != nil }
    #expect(rows.count == bounds.filter { !$0.isExact }.reduce(0) { $0 + $1.ulps.count }, "\(Self.stale)")
    for row in rows {
      let bound = try #require(Double(row[5]))
      #expect(try #require(Double(row[2])) <= bound && #require(Double(row[3])) <= bound, "\(row[0]), order \(row[1])")
    }
  }

  /// README sums up the bounds of first derivatives in a sentence.
  @Test func readmeStatesTheBounds() throws {
    let internalRules: [Elementary] = [.cosine, .sigmoidSlope]
    let names: [Elementary: String] = [
      .gamma: "Γ", .digamma: "ψ", .trigamma: "ψ′", .tetragamma: "ψ″",
    ]
    let loose = bounds.filter { $0.ulps[0] > 5 && !internalRules.contains($0.function) }
    let list = loose.map { names[$0.function] ?? "\($0.function)" }
    let enumeration = list.dropLast().joined(separator: ", ") + " and " + (list.last ?? "")
    let sentence =
      "First derivatives of the elementary functions are within 5 ulps, but for those of \(enumeration), "
      + "which are within \(Int(loose.map { $0.ulps[0] }.max() ?? 5))"
    let readme = try String(contentsOf: Page.folder.appendingPathComponent("../README.md"), encoding: .utf8)
    let words = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(sentence), "README should say: \(sentence)")
  }

  @Test func picturesShowWhatIsMeasured() throws {
    let isSameMachine = Page.machine(of: Page.committed) == Machine.line
    for picture in RulePicture.all {
      let file = Page.folder.appendingPathComponent("Pictures").appendingPathComponent(picture.file)
      if Self.isWriting {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try picture.plot.svg.write(to: file, atomically: true, encoding: .utf8)
      }
      let committed = try String(contentsOf: file, encoding: .utf8)
      if isSameMachine || Self.isWriting { #expect(committed == picture.plot.svg, "\(picture.file): \(Self.stale)") }
      let (usual, ours) = (picture.plot.curves[0].points, picture.plot.curves[1].points)
      #expect(ours.map(\.y).max()! <= 4, "\(picture.file)")
      #expect(usual.map(\.y).max()! > 1e4, "\(picture.file): the usual form should lose digits")
    }
  }

  /// The cells of the tables.
  static func rows(_ page: String) -> [[String]] {
    page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map {
      $0.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The page without what depends on the machine: the line that names it, errors and arguments.
  static func skeleton(_ page: String) -> [String] {
    page.split(separator: "\n").filter { !$0.hasPrefix("Machine: ") }.map { line in
      guard line.hasPrefix("| "), let row = rows(String(line)).first else { return String(line) }
      return row.count == 8 ? "\(row[0]) \(row[1]) \(row[5...])" : "\(row[0]) \(row[1]) \(row[row.count - 1])"
    }
  }
}
