// Measures of how far two numbers, vectors or matrices are apart, and sentences that say where.
import Derivatives

/// |a − b|/|b|: 0 for equal numbers, NaN and equal infinities among them, and ∞ when only one of them is a number.
public func relativeError(_ a: Double, _ b: Double) -> Double {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  let error = (a - b).magnitude / b.magnitude
  return error.isNaN ? .infinity : error
}

/// How many numbers of type `Double` lie between the two, the second one counted.
public func ulps(_ a: Double, _ b: Double) -> Double {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  guard a.isFinite, b.isFinite else { return .infinity }
  func place(_ x: Double) -> Int64 { x < 0 ? -Int64(bitPattern: x.magnitude.bitPattern) : Int64(bitPattern: x.bitPattern) }
  return Double(place(a)) - Double(place(b)) == 0 ? 0 : (Double(place(a)) - Double(place(b))).magnitude
}

/// The same bits; all NaN are the same.
public func isIdentical(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }

/// The largest deviation of two lists of numbers, as a multiple of a scale, and where it is.
public struct Deviation: Sendable, CustomStringConvertible {
  /// The largest |a − b|/scale.
  public var size = 0.0
  /// The place, the two numbers and their deviation, in words.
  public var description = "no deviation"

  /// - Parameters:
  ///   - a: The numbers under test.
  ///   - b: What they should be.
  ///   - scale: One number for all entries, such as max |b|. Where it is 0, equality is asked for.
  ///   - place: What entry i is called.
  public init(_ a: [Double], _ b: [Double], scale: Double, place: (Int) -> String = { "entry \($0)" }) {
    guard a.count == b.count else {
      size = .infinity
      description = "\(a.count) numbers, but there should be \(b.count)"
      return
    }
    for i in a.indices where a[i] != b[i] && !(a[i].isNaN && b[i].isNaN) {
      let deviation = (a[i] - b[i]).magnitude / scale
      if !(deviation <= size) {
        size = deviation.isNaN ? .infinity : deviation
        description = "\(place(i)): \(a[i]), should be \(b[i]); \(size) of the scale \(scale)"
      }
    }
  }

  /// Of two matrices.
  public init(_ a: Matrix, _ b: Matrix, scale: Double) {
    guard a.rowCount == b.rowCount, a.columnCount == b.columnCount else {
      self.init([], [], scale: scale)
      size = .infinity
      description = "the matrix is \(a.rowCount) × \(a.columnCount), but should be \(b.rowCount) × \(b.columnCount)"
      return
    }
    self.init(a.entries, b.entries, scale: scale) { "row \($0 / a.columnCount), column \($0 % a.columnCount)" }
  }
}

/// The largest magnitude, 0 for no numbers.
public func largest(_ numbers: [Double]) -> Double { numbers.map(\.magnitude).max() ?? 0 }
