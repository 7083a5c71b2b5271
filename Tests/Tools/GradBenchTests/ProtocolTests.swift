import Foundation
import Testing

@testable import gradbench

/// The messages, one line in and one line out.
struct ProtocolTests {
  /// The answer to a line.
  private func answer(_ line: String) throws -> [String: JSON] {
    let answer = Tool().answer(to: [UInt8](line.utf8))
    #expect(!answer.contains(UInt8(ascii: "\n")))
    guard case .object(let members) = try JSONReader.read(answer) else { throw InputError("the answer is no object") }
    return members
  }

  private func timings(_ answer: [String: JSON], named name: String) throws -> [Int] {
    var times: [Int] = []
    for timing in try Input(JSON.object(answer), name: "answer").member("timings").parts() where try timing.member("name").string() == name
    {
      times.append(try timing.member("nanoseconds").integer(in: 0...Int.max / 2048))
    }
    return times
  }

  @Test func startIsAnsweredWithTheNameOfTheTool() throws {
    #expect(
      try answer(#"{"id": 0, "kind": "start", "eval": "hello", "config": {"a": [1]}}"#) == [
        "id": .number(0), "tool": .string("Derivatives"),
      ])
  }

  @Test(arguments: ["hello", "gmm", "ba", "ht", "lstm", "det", "kmeans", "llsq", "lse", "ode", "particle", "saddle"])
  func everyModuleIsDefined(_ name: String) throws {
    #expect(try answer(#"{"id": 1, "kind": "define", "module": "\#(name)"}"#) == ["id": .number(1), "success": .bool(true)])
  }

  @Test func anUnknownModuleIsNotDefined() throws {
    let answer = try answer(#"{"id": 2, "kind": "define", "module": "fft"}"#)
    #expect(answer == ["id": .number(2), "success": .bool(false), "error": .string("there is no module “fft”")])
  }

  @Test(arguments: ["analysis", "end", "something new"])
  func otherMessagesAreAnsweredWithTheirNumber(_ kind: String) throws {
    #expect(try answer(#"{"id": 900719925474, "kind": "\#(kind)", "of": 3, "valid": true}"#) == ["id": .number(900_719_925_474)])
  }

  @Test func helloIsSquaredAndDifferentiated() throws {
    for (function, result) in [("square", 9.0), ("double", 6)] {
      let answer = try answer(#"{"id": 3, "kind": "evaluate", "module": "hello", "function": "\#(function)", "input": 3.0}"#)
      #expect(answer["success"] == .bool(true) && answer["output"] == .number(result) && answer["error"] == nil)
      #expect(try timings(answer, named: "evaluate").count == 1)
    }
  }

  @Test func aFunctionRunsUntilBothCountAndTimeAreReached() throws {
    func evaluations(_ runs: String) throws -> [Int] {
      let input = #"{"x": [1, 2, 3], "n": 3 \#(runs)}"#
      return try timings(
        answer(#"{"id": 4, "kind": "evaluate", "module": "lse", "function": "primal", "input": \#(input)}"#), named: "evaluate")
    }
    #expect(try evaluations("").count == 1)
    #expect(try evaluations(#", "min_runs": 5, "min_seconds": 0"#).count == 5)
    #expect(try evaluations(#", "min_runs": 1, "min_seconds": 0.001"#).reduce(0, +) >= 1_000_000)
    let times = try evaluations(#", "min_runs": 3, "min_seconds": 1e-3"#)
    #expect(times.count >= 3 && times.dropLast().reduce(0, +) < 1_000_000 || times.count == 3)
  }

  @Test(arguments: [
    ("hello", "not JSON: a value was expected"), ("", "not JSON"), ("[1]", "message: an object was expected"),
    (#"{"id": 5}"#, "message: the member “kind” is missing"),
    (#"{"id": "5", "kind": "start"}"#, "message.id: a number was expected, not a string"),
    (#"{"id": 5.5, "kind": "start"}"#, "message.id: a whole number"), (#"{"id": 5, "kind": 7}"#, "message.kind: a string was expected"),
    (#"{"id": 5, "kind": "define"}"#, "message: the member “module” is missing"),
    (#"{"id": 5, "kind": "evaluate", "module": "none", "function": "f", "input": 1}"#, "there is no module “none”"),
    (#"{"id": 5, "kind": "evaluate", "module": "hello", "function": "cube", "input": 1}"#, "the module “hello” has no function “cube”"),
    (#"{"id": 5, "kind": "evaluate", "module": "hello", "function": "square"}"#, "message: the member “input” is missing"),
    (#"{"id": 5, "kind": "evaluate", "module": "hello", "function": "square", "input": null}"#, "input: a number was expected, not null"),
    (#"{"id": 5, "kind": "evaluate", "module": "hello", "function": "square", "input": 1e200}"#, "a result is inf"),
    (
      #"{"id": 5, "kind": "evaluate", "module": "det", "function": "primal", "input": {"A": [1, 2, 3], "ell": 2}}"#,
      "input.A: 3 numbers are given, 4 are wanted"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "det", "function": "primal", "input": {"A": [1], "ell": 1.5}}"#, "input.ell: a whole number"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "lse", "function": "primal", "input": {"x": "y"}}"#,
      "input.x: an array of numbers was expected"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "lse", "function": "primal", "input": {"x": [1], "min_runs": 0}}"#,
      "input.min_runs: a whole number"
    ),
    (#"{"id": 5, "kind": "evaluate", "module": "ode", "function": "primal", "input": {"x": [], "s": 1}}"#, "input.x: at least one number"),
    (
      #"{"id": 5, "kind": "evaluate", "module": "kmeans", "function": "cost", "input": {"points": [[1, 2], [3]], "centroids": [[1, 2]]}}"#,
      "input.points[1]: 1 numbers are given, 2 are wanted"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "kmeans", "function": "cost", "input": {"points": [[1]], "centroids": []}}"#,
      "input.centroids: at least one"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "lstm", "function": "objective", "input": {"extra_params": [[1], [1], [1]], "main_params": [[1, 2, 3, 4]], "state": [], "sequence": []}}"#,
      "input.main_params: two rows"
    ),
    (
      #"{"id": 5, "kind": "evaluate", "module": "saddle", "function": "ff", "input": {"start": [1]}}"#,
      "input.start: 1 numbers are given, 2 are wanted"
    ),
    (#"{"id": 5, "kind": "evaluate", "module": "ba", "function": "objective", "input": {"n": 1e18}}"#, "input.n: a whole number"),
  ])
  func aFaultIsAnsweredWithASentence(_ line: String, _ sentence: String) throws {
    let answer = try answer(line)
    #expect(answer["success"] == .bool(false))
    guard case .string(let error) = answer["error"] else {
      Issue.record("no error is named")
      return
    }
    #expect(error.hasPrefix(sentence), "\(error)")
    #expect(answer["id"] == (line.contains(#""id": 5,"#) || line.contains(#""id": 5}"#) ? .number(5) : .null))
    #expect(answer["output"] == nil)
  }

  /// After a failure hello's next input is null: the session goes on.
  @Test func theToolAnswersAfterAFault() throws {
    _ = try answer("{")
    #expect(try answer(#"{"id": 6, "kind": "define", "module": "det"}"#)["success"] == .bool(true))
  }

  @Test func linesAreReadInPieces() throws {
    let pipe = Pipe()
    let long = String(repeating: "7", count: 3_000_000)
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data("first\n\n\(long)\nlast".utf8))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var reader = LineReader(pipe.fileHandleForReading.fileDescriptor)
    var lines: [String] = []
    while let line = reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(lines == ["first", "", long, "last"])
  }
}
