import Derivatives

/// A function ℝⁿ → ℝᵐ at every number type, and a point to evaluate it at: what the tests of all modes run through.
public struct Problem: Sendable, CustomStringConvertible {
  public let name: String
  /// n numbers.
  public let point: [Double]

  public let plain: @Sendable ([Double]) -> [Double]
  public let duals: @Sendable ([Dual<Double>]) -> [Dual<Double>]
  public let lanes: @Sendable ([Dual<Lanes8>]) -> [Dual<Lanes8>]
  public let adjoints: @Sendable ([Adjoint<Double>]) -> [Adjoint<Double>]
  public let nested: @Sendable ([Dual<Dual<Double>>]) -> [Dual<Dual<Double>>]
  public let adjointsOfDuals: @Sendable ([Adjoint<Dual<Double>>]) -> [Adjoint<Dual<Double>>]
  /// The Jacobian as the library chooses to compute it.
  public let automatic: @Sendable ([Double]) -> JacobianEvaluation
  /// Values and Jacobians at many points.
  public let atPoints: @Sendable (Matrix) -> PointsEvaluation
  /// The same in several tasks.
  public let atPointsConcurrently: @Sendable (Matrix) async -> PointsEvaluation
  /// What the checker finds.
  public let check: @Sendable ([Double]) -> DerivativeCheck

  public init<F: VectorFunction & Sendable>(_ name: String, at point: [Double], _ function: F) {
    self.name = name
    self.point = point
    plain = { function($0) }
    duals = { function($0) }
    lanes = { function($0) }
    adjoints = { function($0) }
    nested = { function($0) }
    adjointsOfDuals = { function($0) }
    automatic = { valueWithJacobian(at: $0, of: function) }
    atPoints = { valuesWithJacobians(at: $0, of: function) }
    atPointsConcurrently = { await valuesWithJacobiansConcurrently(at: $0, taskCount: 2, of: function) }
    check = { derivativeCheck(of: function, at: $0) }
  }

  public var description: String { name }

  /// The point, each coordinate moved by at most a tenth of itself, or of 1 where it is small.
  public func neighbour(_ generator: inout SeededGenerator) -> [Double] {
    point.map { $0 + 0.1 * Swift.max(1, $0.magnitude) * generator.uniform(-1, 1) }
  }
}
