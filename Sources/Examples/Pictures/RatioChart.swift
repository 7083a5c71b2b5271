/// Positive numbers of several series, a row for each thing measured, on a logarithmic axis with 1 marked: written as SVG, the same text for the
/// same numbers on every machine, legible on light and on dark ground.
public struct RatioChart: Sendable {
  public struct Series: Sendable {
    public let name: String
    /// One for each row; `nil` where there is none.
    public let values: [Double?]

    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  public let title: String
  public let rows: [String]
  public let series: [Series]

  public init(_ title: String, rows: [String], series: [Series]) {
    self.title = title
    self.rows = rows
    self.series = series
  }

  private static let width = 960.0, right = 924.0, top = 76.0, rowHeight = 20.0

  /// The picture.
  public var svg: String {
    let numbers = series.flatMap { $0.values.compactMap { $0 } }.filter { $0 > 0 && $0.isFinite } + [1]
    let low = decimalLogarithm(numbers.min() ?? 1).rounded(.down)
    let high = Swift.max(low + 1, decimalLogarithm(numbers.max() ?? 1).rounded(.up))
    let left = 28 + 7.2 * Double(rows.map(\.count).max() ?? 0)
    func across(_ x: Double) -> Double { left + (decimalLogarithm(x) - low) / (high - low) * (Self.right - left) }
    let floor = Self.top + Self.rowHeight * Double(rows.count)

    var lines = [svgHead(width: Self.width, height: floor + 44)]
    lines.append(text(16, 24, title, "title"))
    let axis = Axis("", .logarithmic)
    for tick in axis.ticks(from: low, to: high) {
      let x = left + (tick.position - low) / (high - low) * (Self.right - left)
      lines.append(line(x, Self.top - 6, x, floor, tick.position == 0 ? "mark" : "grid"))
      lines.append(text(x, floor + 18, tick.text, "middle"))
    }
    var legend = 16.0
    for (k, one) in series.enumerated() {
      lines.append(dot(legend + 5, 46, k))
      lines.append(text(legend + 16, 50, one.name, ""))
      legend += 36 + 6.8 * Double(one.name.count)
    }
    for (i, row) in rows.enumerated() {
      let y = Self.top + Self.rowHeight * (Double(i) + 0.5)
      lines.append(text(left - 12, y + 4, row, "end"))
      lines.append(line(left, y, Self.right, y, "grid"))
      for (k, one) in series.enumerated() where i < one.values.count {
        if let value = one.values[i], value > 0, value.isFinite { lines.append(dot(across(value), y, k)) }
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }
}
