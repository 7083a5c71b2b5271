/// Curves in one pair of axes, written as SVG: the same text for the same numbers on every machine, legible on light and on dark ground.
public struct Plot: Sendable {
  public struct Curve: Sendable {
    public let name: String
    public let points: [(x: Double, y: Double)]
    public let isDashed: Bool

    public init(_ name: String, _ points: [(x: Double, y: Double)], isDashed: Bool = false) {
      self.name = name
      self.points = points
      self.isDashed = isDashed
    }
  }

  public let title: String
  public let x: Axis
  public let y: Axis
  public var curves: [Curve]
  /// A vertical line with a text: what the picture is about.
  public var mark: (x: Double, text: String)?
  /// Whether the names of (two) curves stand beside the title, where no curve can run through them.
  public var namesAreAbove = false
  /// The corner of the axes in which they stand otherwise: one that the curves leave free.
  public var namesAreIn = Corner.topLeft

  public enum Corner: Sendable { case topLeft, topRight, bottomLeft, bottomRight }

  public init(_ title: String, x: Axis, y: Axis, curves: [Curve] = [], mark: (x: Double, text: String)? = nil) {
    self.title = title
    self.x = x
    self.y = y
    self.curves = curves
    self.mark = mark
  }

  private static let width = 720.0, height = 440.0
  private static let left = 70.0, right = 36.0, top = 58.0, bottom = 58.0

  /// The picture.
  public var svg: String {
    let shown = curves.map { $0.points.filter { x.canShow($0.x) && y.canShow($0.y) } }
    let horizontal = shown.flatMap { $0.map { x.position($0.x) } } + (mark.map { [x.position($0.x)] } ?? [])
    let vertical = shown.flatMap { $0.map { y.position($0.y) } }
    let (x0, x1) = range(horizontal, margin: 0)
    let (y0, y1) = range(vertical, margin: 0.05)
    let right = Self.width - Self.right
    let floor = Self.height - Self.bottom
    func across(_ p: Double) -> Double { Self.left + (p - x0) / (x1 - x0) * (right - Self.left) }
    func down(_ p: Double) -> Double { floor - (p - y0) / (y1 - y0) * (floor - Self.top) }

    var lines = [svgHead(width: Self.width, height: Self.height), text(Self.left, 24, title, "title")]
    for tick in x.ticks(from: x0, to: x1) {
      lines.append(line(across(tick.position), Self.top, across(tick.position), floor, "grid"))
      lines.append(text(across(tick.position), floor + 18, tick.text, "middle"))
    }
    for tick in y.ticks(from: y0, to: y1) {
      lines.append(line(Self.left, down(tick.position), right, down(tick.position), "grid"))
      lines.append(text(Self.left - 8, down(tick.position) + 4, tick.text, "end"))
    }
    lines.append(text((Self.left + right) / 2, Self.height - 14, x.title, "middle"))
    lines.append(text(Self.left, Self.top - 8, y.title, ""))
    if let mark {
      let place = across(x.position(mark.x))
      lines.append(line(place, Self.top, place, floor, "mark"))
      lines.append(text(place + 6, floor - 8, mark.text, ""))
    }
    for (k, points) in shown.enumerated() {
      let colour = colour(k)
      let dash = curves[k].isDashed ? #" stroke-dasharray="6 4""# : ""
      let path = points.map { "\(decimal(across(x.position($0.x)))),\(decimal(down(y.position($0.y))))" }.joined(separator: " ")
      lines.append(#"<polyline class="curve" stroke="\#(colour)"\#(dash) points="\#(path)"/>"#)
      if points.count <= 40 {
        for p in points {
          let place = (decimal(across(x.position(p.x))), decimal(down(y.position(p.y))))
          lines.append(#"<circle cx="\#(place.0)" cy="\#(place.1)" r="3" fill="\#(colour)"/>"#)
        }
      }
      let (start, row) = namePlace(k)
      lines.append(
        #"<line class="curve" stroke="\#(colour)"\#(dash) x1="\#(decimal(start + 14))" y1="\#(decimal(row - 4))""#
          + #" x2="\#(decimal(start + 38))" y2="\#(decimal(row - 4))"/>"#)
      lines.append(text(start + 44, row, curves[k].name, ""))
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Where the name of curve `k` stands: the left end of its stroke, and the line of its text.
  private func namePlace(_ k: Int) -> (x: Double, y: Double) {
    if namesAreAbove { return (Self.left + 400, 24 + 18 * Double(k)) }
    let longest = curves.map { $0.name.count }.max() ?? 0
    let isLeft = namesAreIn == .topLeft || namesAreIn == .bottomLeft
    let isTop = namesAreIn == .topLeft || namesAreIn == .topRight
    return (
      isLeft ? Self.left : Self.width - Self.right - 52 - 7 * Double(longest),
      isTop ? Self.top + 16 + 18 * Double(k) : Self.height - Self.bottom - 12 - 18 * Double(curves.count - 1 - k)
    )
  }

  private func range(_ positions: [Double], margin: Double) -> (Double, Double) {
    guard let low = positions.min(), let high = positions.max() else { return (0, 1) }
    let room = high > low ? (high - low) * margin : 0.5
    return (low - room, high + room)
  }
}
