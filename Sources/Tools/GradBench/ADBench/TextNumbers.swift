import Foundation

/// The numbers of a text file, one after the other.
struct TextNumbers {
  private let name: String
  private let numbers: [Double]
  private var place = 0

  /// Reads a file of decimals between white space or colons; words between them are left out.
  init(_ file: URL) throws(InputError) {
    name = file.lastPathComponent
    guard var bytes = (try? Data(contentsOf: file)).map([UInt8].init) else { throw InputError("\(file.path) cannot be read") }
    bytes.append(0)
    numbers = bytes.withUnsafeBytes { bytes in
      var numbers: [Double] = []
      var text = bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
      while text.pointee != 0 {
        var end: UnsafeMutablePointer<CChar>?
        let number = strtod(text, &end)
        if let end, UnsafePointer(end) != text {
          numbers.append(number)
          text = UnsafePointer(end)
        } else {
          text += 1
        }
      }
      return numbers
    }
  }

  var count: Int { numbers.count }
  var isAtEnd: Bool { place == numbers.count }

  mutating func number() throws(InputError) -> Double { try take(1)[0] }

  mutating func integer() throws(InputError) -> Int {
    let value = try number()
    guard let integer = Int(exactly: value) else { throw InputError("\(name): \(value) is no whole number") }
    return integer
  }

  mutating func take(_ count: Int) throws(InputError) -> [Double] {
    guard count >= 0, place + count <= numbers.count else { throw InputError("\(name): \(numbers.count) numbers are too few") }
    defer { place += count }
    return Array(numbers[place..<place + count])
  }
}
