import Derivatives
import Foundation

/// One instance of ADBench: what is computed, and what should come out.
struct Instance {
  let name: String
  /// The largest permitted deviation. 10⁻⁹ for sums of 2.5 million terms, where the reference itself is not better.
  let tolerance: Double
  let evaluate: () -> Void
  let differentiate: () -> Void
  /// The largest deviation of the objective and of its derivatives from the reference.
  let deviation: () -> Double

  /// - Parameter expectations: Pairs of what was computed and what is expected.
  init<Value, Derivative>(
    _ name: String, tolerance: Double = 1e-11, value: @escaping () -> Value, derivative: @escaping () -> Derivative,
    expectations: @escaping (Value, Derivative) -> [([Double], [Double])]
  ) {
    self.name = name
    self.tolerance = tolerance
    evaluate = { _ = value() }
    differentiate = { _ = derivative() }
    deviation = { expectations(value(), derivative()).map { Instance.deviation($0, $1) }.max() ?? .infinity }
  }

  /// max |a − b|/max(1, |a| + |b|), ADBench's measure; ∞ when the counts differ.
  static func deviation(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    var largest = 0.0
    for i in a.indices {
      let deviation = abs(a[i] - b[i]) / max(1, abs(a[i]) + abs(b[i]))
      if !(deviation <= largest) { largest = deviation.isNaN ? .infinity : deviation }
    }
    return largest
  }

  /// The instances of a folder with the subfolders gmm, ba, lstm and hand, in order. `quick` leaves out the large ones.
  static func all(in folder: URL, quick: Bool) throws(InputError) -> [Instance] {
    var instances: [Instance] = []
    for (kind, read) in [("gmm", gaussianMixture), ("ba", bundleAdjustment), ("lstm", longShortTermMemory), ("hand", handTracking)] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)) ?? []
      for file in names.sorted() where file.hasSuffix(".txt") {
        let name = String(file.dropLast(4))
        let isLarge = ["2.5M", "10k", "d20", "d64", "ba1_", "l4_", "c3200", "c400"].contains { name.contains($0) }
        if quick && isLarge { continue }
        instances.append(try read(folder.appendingPathComponent(kind), name))
      }
    }
    if instances.isEmpty { throw InputError("\(folder.path): no instances in gmm, ba, lstm or hand") }
    return instances
  }

  static func text(_ folder: URL, _ name: String) throws(InputError) -> TextNumbers {
    try TextNumbers(folder.appendingPathComponent(name + ".txt"))
  }

  static func expected(_ folder: URL, _ name: String) throws(InputError) -> Input {
    let file = folder.appendingPathComponent(name + ".expected.json")
    guard let data = try? Data(contentsOf: file) else { throw InputError("\(file.path) cannot be read") }
    return Input(try JSONReader.read([UInt8](data)), name: file.lastPathComponent)
  }
}
