#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line asks for.
struct Options {
  static let usage = """
    usage: fuzz [options]

      Runs random programs with every number type and operation, against each other and against double-double.
      The first program that fails is made small and printed as a Swift file.

      --programs COUNT  how many programs (default 10000)
      --seed SEED       what the programs follow from (default 1)
      --first NUMBER    the number of the first program (default 0)
      --time SECONDS    stop after so long
      --keep-going      note every failure, and print the first of each kind
      --help, -h        this text

      Progress goes to standard error. The exit code is 0 if no program fails, 1 if one does, 2 for a wrong option.

      Program 13995 of seed 1 alone:
        swift run -c release fuzz --seed 1 --first 13995 --programs 1
    """

  var programs = 10_000
  var seed: UInt64 = 1
  /// The number of the first program: with a seed and this, one program can be looked at again.
  var first = 0
  /// In seconds.
  var time = Double.infinity
  /// Notes every failure, prints the first of every kind, and goes on.
  var keepsGoing = false

  init(_ arguments: [String]) {
    var rest = arguments[...]
    func value<N: LosslessStringConvertible>(_ name: String) -> N {
      guard let text = rest.popFirst(), let number = N(text) else { fail("\(name) takes a number\n\n\(Options.usage)") }
      return number
    }
    while let name = rest.popFirst() {
      switch name {
      case "--programs": programs = value(name)
      case "--seed": seed = value(name)
      case "--first": first = value(name)
      case "--time": time = value(name)
      case "--keep-going": keepsGoing = true
      case "--help", "-h":
        print(Options.usage)
        exit(0)
      default: fail("unknown option \(name)\n\n\(Options.usage)")
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
