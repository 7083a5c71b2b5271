/// How the Jacobians at many points are computed, and why: the work of three ways, in plain evaluations a point.
///
/// With eight points in one evaluation, rows take one recording and a sweep for each output, columns an evaluation for each variable. Point by
/// point, what ``JacobianPlan`` says.
///
/// ```swift
/// print(PointsPlan(variableCount: 15, outputCount: 2))
/// // Prints "eight points at once, by rows: 1 recording, 2 sweeps ≈ 2.6 plain evaluations a point"
/// print(PointsPlan(variableCount: 2, outputCount: 10))
/// // Prints "eight points at once, by columns: 2 evaluations ≈ 1.4 plain evaluations a point"
/// ```
public struct PointsPlan: Sendable, Equatable, CustomStringConvertible {
  /// What goes through `f` in one evaluation.
  public enum Way: Sendable {
    /// Eight points, recorded; a sweep for each output.
    case rows
    /// Eight points, and one variable in each evaluation.
    case columns
    /// One point, several directions.
    case pointByPoint
  }

  /// How many inputs are variables; the others are data.
  public let variableCount: Int
  /// m, the count of outputs.
  public let outputCount: Int
  /// What is done for one point alone.
  public let single: JacobianPlan

  /// The plan for functions of `variableCount` variables to `outputCount` results.
  public init(variableCount: Int, outputCount: Int) {
    self.variableCount = variableCount
    self.outputCount = outputCount
    single = JacobianPlan(inputCount: variableCount, outputCount: outputCount)
  }

  /// The cheapest of the three.
  public var way: Way {
    let least = min(rowsCost, columnsCost, singleCost)
    return columnsCost == least ? .columns : rowsCost == least ? .rows : .pointByPoint
  }

  /// The work by rows for eight points at once.
  public var rowsCost: Double { Cost.recording + Double(outputCount) * Cost.sweep }
  /// The work by columns for eight points at once.
  public var columnsCost: Double { Double(max(variableCount, 1)) * Cost.evaluation }
  /// The work for a point alone.
  public var singleCost: Double { min(single.columnsCost, single.rowsCost) }

  /// Work in plain evaluations a point: middle values of `benchmarks --filter points` and of its Monte-Carlo path, with default compiler flags.
  enum Cost {
    static let evaluation = 0.7, recording = 1.0, sweep = 0.8
  }

  public var description: String {
    func tenths(_ x: Double) -> String { (x * 10).rounded() == x.rounded() * 10 ? "\(Int(x.rounded()))" : "\((x * 10).rounded() / 10)" }
    switch way {
    case .rows:
      return "eight points at once, by rows: 1 recording, \(counted(outputCount, "sweep")) ≈ \(tenths(rowsCost)) plain evaluations a point"
    case .columns:
      return "eight points at once, by columns: \(counted(variableCount, "evaluation")) ≈ \(tenths(columnsCost)) plain evaluations a point"
    case .pointByPoint: return "point by point, \(single)"
    }
  }
}
