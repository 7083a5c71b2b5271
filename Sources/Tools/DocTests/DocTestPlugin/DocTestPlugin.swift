import Foundation
import PackagePlugin

/// Makes tests of the examples in README.md, Docs/ and the `///` comments of Sources/: one generated file for each Markdown document and
/// for each module.
@main struct DocTestPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let package = context.package.directoryURL
    let generator = try context.tool(named: "DocTestGenerator").url
    let documents = documents(in: package)

    func command(_ mode: String, _ name: String, _ documents: [String]) -> Command {
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
      return .buildCommand(
        displayName: "Examples: \(name)", executable: generator, arguments: [mode, package.path, output.path] + documents,
        inputFiles: documents.map { package.appending(path: $0) }, outputFiles: [output])
    }

    let groups = Dictionary(grouping: documents, by: group).sorted { $0.key < $1.key }
    return groups.map { command("examples", $0.key, $0.value) } + [command("inventory", "DocumentInventory", documents)]
  }

  /// `Docs/Edges.md` is alone in `Docs-Edges`; `Sources/ForwardMode/Dual.swift` is in `Sources-ForwardMode` with the rest of its module.
  private func group(_ document: String) -> String {
    let parts = document.hasSuffix(".swift") ? document.split(separator: "/").prefix(2) : document.dropLast(3).split(separator: "/")[...]
    return parts.joined(separator: "-")
  }

  private func documents(in package: URL) -> [String] {
    func files(_ folder: String, _ suffix: String) -> [String] {
      let names = FileManager.default.enumerator(atPath: package.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }
    }
    let readme = FileManager.default.fileExists(atPath: package.appending(path: "README.md").path) ? ["README.md"] : []
    return (readme + files("Docs", ".md") + files("Sources", ".swift")).sorted()
  }
}
