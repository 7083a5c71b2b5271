/// Two numbers that ought to be the same, and are not.
public struct Finding: Sendable, CustomStringConvertible {
  /// Which comparison failed: what the minimiser holds fast.
  public let check: String
  public let details: String
  public let point: [Double]

  public var description: String { "\(check): \(details)" }
}

/// What was compared, and how often.
public struct Statistics: Sendable, CustomStringConvertible {
  public var values = 0
  public var derivatives = 0
  public var secondDerivatives = 0
  /// Derivatives that are infinite or NaN in some way: compared as such.
  public var special = 0
  /// Not compared: a product on the way may over- or underflow.
  public var extreme = 0
  public var differences = 0

  public init() {}

  public var description: String {
    "\(values) values, \(derivatives) first and \(secondDerivatives) second derivatives against double-double, "
      + "\(special) at special points, \(differences) difference quotients; \(extreme) too extreme to compare"
  }
}

/// The same bits; all NaN are the same.
func isIdentical(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }
func isIdentical(_ a: Float, _ b: Float) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }
