/// An axis of a plot: which numbers it shows, and where.
public struct Axis: Sendable {
  public enum Scale: Sendable { case linear, logarithmic }

  public let title: String
  public let scale: Scale
  /// Ticks where the numbers themselves would not say enough: a text at a position.
  public let labels: [(at: Double, text: String)]

  public init(_ title: String, _ scale: Scale = .linear, labels: [(at: Double, text: String)] = []) {
    self.title = title
    self.scale = scale
    self.labels = labels
  }

  func position(_ x: Double) -> Double { scale == .linear ? x : decimalLogarithm(x) }

  func canShow(_ x: Double) -> Bool { x.isFinite && (scale == .linear || x > 0) }

  /// The ticks between two positions: powers of ten, or about five round steps.
  func ticks(from low: Double, to high: Double) -> [(position: Double, text: String)] {
    if !labels.isEmpty { return labels.map { (position($0.at), $0.text) } }
    if scale == .logarithmic {
      let (first, last) = (Int(low.rounded(.up)), Int(high.rounded(.down)))
      let step = max(1, (last - first + 7) / 8)
      return stride(from: first, through: last, by: step).map { (Double($0), powerOfTen($0)) }
    }
    let step = roundStep((high - low) / 5)
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step + 1e-9).rounded(.down))
    return (first...max(first, last)).map { (Double($0) * step, decimal(Double($0) * step)) }
  }

  private func powerOfTen(_ exponent: Int) -> String {
    (0...4).contains(exponent) ? "1" + String(repeating: "0", count: exponent) : "1e\(exponent)"
  }

  /// 1, 2 or 5 times a power of ten, at least `wanted`.
  private func roundStep(_ wanted: Double) -> Double {
    guard wanted > 0 else { return 1 }
    var power = 1.0
    while power > wanted { power /= 10 }
    while power * 10 <= wanted { power *= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * (1 - 1e-9) } ?? power
  }
}

/// log₁₀ x of a positive number, from its exponent and significand, without a library of functions.
func decimalLogarithm(_ x: Double) -> Double {
  // log₂ of the significand in [1, 2) by 2 artanh((s − 1)/(s + 1))/log 2
  let t = (x.significand - 1) / (x.significand + 1)
  var power = t
  var series = 0.0
  for k in 0..<30 {
    series += power / Double(2 * k + 1)
    power *= t * t
  }
  return (Double(x.exponent) + 2 * series / 0.6931471805599453) * 0.30102999566398120
}

/// `x` with at most two digits after the point, the same on every machine.
func decimal(_ x: Double) -> String {
  let hundredths = Int((x * 100).rounded())
  let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
