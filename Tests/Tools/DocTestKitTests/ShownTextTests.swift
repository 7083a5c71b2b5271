import Testing

@testable import DocTestKit

struct ShownTextTests {
  @Test(arguments: [
    ("12.0", "12.0"), ("0.33451", "0.334512"), ("0.33", "0.335"), ("0.33", "0.325"), ("-0.64069", "-0.640692"), ("802", "802.0"),
    ("802", "802.4"), ("1.5e-12", "1.46e-12"), ("1e3", "1400.0"), ("inf", "inf"), ("-inf nan", "-inf  nan"), ("3.0 + 1.0ε", "3.0 + 1.0ε"),
    ("[[ 0.6 , 0.8 ],\n [-0.16, 0.12]]", "[[0.6000000000000001, 0.8], [-0.16, 0.12]]"), ("0.30000000000000004", "0.30000000000000004"),
    ("v3 = 2", "v3 = 2"), ("3-1", "3-1"), ("1.00", "0.999"), ("9007199254740993", "9007199254740993"), ("", ""),
  ])
  func agrees(shown: String, printed: String) {
    #expect(ShownText.difference(shown: shown, printed: printed) == nil)
  }

  @Test(arguments: [
    ("12.0", "12.06"), ("0.33", "0.3351"), ("3", "4"), ("3", "3.6"), ("9007199254740993", "9007199254740992"), ("inf", "1e308"),
    ("1.0", "nan"), ("a b", "ab"), ("1.0 2.0", "1.0"), ("1.0", "1.0 2.0"), ("v3 = 2", "v4 = 2"), ("1.5e-12", "1.44e-12"), ("0.6", "-0.6"),
    ("0.30000000000000004", "0.3"), ("3 - 1", "3 + 1"),
  ])
  func differs(shown: String, printed: String) {
    #expect(ShownText.difference(shown: shown, printed: printed) != nil)
  }

  @Test func differenceNamesTheFirstWrongToken() {
    #expect(ShownText.difference(shown: "[1.0, 2.00]", printed: "[1.0, 2.01]") == "2.01 does not round to 2.00")
    #expect(ShownText.difference(shown: "yes", printed: "no") == "no is not yes")
  }

  @Test func signsBelongToNumbersUnlessTheyOperate() {
    #expect(ShownText.tokens("3-1 -2 [-1.5e-3] x2") == ["3", "-", "1", "-2", "[", "-1.5e-3", "]", "x2"])
    #expect(ShownText.tokens("1...2, 6.0ε") == ["1", ".", ".", ".", "2", ",", "6.0", "ε"])
  }
}
