// The claims about speed, measured side by side: `swift run -c release benchmarks`.
import Foundation

let options = Options(Array(CommandLine.arguments.dropFirst()))
let chosen = catalogue.filter { benchmark in options.filter.map { benchmark.name.contains($0) } ?? true }

switch options.action {
case .help: print(Options.usage)
case .list: for benchmark in chosen { print(benchmark.name) }
case .refuse(let reason):
  say(reason + "\n\n" + Options.usage + "\n")
  exit(2)
case .run:
  if chosen.isEmpty {
    say("no benchmark's name contains \(options.filter ?? ""); --list prints them all\n")
    exit(2)
  }
  try run(chosen, options)
}

func run(_ benchmarks: [Benchmark], _ options: Options) throws {
  let machine = Machine.this
  let processor = Processor(lookingFor: 5e8)
  print(machine.description + "\n\n" + TextTable.explanation)
  var results: [Result] = []
  for (i, benchmark) in benchmarks.enumerated() {
    say("\u{1B}[2K\r[\(i + 1)/\(benchmarks.count)] \(benchmark.name)")
    let measurement =
      options.isQuick
      ? Rounds(count: 5, window: 1e5, on: processor) : Rounds(count: 31, budget: 5e8, patience: 2e9, window: 1e5, on: processor)
    benchmark.measure(measurement)
    results.append(Result(benchmark, measurement.samples, on: processor, isFused: machine.fusedMultiplyAdd))
    say("\u{1B}[2K\r")
    print(TextTable.text(results[i]))
  }
  let verdicts = results.flatMap(\.verdicts)
  print("\(verdicts.filter(\.isMet).count) of \(verdicts.count) targets met")
  try write(Record(results, on: machine).json, to: options.json)
  try write(chart(results).svg, to: options.svg)
  print("Every number: \(options.json). Picture: \(options.svg).")
}

/// Progress and complaints, apart from the results.
func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

func write(_ text: String, to path: String) throws {
  let file = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try text.write(to: file, atomically: true, encoding: .utf8)
}
