// fuzz: random programs, with every number type and operation against each other and against double-double.
import Fuzzing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func fuzz(_ options: Options) -> Int32 {
  let clock = ContinuousClock()
  let start = clock.now
  func elapsed() -> Double { (clock.now - start) / .seconds(1) }
  var run = Run(seed: options.seed)
  var nextNote = 10.0
  var failures: [String: Int] = [:]

  for number in options.first..<options.first + options.programs {
    if elapsed() > options.time { break }
    if elapsed() > nextNote {
      nextNote = elapsed() + 10
      let failed = failures.values.reduce(0, +)
      note("\(run.programs) of \(options.programs) programs, \(Int(elapsed())) s, now \(number); \(failed) failed")
    }
    guard let finding = run.check(number) else { continue }
    failures[finding.check, default: 0] += 1
    note("✘ seed \(run.seed), program \(number): \(finding)")
    if failures[finding.check] == 1 {
      print(run.minimised(number, finding))
      fflush(nil)
    }
    if !options.keepsGoing { break }
  }
  print("\(run.programs) programs of seed \(run.seed) in \(Int(elapsed())) s: \(run.statistics)")
  for (check, count) in failures.sorted(by: { $0.value > $1.value }) { print("✘ \(count) times: \(check)") }
  return failures.isEmpty ? 0 : 1
}

exit(fuzz(Options(Array(CommandLine.arguments.dropFirst()))))
