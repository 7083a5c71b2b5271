import Derivatives
import TestSupport

/// The worst errors of every function and order, on the seeded points.
struct Survey: Sendable {
  struct Row: Sendable {
    let function: Elementary
    let order: Int
    var worst: [Mode: Worst] = [.forward: Worst(), .reverse: Worst()]
    /// First derivatives that are numbers, but were computed as 0, ∞ or NaN.
    var lost: [String] = []
    var pointCount = 0
  }
  let rows: [Row]

  /// Measured once in a process.
  static let shared = Task {
    await withTaskGroup(of: [Row].self) { group in
      for bound in bounds where !bound.isExact {
        group.addTask { bound.ulps.indices.map { Row(bound, order: $0 + 1, points: bound.function.wholePoints()) } }
      }
      let rows = await group.reduce(into: []) { $0 += $1 }
      let places = Dictionary(uniqueKeysWithValues: bounds.enumerated().map { ($1.function, $0) })
      return Survey(rows: rows.sorted { (places[$0.function]!, $0.order) < (places[$1.function]!, $1.order) })
    }
  }
}

extension Survey.Row {
  init(_ bound: Bound, order: Int, points: [[Double]]) {
    let function = bound.function
    self.init(function: function, order: order)
    for x in points where function.isMeasured(at: x, order: order) {
      pointCount += 1
      for d in directions(order: order, argumentCount: x.count) {
        let truth = reference(function, x.map { DoubleDouble($0) }, d)
        for (mode, type, value) in function.everyMode(at: x, d) {
          let place = "\(type): \(function)\(x), direction \(d): \(value), should be \(truth.value)"
          let error = errorOf(value, truth, relativeToTerm: bound.isRelativeToTerm(order), order: order)
          worst[mode]!.note(error, x, place)
          let isNumber = truth.value.magnitude >= 0x1p-1074 && truth.value.magnitude < 0x1.ffffffffffffep1023
          if order == 1 && isNumber && (value == 0 || !value.isFinite) { lost.append(place) }
        }
      }
    }
  }
}
