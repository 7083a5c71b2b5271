/// A kernel and the ways to its derivative that take turns.
struct Benchmark: Sendable {
  let name: String
  /// What a reader is to know of it.
  let targets: [Target]
  let measure: @Sendable (Rounds) -> Void

  init(_ name: String, _ targets: [Target] = [], _ measure: @escaping @Sendable (Rounds) -> Void) {
    self.name = name
    self.targets = targets
    self.measure = measure
  }
}

/// What a variant is asked to reach.
struct Target: Sendable {
  enum Unit: Equatable, Sendable {
    /// Times another variant of the same benchmark.
    case times(String)
    case nanoseconds
  }
  enum Build: Sendable {
    case any
    /// The platform's least instructions.
    case plain
    /// With a fused multiply-add: `-Xcc -march=native`, or a processor that always has it.
    case fused
  }

  let variant: String
  let limit: Double
  let unit: Unit
  let build: Build

  /// At most `limit` times `reference`.
  init(_ variant: String, atMost limit: Double, times reference: String, _ build: Build = .any) {
    self.init(variant, limit, .times(reference), build)
  }
  init(_ variant: String, atMostNanoseconds limit: Double) { self.init(variant, limit, .nanoseconds, .any) }

  private init(_ variant: String, _ limit: Double, _ unit: Unit, _ build: Build) {
    self.variant = variant
    self.limit = limit
    self.unit = unit
    self.build = build
  }
}
