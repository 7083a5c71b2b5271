/// What a check of derivatives found.
public struct DerivativeCheck: Sendable, CustomStringConvertible {
  /// One derivative that was compared.
  public struct Entry: Sendable {
    /// The order: 1 for an entry of the Jacobian, 2 for a second derivative along a direction.
    public let order: Int
    /// The output, and the input or the number of the direction.
    public let row: Int, column: Int
    /// What the library computed, and what it was compared with.
    public let computed: Double, reference: Double
    /// How far the reference may be off.
    public let referenceError: Double
    /// What the reference is: another mode, or differences.
    public let comparison: String
    /// What probably is the matter; empty when nothing is.
    public let cause: String

    /// The difference, relative to the larger of the two.
    public var relativeDifference: Double {
      let larger = max(computed.magnitude, reference.magnitude)
      return larger == 0 ? 0 : (computed - reference).magnitude / larger
    }
    /// The difference in units in the last place of the reference.
    public var ulps: Double { (computed - reference).magnitude / reference.ulp }
  }

  /// The entries that are wrong, the worst first.
  public let wrong: [Entry]
  /// How many derivatives were compared, and how many of them differences could not decide: at a kink, a pole, an edge of the domain, or where
  /// rounding drowns the differences.
  public let compared: Int, undecided: Int

  /// True when nothing is wrong.
  public var isRight: Bool { wrong.isEmpty }

  /// A sentence: what is wrong, where, by how much, and why probably.
  public var description: String {
    guard let worst = wrong.first else {
      return "all \(compared) derivatives agree" + (undecided > 0 ? "; differences could not decide \(undecided) of them" : "")
    }
    let name =
      worst.order == 1
      ? "∂f[\(worst.row)]/∂x[\(worst.column)]" : "the second derivative of f[\(worst.row)] along direction \(worst.column)"
    return "\(wrong.count) of \(compared) derivatives are wrong; the worst is \(name): computed \(worst.computed), "
      + "\(worst.comparison) \(worst.reference) ± \(worst.referenceError), which differs by \(worst.relativeDifference) relative "
      + "(\(worst.ulps) ulps). Probable cause: \(worst.cause)."
  }
}

/// A check of derivatives that failed. Its description is the sentence of ``DerivativeCheck``.
public struct WrongDerivative: Error, CustomStringConvertible {
  /// What was compared.
  public let check: DerivativeCheck
  public var description: String { check.description }
}
