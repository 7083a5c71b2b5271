import Foundation

// compare REFERENCE OTHER VALUES DERIVATIVES [debug|fused]: two outputs of the program, number by number. Values may differ by VALUES last places, and
// derivatives by DERIVATIVES, those of the oscillators by four times as many, counted in units of the larger number or, for a row of
// derivatives, of 1/16 of its largest. NaN equals NaN.

func lines(_ path: String) -> [[Substring]] {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { fatalError("\(path) cannot be read") }
  return text.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false) }
}

func numbers(_ field: Substring) -> [Double] {
  field.split(separator: " ").map { $0 == "nan" ? .nan : Double(bitPattern: UInt64($0, radix: 16)!) }
}

/// |a − b| in last places of the larger, or of the scale; ∞ when only one is a number.
func places(_ a: Double, _ b: Double, scale: Double, single: Bool) -> Double {
  if a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) { return 0 }
  guard a.isFinite, b.isFinite else { return .infinity }
  if a == 0 && b == 0 { return 1 }  // the sign of a zero
  let size = max(a.magnitude, b.magnitude, scale)
  return (a - b).magnitude / (single ? Double(max(Float(size).ulp, Float.leastNonzeroMagnitude)) : size.ulp)
}

/// What Docs/Edges.md says under "Builds". Debug builds: the optimiser leaves a constant that it knows out of a product. Without it a zero
/// may have another sign, and 2·x₀ at an infinite x₀ is 0·∞ along the other directions. Fused products: terms that overflow and cancel.
func isStated(of build: String, _ line: [Substring], _ release: Double, _ other: Double) -> Bool {
  switch build {
  case "debug":
    release == 0 && other == 0
      || ["sumOfProducts 2", "sumOfProducts 3"].contains(line[0]) && release == .infinity && other.isNaN
  case "fused": line[1] == "hessian" && release.isNaN && !other.isNaN && !other.isFinite
  default: false
  }
}

let arguments = CommandLine.arguments
let build = arguments.count > 5 ? arguments[5] : ""
let (reference, other) = (lines(arguments[1]), lines(arguments[2]))
let bounds = [Double(arguments[3])!, Double(arguments[4])!]
var worst: [[String: Double]] = [[:], [:]]
var (differing, count, beyond, stated) = ([0, 0], [0, 0], 0, 0)

guard reference.count == other.count, !reference.isEmpty else {
  fatalError("\(arguments[1]) has \(reference.count) lines, \(arguments[2]) has \(other.count)")
}
for (a, b) in zip(reference, other) {
  precondition(a[..<3] == b[..<3], "line \(a[0]), \(a[1]) stands against \(b[0]), \(b[1])")
  for part in 0..<2 {
    let (x, y) = (numbers(a[3 + part]), numbers(b[3 + part]))
    precondition(x.count == y.count, "\(a[0]), \(a[1]): \(x.count) numbers and \(y.count)")
    let scale = part == 0 ? 0 : (x.filter(\.isFinite).map(\.magnitude).max() ?? 0) / 16
    for (u, v) in zip(x, y) {
      let difference = places(u, v, scale: scale, single: a[2] == "single")
      count[part] += 1
      guard difference > 0 else { continue }
      differing[part] += 1
      if part == 1 && isStated(of: build, a, u, v) {
        stated += 1
        continue
      }
      let function = String(a[0].prefix { $0 != " " })
      worst[part][function] = max(worst[part][function] ?? 0, difference)
      if difference > (part == 1 && function == "oscillators" ? 4 * bounds[part] : bounds[part]) {
        beyond += 1
        guard beyond <= 20 else { continue }
        print("✘ \(a[0]), \(a[1]), \(part == 0 ? "value" : "derivative"): \(u) and \(v), \(difference) last places")
      }
    }
  }
}
for (part, name) in ["values", "derivatives"].enumerated() {
  let functions = worst[part].sorted { $0.value > $1.value }.map { "\($0.key) \(($0.value * 10).rounded() / 10)" }
  let most = functions.isEmpty ? "" : "; at most, in last places: \(functions.joined(separator: ", "))"
  print("  \(count[part]) \(name), \(differing[part]) differ\(most)")
}
if stated > 0 { print("  \(stated) of these are stated on Docs/Edges.md, Builds") }
exit(beyond == 0 ? 0 : 1)
