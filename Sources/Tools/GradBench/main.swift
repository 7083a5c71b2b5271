// The tool of GradBench, which answers on standard output what it is asked on standard input, and the problems of ADBench.
import Foundation

let usage = """
  usage: gradbench [--multithreaded]
         gradbench adbench FOLDER [--quick]

    gradbench            answers on standard output what GradBench asks on standard input
    gradbench adbench    runs the problems of ADBench on the instances in a folder
    --multithreaded      on all processors
    --quick              the small instances only, and less time for each
  """

let arguments = CommandLine.arguments.dropFirst()
if arguments.contains("--help") || arguments.contains("-h") {
  print(usage)
  exit(0)
}
if arguments.first == "adbench" {
  guard let folder = arguments.dropFirst().first(where: { !$0.hasPrefix("-") }) else {
    print("gradbench adbench: the folder with the instances is missing")
    exit(2)
  }
  exit(runADBench(in: URL(fileURLWithPath: folder, isDirectory: true), quick: arguments.contains("--quick")) ? 0 : 1)
}

let tool = Tool(settings: Settings(threads: arguments.contains("--multithreaded") ? ProcessInfo.processInfo.activeProcessorCount : 1))
var lines = LineReader(STDIN_FILENO)
while let line = lines.next() {
  FileHandle.standardOutput.write(Data(tool.answer(to: line) + [UInt8(ascii: "\n")]))
}
