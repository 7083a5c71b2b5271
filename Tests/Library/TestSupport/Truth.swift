import Foundation

/// Reference values that no one on the project wrote. They lie outside the package, in the folder that the environment variable
/// DERIVATIVES_TRUTH names; without it the tests that need them are skipped and say so.
public enum Truth {
  public static let folder: URL? = {
    guard let path = ProcessInfo.processInfo.environment["DERIVATIVES_TRUTH"], !path.isEmpty else { return nil }
    return URL(fileURLWithPath: path, isDirectory: true)
  }()

  public static var isPresent: Bool { folder != nil }

  /// What a skipped test says.
  public static let skipped = "DERIVATIVES_TRUTH does not name the folder of external reference values"

  /// The files with the extension `json` in a folder of the truth, in order; none without the truth.
  public static func files(in path: String) -> [TruthFile] {
    guard let url = folder?.appendingPathComponent(path) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { TruthFile(path: path + "/" + $0) }
  }
}

/// One file of reference values, by its path inside the truth.
public struct TruthFile: Sendable, CustomStringConvertible {
  public let path: String
  public init(path: String) { self.path = path }
  public var description: String { path }

  public func decoded<Content: Decodable>(as type: Content.Type = Content.self) throws -> Content {
    guard let folder = Truth.folder else { throw CocoaError(.fileNoSuchFile) }
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
