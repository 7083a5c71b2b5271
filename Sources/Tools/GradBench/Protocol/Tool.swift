/// Answers the messages of an evaluation, one line each. Nothing is remembered from one message to the next.
struct Tool {
  var settings = Settings()

  /// The answer to a line, without the end of the line. Whatever is wrong with the line is said in the answer.
  func answer(to line: [UInt8]) -> [UInt8] {
    var answer: [String: JSON] = ["id": .null]
    do throws(InputError) {
      let message = Input(try JSONReader.read(line), name: "message")
      if let id = try message.optional("id") { answer["id"] = .integer(try id.integer(in: 0...Int(1) << 53)) }
      answer.merge(try members(ofAnswerTo: message)) { $1 }
      return try JSONWriter.write(.object(answer))
    } catch {
      answer["success"] = .bool(false)
      answer["error"] = .string(error.description)
      return (try? JSONWriter.write(.object(["id": answer["id"] ?? .null, "success": .bool(false), "error": .string(error.description)])))
        ?? []
    }
  }

  private func members(ofAnswerTo message: Input) throws(InputError) -> [String: JSON] {
    switch try message.member("kind").string() {
    case "start": return ["tool": .string("Derivatives")]
    case "define":
      _ = try Module.named(message.member("module").string())
      return ["success": .bool(true)]
    case "evaluate":
      let module = try Module.named(message.member("module").string())
      let function = try module.function(message.member("function").string())
      guard case .object(let members) = message.value, let input = members["input"] else {
        throw InputError("message: the member “input” is missing")
      }
      let evaluation = try function(Input(input, name: "input"), settings)
      return ["success": .bool(true), "output": evaluation.output, "timings": .array(evaluation.timings.map(\.json))]
    default: return [:]  // an analysis, or something that is not known yet: the id is the answer
    }
  }
}

extension Timing {
  fileprivate var json: JSON { .object(["name": .string(name), "nanoseconds": .integer(nanoseconds)]) }
}
