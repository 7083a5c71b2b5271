import DocTestKit
import Foundation
import TestSupport
import Testing

/// SwiftPM runs a plugin again when it thinks that it must; a document added or deleted can escape it.
@Test func testsAreThoseOfTheDocumentsOnDisk() throws {
  let package = packageFolder()
  let documents = try Inventory.paths(in: package).map { try Document(path: $0, in: package) }
  let onDisk = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, Inventory.hash($0.text)) })
  let stale = Set(onDisk.keys).union(documentInventory.keys).filter { onDisk[$0] != documentInventory[$0] }
  #expect(stale.isEmpty, "tests of \(stale.sorted().joined(separator: ", ")) are stale: run \"touch Package.swift\"")
}
