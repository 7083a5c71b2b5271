/// What a check of derivatives found.
public struct DerivativeCheck: Sendable, CustomStringConvertible {
  /// One derivative that was compared.
  public struct Entry: Sendable {
    /// The order: 1 for an entry of the Jacobian, 2 for a second derivative along a direction; 0 for a
    /// tangent that appears although no input changes.
    public let order: Int
    /// The output, and the input or the number of the direction.
    public let row: Int, column: Int
    /// What the library computed, and what it was compared with.
    public let computed: Double, reference: Double
    /// How far the reference may be off.
    public let referenceError: Double
    /// How far the values scatter that the reference was computed from: the noise of `f`, or of its
    /// derivative, found by differences.
    public let noise: Double
    /// What the reference is: another mode, or differences.
    public let comparison: String
    /// What probably is the matter; empty when nothing is.
    public let cause: String

    /// The difference, relative to the larger of the two.
    public var relativeDifference: Double {
      let larger = max(computed.magnitude, reference.magnitude)
      return larger == 0 ? 0 : larger == .infinity ? 1 : (computed - reference).magnitude / larger
    }
    /// The difference in units in the last place of the reference.
    public var ulps: Double { (computed - reference).magnitude / reference.ulp }
  }

  /// The entries that are wrong, the worst first.
  public let wrong: [Entry]
  /// How many derivatives were compared, and how many of them differences could not decide: at a kink, a
  /// pole, an edge of the domain, or where the noise of the function is as large as what a step changes.
  public let compared: Int, undecided: Int

  /// True when nothing is wrong.
  public var isRight: Bool { wrong.isEmpty }

  /// A sentence: what is wrong, where, by how much, and why probably.
  public var description: String {
    guard let worst = wrong.first else {
      return "all \(compared) derivatives agree"
        + (undecided > 0 ? "; differences could not decide \(undecided) of them" : "")
    }
    return "\(wrong.count) of \(compared) derivatives are wrong; the worst is \(worst)"
  }
}

extension DerivativeCheck.Entry: CustomStringConvertible {
  /// What is wrong with this derivative.
  public var description: String {
    "\(name): computed \(computed), \(evidence). Probable cause: \(cause)."
  }

  private var name: String {
    switch order {
    case 0: "the tangent of f[\(row)] while no input changes"
    case 1: "∂f[\(row)]/∂x[\(column)]"
    default: "the second derivative of f[\(row)] along direction \(column)"
    }
  }

  private var evidence: String {
    if reference.isInfinite {
      return "but \(order == 2 ? "the first derivative" : "f") is infinite there and finite on both sides"
    }
    let scatter = noise > 0 ? " (values scatter by \(noise))" : ""
    return
      "\(comparison) \(reference) ± \(referenceError)\(scatter), which differs by \(relativeDifference) relative (\(ulps) ulps)"
  }
}

/// A check of derivatives that failed. Its description is the sentence of ``DerivativeCheck``.
public struct WrongDerivative: Error, CustomStringConvertible {
  /// What was compared.
  public let check: DerivativeCheck
  public var description: String { check.description }
}
