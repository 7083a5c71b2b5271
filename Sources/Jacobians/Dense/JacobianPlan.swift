/// How a Jacobian is computed, and why: the work of both ways, counted in evaluations of the plain function.
///
/// By columns the work is ⌈n/w⌉ evaluations with `w` directions each; by rows it is one recording and ⌈m/8⌉ sweeps over it. What each of these
/// costs, in plain evaluations, is a middle value of functions measured; it differs from function to function by a factor of two to either side.
/// `swift run -c release tour` shows for one family where the two cross, and what the plan chose there.
///
/// ```swift
/// print(JacobianPlan(inputCount: 3, outputCount: 100))
/// // Prints "by columns: 1 evaluation with 4 directions ≈ 2.8 plain evaluations (by rows: 1 recording, 13 sweeps ≈ 62.5)"
/// print(JacobianPlan(inputCount: 1000, outputCount: 2).direction)
/// // Prints "rows"
/// ```
public struct JacobianPlan: Sendable, Equatable, CustomStringConvertible {
  /// Forward mode gives columns, reverse mode gives rows.
  public enum Direction: Sendable { case columns, rows }

  /// n, the count of inputs.
  public let inputCount: Int
  /// m, the count of outputs.
  public let outputCount: Int

  /// The plan for a function ℝⁿ → ℝᵐ.
  public init(inputCount: Int, outputCount: Int) {
    self.inputCount = inputCount
    self.outputCount = outputCount
  }

  /// The cheaper of the two; columns when they are equal, since they need no memory.
  public var direction: Direction { columnsCost <= rowsCost ? .columns : .rows }

  /// How many directions one forward evaluation carries.
  public var columnWidth: Int { inputCount <= 4 ? 4 : inputCount <= 8 ? 8 : inputCount <= 16 ? 16 : 8 }
  /// How many forward evaluations the columns take.
  public var columnPasses: Int { max(1, (inputCount + columnWidth - 1) / columnWidth) }
  /// How many sweeps the rows take, after one recording.
  public var rowSweeps: Int { (outputCount + 7) / 8 }

  /// The work by columns, in plain evaluations.
  public var columnsCost: Double {
    let perPass = columnWidth == 4 ? Cost.fourDirections : columnWidth == 8 ? Cost.eightDirections : Cost.sixteenDirections
    return Double(columnPasses) * perPass
  }
  /// The work by rows, in plain evaluations.
  public var rowsCost: Double {
    let wide = outputCount / 8
    let rest = outputCount % 8
    let restCost = rest == 0 ? 0 : rest == 1 ? Cost.oneRow : rest <= 4 ? Cost.fourRows : Cost.eightRows
    return Cost.recording + Double(wide) * Cost.eightRows + restCost
  }

  /// Work in plain evaluations: middle values over the kernels of `swift run -c release benchmarks`, with default compiler flags.
  enum Cost {
    static let fourDirections = 2.8, eightDirections = 3.8, sixteenDirections = 7.0
    static let recording = 5.0, oneRow = 2.5, fourRows = 3.5, eightRows = 4.5
  }

  public var description: String {
    let columns = "\(counted(columnPasses, "evaluation")) with \(columnWidth) directions"
    let rows = "1 recording, \(counted(rowSweeps, "sweep"))"
    return direction == .columns
      ? "by columns: \(columns) ≈ \(tenths(columnsCost)) plain evaluations (by rows: \(rows) ≈ \(tenths(rowsCost)))"
      : "by rows: \(rows) ≈ \(tenths(rowsCost)) plain evaluations (by columns: \(columns) ≈ \(tenths(columnsCost)))"
  }

  private func tenths(_ x: Double) -> String { "\((x * 10).rounded() / 10)" }
}

/// "1 sweep", "2 sweeps".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
