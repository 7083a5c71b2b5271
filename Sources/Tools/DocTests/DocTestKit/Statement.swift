/// A statement or declaration of an example, with the comments before it.
struct Statement: Equatable {
  enum Kind: Equatable {
    case imports
    /// Swift allows it at file scope only.
    case fileScope
    /// May stand anywhere: a type or a function.
    case declaration(name: String)
    /// `let` and `var`.
    case binding(names: [String])
    /// A value nobody takes.
    case expression
    case other
  }

  var lines: [Line] = []
  /// The comment after an expression that shows its value.
  var shown: [Line] = []
  /// What its `// Prints "…"` comments promise.
  var prints: [Line] = []
  /// Without comments and strings.
  var code = ""
  /// Without comments, strings and the contents of brackets.
  var skeleton = ""

  var kind: Kind {
    guard let keyword = Self.words(of: head).first else { return head.isEmpty || !isExpression ? .other : .expression }
    switch keyword {
    case "import": return .imports
    case "extension", "protocol", "operator", "precedencegroup", "macro": return .fileScope
    case "struct", "class", "enum", "actor", "func", "typealias":
      let name = head.dropFirst(keyword.count).drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return .declaration(name: String(name))
    case "let", "var": return .binding(names: boundNames)
    case _ where Self.control.contains(keyword) || !isExpression: return .other
    default: return .expression
    }
  }

  /// Every identifier in it.
  var words: [String] { Self.words(of: code) }

  /// The declaration without attributes and modifiers. Empty while only those have been read.
  var head: Substring {
    var head = Substring(skeleton).drop { $0.isWhitespace }
    while true {
      let word = head.first == "@" ? head.dropFirst().prefix(while: Self.isWord) : head.prefix(while: Self.isWord)
      guard head.first == "@" || Self.modifiers.contains(String(word)) else { return head }
      head = head[word.endIndex...]
      if head.first == "(" { head = head.drop { $0 != ")" }.dropFirst() }
      head = head.drop { $0.isWhitespace }
    }
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "open", "final", "indirect", "static", "nonisolated", "async", "lazy",
    "prefix", "postfix", "infix", "weak", "unowned",
  ]
  private static let control: Set<String> = [
    "if", "guard", "switch", "for", "while", "repeat", "do", "defer", "return", "throw", "break", "continue", "fallthrough", "print",
  ]

  static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

  static func words(of code: some StringProtocol) -> [String] {
    Substring(code).split { !isWord($0) }.map(String.init).filter { $0.first?.isNumber == false }
  }

  /// Neither an assignment nor a directive.
  private var isExpression: Bool {
    guard head.first != "#" else { return false }
    return skeleton.split { !"+-*/%=<>!&|^~?".contains($0) }.allSatisfy {
      !$0.hasSuffix("=") || ["==", "!=", "<=", ">=", "===", "!==", "~="].contains($0)
    }
  }

  /// The names in `let a = 1, b: Int = 2` or `let (a, b) = …`. An `async let` and a computed variable have none that could be read freely.
  private var boundNames: [String] {
    guard !Self.words(of: skeleton.prefix(6)).contains("async"), skeleton.contains("=") else { return [] }
    let pattern = head.dropFirst(3).drop { $0.isWhitespace }
    if pattern.first == "(" { return Self.words(of: code.drop { $0 != "(" }.prefix { $0 != "=" }).filter { $0 != "_" } }
    return pattern.split(separator: ",").compactMap { part in
      let part = part.drop { $0.isWhitespace }
      let name = part.prefix(while: Self.isWord)
      let next = part[name.endIndex...].first { $0 != " " }
      return name.isEmpty || name == "_" || !(next == "=" || next == ":") ? nil : String(name)
    }
  }
}
