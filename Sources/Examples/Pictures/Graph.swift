/// A directed graph without cycles, from left to right, written as SVG: boxes of text, and arrows with a label each. The same text for the
/// same graph on every machine, legible on light and on dark ground.
public struct Graph: Sendable {
  public struct Box: Sendable {
    /// The first line of the box.
    public let name: String
    /// One line for each of ``Graph/rowNames``.
    public let rows: [String]
    /// Where its arrows come from: boxes before this one, with the text at each arrow.
    public let sources: [(box: Int, label: String)]

    public init(_ name: String, _ rows: [String], from sources: [(box: Int, label: String)] = []) {
      self.name = name
      self.rows = rows
      self.sources = sources
    }
  }

  public let title: String
  /// What the lines of every box are. Each has a colour of its own.
  public let rowNames: [String]
  public let boxes: [Box]

  public init(_ title: String, rowNames: [String], boxes: [Box]) {
    precondition(boxes.allSatisfy { $0.rows.count == rowNames.count }, "Graph: every box needs \(rowNames.count) rows")
    for (k, box) in boxes.enumerated() {
      precondition(box.sources.allSatisfy { (0..<k).contains($0.box) }, "Graph: the arrows of box \(k) come from boxes before it")
    }
    self.title = title
    self.rowNames = rowNames
    self.boxes = boxes
  }

  private static let boxWidth = 150.0, gap = 142.0, margin = 24.0, top = 70.0, rowGap = 44.0, lineHeight = 19.0
  private var boxHeight: Double { 30 + Self.lineHeight * Double(rowNames.count) }

  /// One column right of its rightmost source.
  private var columns: [Int] {
    var columns: [Int] = []
    for box in boxes { columns.append((box.sources.map { columns[$0.box] }.max() ?? -1) + 1) }
    return columns
  }

  /// The picture.
  public var svg: String {
    let columns = columns
    let columnCount = (columns.max() ?? 0) + 1
    let members = (0..<columnCount).map { c in boxes.indices.filter { columns[$0] == c } }
    let rowCount = Double(members.map(\.count).max() ?? 0)
    let width = 2 * Self.margin + Double(columnCount) * Self.boxWidth + Double(columnCount - 1) * Self.gap
    let inner = rowCount * boxHeight + (rowCount - 1) * Self.rowGap
    /// The left end and the middle of a box: a column is as high as the highest, its boxes are spread evenly.
    func place(_ k: Int) -> (x: Double, y: Double) {
      let column = members[columns[k]]
      let share = inner / Double(column.count)
      return (
        Self.margin + Double(columns[k]) * (Self.boxWidth + Self.gap), Self.top + share * (Double(column.firstIndex(of: k)!) + 0.5)
      )
    }

    var lines = [svgHead(width: width, height: Self.top + inner + Self.margin), Self.style, text(Self.margin, 26, title, "title")]
    var x = Self.margin
    for (row, name) in rowNames.enumerated() {
      lines.append(text(x, 50, name, "row\(row)"))
      x += 7.4 * Double(name.unicodeScalars.count) + 24
    }
    var labels: [String] = []  // after all arrows, so that no arrow runs through a text
    for (k, box) in boxes.enumerated() {
      let (left, middle) = place(k)
      for (s, source) in box.sources.enumerated() {
        let from = place(source.box)
        let start = (x: from.x + Self.boxWidth, y: from.y)
        let end = (x: left - 3, y: middle + (Double(s) - Double(box.sources.count - 1) / 2) * 26)
        lines.append(line(start.x, start.y, end.x, end.y, "arrow"))
        labels.append(text(0.45 * start.x + 0.55 * end.x, 0.45 * start.y + 0.55 * end.y - 7, source.label, "label"))
      }
    }
    for (k, box) in boxes.enumerated() {
      let (left, middle) = place(k)
      let upper = middle - boxHeight / 2
      lines.append(
        #"<rect class="box" x="\#(decimal(left))" y="\#(decimal(upper))" width="\#(decimal(Self.boxWidth))""#
          + #" height="\#(decimal(boxHeight))" rx="6"/>"#)
      lines.append(text(left + Self.boxWidth / 2, upper + 20, box.name, "name"))
      for (row, content) in box.rows.enumerated() {
        lines.append(text(left + Self.boxWidth / 2, upper + 40 + Self.lineHeight * Double(row), content, "middle row\(row)"))
      }
    }
    return (lines + labels + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static let style = """
    <style>
    .box { fill: #f4f6f8; stroke: #57606a } .arrow { stroke: #57606a; stroke-width: 1.5; marker-end: url(#head) } #head path { fill: #57606a }
    .name { text-anchor: middle; font-weight: bold } .label { text-anchor: middle; stroke: #ffffff; stroke-width: 5; paint-order: stroke }
    .row0 { fill: #1b1f24 } .row1 { fill: #0b5cad } .row2 { fill: #2b7a3a } .row3 { fill: #b53c0b }
    @media (prefers-color-scheme: dark) {
    .box { fill: #1f252c; stroke: #9aa4ae } .arrow { stroke: #9aa4ae } #head path { fill: #9aa4ae } .label { stroke: #14181d }
    .row0 { fill: #e6edf3 } .row1 { fill: #6cb2ff } .row2 { fill: #7ed491 } .row3 { fill: #ff9a6b }
    }
    </style>
    <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs>
    """
}
