/// What was measured of a benchmark.
struct Result {
  struct Variant {
    let name: String
    /// Nanoseconds a call: the median of the rounds, the quartiles, and the fastest round.
    let median: Double, lower: Double, upper: Double, fastest: Double
    fileprivate let times: [Double]
  }

  /// Whether a target was met.
  struct Verdict {
    let target: Target
    /// What was reached: a ratio, or nanoseconds.
    let reached: Double
    /// The same of the fastest rounds alone, least disturbed by other programs.
    let atFastest: Double
    var isMet: Bool { reached <= target.limit }
  }

  let name: String
  let variants: [Variant]
  /// The targets that hold for this build and could be measured.
  let verdicts: [Verdict]

  init(_ benchmark: Benchmark, _ samples: [Rounds.Samples], isFused: Bool) {
    name = benchmark.name
    let variants = samples.map { s in
      let sorted = s.times.sorted()
      let last = sorted.count - 1
      return Variant(
        name: s.name, median: sorted[sorted.count / 2], lower: sorted[last / 4], upper: sorted[last - last / 4], fastest: sorted[0],
        times: s.times)
    }
    self.variants = variants
    verdicts = benchmark.targets.compactMap { target in
      guard target.build == .any || (target.build == .fused) == isFused, let variant = variants.first(where: { $0.name == target.variant })
      else {
        return nil
      }
      guard case .times(let reference) = target.unit else {
        return Verdict(target: target, reached: variant.median, atFastest: variant.fastest)
      }
      return variants.first { $0.name == reference }.map {
        Verdict(target: target, reached: Self.ratio(variant, $0), atFastest: variant.fastest / $0.fastest)
      }
    }
  }

  subscript(name: String) -> Variant? { variants.first { $0.name == name } }

  /// How many times as long `a` takes as `b`: the median of the ratios within each round, which a slow round does not change as long as it was
  /// slow for both.
  static func ratio(_ a: Variant, _ b: Variant) -> Double {
    let ratios = zip(a.times, b.times).map { $0 / $1 }.sorted()
    return ratios[ratios.count / 2]
  }
}
