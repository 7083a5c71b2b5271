import Foundation
import TestSupport
import Testing

/// The page on memory lists every file that handles unsafe memory, and how many of its lines do.
struct MemoryPageTests {
  static let root = packageFolder()
  static let modules = ["Scalars", "ForwardMode", "ReverseMode", "Jacobians", "Checking", "Derivatives", "Examples/Networks"]

  static func isUnsafe(_ line: Substring) -> Bool {
    let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
    return ["Unsafe", "unsafe", "assumingMemoryBound", "withMemoryRebound"].contains { code.contains($0) }
  }

  static func sources() throws -> [String: String] {
    var found: [String: String] = [:]
    for module in modules {
      let folder = root.appendingPathComponent("Sources/\(module)")
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
        let file = folder.appendingPathComponent(path)
        found["\(folder.lastPathComponent)/\(file.lastPathComponent)"] = try String(contentsOf: file, encoding: .utf8)
      }
    }
    return found
  }

  @Test func thePageListsEveryUnsafeLine() throws {
    let page = try String(contentsOf: Self.root.appendingPathComponent("Docs/Memory.md"), encoding: .utf8)
    var listed: [String: Int] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells[0].hasSuffix(".swift") { listed[cells[0]] = Int(cells[1]) }
    }
    let counted = try Self.sources().mapValues { $0.split(separator: "\n").count(where: Self.isUnsafe) }.filter { $0.value > 0 }
    #expect(counted.count > 20)
    for file in Set(counted.keys).union(listed.keys).sorted() {
      #expect(counted[file] == listed[file], "\(file) has \(counted[file] ?? 0) such lines, the page says \(listed[file] ?? 0)")
    }
  }

  /// A function that promises to preserve vectors breaks the promise where the processor's vectors are wider than the compiler assumed.
  @Test func noFunctionPromisesToPreserveVectors() throws {
    let folder = Self.root.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") || $0.hasSuffix(".c") }
    #expect(files.contains("CNumerics/include/CNumerics.h"))
    for name in files {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("preserve_" + "all"), "\(name)")
    }
  }
}
