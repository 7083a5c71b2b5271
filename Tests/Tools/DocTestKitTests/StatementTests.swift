import Testing

@testable import DocTestKit

struct StatementTests {
  func block(_ text: String) -> Block {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { Line(number: $0.offset + 1, text: String($0.element)) }
  }
  func kinds(_ text: String) -> [Statement.Kind] { Statement.read(block(text)).map(\.kind) }

  @Test func kindsAreToldApart() {
    #expect(kinds("import Foundation") == [.imports])
    #expect(kinds("/// A.\n@inlinable\npublic func f<T>(_ x: T) -> T {\n  x\n}\nf(1)") == [.declaration(name: "f"), .expression])
    #expect(kinds("extension A: B {\n}\nstruct C {}") == [.fileScope, .declaration(name: "C")])
    #expect(kinds("x += 1\nx == 1\n_ = x") == [.other, .expression, .other])
    #expect(kinds("if x == 1 {\n}\nelse {\n}\n#if A\n#endif") == [.other, .other, .other])
    #expect(kinds("prefix operator √") == [.fileScope])
  }

  @Test func namesOfVariablesAreFound() {
    #expect(kinds("let a = 1, b: [Int] = [2, 3]") == [.binding(names: ["a", "b"])])
    #expect(kinds("let (c, _, d) = f(1, 2)") == [.binding(names: ["c", "d"])])
    #expect(kinds("let e: Dictionary<Int, Int> = [:]") == [.binding(names: ["e"])])
    #expect(kinds("async let f = g()\nvar h: Int { 1 }") == [.binding(names: []), .binding(names: [])])
  }

  @Test func statementsGoOnWhileBracketsAreOpenOrLinesIndented() {
    #expect(kinds("f(1) { x in\n  \"}\\(x + \"}\")\"\n} // }\nlet y = z\n  .w()") == [.expression, .binding(names: ["y"])])
    #expect(kinds("/* { */ g()\nh()") == [.expression, .expression])
    #expect(kinds("let s = \"\"\"\n  {\n  \"\"\"\ng()") == [.binding(names: ["s"]), .expression])
  }

  @Test func commentsShowTheValueOfTheExpressionBefore() {
    let statements = Statement.read(block("f(1)  // a remark\n// [[1, 2],\n//  [3, 4]]\n// prose\ng()\n// 3 apples\nlet x = 1\n// [1]"))
    #expect(statements.map(\.shown.count) == [2, 1, 0, 0])
    #expect(statements[0].shown.map(\.text) == [" [[1, 2],", "  [3, 4]]"])
  }

  @Test func printsCommentsAreFoundEverywhere() {
    let statements = Statement.read(
      block("for i in a {\n  print(i)  // Prints \"1\"\n  // Prints \"2 \"x\"\"\n}\nprint(\"// Prints \\\"no\\\"\")"))
    #expect(statements.flatMap(\.prints) == [Line(number: 2, text: "1"), Line(number: 3, text: "2 \"x\"")])
  }

  @Test func whatAnExtensionMentionsIsHoistedWithIt() {
    let text = "struct A {}\nfunc f() {}\nstruct B { var a: A }\nextension B {}\nf()\nlet unused = 1"
    let example = Example(statements: Statement.read(block(text)))
    #expect(example.outside.map(\.kind) == [.declaration(name: "A"), .declaration(name: "B"), .fileScope])
    #expect(example.inside.map(\.kind) == [.declaration(name: "f"), .expression, .binding(names: ["unused"])])
    #expect(example.unusedNames == ["unused"])
  }
}
