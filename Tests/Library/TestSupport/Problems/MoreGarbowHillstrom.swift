extension Problem {
  /// A problem of Moré, Garbow and Hillstrom by its numbering in one of three collections, or nil if it is not among those written down here.
  ///
  /// - Parameters:
  ///   - set: `systems` and `least_squares` are MINPACK's two collections; `unconstrained_extra` are problems of the paper that MINPACK
  ///     does not have, numbered as in the paper.
  ///   - number: The problem's number in that collection.
  ///   - m: How many outputs.
  ///   - point: The point, with as many inputs as the problem should have.
  public static func moreGarbowHillstrom(set: String, number: Int, outputs m: Int, at point: [Double]) -> Problem? {
    let name = "\(set) \(number), \(point.count) → \(m)"
    switch (set, number) {
    case ("systems", 1): return Problem(name, at: point, RosenbrockSystem())
    case ("systems", 2), ("least_squares", 6): return Problem(name, at: point, PowellSingular())
    case ("systems", 4): return Problem(name, at: point, WoodSystem())
    case ("systems", 5), ("least_squares", 5): return Problem(name, at: point, HelicalValley())
    case ("systems", 6): return Problem(name, at: point, WatsonSystem())
    case ("systems", 7), ("least_squares", 15): return Problem(name, at: point, Chebyquad(outputs: m))
    case ("systems", 8): return Problem(name, at: point, BrownAlmostLinear())
    case ("systems", 9): return Problem(name, at: point, DiscreteBoundaryValue())
    case ("systems", 10): return Problem(name, at: point, DiscreteIntegralEquation())
    case ("systems", 11): return Problem(name, at: point, Trigonometric())
    case ("systems", 13): return Problem(name, at: point, BroydenTridiagonal())
    case ("least_squares", 1): return Problem(name, at: point, LinearFullRank(outputs: m))
    case ("least_squares", 2): return Problem(name, at: point, LinearRankOne(outputs: m))
    case ("least_squares", 4), ("unconstrained_extra", 21): return Problem(name, at: point, ExtendedRosenbrock())
    case ("least_squares", 8): return Problem(name, at: point, Bard())
    case ("least_squares", 9): return Problem(name, at: point, KowalikOsborne())
    case ("least_squares", 11): return Problem(name, at: point, Watson())
    case ("least_squares", 12): return Problem(name, at: point, BoxThreeDimensional(outputs: m))
    case ("least_squares", 13): return Problem(name, at: point, JennrichSampson(outputs: m))
    case ("least_squares", 17): return Problem(name, at: point, OsborneFirst())
    case ("unconstrained_extra", 4): return Problem(name, at: point, BrownBadlyScaled())
    case ("unconstrained_extra", 5): return Problem(name, at: point, Beale())
    case ("unconstrained_extra", 9): return Problem(name, at: point, Gaussian())
    case ("unconstrained_extra", 23): return Problem(name, at: point, PenaltyFirst())
    case ("unconstrained_extra", 24): return Problem(name, at: point, PenaltySecond())
    default: return nil
    }
  }
}
