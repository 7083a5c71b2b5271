/// The text of a picture, element by element. Colours and grounds are those of ``Plot``.
struct SVG {
  private var lines: [String]

  init(width: Double, height: Double) {
    lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(decimal(width)) \#(decimal(height))" font-family="sans-serif" font-size="13">"#,
      Self.style,
    ]
  }

  var document: String { (lines + ["</svg>"]).joined(separator: "\n") + "\n" }

  mutating func text(_ x: Double, _ y: Double, _ content: String, _ kind: String) {
    lines.append(#"<text x="\#(decimal(x))" y="\#(decimal(y))" class="\#(kind)">\#(Self.escaped(content))</text>"#)
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) {
    lines.append(#"<line class="\#(kind)" x1="\#(decimal(x1))" y1="\#(decimal(y1))" x2="\#(decimal(x2))" y2="\#(decimal(y2))"/>"#)
  }

  /// A filled circle in the colour of series `k`.
  mutating func dot(_ x: Double, _ y: Double, _ k: Int) {
    lines.append(#"<circle cx="\#(decimal(x))" cy="\#(decimal(y))" r="4" fill="\#(Self.colours[k % Self.colours.count])"/>"#)
  }

  static let colours = ["#0b6bcb", "#d1480f", "#2b8a3e", "#8a3fb0", "#a8780a", "#c2255c", "#0c8599", "#777777"]

  static func escaped(_ text: String) -> String { text.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }.joined() }

  static let style = """
    <style>
    svg { background: #ffffff } text { fill: #1b1f24 } .grid { stroke: #d8dee4 } .mark { stroke: #57606a; stroke-dasharray: 3 3 }
    .curve { fill: none; stroke-width: 2 } .title { font-size: 16px; font-weight: bold } .middle { text-anchor: middle } .end { text-anchor: end }
    @media (prefers-color-scheme: dark) {
    svg { background: #14181d } text { fill: #e6edf3 } .grid { stroke: #313840 } .mark { stroke: #9aa4ae }
    }
    </style>
    """
}
