import Derivatives
import Pictures
import TestSupport

/// The error of one first derivative over its argument: by the usual formula, and by the rule.
struct RulePicture {
  let file: String
  let plot: Plot

  private init(
    _ file: String, _ title: String, _ axis: Axis, _ points: [(place: Double, x: [Double])], _ function: Elementary, _ formula: String,
    usual: ([Double]) -> Double
  ) {
    self.file = "accuracy-\(file).svg"
    /// The worst of a few neighbours, so that the curve is legible; at least a tenth, which a logarithmic axis can show.
    func curve(_ derivative: ([Double]) -> Double) -> [(x: Double, y: Double)] {
      points.map { place, x in
        let neighbours = (0..<8).map { k in x.map { $0 * (1 + 1e-13 * Double(k)) } }
        let errors = neighbours.map { x in
          let truth = reference(function, x.map { DoubleDouble($0) }, [0])
          let ours = derivative(x)
          let error = (DoubleDouble(ours) - truth.value).magnitude * ._pow(2, 52 - truth.value.exponent)
          return ours.isFinite ? error.double : 0x1p52
        }
        return (place, Swift.min(Swift.max(errors.max()!, 0.1), 0x1p52))
      }
    }
    let ours = curve { function.everyMode(at: $0, [0])[0].value }
    var plot = Plot(
      title, x: axis, y: Axis("error in ulps (4.5e15: no digit is right)", .logarithmic),
      curves: [Plot.Curve(formula, curve(usual), isDashed: true), Plot.Curve("this library", ours)])
    plot.namesAreAbove = true
    self.plot = plot
  }

  static let all: [RulePicture] = [
    RulePicture(
      "tanh", "tanh′", Axis("x"), (1...120).map { (Double($0) * 0.2, [Double($0) * 0.2]) }, .tanh, "1 − tanh²x"
    ) { x in
      let y = Double._tanh(x[0])
      return 1 - y * y
    },
    RulePicture(
      "sigmoid", "sigmoid′", Axis("x"), (1...120).map { (Double($0) * 0.4, [Double($0) * 0.4]) }, .sigmoid, "s (1 − s)"
    ) { x in
      let s = Double._sigmoid(x[0])
      return s * (1 - s)
    },
    RulePicture(
      "asin", "asin′ towards 1", Axis("1 − x", .logarithmic), distances.map { ($0, [1 - $0]) }, .asin, "1/√(1 − x²)"
    ) { x in 1 / (1 - x[0] * x[0]).squareRoot() },
    RulePicture(
      "acosh", "acosh′ towards 1", Axis("x − 1", .logarithmic), distances.map { ($0, [1 + $0]) }, .acosh, "1/√(x² − 1)"
    ) { x in 1 / (x[0] * x[0] - 1).squareRoot() },
    RulePicture(
      "atan2", "∂ atan2(y, x)/∂y at y = x", Axis("x", .logarithmic), magnitudes.map { ($0, [$0, $0]) }, .atan2, "x/(x² + y²)"
    ) { p in p[1] / (p[0] * p[0] + p[1] * p[1]) },
  ]

  private static let distances = (1...88).map { Double._exp10(-Double($0) / 8) }
  private static let magnitudes = (-75...75).map { Double._exp10(Double($0) * 4 + 0.3) }
}
