import TestSupport
import Testing

@testable import gradbench

struct JSONTests {
  private func read(_ text: String) throws -> JSON { try JSONReader.read([UInt8](text.utf8)) }
  private func written(_ value: JSON) throws -> String { String(decoding: try JSONWriter.write(value), as: UTF8.self) }

  @Test func everyDoubleReadsBackToTheSameBits() throws {
    var generator = SeededGenerator(seed: 20_260_101)
    var numbers: [Double] = [
      0, -0.0, 1, -1, 1e22, 1e23, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0x1p53, 0x1p53 + 2,
    ]
    for _ in 0..<2000 {
      let anything = Double(bitPattern: generator.next())
      if anything.isFinite { numbers.append(anything) }
      numbers.append(generator.uniform())
    }
    let text = try written(.numbers(numbers))
    guard case .numbers(let back) = try read(text) else {
      Issue.record("an array of numbers came back as something else")
      return
    }
    #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern), "\(generator)")
  }

  /// Swift's own conversion as the reference, for numerals that no shortest form has.
  @Test(arguments: [
    "0.1", "1e-05", "1E+5", "123456789012345678", "0.00000000000000000000000000000012345678901234567890123", "9007199254740993", "1e-400",
    "2.2250738585072011e-308", "17976931348623157e292", "8.5e-22", "-0", "100000000000000000000000", "0.30000000000000004",
  ])
  func numeralsAreRoundedCorrectly(_ numeral: String) throws {
    #expect(try read(numeral) == .number(#require(Double(numeral))))
  }

  @Test func wholeNumbersAreWrittenWithoutAPoint() throws {
    #expect(try written(.numbers([7, -12, 1e15, 0.5])) == "[7,-12,1000000000000000,0.5]")
  }

  @Test func arraysOfNumbersAreNumbersAndMixedOnesAreNot() throws {
    #expect(try read(" [ 1 , 2.5,-3e2 ] ") == .numbers([1, 2.5, -300]))
    #expect(try read("[1, null, 2]") == .array([.number(1), .null, .number(2)]))
    #expect(try read("[[1],[]]") == .array([.numbers([1]), .numbers([])]))
    #expect(try read(#"{"a":{"b":true},"c":"d"}"#) == .object(["a": .object(["b": .bool(true)]), "c": .string("d")]))
  }

  @Test func stringsAreEscapedAndUnescaped() throws {
    #expect(try read(#""\u00e9\ud83d\ude00 \n\"\\\/""#) == .string("é😀 \n\"\\/"))
    let text = "a\"b\\c\n\u{1}∂"
    #expect(try read(written(.string(text))) == .string(text))
  }

  @Test(arguments: [
    "", " ", "{", "[1,", "[1 2]", "nul", "NaN", "Infinity", "-Infinity", "-", "01", "1.", ".5", "1e", "+1", "1e999", "[1,]", #"{"a"}"#,
    #"{"a":}"#,
    #"{a:1}"#, "\"", #""\x""#, #""\u12"#, "1 1", "\u{0}", "[1]]", #""\"#,
  ])
  func whatIsNotJSONIsSaidSo(_ text: String) {
    #expect(throws: InputError.self) { try read(text) }
  }

  @Test func deepNestingIsAnErrorAndNotACrash() {
    let error = #expect(throws: InputError.self) { try read(String(repeating: "[", count: 1_000_000)) }
    #expect(error?.description == "not JSON: more than 100 values lie in each other, at byte 100")
  }

  @Test func nanAndInfinityAreNotWritten() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(throws: InputError.self) { try written(.numbers([1, number])) }
    }
  }
}
