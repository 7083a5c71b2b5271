import Pictures
import Testing

struct TilesTests {
  private static let tile = Tiles.Tile([0, 0.25, 2, 1], columnCount: 2, caption: "1 → 7 & <8")

  @Test func aCellIsAsDarkAsItsNumber() {
    let svg = Tiles("Wrong", [Self.tile]).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    // no ink for 0, and no more than all for 2
    let opacities = svg.split(separator: "fill-opacity=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(opacities == ["0.25", "1", "1"])
    #expect(svg.contains("1 → 7 &amp; &lt;8"))
    #expect(svg.contains("prefers-color-scheme: dark"))
  }

  @Test func tilesFillRows() {
    let heights = [0, 1, 7, 8, 15].map { count in
      let svg = Tiles("", [Tiles.Tile](repeating: Self.tile, count: count)).svg
      return String(svg.split(separator: "viewBox=\"0 0 720 ")[1].prefix { $0 != "\"" })
    }
    #expect(heights == ["54", "156", "156", "258", "360"])
  }
}
