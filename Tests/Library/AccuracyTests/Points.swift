import Derivatives
import TestSupport

extension Elementary {
  /// The whole domain of the function, an interval an argument: as far as the function or a derivative is a `Double`, or as far as the
  /// reference reaches.
  var wholeDomain: [ClosedRange<Double>] {
    let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let positive = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
    switch self {
    case .exp, .expMinusOne, .sinh, .cosh, .tanh, .sigmoid, .sigmoidSlope, .softplus: return [-750...715]
    case .exp2: return [-1080...1026]
    case .exp10: return [-325...309]
    case .log, .log2, .log10, .sqrt, .root2, .root4, .powerTwoAndAHalf, .xlogx: return [positive]
    case .logOnePlus: return [-1...Double.greatestFiniteMagnitude]
    case .sin, .cos, .tan, .sincos, .sinPi, .cosPi: return [-1e15...1e15]
    case .asin, .acos, .atanh: return [-1...1]
    case .acosh: return [1...Double.greatestFiniteMagnitude]
    case .erf, .erfc, .gaussian: return [-28...28]
    case .gamma: return [-20...172]
    case .logGamma, .digamma, .trigamma, .tetragamma: return [-20...Double.greatestFiniteMagnitude]
    case .logit: return [0...1]
    case .pow: return [positive, all]
    case .xlogy: return [all, positive]
    case .logSumExp, .softmax: return [-700...700, -700...700, -700...700]
    case .clamp: return domains
    default: return domains.map { _ in all }
    }
  }

  /// Seeded points of the whole domain: evenly over its moderate part, tiny and huge in all powers of ten, and towards its finite ends.
  func wholePoints() -> [[Double]] {
    var generator = SeededGenerator(seed: 20_261_121)
    var points = points(argumentCount == 1 ? 60 : 40, &generator)
    func tinyOrHuge(_ range: ClosedRange<Double>, _ extent: ClosedRange<Double>) -> Double {
      let sign: Double = range.lowerBound >= 0 ? 1 : generator.next() % 2 == 0 ? 1 : -1
      let x = sign * Double._exp10(generator.uniform(extent.lowerBound, extent.upperBound))
      return Swift.min(Swift.max(x, range.lowerBound), range.upperBound)
    }
    for i in 0..<80 {
      let extent = [-20.0...0.0, -307.0...0.0, 0.0...20.0, 0.0...307.0][i % 4]
      if argumentCount == 1 {
        points.append([tinyOrHuge(wholeDomain[0], extent)])
      } else {  // arguments of like and of unlike magnitude
        let like = tinyOrHuge(wholeDomain[0], extent)
        points.append(wholeDomain.map { i % 8 < 4 ? like * generator.uniform(0.5, 2) : tinyOrHuge($0, extent) })
      }
    }
    if argumentCount == 1 {
      let range = wholeDomain[0]
      for _ in 0..<40 where range.upperBound < 1e6 { points.append([generator.uniform(range.lowerBound, range.upperBound)]) }
      for k in 1...52 {
        for (end, inwards) in [(range.lowerBound, 1.0), (range.upperBound, -1.0)] where end.magnitude < 1e6 && end != 0 {
          points.append([end + inwards * generator.uniform(1, 2) * Double(sign: .plus, exponent: -k, significand: 1)])
        }
        points.append([Double(k - 26) * .pi / 4])  // zeros and extrema of the circular functions, integers and halves
        points.append([Double(k - 26) / 2])
      }
    }
    if self == .pow {
      for _ in 0..<60 { points.append([tinyOrHuge(wholeDomain[0], -300.0...300.0), generator.uniform(-1, 1)]) }
    }
    return points.filter { x in
      zip(x, wholeDomain).allSatisfy { $1.contains($0) } && isSmooth(at: x)
    }
  }

  /// No end of the domain, no kink, no jump and no pole.
  func isSmooth(at x: [Double]) -> Bool {
    switch self {
    case .gamma, .logGamma, .digamma, .trigamma, .tetragamma: return x[0] > 0 || x[0] != x[0].rounded()
    case .floor, .ceil, .trunc: return x[0] != x[0].rounded()
    case .round: return x[0] + 0.5 != (x[0] + 0.5).rounded(.down)
    case .asin, .acos, .atanh: return x[0].magnitude != 1
    case .acosh: return x[0] != 1
    case .logOnePlus: return x[0] != -1
    case .logit: return x[0] != 0 && x[0] != 1
    case .abs, .relu, .sign, .cbrt, .root3, .root5, .powerMinus1, .powerMinus2: return x[0] != 0
    case .remainder, .fmod: return (x[0] / x[1]).magnitude < 0x1p52 && x[1] != 0
    case .pow: return (x[1] * Double._log(x[0])).magnitude < 700
    case .max, .min: return x[0] != x[1]
    default: return true
    }
  }

  /// Where the order is measured: f(x) is a `Double`. Second and third derivatives only where no factor of them overflows or underflows:
  /// arguments of a function of several lie between 1e−75 and 1e75, and e^(−x²) is a normal number. So must xʸ⁻¹ for the first.
  func isMeasured(at x: [Double], order: Int) -> Bool {
    guard self(x).isFinite else { return false }
    if order == 1 {
      return self == .gaussian ? x[0].magnitude < 26.6 : self == .pow ? Double._pow(x[0], x[1] - 1).isFinite : true
    }
    switch self {
    case .erf, .erfc, .gaussian: return x[0].magnitude < 26.6
    case .pow, .xlogy, .cosine, .hypot, .hypot3, .norm, .atan2: return x.allSatisfy { $0 == 0 || (1e-75...1e75).contains($0.magnitude) }
    default: return true
    }
  }
}
