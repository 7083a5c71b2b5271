import Derivatives
import Foundation
import TestSupport
import Testing

/// The checker must not call a right derivative wrong.
///
/// `CHECKER_EVALUATIONS=100000 swift test -c release --filter NoAlarmTests` runs as many evaluations as that
/// and tells how far it is.
@Suite struct NoAlarmTests {
  @Test func rightDerivativesOfAwkwardFunctionsRaiseNoAlarm() {
    let families = RightFunction.Family.all
    let wanted = ProcessInfo.processInfo.environment["CHECKER_EVALUATIONS"].flatMap { Int($0) }
    let seeds = (wanted ?? 2000) / families.count + 1
    var (evaluations, compared, undecided) = (0, 0, 0)
    for seed in 0..<UInt64(seeds) {
      for (number, family) in families.enumerated() {
        var generator = SeededGenerator(seed: seed &* 1000 + UInt64(number))
        let function = family.draw(&generator)
        let check = function.check(1)
        #expect(check.isRight, "seed \(generator.seed), \(function): \(check)")
        evaluations += 1
        compared += check.compared
        undecided += check.undecided
      }
      if wanted != nil, seed % 50 == 49 {
        print("\(evaluations) evaluations, \(compared) derivatives compared, \(undecided) undecided")
      }
    }
    #expect(evaluations >= 2000)
    // A checker that decides nothing raises no alarm either.
    #expect(undecided < compared / 4, "\(undecided) of \(compared) undecided")
  }
}
