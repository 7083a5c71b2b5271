import Foundation

/// Whether what documents point to exists: files, headings, cited works, symbols.
public struct Links: Sendable {
  private let package: URL
  private let anchors: [String: Set<String>]
  private let works: [String]
  private let names: Set<String>

  /// - Parameter documents: All documents of the package, those of `Sources` too, whose declarations can be named.
  public init(package: URL, documents: [Document]) {
    self.package = package
    let pages = documents.filter { !$0.isSource }
    anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, Self.anchors(of: $0)) })
    works = pages.first { $0.path == "Docs/References.md" }.map { $0.text.matches(of: /\*\*\[([^\]]*)\]/).map { String($0.1) } } ?? []
    names = Set(documents.filter(\.isSource).flatMap { Self.declarations(in: $0.text) })
  }

  /// What leads nowhere.
  public func broken(in document: Document) throws -> [Finding] {
    document.isSource ? brokenSymbols(in: document) : try brokenLinks(in: document)
  }

  private func brokenLinks(in document: Document) throws -> [Finding] {
    try Page(document).sections.flatMap(\.paragraphs).flatMap { paragraph in
      let lines = paragraph.lines
      let text = lines.map(\.text).joined(separator: "\n")
      func line(_ index: String.Index) -> Int { lines[text[..<index].count { $0 == "\n" }].number }
      func finding(_ at: String.Index, _ reason: String) -> Finding { Finding(path: document.path, line: line(at), reason: reason) }

      let links = text.matches(of: /\]\(([^)\s]*)\)/).filter { !isReached($0.1, from: document.path) }
      let files = text.matches(of: /`((?:Sources|Tests|Docs|\.ci)\/[^`\s]*)`/).filter { !exists(String($0.1)) }
      let cited = text.replacing(/`[^`\n]*`/) { match in String(repeating: " ", count: match.0.count) }
      let works = cited.matches(of: /(\*?)\[(\p{Lu}[^\]]*)\](?!\()/).filter { match in
        match.1.isEmpty && !self.works.contains { match.2.replacing("\n", with: " ").hasPrefix($0) }
      }
      return links.map { finding($0.range.lowerBound, "the link to \($0.1) leads nowhere") }
        + files.map { finding($0.range.lowerBound, "there is no \($0.1)") }
        + works.map { finding($0.range.lowerBound, "[\($0.2)] is not in Docs/References.md") }
    }
  }

  private func isReached(_ target: Substring, from path: String) -> Bool {
    if target.contains("://") { return true }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let folder = path.split(separator: "/").dropLast().map(String.init)
    let file = parts[0].isEmpty ? path : Self.resolved(folder + parts[0].split(separator: "/").map(String.init))
    guard parts[0].isEmpty || exists(file) else { return false }
    return parts.count == 1 || anchors[file]?.contains(parts[1]) == true
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: package.appendingPathComponent(path).path) }

  private static func resolved(_ parts: [String]) -> String {
    var path: [String] = []
    for part in parts {
      if part == ".." { _ = path.popLast() } else if part != "." { path.append(part) }
    }
    return path.joined(separator: "/")
  }

  /// The anchors that GitHub gives the headings of a page: small letters, digits, hyphens for blanks; `-1` for the second of one name.
  static func anchors(of document: Document) -> Set<String> {
    var counts: [String: Int] = [:]
    var anchors: Set<String> = []
    for section in (try? Page(document).sections) ?? [] {
      guard let heading = section.heading else { continue }
      let title = heading.text.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).replacing(/\]\([^)]*\)/, with: "")
      let slug = title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == " " }
        .replacing(" ", with: "-")
      anchors.insert(counts[slug].map { "\(slug)-\($0)" } ?? slug)
      counts[slug, default: 0] += 1
    }
    return anchors
  }

  /// Symbols in two backticks, in the comments of a source.
  private func brokenSymbols(in document: Document) -> [Finding] {
    document.prose.compactMap { $0 }.flatMap { line in
      line.text.matches(of: /``([^`\s]+)``/).filter { match in
        !match.1.split(separator: "/").allSatisfy { names.contains(String($0.prefix { $0 != "(" })) }
      }.map { Finding(path: document.path, line: line.number, reason: "there is no symbol \($0.1)") }
    }
  }

  private static func declarations(in source: String) -> [String] {
    source.matches(of: /\b(?:func|var|let|struct|class|enum|protocol|typealias|case|associatedtype|actor)\s+`?(\w+)/).map { String($0.1) }
      + source.matches(of: /\b(?:let|var) \w+: \w+, (\w+)/).map { String($0.1) } + ["init", "subscript"]
  }
}
