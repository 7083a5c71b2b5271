extension Dual: CustomStringConvertible {
  /// `3.0 + 1.0ε`; nested, `(3.0 + 1.0ε) + (1.0 + 0.0ε)ε`; with lanes, `3.0 + [1.0, 0.0, 0.0, 0.0]ε`.
  public var description: String { "\(bracketed(value)) + \(bracketed(tangent))ε" }
}

/// A part of a dual that is a sum itself needs brackets.
private func bracketed<Part>(_ part: Part) -> String {
  let text = "\(part)"
  return text.unicodeScalars.last == "ε" ? "(\(text))" : text
}
