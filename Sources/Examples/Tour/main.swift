// The tour: what the library does for a person who has measurements and a model, or a network and samples.
import Foundation

let usage = """
  usage: tour [network] [--quick]

    tour            fits reference problems, and compares Jacobians by columns and by rows
    tour network    trains networks on flowers and on handwritten digits
    --quick         shows less of it
  """

func complain(_ sentence: String, exit code: Int32) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(code)
}

let arguments = Set(CommandLine.arguments.dropFirst())
if arguments.contains("--help") || arguments.contains("-h") {
  print(usage)
  exit(0)
}
let unknown = arguments.subtracting(["network", "--quick"])
if !unknown.isEmpty { complain("tour: unknown: \(unknown.sorted().joined(separator: " "))\n\n\(usage)", exit: 2) }
let isQuick = arguments.contains("--quick")

do {
  if arguments.contains("network") {
    try trainNetworks(quick: isQuick)
  } else {
    fitNIST(quick: isQuick)
    try showTradeoff(quick: isQuick)
  }
} catch {
  complain("tour: \(error)", exit: 1)
}
