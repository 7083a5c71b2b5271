// Writes the examples of documents as tests.
//
//   DocTestGenerator examples|inventory <package> <output> <document>…
//
// The build-tool plugin runs it: `examples` for each group of documents, `inventory` once for all of them.
import DocTestKit
import Foundation

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  guard arguments.count >= 3 else { throw Usage() }
  let package = URL(fileURLWithPath: arguments[1])
  let output = URL(fileURLWithPath: arguments[2])
  let documents = try arguments[3...].map { try Document(path: $0, in: package) }
  let source: String
  switch arguments[0] {
  case "examples":
    var emitter = Emitter(package: package)
    for document in documents { try emitter.add(document) }
    source = emitter.source(suite: output.deletingPathExtension().lastPathComponent)
  case "inventory": source = Inventory.source(documents)
  default: throw Usage()
  }
  try source.write(to: output, atomically: true, encoding: .utf8)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}

struct Usage: Error, CustomStringConvertible {
  var description: String { "usage: DocTestGenerator examples|inventory <package> <output> <document>…" }
}
