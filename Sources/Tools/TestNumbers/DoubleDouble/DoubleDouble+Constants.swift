extension DoubleDouble {
  public static let pi = DoubleDouble(3.141592653589793, plus: 1.2246467991473532e-16)
  static let halfPi = DoubleDouble(1.5707963267948966, plus: 6.123233995736766e-17)
  public static let naturalLogOfTwo = DoubleDouble(0.6931471805599453, plus: 2.3190468138462996e-17)
  public static let naturalLogOfTen = DoubleDouble(2.302585092994046, plus: -2.1707562233822494e-16)
  public static let rootOfPi = DoubleDouble(1.772453850905516, plus: -7.666586499825799e-17)
  static let logOfRootOfTwoPi = DoubleDouble(0.9189385332046728, plus: -3.8782941580672414e-17)

  /// π/2 is their sum, to 370 bits.
  static let halfPiParts = [
    1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50, 2.836115989820158e-66,
    8.724931080676243e-84, 3.01468636612477e-100,
  ]

  /// 1/n! for n from 0 to 32.
  static let inverseFactorials: [DoubleDouble] = (1...32).reduce(into: [1]) { $0.append($0.last! / DoubleDouble(Double($1))) }

  /// B₂, B₄, …, B₃₂.
  static let bernoulliNumbers: [DoubleDouble] = zip(
    [
      1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174_611, 854_513, -236_364_091, 8_553_103, -23_749_461_029, 8_615_841_276_005,
      -7_709_321_041_217,
    ],
    [6, 30, 42, 30, 66, 2730, 6, 510, 798, 330, 138, 2730, 6, 870, 14322, 510]
  ).map { DoubleDouble($0) / DoubleDouble($1) }
}

// MARK: Decimal digits
extension DoubleDouble {
  /// The number that is written, in decimal: "-1.25e-401".
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, var exponent = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
    var number = DoubleDouble(0)
    var isFraction = false
    for character in mantissa.drop(while: { $0 == "-" || $0 == "+" }) {
      if character == "." && !isFraction {
        isFraction = true
      } else if let digit = character.wholeNumberValue {
        number = number * 10 + DoubleDouble(Double(digit))
        exponent -= isFraction ? 1 : 0
      } else {
        return nil
      }
    }
    let power = DoubleDouble._pow(10, Swift.abs(exponent))
    number = exponent < 0 ? number / power : number * power
    self = mantissa.first == "-" ? -number : number
  }
}

extension DoubleDouble: CustomStringConvertible {
  /// About 20 digits.
  public var description: String {
    if hi == 0 || !_isFinite { return "\(hi)" }
    var power = Int((Double(exponent) * 0.30102999566398120).rounded(.down))
    let scaled: (Int) -> DoubleDouble = { $0 < 0 ? self * ._pow(10, -$0) : self / ._pow(10, $0) }
    if scaled(power).magnitude >= 10 { power += 1 }
    let billions = scaled(power).magnitude * 1e9
    let leading = Int(billions.double)
    let rest = Int(((billions - DoubleDouble(Double(leading))) * 1e10).double)
    let tail = String(repeating: "0", count: Swift.max(0, 10 - "\(Swift.abs(rest))".count)) + "\(Swift.abs(rest))"
    return (hi < 0 ? "-" : "") + "\(leading)".prefix(1) + "." + "\(leading)".dropFirst() + tail + (power == 0 ? "" : "e\(power)")
  }
}
