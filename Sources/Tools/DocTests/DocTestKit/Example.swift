/// Blocks, and checks of the sentences between them, that share one scope: a test.
public struct Example {
  /// The line of its first line of code.
  public let line: Int
  let imports: [Statement]
  /// What has to stand at file scope.
  let outside: [Statement]
  /// The rest, in order: the body of the test.
  let inside: [Statement]

  init(statements: [Statement]) {
    line = statements.first?.lines.first?.number ?? 0
    imports = statements.filter { $0.kind == .imports }
    let words = Self.wordsOutside(statements)
    outside = statements.filter { Self.isOutside($0, mentioned: words) }
    inside = statements.filter { $0.kind != .imports && !Self.isOutside($0, mentioned: words) }
  }

  /// The lines to be printed, in order. A comment in a hoisted declaration counts too: its function prints when it is called.
  var prints: [Line] { (outside + inside).flatMap(\.prints).sorted { $0.number < $1.number } }

  /// Names of variables that nothing mentions after their declaration: a short example may stop there, without a warning.
  var unusedNames: [String] {
    let mentions = Dictionary((outside + inside).flatMap(\.words).map { ($0, 1) }, uniquingKeysWith: +)
    return inside.flatMap { statement in
      guard case .binding(let names) = statement.kind else { return [String]() }
      return names.filter { mentions[$0] == 1 }
    }
  }

  /// Extensions and protocols belong to the file; so do the types and functions that they mention, and that those mention in turn.
  private static func isOutside(_ statement: Statement, mentioned: Set<String>) -> Bool {
    switch statement.kind {
    case .fileScope: true
    case .declaration(let name): mentioned.contains(name)
    default: false
    }
  }

  /// Every identifier in the declarations at file scope.
  private static func wordsOutside(_ statements: [Statement]) -> Set<String> {
    var words: Set<String> = []
    while true {
      let more = Set(statements.filter { isOutside($0, mentioned: words) }.flatMap(\.words))
      if more == words { return words }
      words = more
    }
  }
}
