import Derivatives
import Foundation
import TestSupport
import Testing

/// A published case, its expected numbers flattened.
private struct Case: CustomStringConvertible, Sendable {
  let id: String, program: String, determinacy: String
  let expected: [Double]
  let tolerance: Double
  var description: String { id }

  static let all: [Case] = {
    guard let file = Truth.files(in: "nesting_and_pathologies").first, let folder = Truth.folder,
      let data = try? Data(contentsOf: folder.appendingPathComponent(file.path)),
      let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return list.map { entry in
      Case(
        id: entry["id"] as? String ?? "?", program: entry["program"] as? String ?? "?", determinacy: entry["determinacy"] as? String ?? "?",
        expected: flattened(entry["expected"] as Any, named: entry["id"] as? String == "hd15" ? ["f", "gradient", "hessian"] : []),
        tolerance: entry["suggested_rtol"] as? Double ?? 1e-12)
    }
  }()

  private static func flattened(_ value: Any, named keys: [String]) -> [Double] {
    switch value {
    case let number as NSNumber: [number.doubleValue]
    case let text as String: [Double(text) ?? .nan]
    case let list as [Any]: list.flatMap { flattened($0, named: []) }
    case let object as [String: Any]: keys.flatMap { flattened(object[$0] as Any, named: []) }
    default: []
    }
  }
}

@Suite struct NestingTests {
  @Test(.enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
  func everyPublishedCaseIsWritten() {
    let written = Set(nestingCases.keys).union(conventionCases.keys)
    #expect(Set(Case.all.map(\.id)) == written)
  }

  @Test(.enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)), arguments: Case.all)
  private func publishedCaseIsRight(_ test: Case) {
    guard let program = nestingCases[test.id] else { return }
    let ours = program()
    #expect(ours.count == test.expected.count, "\(test.id): \(test.program)")
    for (a, b) in zip(ours, test.expected) {
      #expect(
        a == b || (a.isNaN && b.isNaN) || (a - b).magnitude <= test.tolerance * b.magnitude,
        "\(test.id): \(test.program) gives \(ours), the published answer is \(test.expected)")
    }
  }

  @Test(arguments: conventionCases.keys.sorted())
  func conventionIsTheOnePublished(_ id: String) throws {
    let convention = try #require(conventionCases[id])
    #expect(convention.program() == convention.ours, "\(id): \(convention.reason)")
  }
}
