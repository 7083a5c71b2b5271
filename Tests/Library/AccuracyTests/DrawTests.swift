import Derivatives
import Foundation
import TestSupport
import Testing

/// The bounds under arguments that nobody chose: a few in every run, as many as wanted by command.
///
/// `DERIVATIVES_DRAWS=100000 swift test -c release --filter DrawTests` prints the worst error of every function while it runs;
/// `DERIVATIVES_SEED` gives other arguments.
struct DrawTests {
  static let environment = ProcessInfo.processInfo.environment
  static let count = environment["DERIVATIVES_DRAWS"].flatMap { Int($0) }
  static let seed = environment["DERIVATIVES_SEED"].flatMap { UInt64($0) } ?? 20_261_124

  @Test(arguments: bounds.filter { !$0.isExact })
  func boundsHoldForRandomArguments(_ bound: Bound) {
    for order in 1...bound.ulps.count {
      var generator = SeededGenerator(seed: Self.seed)
      let directionCount = directions(order: order, argumentCount: bound.function.argumentCount).count
      let draws = bound.function.draws((Self.count ?? 400) / directionCount, &generator)
      let row = Survey.Row(bound, order: order, points: draws)
      row.expectWithinBounds("\(generator)")
      if Self.count != nil {
        let worst = row.worst.values.max { $0.ulps < $1.ulps }!
        let tiny = row.worst.values.map(\.tiny).max()!
        let numbers = [worst.ulps, tiny].map { String(format: "%.2f", $0) }.joined(separator: " ")
        let place = "\(bound.function) order \(order): \(row.pointCount) points"
        print("\(place), worst \(numbers), bound \(bound.ulps[order - 1])", worst.argument)
        fflush(nil)
      }
    }
  }
}
