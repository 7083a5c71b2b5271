/// A JSON value. An array of nothing but numbers is kept as numbers, without a box for each.
enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case numbers([Double])
  case array([JSON])
  case object([String: JSON])

  static func integer(_ value: Int) -> JSON { .number(Double(value)) }

  /// The rows of a matrix that is stored row by row.
  static func rows(_ entries: [Double], columnCount: Int) -> JSON {
    guard columnCount > 0 else { return .numbers([]) }
    return .array(stride(from: 0, to: entries.count, by: columnCount).map { .numbers(Array(entries[$0..<$0 + columnCount])) })
  }

  /// What kind of value it is, in words.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .numbers, .array: "an array"
    case .object: "an object"
    }
  }
}

/// What is wrong with an input, in a sentence.
struct InputError: Error, Equatable, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
