import DocTestKit
import Testing

/// Collects what an example prints. Not locked: an example prints from one task.
final class ExampleOutput: @unchecked Sendable {
  @TaskLocal static var current: ExampleOutput?
  var text = ""
}

/// Takes the place of Swift's `print` in the examples, in their types and extensions too.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = items.map { "\($0)" }.joined(separator: separator) + terminator
  if let output = ExampleOutput.current { output.text += text } else { Swift.print(text, terminator: "") }
}

/// A line of a document and the text shown there.
typealias ShownLine = (line: Int, text: String)

/// Compares what a test prints with the lines its document shows.
struct Prints: TestTrait, TestScoping {
  let shown: [ShownLine]
  let file: String
  let start: Int

  func provideScope(for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void) async throws {
    let output = ExampleOutput()
    try await ExampleOutput.$current.withValue(output, operation: body)
    let printed = output.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let lines = printed.last == "" ? printed.dropLast() : printed[...]
    for (promise, line) in zip(shown, lines) { expect(line, shows: promise, in: file) }
    for promise in shown.dropFirst(lines.count) { fail("nothing is printed for this line", at: promise, in: file) }
    for line in lines.dropFirst(shown.count) {
      fail("prints \(line.debugDescription), which no Prints comment shows", at: (start, line), in: file)
    }
  }
}

extension Trait where Self == Prints {
  static func prints(_ shown: [ShownLine], in file: String, from start: Int) -> Prints { Prints(shown: shown, file: file, start: start) }
}

/// The value of an expression and the comment after it.
func expect<Value>(_ value: Value, shows promise: ShownLine, in file: String) {
  if let difference = ShownText.difference(shown: promise.text, printed: "\(value)") {
    fail("\(difference)\nprinted: \(value)\nshown:   \(promise.text)", at: promise, in: file)
  }
}

/// What a note says of the sentence before it.
func expect(_ holds: Bool, shows promise: ShownLine, in file: String) {
  if !holds { fail("this does not hold", at: promise, in: file) }
}

/// The value of an expression that nothing takes and no comment shows: no warning, and nothing to check.
func discard<Value>(_ value: Value) {}

private func fail(_ reason: String, at promise: ShownLine, in file: String) {
  let name = file.split(separator: "/").last ?? ""
  Issue.record("\(reason)", sourceLocation: SourceLocation(fileID: "DocumentTests/\(name)", filePath: file, line: promise.line, column: 1))
}
