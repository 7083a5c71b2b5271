import DocTestKit
import Foundation
import TestSupport
import Testing

/// The pictures of the book are what its examples give. Written anew by
///
///     DERIVATIVES_WRITE=1 swift test --filter BackpropagationPictures
@Suite struct BackpropagationPictures {
  static let isWriting = ProcessInfo.processInfo.environment["DERIVATIVES_WRITE"] == "1"
  static let folder = packageFolder().appendingPathComponent("Docs")

  @Test(arguments: Picture.all)
  func pictureShowsTheNumbers(_ picture: Picture) throws {
    let file = Self.folder.appendingPathComponent("Pictures").appendingPathComponent(picture.file)
    if Self.isWriting { try picture.svg.write(to: file, atomically: true, encoding: .utf8) }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(
      Self.difference(committed, picture.svg) == nil,
      "\(picture.file) is stale. Write it anew: DERIVATIVES_WRITE=1 swift test --filter BackpropagationPictures")
  }

  @Test func everyPictureOfTheBookIsMadeHereAndShown() throws {
    let book = Self.folder.appendingPathComponent("Backpropagation")
    let chapters = try FileManager.default.contentsOfDirectory(atPath: book.path).filter { $0.hasSuffix(".md") }
    let text = try chapters.map { try String(contentsOf: book.appendingPathComponent($0), encoding: .utf8) }.joined()
    let shown = Set(text.matches(of: /Pictures\/([a-z-]+\.svg)/).map { String($0.1) })
    #expect(shown == Set(Picture.all.map(\.file)))
  }

  /// A wrong label is a wrong number in print: no label may differ by a digit.
  @Test(arguments: Picture.all)
  func everyWrongLabelIsFound(_ picture: Picture) {
    for label in Set(ShownPicture.labels(picture.svg)) {
      guard let digit = label.last(where: { $0.isASCII && $0.isNumber }), let value = digit.wholeNumberValue else { continue }
      let last = label.lastIndex(of: digit)!
      let wrong = label.replacingCharacters(in: last...last, with: "\((value + 1) % 10)")
      #expect(Self.difference(picture.svg.replacing(">\(label)<", with: ">\(wrong)<"), picture.svg) != nil, "\(label)")
    }
  }

  /// The first pair that differs: labels by anything, coordinates by more than half a unit of the picture, because another C library
  /// rounds other last digits.
  static func difference(_ a: String, _ b: String) -> (String, String)? {
    let (labels, others) = (ShownPicture.labels(a), ShownPicture.labels(b))
    if labels != others { return zip(labels, others).first { $0 != $1 } ?? (labels.last ?? "", others.last ?? "") }
    func words(_ text: String) -> [Substring] { text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") } }
    let (a, b) = (words(a), words(b))
    if a.count != b.count { return (String(a.last ?? ""), String(b.last ?? "")) }
    return zip(a, b).first { a, b in
      guard a != b else { return false }
      guard let x = Double(a), let y = Double(b) else { return true }
      return abs(x - y) > 0.5
    }.map { (String($0), String($1)) }
  }
}
