import Derivatives

/// How many digits a result has in common with a certified value: −log₁₀ of the relative error. A certified value is printed with 11
/// digits, so it cannot confirm more.
func agreeingDigits(_ result: Double, _ certified: Double) -> Double {
  let error = abs(result - certified) / abs(certified)
  return error == error ? min(11, max(0, -log10(max(error, 1e-11)))) : 0
}

/// The fewest agreeing digits of several results.
func agreeingDigits(_ results: [Double], _ certified: [Double]) -> Double {
  zip(results, certified).map { agreeingDigits($0, $1) }.min() ?? 0
}

/// The four problems of a quick tour: an easy one, a tiny parameter beside large ones, a flat valley, and a far start.
private let quickSelection = ["Misra1a", "Nelson", "MGH09", "BoxBOD"]

/// Chapter one: curves are fitted to measurements, and the answers compared with certified ones.
func fitNIST(quick: Bool) {
  let regressions = quick ? Regression.all.filter { quickSelection.contains($0.data.name) } : Regression.all
  print(
    """
    CURVE FITTING: \(regressions.count) reference problems with certified answers

    A model predicts a response y from predictors x and unknown parameters b. A fit finds the b that make Σ (model(xᵢ, b) − yᵢ)² smallest.
    To know in which direction to go it needs the Jacobian J[i, j] = ∂ model(xᵢ, b)/∂bⱼ, one row an observation, one column a parameter.
    Each model is written down once, as an ordinary Swift function (Sources/Examples/Tour/Models.swift). Nobody wrote a derivative, and no step
    size was chosen: the same function is called with numbers that carry their derivatives along.

    Data and certified values: NIST/ITL Statistical Reference Datasets. NIST gives two starting points a problem, a far one and a near
    one, and 11 digits of the answer. “Digits” below is how many of them the fit reproduces.

    """)
  var summary = Table(
    "problem", "level", "J", "far: iterations", "evaluations", "digits of b", "of σ",
    "near: iterations", "evaluations", "digits of b", "of σ"
  )
  let clock = ContinuousClock()
  let begin = clock.now
  for regression in regressions {
    let data = regression.data
    let fits = data.starts.map(regression.fit)
    describe(regression, fits)
    let columns = fits.flatMap { fit in
      [
        "\(fit.iterations)", "\(fit.evaluations)",
        agreeingDigits(fit.parameters, data.certifiedParameters).rounded(places: 1),
        agreeingDigits(fit.standardDeviations, data.certifiedDeviations).rounded(places: 1),
      ]
    }
    summary.append([data.name, data.level.lowercased(), "\(data.responses.count) × \(data.certifiedParameters.count)"] + columns)
  }
  let elapsed = begin.duration(to: clock.now)
  print("SUMMARY: from NIST's far start and from the near one; the digits are those of the worst parameter\n")
  print(summary.printed())
  print(
    """

    An iteration evaluates the Jacobian once; an evaluation is one of the residuals. 11 printed digits confirm 10.3 or more.
    All fits took \(elapsed).

    """)
}

private func describe(_ regression: Regression, _ fits: [Fit]) {
  let data = regression.data
  print("\(data.name): \(data.model)   (\(data.level.lowercased()) difficulty, \(data.responses.count) observations)")
  print("  Jacobian: \(regression.evaluation(data.starts[0]).plan)")
  for (start, fit) in zip(data.starts, fits) {
    let place = start.map { "\($0)" }.joined(separator: ", ")
    print("\n  from b = (\(place)): \(fit.iterations) iterations, \(fit.evaluations) evaluations; \(fit.reason.rawValue)")
    var table = Table("", "estimate", "certified", "digits", "standard deviation", "certified", "digits")
    for j in fit.parameters.indices {
      table.append(
        "b\(j + 1)", fit.parameters[j].formatted(digits: 11), data.certifiedParameters[j].formatted(digits: 11),
        agreeingDigits(fit.parameters[j], data.certifiedParameters[j]).rounded(places: 1),
        fit.standardDeviations[j].formatted(digits: 11), data.certifiedDeviations[j].formatted(digits: 11),
        agreeingDigits(fit.standardDeviations[j], data.certifiedDeviations[j]).rounded(places: 1))
    }
    table.append(
      "Σ r²", fit.sumOfSquares.formatted(digits: 11), data.certifiedSumOfSquares.formatted(digits: 11),
      agreeingDigits(fit.sumOfSquares, data.certifiedSumOfSquares).rounded(places: 1), "", "", "")
    print(table.printed(indent: "    "))
  }
  print()
}
