import Foundation
import TestSupport
import Testing

@testable import DocTestKit

/// The pages themselves, with one statement falsified at a time: what is found without running any code.
struct FalsifiedPageTests {
  static let package = packageFolder()
  static let documents = try! Inventory.paths(in: package).map { try Document(path: $0, in: package) }
  /// Docs/Accuracy.md and Docs/Edges.md are compared as a whole, with what a test writes.
  static let pages = documents.filter {
    $0.path.hasSuffix(".md") && !["Docs/Accuracy.md", "Docs/Edges.md"].contains($0.path)
  }
  static let links = Links(package: package, documents: documents)

  func isFound(_ page: Document) throws -> Bool {
    try !Page(page).uncovered().isEmpty || !Self.links.broken(in: page).isEmpty
      || !ShownPicture.misplaced(in: page, package: Self.package).isEmpty
  }

  /// A page with one line changed.
  func changed(_ page: Document, line: Int, _ change: (String) -> String) -> Document {
    var lines = page.text.components(separatedBy: "\n")
    lines[line - 1] = change(lines[line - 1])
    return Document(path: page.path, text: lines.joined(separator: "\n"))
  }

  @Test func nearlyEveryWrongNumberIsFound() throws {
    var (all, found) = (0, 0)
    var (missed, place) = ([String](), 3)
    for page in Self.pages {
      for line in try Page(page).sections.flatMap({ $0.paragraphs.flatMap(\.prose) }) {
        for number in ProseNumber.all(in: line.text) {
          place += 1
          guard place % 7 == 0 else { continue }  // a sample
          let wrong = Self.wrong(number)
          let before = line.text[..<number.range.lowerBound].count
          let page = changed(page, line: line.number) { text in
            let start = text.index(text.startIndex, offsetBy: before)
            return text[..<start] + wrong + text[text.index(start, offsetBy: number.text.count)...]
          }
          all += 1
          if try isFound(page) { found += 1 } else { missed.append("\(page.path):\(line.number) \(wrong) for \(number.text)") }
        }
      }
    }
    print("\(found) of \(all) wrong numbers found; not found: \(missed.joined(separator: "; "))")
    #expect(all >= 150)
    // What is missed stands in the code beside it, or twice in its paragraph: 1305 of all 1403 are found.
    #expect(Double(found) >= 0.9 * Double(all), "\(missed)")
  }

  /// 340 for 338, seven for six.
  static func wrong(_ number: ProseNumber) -> String {
    if number.text.first?.isLetter == true {
      let word = number.text.lowercased()
      return word == "six" ? "seven" : word == "seven" ? "eight" : "six"
    }
    if let fraction = ["½": "⅓", "¼": "½", "¾": "¼", "⅓": "¼", "⅔": "⅓"][number.text] { return fraction }
    let digits = number.text.prefix { $0 != "·" && $0 != "e" }
    guard let last = digits.lastIndex(where: { $0.isASCII && $0.isNumber }), let value = number.text[last].wholeNumberValue else {
      return number.text + "0"
    }
    return number.text.replacingCharacters(in: last...last, with: "\((value + 2) % 10)")
  }

  /// Slips that were planted by hand.
  @Test(arguments: [
    ("Docs/Backpropagation/NumericalDifferentiation.md", "338 for the last", "340 for the last"),
    ("Docs/Backpropagation/SingleLayer.md", "the six unit directions", "the seven unit directions"),
    ("Docs/Backpropagation/DeltaRecursion.md", "δˡ = ((Wˡ⁺¹)ᵀ δˡ⁺¹) ⊙ σ′(zˡ) |", "δˡ = (Wˡ⁺¹ δˡ⁺¹) ⊙ σ′(zˡ) |"),
    ("Docs/Backpropagation/DeltaRecursion.md", "| ∂E/∂Wˡ = δˡ (aˡ⁻¹)ᵀ |", "| ∂E/∂Wˡ = δˡ (aˡ)ᵀ |"),
    ("Docs/Backpropagation/ForwardAndReverse.md", "v̄₂ = v̄₃v₁ + v̄₄ cos v₂ |", "v̄₂ = v̄₂v₁ + v̄₄ cos v₂ |"),
    ("Docs/ReverseMode.md", "v̄₂ = v̄₃v₁ + v̄₄ cos v₂ |", "v̄₂ = v̄₂v₁ + v̄₄ cos v₂ |"),
    ("Docs/ForwardMode.md", "v̇₄ = v̇₂ cos v₂ |", "v̇₄ = v̇₂ sin v₂ |"),
    ("Docs/Backpropagation/Activations.md", "| softplus | log(1 + eᶻ) | sigmoid(z) |", "| softplus | log(1 + eᶻ) | tanh z |"),
    ("Docs/Backpropagation/OutputErrors.md", "\nδᴸ = a − t.", "\nδᴸ = t − a."),
    ("Docs/AddingAFunction.md", "tanh′ x = 4σ′(2x), by", "tanh′ x = 2σ′(2x), by"),
    ("Docs/GettingStarted.md", "f′(x) = 3x²:", "f′(x) = 2x²:"),
    ("Docs/ForwardMode.md", "(Jacobians.md#hessian)", "(Jacobians.md#hessians)"),
    ("README.md", "(Docs/Limitations.md)", "(Docs/Limitation.md)"),
    ("Docs/Decisions/01-one-rule-table.md", "`Sources/Scalars/Rules.swift`", "`Sources/Scalars/Rule.swift`"),
    ("Docs/ForwardMode.md", "[Siskind & Pearlmutter 2005]", "[Siskind & Pearlmutter 2008]"),
    ("Docs/Backpropagation/GradientDescent.md", "backpropagation-taylor.svg", "backpropagation-batches.svg"),
    ("Docs/Accuracy.md", "accuracy-tanh.svg", "accuracy-sigmoid.svg"),
  ])
  func aPlantedSlipIsFound(path: String, right: String, wrong: String) throws {
    let page = try #require(Self.documents.first { $0.path == path })
    #expect(page.text.contains(right), "\(path) does not say \(right)")
    let document = Document(path: path, text: page.text.replacing(right, with: wrong, maxReplacements: 1))
    let isMisplaced = !ShownPicture.misplaced(in: document, package: Self.package).isEmpty
    #expect(try isMisplaced || isFound(document), "\(path): \(wrong)")
  }

  @Test func everyBrokenLinkIsFound() throws {
    for page in Self.pages {
      for match in page.text.matches(of: /\]\(([A-Za-z0-9.\/#-]+)\)/) where !match.1.contains("://") {
        let text = page.text.replacingCharacters(in: match.range, with: "](\(match.1)x)")
        #expect(try !Self.links.broken(in: Document(path: page.path, text: text)).isEmpty, "\(page.path): \(match.1)")
      }
    }
  }
}
