/// What was measured of a benchmark.
struct Result {
  struct Variant {
    let name: String
    /// Nanoseconds a call: the median of the rounds that count, and the quartiles.
    let median: Double, lower: Double, upper: Double
    /// How many rounds there were, and in how many of them nobody else used the processor.
    let rounds: Int, undisturbed: Int
    /// Whether there were enough of them to leave out the others.
    fileprivate let leavesOut: Bool
    fileprivate let times: [Double]

    fileprivate init(_ samples: Rounds.Samples, on processor: Processor) {
      name = samples.name
      times = samples.times
      let quiet = zip(samples.times, samples.probes).filter { processor.isUndisturbed($1) }.map(\.0)
      (rounds, undisturbed) = (times.count, quiet.count)
      leavesOut = quiet.count >= Rounds.enough
      let sorted = (leavesOut ? quiet : times).sorted()
      let last = sorted.count - 1
      (lower, median, upper) = (sorted[last / 4], sorted[sorted.count / 2], sorted[last - last / 4])
    }
  }

  /// Whether a target was met.
  struct Verdict {
    let target: Target
    /// What was reached: a ratio, or nanoseconds.
    let reached: Double
    var isMet: Bool { reached <= target.limit }
  }

  let name: String
  let variants: [Variant]
  /// The targets that hold for this build and could be measured.
  let verdicts: [Verdict]

  init(_ benchmark: Benchmark, _ samples: [Rounds.Samples], on processor: Processor, isFused: Bool) {
    name = benchmark.name
    let variants = samples.map { Variant($0, on: processor) }
    self.variants = variants
    verdicts = benchmark.targets.compactMap { target in
      guard target.build == .any || (target.build == .fused) == isFused, let variant = variants.first(where: { $0.name == target.variant })
      else {
        return nil
      }
      guard case .times(let reference) = target.unit else { return Verdict(target: target, reached: variant.median) }
      return variants.first { $0.name == reference }.map { Verdict(target: target, reached: Self.ratio(variant, $0)) }
    }
  }

  subscript(name: String) -> Variant? { variants.first { $0.name == name } }

  /// How many times as long `a` takes as `b`: the ratio of the medians of undisturbed rounds. Where there are too few, the median over all rounds
  /// of the ratio within a round, which a slow round does not change as long as it was slow for both.
  static func ratio(_ a: Variant, _ b: Variant) -> Double {
    if a.leavesOut && b.leavesOut { return a.median / b.median }
    let ratios = zip(a.times, b.times).map { $0 / $1 }.sorted()
    return ratios[ratios.count / 2]
  }
}
