/// Small grey pictures side by side, each with a text below, written as SVG: the same text for the same numbers on every machine, legible on
/// light and on dark ground. A cell is the darker on light ground, and the lighter on dark, the larger its number is.
public struct Tiles: Sendable {
  public struct Tile: Sendable {
    /// Row by row, from 0 for no ink to 1; what lies outside is cut off.
    public let cells: [Double]
    public let columnCount: Int
    public let caption: String

    /// - Precondition: The cells fill their rows.
    public init(_ cells: [Double], columnCount: Int, caption: String) {
      precondition(columnCount > 0 && cells.count % columnCount == 0, "Tiles: \(cells.count) cells in rows of \(columnCount)")
      self.cells = cells
      self.columnCount = columnCount
      self.caption = caption
    }
  }

  public let title: String
  public let tiles: [Tile]

  public init(_ title: String, _ tiles: [Tile]) {
    self.title = title
    self.tiles = tiles
  }

  private static let width = 720.0, left = 24.0, top = 44.0
  private static let side = 72.0, gap = 24.0, caption = 30.0  // of a tile, between tiles, below a tile
  private static let perRow = Int((width - 2 * left + gap) / (side + gap))

  /// The picture.
  public var svg: String {
    let rowHeights = stride(from: 0, to: tiles.count, by: Self.perRow).map { first in
      tiles[first..<min(first + Self.perRow, tiles.count)].map(Self.height).max()! + Self.caption
    }
    var lines = [svgHead(width: Self.width, height: Self.top + rowHeights.reduce(10, +)), Self.ink, text(Self.left, 24, title, "title")]
    for (k, tile) in tiles.enumerated() {
      let x = Self.left + Double(k % Self.perRow) * (Self.side + Self.gap)
      let y = Self.top + rowHeights[..<(k / Self.perRow)].reduce(0, +)
      lines += Self.drawn(tile, x, y)
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static func height(_ tile: Tile) -> Double { side * Double(tile.cells.count / tile.columnCount) / Double(tile.columnCount) }

  private static func drawn(_ tile: Tile, _ x: Double, _ y: Double) -> [String] {
    let cell = side / Double(tile.columnCount)
    var lines: [String] = []
    for (k, number) in tile.cells.enumerated() where number > 0 {
      let place = (decimal(x + cell * Double(k % tile.columnCount)), decimal(y + cell * Double(k / tile.columnCount)))
      lines.append(
        #"<rect class="ink" x="\#(place.0)" y="\#(place.1)" width="\#(decimal(cell))" height="\#(decimal(cell))""#
          + #" fill-opacity="\#(decimal(min(number, 1)))"/>"#)
    }
    let frame = (decimal(x), decimal(y), decimal(side), decimal(height(tile)))
    lines.append(#"<rect class="grid" fill="none" x="\#(frame.0)" y="\#(frame.1)" width="\#(frame.2)" height="\#(frame.3)"/>"#)
    lines.append(text(x + side / 2, y + height(tile) + 17, tile.caption, "middle"))
    return lines
  }

  private static let ink = """
    <style>
    .ink { fill: #1b1f24 } @media (prefers-color-scheme: dark) { .ink { fill: #e6edf3 } }
    </style>
    """
}
