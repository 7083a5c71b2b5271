import Derivatives
import Foundation
import TestSupport
import Testing

/// An entry `edges` of a file of external reference values: a point and what they say about it.
private struct PublishedEdge {
  let name: String
  let function: Elementary
  let point: [Double]
  /// The statements by name: f, d1, dx, dx_y, …; `nil` where a statement is not one number.
  let statements: [String: Double?]

  static let fields = ["f", "max", "d1", "d2", "d3", "dx", "dy", "dx_x", "dx_x_x", "gradient[0]", "gradient[1]"]
  static let remarks = ["left", "right", "clarke", "dy_exponent_only", "dx_with_constant_integer_exponent"]
  static let functions: [String: Elementary] = ["log1p": .logOnePlus, "lgamma": .logGamma, "logsumexp": .logSumExp, "minmax": .max]

  static let all: [PublishedEdge] = Truth.files(in: "functions").flatMap { file -> [PublishedEdge] in
    guard let folder = Truth.folder, let data = try? Data(contentsOf: folder.appendingPathComponent(file.path)),
      let content = try? JSONSerialization.jsonObject(with: data) as? [String: Any], let edges = content["edges"] as? [[String: Any]]
    else { return [] }
    let stem = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
    guard let function = functions[stem] ?? Elementary(rawValue: stem) else { return [] }
    return edges.map { PublishedEdge(stem, function, arguments: content["args"] as? [String] ?? ["x"], $0) }
  }

  init(_ stem: String, _ function: Elementary, arguments: [String], _ entry: [String: Any]) {
    var entry = entry
    if let gradient = entry["gradient"] as? [String] { for (j, g) in gradient.enumerated() { entry["gradient[\(j)]"] = g } }
    point = (entry["x"] as? [String] ?? arguments.compactMap { entry[$0] as? String }).map { Double($0) ?? .nan }
    name = "\(stem) at \(point)"
    self.function = function
    var statements: [String: Double?] = [:]
    for field in Self.fields + Self.remarks {
      guard let text = entry[field] as? String else { continue }
      statements[field] = .some(Self.fields.contains(field) ? Double(text.hasPrefix("nan") ? "nan" : text) : nil)
    }
    self.statements = statements
  }

  /// Our answer to a statement; `nil` where it is not about one number.
  func ours(_ field: String) -> Double? {
    func g<S: Scalar>(_ x: S) -> S { function([x] + point.dropFirst().map { S($0) }) }
    let x = point[0]
    let isAngle = function == .atan2  // its arguments are y, x
    switch field {
    case "f", "max": return function(point)
    case "d1": return derivative(at: x) { g($0) }
    case "d2", "dx_x": return derivative(at: x) { derivative(at: $0) { g($0) } }
    case "d3", "dx_x_x": return derivative(at: x) { derivative(at: $0) { derivative(at: $0) { g($0) } } }
    case "dx": return function.reverse(at: point)[isAngle ? 1 : 0]
    case "dy": return function.reverse(at: point)[isAngle ? 0 : 1]
    case "gradient[0]": return function.reverse(at: point)[0]
    case "gradient[1]": return function.reverse(at: point)[1]
    default: return nil
    }
  }
}

/// Where ours is not what the references say, or they say several things.
private let differences: [String: String] = {
  var all: [String: String] = [:]
  func list(_ reason: String, _ names: [String]) { for name in names { all[name] = reason } }
  list(
    "the references leave the choice; ours is abs′(0) = −1, from the left",
    ["abs at [0.0]: left", "abs at [0.0]: right", "abs at [0.0]: clarke", "abs at [-0.0]: left", "abs at [-0.0]: right"])
  list(
    "several published answers; ours are −∞ for the exponent and 0 for the base",
    ["pow at [0.0, 0.0]: dy_exponent_only", "pow at [0.0, 0.0]: dx_with_constant_integer_exponent"])
  list(
    "a third derivative at a pole: its parts are ∞ of both signs and ∞·0, so NaN, where the limit is infinite",
    ["acosh at [1.0]: d3", "cbrt at [0.0]: d3"])
  list("the sides disagree, and NaN is what we give for that", ["cbrt at [0.0]: d2"])
  return all
}()

@Suite struct EdgesTruthTests {
  @Test(.enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
  func everyPublishedEdgeIsOursOrAListedDifference() {
    #expect(PublishedEdge.all.count > 40)
    var found: Set<String> = []
    for edge in PublishedEdge.all {
      for (field, published) in edge.statements {
        let ours = edge.ours(field)
        if let published, let ours, relativeError(ours, published) <= 1e-15 { continue }
        found.insert("\(edge.name): \(field)")
        let theirs = published.map { "\($0)" } ?? "a remark"
        #expect(
          differences["\(edge.name): \(field)"] != nil,
          "\(edge.name): \(field) is \(ours.map { "\($0)" } ?? "not one number"), the reference \(theirs)")
      }
    }
    #expect(found == Set(differences.keys), "differences that are listed but are none: \(Set(differences.keys).subtracting(found))")
  }
}
