import CBenchmarks
import Foundation

/// What the numbers were measured with, as far as the program can know.
struct Machine: Codable, Equatable {
  let processor: String
  let system: String
  let compiler: String
  let optimised: Bool
  let instructions: String
  let fusedMultiplyAdd: Bool

  static let this = Machine(
    processor: processorName(), system: ProcessInfo.processInfo.operatingSystemVersionString,
    compiler: swiftVersion + "; " + String(cString: benchmark_compiler()), optimised: isOptimised,
    instructions: String(cString: benchmark_instruction_set()), fusedMultiplyAdd: benchmark_has_fused_multiply_add())

  var description: String {
    "\(processor); \(system)\n\(compiler)\n\(optimised ? "optimised" : "NOT OPTIMISED: build with -c release"); instructions: \(instructions)"
  }

  private static var isOptimised: Bool {
    // an assertion's condition is evaluated in debug builds only
    var isDebug = false
    assert(
      {
        isDebug = true
        return true
      }())
    return !isDebug
  }

  private static var swiftVersion: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3.1)
      "Swift 6.3.1 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2 or earlier"
    #endif
  }

  private static func processorName() -> String {
    #if os(Linux)
      let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("model name") || $0.hasPrefix("Model") }
      return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
    #elseif canImport(Darwin)
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var name = [UInt8](repeating: 0, count: max(size, 1))
      sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0)
      return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    #else
      return "unknown processor"
    #endif
  }
}
