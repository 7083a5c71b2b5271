/// What differences say about computed derivatives along one input.
struct Differences {
  enum Verdict {
    case agrees, undecided
    case wrong(Ladder.Estimate)
    /// The curve is infinite at the point and finite on both sides: there is no derivative.
    case pole
  }

  private let computed: [Double], rounding: [Double]
  private var ladder: Ladder
  /// Other steps: they must confirm what the first ones say against a derivative.
  private var other: Ladder
  private var otherIsClimbed = false

  /// - Parameters:
  ///   - curve: The outputs as functions of the input.
  ///   - x: Where.
  ///   - computed: Their derivatives, as the library computes them.
  ///   - noise: The rounding error of the curve's values, where it is known.
  ///   - rounding: The rounding error of the derivatives.
  init(
    along curve: @escaping (Double) -> [Double], at x: Double, computed: [Double], noise: [Double],
    rounding: [Double]
  ) {
    self.computed = computed
    self.rounding = rounding
    let length = Ladder.length(at: x)
    ladder = Ladder(at: x, first: 0.2 * length, noise: noise, of: curve)
    other = Ladder(at: x, first: 0.137 * length, noise: noise, of: curve)
    while !computed.indices.allSatisfy({ isSettled($0) }), ladder.climb() {}
  }

  /// What differences give for output `i`.
  func reference(_ i: Int) -> Ladder.Estimate { ladder.best(i) }

  /// True when smaller steps cannot change the verdict: eight digits agree, or nothing changed in two windows
  /// without a common step.
  private func isSettled(_ i: Int) -> Bool {
    guard computed[i].isFinite else { return true }
    guard let last = ladder.estimates[i].last else { return false }
    if last.error <= 1e-8 * last.value.magnitude && agrees(i, last) { return true }
    let earlier = ladder.estimates[i].count - Ladder.windowLength - 1
    return computed[i] == 0 && last.isFlat && earlier >= 0 && ladder.estimates[i][earlier].isFlat
  }

  mutating func verdict(_ i: Int) -> Verdict {
    let verdict = verdict(i, ladder)
    guard case .wrong = verdict else { return verdict }
    if !otherIsClimbed {
      while other.climb() {}
      otherIsClimbed = true
    }
    if case .wrong = self.verdict(i, other) { return verdict }
    return .undecided
  }

  private func verdict(_ i: Int, _ ladder: Ladder) -> Verdict {
    guard computed[i].isFinite else { return .undecided }
    if ladder.centre[i].isInfinite { return ladder.isFiniteBeside[i] ? .pole : .undecided }
    let best = ladder.best(i)
    let size = max(computed[i].magnitude, best.value.magnitude)
    if agrees(i, best) { return computed[i] == 0 || 10 * best.error < size ? .agrees : .undecided }
    guard best.decides(against: computed[i]) else { return .undecided }
    let isRightOnAnotherScale = ladder.estimates[i].contains {
      ($0.isSharp || $0.isFlat) && agrees(i, $0) && $0.contradictsWithinNoise(best)
    }
    return isRightOnAnotherScale ? .undecided : .wrong(best)
  }

  /// The two differ by no more than both may be off, or by 10⁻⁷ of themselves.
  private func agrees(_ i: Int, _ reference: Ladder.Estimate) -> Bool {
    let size = max(computed[i].magnitude, reference.value.magnitude)
    return (computed[i] - reference.value).magnitude <= 10 * (reference.error + 2 * rounding[i]) + 1e-7 * size
  }
}
