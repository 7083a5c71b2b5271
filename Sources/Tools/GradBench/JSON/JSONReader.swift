import Foundation

/// Reads one JSON value from bytes [RFC 8259]. Inputs are up to 25 MB of decimals on one line, so numbers are read without going through strings.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// - Precondition: A zero byte ends `bytes`: `strtod` reads up to it.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func read(_ bytes: [UInt8]) throws(InputError) -> JSON {
    let terminated = bytes + [0]
    let result: Result<JSON, InputError> = terminated.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      do throws(InputError) {
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.place != bytes.count - 1 { throw reader.error("the end of the line was expected") }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func error(_ sentence: String) -> InputError { InputError("not JSON: \(sentence), at byte \(place)") }

  private var current: UInt8 { bytes[place] }

  private mutating func skipSpace() {
    while current == 0x20 || current == 0x09 || current == 0x0A || current == 0x0D { place += 1 }
  }

  private mutating func skip(_ text: StaticString) throws(InputError) {
    for i in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[i] else { throw error("“\(text)” was expected") }
      place += 1
    }
  }

  /// Nesting is limited because each level takes stack.
  private static let depthLimit = 100

  private mutating func value(depth: Int) throws(InputError) -> JSON {
    guard depth < Self.depthLimit else { throw error("more than \(Self.depthLimit) values lie in each other") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try skip("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try skip("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try skip("null")
      return .null
    default: return .number(try number())
    }
  }

  private mutating func array(depth: Int) throws(InputError) -> JSON {
    place += 1
    var numbers: [Double] = []
    var values: [JSON] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      place += 1
      return .numbers([])
    }
    while true {
      skipSpace()
      if values.isEmpty && startsNumber {
        numbers.append(try number())
      } else {
        values += numbers.map { .number($0) }
        numbers = []
        values.append(try value(depth: depth + 1))
      }
      skipSpace()
      switch current {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "]"):
        place += 1
        return values.isEmpty ? .numbers(numbers) : .array(values)
      default: throw error("“,” or “]” was expected")
      }
    }
  }

  private mutating func object(depth: Int) throws(InputError) -> JSON {
    place += 1
    var members: [String: JSON] = [:]
    skipSpace()
    if current == UInt8(ascii: "}") {
      place += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw error("the name of a member was expected") }
      let name = try string()
      skipSpace()
      try skip(":")
      members[name] = try value(depth: depth + 1)
      skipSpace()
      switch current {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "}"):
        place += 1
        return .object(members)
      default: throw error("“,” or “}” was expected")
      }
    }
  }
}

// MARK: Numbers
extension JSONReader {
  private var startsNumber: Bool { current == UInt8(ascii: "-") || Self.isDigit(current) }
  @inline(__always) private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// 10⁰ … 10²², the powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private mutating func number() throws(InputError) -> Double {
    guard startsNumber else { throw error("a value was expected (NaN and Infinity are none)") }
    let start = place
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var digits: UInt64 = 0
    let first = place
    while Self.isDigit(current) { append(&digits) }
    guard place > first && (bytes[first] != UInt8(ascii: "0") || place == first + 1) else { throw error("a number was expected") }
    var digitCount = place - first
    var exponent = 0
    if current == UInt8(ascii: ".") {
      place += 1
      let fraction = place
      while Self.isDigit(current) { append(&digits) }
      guard place > fraction else { throw error("a digit was expected") }
      exponent = fraction - place
      digitCount += place - fraction
    }
    if current | 0x20 == UInt8(ascii: "e") {
      place += 1
      let isDivision = current == UInt8(ascii: "-")
      if isDivision || current == UInt8(ascii: "+") { place += 1 }
      let first = place
      var power: UInt64 = 0
      while Self.isDigit(current) { append(&power) }
      guard place > first else { throw error("a digit was expected") }
      exponent += place - first > 4 ? 100_000 : isDivision ? -Int(power) : Int(power)  // many digits: left to strtod
    }
    // Exact operands, so one rounding [Clinger 1990]; the rest is for strtod.
    if digitCount <= 19 && digits <= 1 << 53 && exponent.magnitude <= 22 {
      let power = Self.powers[Int(exponent.magnitude)]
      let value = exponent < 0 ? Double(digits) / power : Double(digits) * power
      return isNegative ? -value : value
    }
    let text = UnsafeRawPointer(bytes.baseAddress! + start).assumingMemoryBound(to: CChar.self)
    let value = strtod(text, nil)
    guard value.isFinite else { throw error("the number is larger than any Double") }
    return value
  }

  @inline(__always) private mutating func append(_ digits: inout UInt64) {
    digits = digits &* 10 &+ UInt64(current &- UInt8(ascii: "0"))
    place += 1
  }
}

// MARK: Strings
extension JSONReader {
  private mutating func string() throws(InputError) -> String {
    place += 1
    var units: [UInt8] = []
    while true {
      switch current {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        units += try escaped().utf8
      case 0..<0x20: throw error("the end of a string was expected")
      default:
        units.append(current)
        place += 1
      }
    }
  }

  private mutating func escaped() throws(InputError) -> String {
    let letter = current
    guard letter != 0 else { throw error("the end of a string was expected") }
    place += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(letter))
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      while 0xD800..<0xDC00 ~= units[units.count - 1] && current == UInt8(ascii: "\\") && bytes[place + 1] == UInt8(ascii: "u") {
        place += 2
        units.append(try hexadecimal())
      }
      return String(decoding: units, as: UTF16.self)
    default: throw error("no escape sequence begins so")
    }
  }

  private mutating func hexadecimal() throws(InputError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(UnicodeScalar(current)).hexDigitValue else { throw error("four hexadecimal digits were expected") }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }
}
