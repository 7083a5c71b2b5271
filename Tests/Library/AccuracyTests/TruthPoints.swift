import Derivatives
import Foundation
import TestSupport

/// x to a constant integer.
struct IntegerPower: ScalarFunction {
  let exponent: Int
  func callAsFunction<S: Scalar>(_ x: [S]) -> S { pow(x[0], exponent) }
}

/// One derivative of the external truth: of which function, where, in which directions, and its digits.
struct TruthEntry {
  let function: any ScalarFunction
  let name: String
  let x: [Double]
  /// Empty for the value.
  let directions: [Int]
  let digits: String
}

/// The reference values of the folder `functions` of the truth, one list a file.
func truthEntries(_ file: String) throws -> (points: Int, entries: [TruthEntry]) {
  guard let folder = Truth.folder else { return (0, []) }
  let data = try Data(contentsOf: folder.appendingPathComponent("functions/\(file).json"))
  let content = try JSONSerialization.jsonObject(with: data) as? [String: Any]
  let points = content?["points"] as? [[String: Any]] ?? []
  return (points.count, points.flatMap { entries(of: $0, file) })
}

let truthFiles = [
  "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "fma",
  "gamma", "hypot", "lgamma", "log", "log10", "log1p", "log2", "logsumexp", "minmax", "pow", "powi", "remainder", "sigmoid", "sin", "sinh",
  "softplus", "sqrt", "tan", "tanh",
]

/// The function of a file, where the two have different names.
private let renamed: [String: Elementary] = [
  "expm1": .expMinusOne, "fma": .multiplyAdd, "lgamma": .logGamma, "log1p": .logOnePlus, "logsumexp": .logSumExp,
]
func truthFunction(_ file: String) -> Elementary? { renamed[file] ?? Elementary(rawValue: file) }

private func entries(of point: [String: Any], _ file: String) -> [TruthEntry] {
  func number(_ key: String) -> Double? { (point[key] as? String).flatMap { Double($0) } }
  func entries(_ function: any ScalarFunction, _ name: String, _ variables: [String], prefix: String = "") -> [TruthEntry] {
    let x = variables.compactMap(number)
    return point.compactMap { key, value in
      guard let digits = value as? String, key.hasPrefix(prefix) else { return nil }
      let rest = key.dropFirst(prefix.count)
      if rest == "f" || (!prefix.isEmpty && key == prefix.dropLast()) {
        return TruthEntry(function: function, name: name, x: x, directions: [], digits: digits)
      }
      guard rest.first == "d" else { return nil }
      if let order = Int(rest.dropFirst()) {
        return TruthEntry(function: function, name: name, x: x, directions: [Int](repeating: 0, count: order), digits: digits)
      }
      let indices = rest.dropFirst().split(separator: "_").compactMap { variables.firstIndex(of: String($0)) }
      return indices.isEmpty ? nil : TruthEntry(function: function, name: name, x: x, directions: indices.sorted(), digits: digits)
    }
  }
  switch file {
  case "minmax":
    return entries(Elementary.max, "max", ["x", "y"], prefix: "max_") + entries(Elementary.min, "min", ["x", "y"], prefix: "min_")
  case "remainder":
    return entries(Elementary.remainder, "remainder", ["x", "y"], prefix: "remainder_")
      + entries(Elementary.fmod, "fmod", ["x", "y"], prefix: "fmod_")
  case "fma": return entries(Elementary.multiplyAdd, "fma", ["a", "b", "c"])
  case "atan2": return entries(Elementary.atan2, file, ["y", "x"])
  case "pow", "hypot": return entries(truthFunction(file)!, file, ["x", "y"])
  case "powi": return entries(IntegerPower(exponent: point["n"] as? Int ?? 0), "powi(\(point["n"] ?? "?"))", ["x"])
  case "logsumexp": return vectorEntries(of: point)
  default: return entries(truthFunction(file)!, file, ["x"])
  }
}

private func vectorEntries(of point: [String: Any]) -> [TruthEntry] {
  let x = (point["x"] as? [String] ?? []).compactMap { Double($0) }
  func entry(_ directions: [Int], _ digits: String) -> TruthEntry {
    TruthEntry(function: Elementary.logSumExp, name: "logsumexp", x: x, directions: directions, digits: digits)
  }
  var list = [entry([], point["f"] as? String ?? "nan")]
  let (first, second, third) =
    (point["gradient"] as? [String] ?? [], point["hessian"] as? [[String]] ?? [], point["third"] as? [[[String]]] ?? [])
  for i in first.indices {
    list.append(entry([i], first[i]))
    for j in i..<(second.isEmpty ? i : second.count) {
      list.append(entry([i, j], second[i][j]))
      for k in j..<(third.isEmpty ? j : third.count) { list.append(entry([i, j, k], third[i][j][k])) }
    }
  }
  return list
}

/// The double nearest to an odd multiple of π/2. glibc errs there: by 8 ulps in cos, 13 in tan, and the derivatives with it.
let hardestReduction = 0x1.6ac5b262ca1ffp+849
func isHardestReduction(_ entry: TruthEntry) -> Bool { ["sin", "cos", "tan"].contains(entry.name) && entry.x == [hardestReduction] }
