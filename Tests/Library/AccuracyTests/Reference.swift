import TestSupport

/// A true derivative: its value, and the largest term of the sum that it is.
///
/// Where terms cancel, no rule can be right to an ulp of the value; then the ulp of the largest term is the unit of the error.
struct Reference {
  let value: DoubleDouble
  let largestTerm: DoubleDouble

  init(value: DoubleDouble, largestTerm: DoubleDouble) {
    self.value = value
    self.largestTerm = largestTerm
  }

  init(_ terms: DoubleDouble...) {
    value = terms.reduce(0, +)
    largestTerm = terms.map(\.magnitude).max() ?? 0
  }

  static func * (factor: DoubleDouble, r: Reference) -> Reference {
    Reference(value: factor * r.value, largestTerm: (factor * r.largestTerm).magnitude)
  }
}

/// ∂f/∂xᵢ∂xⱼ… for i ≤ j ≤ … in `directions`, as a collection of formulas gives it. It knows nothing of the rule table.
func reference(_ function: Elementary, _ x: [DoubleDouble], _ directions: [Int]) -> Reference {
  function.argumentCount == 1 ? closedForm(function, x[0], order: directions.count) : closedForm(function, x, directions)
}
