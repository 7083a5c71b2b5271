import Foundation

/// The package that a file of its tests is in: the nearest folder above with a Package.swift. Links are followed, since a reduced package for
/// other flags is made of them.
public func packageFolder(above file: String = #filePath) -> URL {
  var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath()
  repeat {
    folder.deleteLastPathComponent()
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) { return folder }
  } while folder.path != "/"
  fatalError("\(file) is in no package")
}
