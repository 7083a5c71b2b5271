/// Random numbers that follow from a seed, the same on every machine: SplitMix64 [Steele, Lea, Flood 2014].
///
/// ```swift
/// import Networks
///
/// var generator = SplitMix64(seed: 1)
/// print(generator.uniform(), generator.permutation(of: 5))
/// // Prints "0.566562 [2, 0, 1, 4, 3]"
/// ```
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
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

  /// 0 ..< count in a random order, every order as likely as any other (Fisher–Yates; the bias of 2⁻⁶⁴ count is not removed).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    // not `shuffle`, whose way of drawing may change with the standard library
    for i in order.indices.dropFirst().reversed() { order.swapAt(i, Int(next().multipliedFullWidth(by: UInt64(i + 1)).high)) }
    return order
  }
}
