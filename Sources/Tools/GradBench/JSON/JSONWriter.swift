/// Writes a JSON value as bytes, numbers as the shortest decimals that read back as the same number.
struct JSONWriter {
  private var bytes: [UInt8] = []

  static func write(_ value: JSON) throws(InputError) -> [UInt8] {
    var writer = JSONWriter()
    try writer.append(value)
    return writer.bytes
  }

  private mutating func append(_ value: JSON) throws(InputError) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let number): try append(number)
    case .string(let text): appendString(text)
    case .numbers(let numbers):
      bytes.append(UInt8(ascii: "["))
      for i in numbers.indices {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        try append(numbers[i])
      }
      bytes.append(UInt8(ascii: "]"))
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for i in values.indices {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        try append(values[i])
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        appendString(name)
        bytes.append(UInt8(ascii: ":"))
        try append(value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// Whole numbers without a point: readers of `id` and `nanoseconds` insist on it.
  private mutating func append(_ number: Double) throws(InputError) {
    guard number.isFinite else { throw InputError("a result is \(number), which JSON has no word for") }
    if number.magnitude < 0x1p53, number.rounded(.towardZero) == number, !(number == 0 && number.sign == .minus) {
      append("\(Int(number))")
    } else {
      append(number.description)
    }
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0..<0x20: append("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
