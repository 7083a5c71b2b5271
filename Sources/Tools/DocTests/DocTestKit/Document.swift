import Foundation

/// One line of a document, with its number there.
public struct Line: Equatable, Sendable {
  public var number: Int
  public var text: String

  var trimmed: String { text.trimmingCharacters(in: .whitespaces) }
  var indent: Int { text.prefix { $0 == " " }.count }

  /// Without the blanks that a block in a list stands behind.
  func unindented(by count: Int) -> Line { Line(number: number, text: String(text.dropFirst(min(count, indent)))) }
}

/// A file with examples: Markdown, or Swift source with `///` comments.
public struct Document: Sendable {
  /// Relative to the package, as it is named in tests and messages.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  public init(path: String, in package: URL) throws {
    self.init(path: path, text: try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8))
  }

  /// The examples in the order of the text. Blocks of a Markdown file continue one example until a reset; each block of a `///` comment is
  /// an example of its own.
  public func examples() throws -> [Example] {
    var groups: [[Statement]] = [[]]
    var checks: [Statement] = []
    for part in try parts() + [.reset] {
      switch part {
      case .block(let block): groups[groups.count - 1] += Statement.read(block)
      case .check(let statement): checks.append(statement)
      case .reset:
        groups[groups.count - 1] += checks
        groups.append([])
        checks = []
      }
      if isSource, checks.isEmpty { groups.append([]) }
    }
    return groups.filter { !$0.isEmpty }.map { Example(statements: $0) }
  }

  var isSource: Bool { path.hasSuffix(".swift") }

  /// The lines of prose, with `nil` where code interrupts them: a block does not reach from one `///` comment into the next.
  var prose: [Line?] {
    let lines = text.components(separatedBy: .newlines).enumerated().map { Line(number: $0.offset + 1, text: $0.element) }
    guard isSource else { return lines }
    return lines.map { line in
      guard line.trimmed.hasPrefix("///") else { return nil }
      let text = line.trimmed.dropFirst(3)
      return Line(number: line.number, text: String(text.hasPrefix(" ") ? text.dropFirst() : text))
    }
  }
}

/// A document that cannot be read as examples.
public struct Malformed: Error, Equatable, CustomStringConvertible {
  public let path: String
  public let line: Int
  public let reason: String

  public var description: String { "\(path):\(line): error: \(reason)" }
}
