import Foundation

/// Public declarations that say nothing about themselves.
public enum Docstrings {
  /// Declarations without a comment, in the sources of one module.
  ///
  /// Left out are names with an underscore, operators, and what a protocol requires: that is described there.
  public static func missing(in documents: [Document]) -> [Finding] {
    let required = documents.reduce(standard) { $0.union(requirements(in: $1.text)) }
    return documents.flatMap { missing(in: $0, required: required) }
  }

  /// Comments that only send the reader on.
  public static func stubs(in document: Document) -> [Finding] {
    document.text.components(separatedBy: .newlines).enumerated().compactMap { index, line in
      guard line.contains("/// See the generic operation of this name") else { return nil }
      return Finding(path: document.path, line: index + 1, reason: "this comment does not say what the operation does")
    }
  }

  private static func missing(in document: Document, required: Set<String>) -> [Finding] {
    var isDescribed = false
    var isConformance = false
    return document.text.components(separatedBy: .newlines).enumerated().compactMap { index, line in
      let text = line.trimmingCharacters(in: .whitespaces)
      defer {
        let isAttribute = text.hasPrefix("@") && !text.contains("func ") && !text.contains("var ")
        let goesOn = isAttribute || text.hasPrefix("#") || text.hasPrefix("// ")
        if text.hasPrefix("///") { isDescribed = true } else if !goesOn { isDescribed = false }
      }
      if line.hasPrefix("extension ") {
        isConformance = line.prefix { $0 != "{" }.split(separator: " ").prefix { $0 != "where" }.contains { $0.hasSuffix(":") }
      }
      if line.hasPrefix("}") { isConformance = false }
      guard !isDescribed, !isConformance, let name = publicName(text), !name.hasPrefix("_"), !required.contains(name) else { return nil }
      return Finding(path: document.path, line: index + 1, reason: "public \(name) has no comment")
    }
  }

  /// The name that a line declares publicly. An operator, a conformance and an import have none.
  private static func publicName(_ line: String) -> String? {
    guard let match = line.firstMatch(of: declaration), !line.hasPrefix("//") else { return nil }
    return match.1 == "init" || match.1 == "subscript" ? String(match.1) : match.2.map(String.init)
  }

  nonisolated(unsafe) private static let declaration =
    /\bpublic (?:[a-z]+(?:\([a-z]+\))? )*?(init|subscript|(?:func|var|let|struct|class|enum|protocol|typealias|associatedtype))\b ?`?(\w+)?/

  /// What the protocols of a source require.
  private static func requirements(in source: String) -> Set<String> {
    var names: Set<String> = []
    var isInside = false
    for line in source.components(separatedBy: .newlines) {
      if line.hasPrefix("public protocol") { isInside = !line.hasSuffix("}") }
      if line.hasPrefix("}") { isInside = false }
      if isInside, let match = line.firstMatch(of: /^\s.*\b(?:func|var|associatedtype) `?(\w+)/) { names.insert(String(match.1)) }
    }
    return names
  }

  /// What protocols of the standard library require, and types for their sake.
  private static let standard: Set<String> = [
    "description", "errorDescription", "hash", "magnitude", "zero", "init", "subscript", "negate", "startIndex", "endIndex", "count",
    "IntegerLiteralType", "FloatLiteralType", "Magnitude", "Exponent", "Stride", "advanced", "distance",
  ]
}
