/// Random numbers that are the same in every run: SplitMix64 [Steele, Lea, Flood 2014]. A test prints the seed when it fails.
public struct SeededGenerator: RandomNumberGenerator, CustomStringConvertible, Sendable {
  public let seed: UInt64
  private var state: UInt64

  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  public var description: String { "seed \(seed)" }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Evenly distributed in [lower, upper).
  public mutating func uniform(_ lower: Double = 0, _ upper: Double = 1) -> Double {
    lower + (upper - lower) * Double(next() >> 11) * 0x1p-53
  }

  /// That many numbers, evenly distributed in [lower, upper).
  public mutating func uniforms(_ count: Int, _ lower: Double = -1, _ upper: Double = 1) -> [Double] {
    (0..<count).map { _ in uniform(lower, upper) }
  }
}
