/// What the caller asked of all evaluations.
struct Settings: Sendable {
  /// How many threads a function may use.
  var threads = 1
}

/// The answer of a function, and how long each run took.
struct Evaluation {
  let output: JSON
  let timings: [Timing]
}

struct Timing: Equatable {
  let name: String
  let nanoseconds: Int
}

/// A function of a module: it reads its input, is run as often as asked, and writes the output of the last run. Only the runs are timed as
/// `evaluate`.
struct Function: Sendable {
  let name: String
  private let perform: @Sendable (Input, Settings) throws(InputError) -> Evaluation

  init<Problem, Output>(
    _ name: String, prepare: @escaping @Sendable (Input) throws(InputError) -> Problem,
    evaluate: @escaping @Sendable (Problem, Settings) -> Output, answer: @escaping @Sendable (Output, Problem) -> JSON
  ) {
    self.name = name
    perform = { (input: Input, settings: Settings) throws(InputError) -> Evaluation in
      let clock = ContinuousClock()
      let runs = try Runs(input)
      let begin = clock.now
      let problem = try prepare(input)
      var timings = [Timing(name: "prepare", nanoseconds: nanoseconds(begin.duration(to: clock.now)))]
      var count = 0
      var total = Duration.zero
      while true {
        let begin = clock.now
        let output = evaluate(problem, settings)
        let time = begin.duration(to: clock.now)
        timings.append(Timing(name: "evaluate", nanoseconds: nanoseconds(time)))
        count += 1
        total += time
        if runs.areEnough(count, total) { return Evaluation(output: answer(output, problem), timings: timings) }
      }
    }
  }

  func callAsFunction(_ input: Input, _ settings: Settings) throws(InputError) -> Evaluation { try perform(input, settings) }
}

private func nanoseconds(_ time: Duration) -> Int { max(0, Int(time / .nanoseconds(1))) }

/// How often a function is run: both the count and the time must have been reached.
private struct Runs {
  private var count = 1
  private var seconds = 0.0

  init(_ input: Input) throws(InputError) {
    guard case .object = input.value else { return }
    if let runs = try input.optional("min_runs") { count = try runs.integer(in: 1...1_000_000_000) }
    if let time = try input.optional("min_seconds") { seconds = try time.number() }
  }

  func areEnough(_ runs: Int, _ time: Duration) -> Bool { runs >= count && time / .seconds(1) >= seconds }
}
