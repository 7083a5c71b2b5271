import Foundation

/// A file that could not be read or written, and why.
struct FileProblem: Error, CustomStringConvertible {
  let description: String
}

/// Writes a picture into the current folder.
func write(_ picture: String, to name: String) throws(FileProblem) {
  do {
    try picture.write(toFile: name, atomically: true, encoding: .utf8)
  } catch {
    let folder = FileManager.default.currentDirectoryPath
    throw FileProblem(description: "\(name) cannot be written in \(folder): \(error.localizedDescription)")
  }
}

/// The text of a file in Data.
func resource(_ name: String) throws(FileProblem) -> String {
  guard let file = Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Data") else {
    throw FileProblem(description: "Data/\(name) is not in the resources of the tour at \(Bundle.module.bundlePath)")
  }
  do {
    return try String(contentsOf: file, encoding: .utf8)
  } catch {
    throw FileProblem(description: "Data/\(name) cannot be read: \(error.localizedDescription)")
  }
}
