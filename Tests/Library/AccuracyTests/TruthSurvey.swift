import Derivatives
import TestSupport

/// The worst errors of one function against the external truth.
struct TruthSurvey {
  let file: String
  var pointCount = 0
  /// Of the value and the derivatives of order 1, 2, 3.
  var worst = [Worst](repeating: Worst(), count: 4)
  /// Beyond the bound, or a first derivative that is lost.
  var failures: [String] = []
  /// Entries where f(x) or a factor of a derivative overflows or underflows.
  var unmeasuredCount = 0
  var entryCount = 0

  init(_ file: String) throws {
    self.file = file
    let (points, entries) = try truthEntries(file)
    pointCount = points
    for entry in entries { check(entry) }
  }

  private mutating func check(_ entry: TruthEntry) {
    let order = entry.directions.count
    let function = entry.function as? Elementary
    entryCount += 1
    guard let truth = DoubleDouble(entry.digits) else { return }
    let place = { (value: Double) in "\(entry.name)\(entry.x), direction \(entry.directions): \(value), should be \(truth)" }
    if order == 0 {
      let value = entry.function(entry.x)
      worst[0].note(errorOf(value, Reference(truth), relativeToTerm: false, order: 0), entry.x, place(value))
      return
    }
    if isHardestReduction(entry) || (function.map { !$0.isMeasured(at: entry.x, order: order) } ?? false) {
      unmeasuredCount += 1
      return
    }
    let bound = bounds.first { $0.function == (function ?? .power3) }!
    let limit = function == nil ? 2 * Double(order) : bound.isExact ? 0.5 : bound.ulps[order - 1]
    var scaled = Reference(truth)
    let isTerm = function != nil && bound.isRelativeToTerm(order)
    if let function, isTerm {
      let terms = reference(function, entry.x.map { DoubleDouble($0) }, entry.directions)
      if terms.largestTerm > scaled.largestTerm { scaled = Reference(value: truth, largestTerm: terms.largestTerm) }
    }
    for (_, type, value) in entry.function.everyMode(at: entry.x, entry.directions) {
      let error = errorOf(value, scaled, relativeToTerm: isTerm, order: order)
      worst[order].note(error, entry.x, place(value))
      switch error {
      case .ulps(let e) where !(e <= limit): failures.append("\(type): \(place(value)), \(e) ulps, the bound is \(limit)")
      case .tiny(let e) where !(e <= Swift.max(limit, 1)): failures.append("\(type): \(place(value)), \(e) least units")
      case .overflow(isFinite: true): failures.append("\(type): \(place(value)), should not be finite")
      default: break
      }
    }
  }
}
