import Derivatives
import Foundation
import Networks

/// Chapter three: networks learn from samples.
func trainNetworks(quick: Bool) throws {
  for e in [try Exercise.iris(), try Exercise.digits()] {
    print(e.name, e.disagreementAtTheStart(seed: 1))
    for seed in 1...10 as ClosedRange<UInt64> {
      let t = ContinuousClock().now
      let r = try e.trained(seed: seed)
      let l = r.epochs.last!
      print(seed, l.loss, l.accuracy, l.heldOutLoss!, l.heldOutAccuracy!, ContinuousClock().now - t)
    }
  }
}
