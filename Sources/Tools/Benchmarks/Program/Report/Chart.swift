import Pictures

/// The ratios to the plain evaluation as a picture: a row for each benchmark, a dot for each way to its derivative.
func chart(_ results: [Result]) -> RatioChart {
  let series: [(name: String, variant: (Result) -> Result.Variant?)] = [
    ("this library, forward", { fastest($0) { $0.hasPrefix("columns") || $0.hasSuffix("duals") || $0.hasPrefix("Jacobians, as") } }),
    ("this library, reverse", { fastest($0) { $0 == Name.rows || $0 == Name.gradient } }),
    ("by hand", { $0[Name.byHand] }), ("central differences", { $0[Name.differences] }), ("_Differentiation", { $0[Name.compiler] }),
  ]
  let shown = results.filter { $0[Name.plain] != nil }
  return RatioChart(
    "Time of a derivative, in plain evaluations of the function", rows: shown.map(\.name),
    series: series.map { series in
      RatioChart.Series(
        series.name,
        shown.map { result in
          guard let plain = result[Name.plain], let variant = series.variant(result) else { return nil }
          return Result.ratio(variant, plain)
        })
    })
}

private func fastest(_ result: Result, _ isOne: (String) -> Bool) -> Result.Variant? {
  result.variants.filter { isOne($0.name) }.min { $0.median < $1.median }
}
