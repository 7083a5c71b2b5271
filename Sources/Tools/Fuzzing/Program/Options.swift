#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line asks for.
struct Options {
  var programs = 10_000
  var seed: UInt64 = 1
  /// The number of the first program: with a seed and this, one program can be looked at again.
  var first = 0
  /// In seconds.
  var time = Double.infinity
  /// Prints one failure of every kind, and goes on.
  var keepsGoing = false

  init(_ arguments: [String]) {
    var rest = arguments[...]
    func value<N: LosslessStringConvertible>(_ name: String) -> N {
      guard let text = rest.popFirst(), let number = N(text) else { fail("\(name) takes a number") }
      return number
    }
    while let name = rest.popFirst() {
      switch name {
      case "--programs": programs = value(name)
      case "--seed": seed = value(name)
      case "--first": first = value(name)
      case "--time": time = value(name)
      case "--keep-going": keepsGoing = true
      default: fail("what is \(name)? There are --programs, --seed, --first, --time and --keep-going")
      }
    }
  }
}

/// A line of standard error.
func note(_ text: String) {
  let line = text + "\n"
  _ = line.utf8CString.withUnsafeBytes { write(2, $0.baseAddress, $0.count - 1) }
}

func fail(_ text: String) -> Never {
  note("fuzz: \(text)")
  exit(2)
}
