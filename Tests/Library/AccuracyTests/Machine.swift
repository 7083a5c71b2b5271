import Derivatives
import Foundation
import TestSupport

/// Where the numbers of the page come from. Equal lines, equal numbers.
enum Machine {
  static var line: String { "\(system) on \(architecture), \(library), whose results have the checksum \(checksum)" }

  private static var system: String {
    #if os(Linux)
      "Linux"
    #elseif os(macOS)
      "macOS"
    #else
      "another system"
    #endif
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another architecture"
    #endif
  }

  private static var library: String {
    #if canImport(Glibc)
      var name = [CChar](repeating: 0, count: 100)
      let length = confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
      return String(decoding: name.prefix(Swift.max(1, length) - 1).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "the system's C library"
    #endif
  }

  /// Of the values of every function at its seeded points. One version of a C library gives different last bits on different processors.
  private static var checksum: String {
    var sum: UInt32 = 0
    for function in Elementary.allCases {
      for x in function.wholePoints() where !function(x).isNaN {
        let bits = function(x).bitPattern
        sum = (sum &* 31) &+ UInt32(truncatingIfNeeded: bits ^ (bits >> 32))
      }
    }
    return String(sum, radix: 16)
  }
}
