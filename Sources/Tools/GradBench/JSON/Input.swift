/// A part of a message, with its name: what is wrong with it can be said.
struct Input {
  let value: JSON
  let name: String

  init(_ value: JSON, name: String) {
    self.value = value
    self.name = name
  }

  private func expected(_ what: String) -> InputError { InputError("\(name): \(what) was expected, not \(value.kind)") }

  /// A member of an object; `nil` when it is missing or null.
  func optional(_ member: String) throws(InputError) -> Input? {
    guard case .object(let members) = value else { throw expected("an object") }
    guard let part = members[member], part != .null else { return nil }
    return Input(part, name: "\(name).\(member)")
  }

  /// A member of an object.
  func member(_ member: String) throws(InputError) -> Input {
    guard let part = try optional(member) else { throw InputError("\(name): the member “\(member)” is missing") }
    return part
  }

  func string() throws(InputError) -> String {
    guard case .string(let text) = value else { throw expected("a string") }
    return text
  }

  func bool() throws(InputError) -> Bool {
    guard case .bool(let truth) = value else { throw expected("a truth value") }
    return truth
  }

  func number() throws(InputError) -> Double {
    guard case .number(let number) = value else { throw expected("a number") }
    return number
  }

  /// A whole number of a range.
  func integer(in range: ClosedRange<Int>) throws(InputError) -> Int {
    guard let integer = Int(exactly: try number()), range.contains(integer) else {
      throw InputError("\(name): a whole number from \(range.lowerBound) to \(range.upperBound) was expected, not \(try number())")
    }
    return integer
  }

  /// An array of that many numbers; of any count without one.
  func numbers(_ count: Int? = nil) throws(InputError) -> [Double] {
    guard case .numbers(let numbers) = value else { throw expected("an array of numbers") }
    guard numbers.count == count ?? numbers.count else {
      throw InputError("\(name): \(numbers.count) numbers are given, \(count ?? 0) are wanted")
    }
    return numbers
  }

  /// An array of whole numbers of a range.
  func integers(_ count: Int? = nil, in range: Range<Int>) throws(InputError) -> [Int] {
    var integers: [Int] = []
    for number in try numbers(count) {
      guard let integer = Int(exactly: number), range.contains(integer) else {
        throw InputError("\(name): \(number) is no whole number from \(range.lowerBound) to \(range.upperBound - 1)")
      }
      integers.append(integer)
    }
    return integers
  }

  /// The parts of an array.
  func parts(_ count: Int? = nil) throws(InputError) -> [Input] {
    let values: [JSON]
    switch value {
    case .numbers(let numbers): values = numbers.map { .number($0) }
    case .array(let parts): values = parts
    default: throw expected("an array")
    }
    try require(values.count, count)
    return values.enumerated().map { Input($1, name: "\(name)[\($0)]") }
  }

  private func require(_ count: Int, _ wanted: Int?) throws(InputError) {
    guard count == wanted ?? count else { throw InputError("\(name): \(count) entries are given, \(wanted ?? 0) are wanted") }
  }

  /// A matrix, given as an array of its rows, row by row.
  func matrix(rows: Int? = nil, columns: Int) throws(InputError) -> [Double] {
    var entries: [Double] = []
    guard case .array(let parts) = value else {  // no rows, or a fault
      for row in try self.parts(rows) { entries += try row.numbers(columns) }
      return entries
    }
    try require(parts.count, rows)
    entries.reserveCapacity(parts.count * columns)
    for (i, part) in parts.enumerated() {
      guard case .numbers(let row) = part, row.count == columns else { return try Input(part, name: "\(name)[\(i)]").numbers(columns) }
      entries += row
    }
    return entries
  }
}
