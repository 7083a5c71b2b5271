import Scalars

/// Collects what was compared, and judges it.
struct Comparison {
  private var wrong: [DerivativeCheck.Entry] = []
  private var compared = 0, undecided = 0

  var check: DerivativeCheck {
    DerivativeCheck(
      wrong: wrong.sorted { $0.relativeDifference > $1.relativeDifference }, compared: compared,
      undecided: undecided)
  }

  /// A tangent of output `row` when every input is constant: a derivative is linear in its direction, so it
  /// must be zero.
  mutating func constant(row: Int, tangent: Double) {
    guard tangent != 0, !tangent.isNaN else { return }  // 0·∞ is NaN
    compared += 1
    wrong.append(
      DerivativeCheck.Entry(
        order: 0, row: row, column: 0, computed: tangent, reference: 0, referenceError: 0, noise: 0,
        comparison: "it must be",
        cause:
          "a number of an earlier evaluation is used in a later one: the function keeps one between its calls"
      ))
  }

  /// The two modes follow the same rules: they differ by rounding only, in units of the row's largest entry,
  /// or of what is cancelled.
  mutating func modes(
    row: Int, column: Int, _ forward: Double, _ reverse: Double, size: Double, rounding: Double
  ) {
    compared += 1
    let error = 1e-11 * size + 20 * rounding
    let same =
      forward == reverse || (forward.isNaN && reverse.isNaN) || (forward - reverse).magnitude <= error
    guard !same, forward.isFinite || reverse.isFinite else { return }
    // 0·∞ is NaN in a product of forward mode only: see Edges.
    if forward.isNaN || reverse.isNaN || error.isNaN {
      undecided += 1
      return
    }
    wrong.append(
      DerivativeCheck.Entry(
        order: 1, row: row, column: column, computed: forward, reference: reverse, referenceError: error,
        noise: rounding,
        comparison: "by reverse mode it is",
        cause: "the modes disagree: the function keeps state between its calls, or asks for the number type"))
  }

  /// A derivative against differences.
  /// - Parameter transposed: What differences say about the entry with row and column exchanged.
  mutating func differences(
    order: Int, row: Int, column: Int, _ computed: Double, _ differences: inout Differences,
    transposed: Ladder.Estimate?
  ) {
    compared += 1
    switch differences.verdict(row) {
    case .agrees: break
    case .undecided: undecided += 1
    case .pole:
      add(.infinity, error: 0, noise: 0, cause: "an infinite slope meets a zero tangent, as in log(t²) at 0")
    case .wrong(let reference):
      add(
        reference.value, error: reference.error, noise: reference.noise,
        cause: cause(computed, reference, order: order, transposed: transposed))
    }

    func add(_ reference: Double, error: Double, noise: Double, cause: String) {
      wrong.append(
        DerivativeCheck.Entry(
          order: order, row: row, column: column, computed: computed, reference: reference,
          referenceError: error, noise: noise,
          comparison: "by differences it is", cause: cause))
    }
  }

  private func cause(
    _ computed: Double, _ reference: Ladder.Estimate, order: Int, transposed: Ladder.Estimate?
  ) -> String {
    let ratio = computed / reference.value
    // A ratio is read no more exactly than the differences are.
    let accuracy = 1e-5 + 10 * reference.error / reference.value.magnitude
    if computed == 0 {
      return
        "the derivative is lost: a constant or a comparison stands where a number should be carried, a term is missing, "
        + "or an infinite slope meets a zero tangent, as in cbrt(t³) at 0"
    }
    if (ratio + 1).magnitude < accuracy { return "the sign is wrong" }
    for (factor, name) in [
      (2.0, "twice"), (0.5, "half of"), (3, "three times"), (1.0 / 3, "⅓ of"), (2.0 / 3, "⅔ of"),
      (1.5, "3/2 of"),
    ]
    where (ratio - factor).magnitude < accuracy {
      return "the derivative is \(name) what it should be: a factor is wrong"
    }
    if let transposed,
      (computed - transposed.value).magnitude < 10 * transposed.error + 1e-5 * computed.magnitude,
      (transposed.value - reference.value).magnitude > 10 * (transposed.error + reference.error)
    {
      return "row and column are exchanged: it is the transposed entry"
    }
    if (ratio - 1).magnitude < 1e-3 {
      return "a small term is missing, or a constant in the rule is not exact"
    }
    return order == 1
      ? "a wrong rule: a term is missing or too many"
      : "the first derivative is right, but it was not written so that it can be differentiated again"
  }
}
