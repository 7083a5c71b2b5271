// What all pictures have in common: their colours on light and on dark ground, texts and lines.

/// The beginning of a picture; `</svg>` ends it.
func svgHead(width: Double, height: Double) -> String {
  """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(decimal(width)) \(decimal(height))" font-family="sans-serif" font-size="13">
  <style>
  svg { background: #ffffff } text { fill: #1b1f24 } .grid { stroke: #d8dee4 } .mark { stroke: #57606a; stroke-dasharray: 3 3 }
  .curve { fill: none; stroke-width: 2 } .title { font-size: 16px; font-weight: bold } .middle { text-anchor: middle } .end { text-anchor: end }
  @media (prefers-color-scheme: dark) {
  svg { background: #14181d } text { fill: #e6edf3 } .grid { stroke: #313840 } .mark { stroke: #9aa4ae }
  }
  </style>
  """
}

func text(_ x: Double, _ y: Double, _ content: String, _ kind: String) -> String {
  #"<text x="\#(decimal(x))" y="\#(decimal(y))" class="\#(kind)">\#(escaped(content))</text>"#
}

/// A text as SVG has it.
func escaped(_ content: String) -> String { content.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }.joined() }

func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) -> String {
  #"<line class="\#(kind)" x1="\#(decimal(x1))" y1="\#(decimal(y1))" x2="\#(decimal(x2))" y2="\#(decimal(y2))"/>"#
}

/// A filled circle in the colour of series `k`.
func dot(_ x: Double, _ y: Double, _ k: Int) -> String {
  #"<circle cx="\#(decimal(x))" cy="\#(decimal(y))" r="4" fill="\#(colour(k))"/>"#
}

/// The colour of series `k`, legible on both grounds.
func colour(_ k: Int) -> String {
  ["#0b6bcb", "#d1480f", "#2b8a3e", "#8a3fb0", "#a8780a", "#c2255c", "#0c8599", "#777777"][k % 8]
}
