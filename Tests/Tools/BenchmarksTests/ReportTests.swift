import Pictures
import Testing

@testable import benchmarks

/// The program around the measurements: what it understands, how variants take turns, what it writes.
@Suite("Reports of the benchmarks")
struct ReportTests {
  @Test func optionsAreUnderstood() {
    let options = Options(["--quick", "--filter", "mixture", "--json", "a.json", "--svg", "b.svg"])
    #expect(options.isQuick && options.filter == "mixture" && options.json == "a.json" && options.svg == "b.svg" && options.action == .run)
    #expect(Options(["--list"]).action == .list)
    #expect(Options(["--help"]).action == .help)
  }

  @Test func unknownOptionsAreRefused() {
    #expect(Options(["--fast"]).action == .refuse("unknown option --fast"))
    #expect(Options(["--filter"]).action == .refuse("--filter needs a value"))
    #expect(Options(["--json", "--quick"]).action == .refuse("--json needs a value"))
  }

  @Test func variantsTakeTurns() {
    let rounds = Rounds(count: 3, window: 1)
    var order = ""
    rounds.run {
      rounds.time("a") { order += "a" }
      rounds.time("b", times: 10) { order += "b" }
    }
    #expect(order == "aaaabbbb" + "aabb" + "aabb" + "aabb", "a round to learn how long each takes, then three; a call before each")
    #expect(rounds.samples.map(\.name) == ["a", "b"])
    #expect(rounds.samples.allSatisfy { $0.times.count == 3 && $0.times.allSatisfy { $0 > 0 } })
  }

  @Test func shortBodiesAreTimedTogether() {
    let rounds = Rounds(count: 1, window: 2e6)
    var calls = 0
    rounds.run { rounds.time("a") { calls += 1 } }
    #expect(rounds.samples[0].calls > 100 && calls > rounds.samples[0].calls)
  }

  @Test func roundsGoOnUntilTheBudgetIsUsed() {
    let few = Rounds(count: 2, window: 1)
    few.run { few.time("a") {} }
    #expect(few.samples[0].times.count == 2)
    let many = Rounds(count: 2, budget: 3e6, patience: 1e9, window: 1e6)
    var calls = 0.0
    many.run { many.time("a") { calls += 1 } }
    #expect(many.samples[0].times.count > 2)
  }

  /// Two variants whose times are given. In the rounds that are named somebody else used the processor.
  private func result(_ base: [Double], _ body: [Double], disturbed: Set<Int> = [], atMost limit: Double) -> Result {
    var a = Rounds.Samples(name: Name.plain)
    var b = Rounds.Samples(name: Name.gradient)
    a.times = base
    b.times = body
    let processor = Processor()
    let shortest = (0..<100).map { _ in processor.probe() }.min() ?? 0
    a.probes = base.indices.map { disturbed.contains($0) ? 1.5 * shortest : shortest }
    b.probes = a.probes
    let targets = [
      Target(Name.gradient, atMost: limit, times: Name.plain), Target(Name.gradient, atMost: 1, times: Name.plain, .fused),
      Target(Name.gradient, atMost: 1, times: "of no one"),
    ]
    return Result(Benchmark("<some> & other", targets) { _ in }, [a, b], on: processor, isFused: false)
  }

  @Test func ratioIsTheMedianWithinRounds() {
    let slowRound = result([1, 100, 1], [3, 300, 4], atMost: 3.5)
    #expect(slowRound.variants.map(\.median) == [1, 4])
    #expect(slowRound.verdicts.map(\.reached) == [3], "4/1 of the medians would be the noise of a round")
    #expect(slowRound.verdicts[0].isMet)
    #expect(!result([1, 1, 1], [4, 4, 4], atMost: 3.5).verdicts[0].isMet)
  }

  @Test func disturbedRoundsAreLeftOutIfEnoughRemain() {
    let (ones, threes) = ([Double](repeating: 1, count: 20), [Double](repeating: 3, count: 20))
    let slow = [6.0, 6, 6, 6, 6]
    let enough = result(ones, slow + threes[5...], disturbed: [0, 1, 2, 3, 4], atMost: 3.5)
    #expect(enough.verdicts[0].reached == 3 && enough.variants[1].undisturbed == 15 && enough.variants[1].upper == 3)
    let tooFew = result(ones, slow + threes[5...], disturbed: [0, 1, 2, 3, 4, 5], atMost: 3.5)
    #expect(tooFew.verdicts[0].reached == 3 && tooFew.variants[1].undisturbed == 14 && tooFew.variants[1].upper == 6)
  }

  @Test func tableSaysWhatIsMissed() {
    let text = TextTable.text(result([10, 10, 10], [40, 40, 40], atMost: 3.5))
    #expect(text.contains("target: gradient, reused tape ≤ 3.50 × plain: MISSED with 4.00"))
    #expect(text.contains("40.0 ns"))
  }

  @Test func jsonAndChartAreTheSameForTheSameNumbers() throws {
    let results = [result([10, 10, 10], [40.004, 40, 40], atMost: 3.5)]
    let machine = Machine(
      processor: "p", system: "s", compiler: "c", optimised: true, instructions: "i", fusedMultiplyAdd: false)
    let json = try Record(results, on: machine).json
    #expect(json == (try Record(results, on: machine).json))
    #expect(json.contains(#""nanoseconds" : 40,"#) && json.contains(#""isMet" : false"#))
    let svg = chart(results).svg
    #expect(svg == chart(results).svg)
    #expect(svg.contains("&lt;some> &amp; other") && svg.contains("prefers-color-scheme: dark"))
    #expect(svg.components(separatedBy: "<circle").count == 1 + 5 + 1, "five in the legend, one ratio")
  }

  @Test(arguments: [(0.01234, "0.0123"), (0.5, "0.50"), (3.14159, "3.14"), (31.4159, "31.4"), (314.159, "314"), (99.96, "100")])
  func numbersHaveThreeDigits(x: Double, text: String) { #expect(threeDigits(x) == text) }

  @Test func benchmarksHaveDifferentNamesAndTargetsThatNameThem() {
    let names = catalogue.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 30)
  }
}
