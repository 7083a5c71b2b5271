import Foundation
import TestSupport
import Testing

/// The rule table has a row for every requirement, and users reach every requirement by a free function.
struct RuleTableTests {
  static let sources = packageFolder().appendingPathComponent("Sources/Scalars")

  static func text(_ file: String) throws -> String {
    try String(contentsOf: sources.appendingPathComponent(file + ".swift"), encoding: .utf8)
  }

  /// The declarations `static func _name(types)` of a text, generic parameters and labels left out: `_pow(Self, Int)`.
  static func declarations(in text: Substring) -> Set<String> {
    Set(
      text.matches(of: #/static func (_\w+)(?:<[^(]*>)?\(([^)]*)\)/#).map { match in
        let types = match.2.split(separator: ",").map { parameter in
          parameter.split(separator: ":").last?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "?"
        }
        return "\(match.1)(\(types.joined(separator: ", ")))"
      })
  }

  /// The elementary functions that `Scalar` asks for: what stands between the braces of the protocol.
  static func requirements() throws -> Set<String> {
    let text = try text("Scalar")
    let start = try #require(text.range(of: "public protocol Scalar"))
    let end = try #require(text.range(of: "\n}", range: start.upperBound..<text.endIndex))
    return declarations(in: text[start.lowerBound..<end.lowerBound])
  }

  /// The bodies of the extensions of a type.
  static func extensions(of type: String, in text: String) -> Set<String> {
    text.matches(of: #/(?ms)^extension (\w+) \{(.*?)^\}/#).filter { $0.1 == type }.reduce(into: []) {
      $0.formUnion(declarations(in: $1.2))
    }
  }

  static func names(_ declarations: Set<String>) -> Set<Substring> { Set(declarations.map { $0.prefix { $0 != "(" } }) }

  @Test func requirementsAreFound() throws {
    let requirements = try Self.requirements()
    #expect(requirements.count >= 50)
    #expect(requirements.isSuperset(of: ["_exp(Self)", "_pow(Self, Int)", "_pow(Self, Self)", "_dot(X, Y)"]))
  }

  @Test func everyRequirementHasARow() throws {
    let rules = try Self.text("Rules")
    let rows = Self.extensions(of: "Lifted", in: rules)
    let defaults = Self.extensions(of: "Scalar", in: rules)
    let loops = Self.extensions(of: "Scalar", in: try Self.text("ArrayLoops"))  // what takes arrays to arrays is a composition, not a row
    let requirements = try Self.requirements()
    #expect(requirements.subtracting(rows).subtracting(defaults).subtracting(loops).sorted() == [], "requirements without a row")
    let onlyForLoops: Set = ["_addProduct", "_matrixProductByLoops", "_softmaxByLoops"]
    #expect(Set(Self.names(loops.subtracting(requirements)).map { String($0) }) == onlyForLoops, "loops that no requirement asks for")
    #expect(loops.intersection(rows.union(defaults)).sorted() == [], "a function is a row or a loop")
    #expect(rows.union(defaults).subtracting(requirements).sorted() == [], "rows that no requirement asks for")
    #expect(rows.intersection(defaults).sorted() == [], "a function is stated once")
  }

  @Test func noRowIsStatedTwice() throws {
    let rules = try Self.text("Rules")
    let all = rules.matches(of: #/static func (_\w+(?:<[^(]*>)?\([^)]*\))/#).map { String($0.1) }
    #expect(all.count == Set(all).count)
  }

  @Test func everyRequirementHasAFreeFunction() throws {
    let free = try Self.text("ElementaryFunctions") + Self.text("Reductions") + Self.text("ArrayFunctions")
    let called = Set(free.matches(of: #/\._(\w+)\(/#).map { "_" + $0.1 })
    let names = Set(Self.names(try Self.requirements()).map { String($0) })
    let onlyForRules = ["_cosine", "_expDifference", "_gaussian", "_multiple", "_oneMinusSquare", "_power", "_sigmoidSlope"]
    #expect(names.subtracting(called).sorted() == onlyForRules, "requirements that no free function calls")
  }

  /// Except those that are written in free functions themselves.
  @Test func everyFreeFunctionCallsARequirement() throws {
    let names = Set(Self.names(try Self.requirements()).map { String($0) })
    let text = try Self.text("ElementaryFunctions") + Self.text("Reductions") + Self.text("ArrayFunctions")
    let functions = text.matches(of: #/(?s)public func (\w+)<.*?(?=public func|\z)/#)
    #expect(functions.count > 100)
    for function in functions where function.1 != "clamp" {
      let calls = function.0.matches(of: #/\._(\w+)\(/#).map { "_" + $0.1 }
      let forwards = function.0.contains(#/-> S \{ \w+\(x|-> \[S\] \{\s+matrixProduct\(/#)  // to the same function of slices
      #expect(!calls.isEmpty || forwards, "\(function.1) calls no requirement")
      #expect(Set(calls).isSubset(of: names), "\(function.1) calls \(calls)")
    }
  }
}
