/// What the command line asks for.
struct Options: Equatable {
  enum Action: Equatable {
    case run, list, help
    /// The command line cannot be understood, and why.
    case refuse(String)
  }

  var action = Action.run
  /// Only benchmarks whose name contains this.
  var filter: String?
  var isQuick = false
  /// Beside the build's other products, outside of the sources.
  var json = ".build/benchmarks/results.json"
  var svg = ".build/benchmarks/ratios.svg"

  static let usage = """
    usage: benchmarks [--filter NAME] [--quick] [--list] [--json FILE] [--svg FILE]

      --filter NAME   only the benchmarks whose name contains NAME
      --quick         5 rounds instead of at least 31
      --list          print the names of the benchmarks, and measure nothing
      --json FILE     where to write every number (default .build/benchmarks/results.json)
      --svg FILE      where to write the chart (default .build/benchmarks/ratios.svg)
    """

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--list": action = .list
      case "--help", "-h": action = .help
      case "--filter", "--json", "--svg":
        guard let value = rest.popFirst(), !value.hasPrefix("--") else {
          action = .refuse("\(argument) needs a value")
          return
        }
        switch argument {
        case "--filter": filter = value
        case "--json": json = value
        default: svg = value
        }
      default:
        action = .refuse("unknown option \(argument)")
        return
      }
    }
  }
}
