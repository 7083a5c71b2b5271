import Scalars

/// Collects what was compared, and judges it.
struct Comparison {
  private var wrong: [DerivativeCheck.Entry] = []
  private var compared = 0, undecided = 0

  var check: DerivativeCheck {
    DerivativeCheck(wrong: wrong.sorted { $0.relativeDifference > $1.relativeDifference }, compared: compared, undecided: undecided)
  }

  /// The two modes follow the same rules: they differ by rounding only, in units of the row's largest entry.
  mutating func modes(row: Int, column: Int, _ forward: Double, _ reverse: Double, size: Double) {
    compared += 1
    let same = forward == reverse || (forward.isNaN && reverse.isNaN) || (forward - reverse).magnitude <= 1e-11 * size
    guard !same, forward.isFinite || reverse.isFinite else { return }
    // 0·∞ is NaN in a product of forward mode only: see Edges.
    if forward.isNaN || reverse.isNaN {
      undecided += 1
      return
    }
    wrong.append(
      DerivativeCheck.Entry(
        order: 1, row: row, column: column, computed: forward, reference: reverse, referenceError: 1e-11 * size, comparison: "reverse mode",
        cause: "the modes disagree: the function keeps state between its calls, or asks for the number type"))
  }

  /// A derivative against differences. It is wrong when it is off by more than they can be, and by more than 1e−7 of itself.
  mutating func differences(
    order: Int, row: Int, column: Int, _ computed: Double, _ reference: NumericalDerivative,
    along f: (Double) -> [Double], at x: Double, transposed: Double?
  ) {
    compared += 1
    let size = max(computed.magnitude, reference.value.magnitude)
    guard computed.isFinite, reference.error.isFinite, 20 * reference.error < size || computed == 0 else {
      if !agrees(computed, reference) { undecided += 1 }
      return
    }
    if agrees(computed, reference) { return }
    // Differences across a kink or a jump mean nothing; on one side of it they do.
    let sides = [-1.0, 1].map { oneSidedDerivatives(at: x, side: $0, of: f)[row] }
    let (left, right) = (sides[0], sides[1])
    if !left.error.isFinite || !right.error.isFinite
      || (left.value - right.value).magnitude > 10 * (left.error + right.error) + 1e-5 * max(left.value.magnitude, right.value.magnitude)
    {
      undecided += 1
      return
    }
    // The two sides must confirm the differences before they are believed.
    let confirmed = sides.allSatisfy { ($0.value - reference.value).magnitude <= 10 * $0.error + 10 * reference.error + 1e-4 * size }
    guard confirmed else {
      undecided += 1
      return
    }
    wrong.append(
      DerivativeCheck.Entry(
        order: order, row: row, column: column, computed: computed, reference: reference.value, referenceError: reference.error,
        comparison: "by differences it is", cause: cause(computed, reference, order: order, transposed: transposed)))
  }

  private func agrees(_ computed: Double, _ reference: NumericalDerivative) -> Bool {
    let size = max(computed.magnitude, reference.value.magnitude)
    return (computed - reference.value).magnitude <= 10 * reference.error + 1e-7 * size
  }

  private func cause(_ computed: Double, _ reference: NumericalDerivative, order: Int, transposed: Double?) -> String {
    let ratio = computed / reference.value
    if computed == 0 {
      return "the derivative is lost: a constant or a comparison stands where a number should be carried, or a term is missing"
    }
    if (ratio + 1).magnitude < 1e-5 { return "the sign is wrong" }
    for (factor, name) in [(2.0, "twice"), (0.5, "half of"), (3, "three times"), (1.0 / 3, "⅓ of"), (2.0 / 3, "⅔ of"), (1.5, "3/2 of")]
    where (ratio - factor).magnitude < 1e-5 {
      return "the derivative is \(name) what it should be: a factor is wrong"
    }
    if let transposed, (computed - transposed).magnitude < 1e-5 * computed.magnitude {
      return "row and column are exchanged: it is the transposed entry"
    }
    if (ratio - 1).magnitude < 1e-3 { return "a small term is missing, or a constant in the rule is not exact" }
    return order == 1
      ? "a wrong rule: a term is missing or too many"
      : "the first derivative is right, but it was not written so that it can be differentiated again"
  }
}
