import Derivatives
import TestSupport
import Testing

/// One rule table: forward and reverse mode have no opinion of their own on any function.
struct ForwardIsReverseTests {
  /// Poles, kinks, ties, signed zeros and what is not a number.
  static let hardNumbers: [Double] = [0, -0.0, 1, -1, 2, -2, 0.5, 3, 0x1p-1070, 1e200, -1e200, .infinity, -.infinity, .nan]

  static func expectEqual(_ function: Elementary, at x: [Double], within tolerance: Double, _ seed: String = "") {
    let partials = zip(function.forward(at: x), function.reverse(at: x))
    for (j, (forward, reverse)) in partials.enumerated() where ulps(reverse, forward) > tolerance {
      Issue.record("∂\(function)/∂x\(j) at \(x): forward mode gives \(forward), reverse mode \(reverse) \(seed)")
    }
  }

  @Test(arguments: Elementary.rules)
  func ruleIsTheSameInBothModes(_ function: Elementary) {
    var generator = SeededGenerator(seed: 77)
    for x in function.points(100, &generator) { Self.expectEqual(function, at: x, within: 0, "\(generator)") }
  }

  @Test(arguments: [Elementary.softmax, .sincos, .clamp])
  func compositionOfRulesIsTheSameInBothModes(_ function: Elementary) {
    var generator = SeededGenerator(seed: 78)
    for x in function.points(100, &generator) {
      let forward = function.forward(at: x)
      let scale = function == .sincos ? 1 : largest(forward)  // cos² − sin²: terms of size 1 cancel
      let deviation = Deviation(function.reverse(at: x), forward, scale: scale)
      #expect(deviation.size <= 1e-15, "\(function) at \(x), \(generator), \(deviation)")
    }
  }

  @Test(arguments: Elementary.rules.filter { $0.argumentCount <= 3 })
  func polesAndTiesAreTheSameInBothModes(_ function: Elementary) {
    switch function.argumentCount {
    case 1: for x in Self.hardNumbers { Self.expectEqual(function, at: [x], within: 0) }
    case 2: for x in Self.hardNumbers { for y in Self.hardNumbers { Self.expectEqual(function, at: [x, y], within: 0) } }
    default:
      for x in Self.hardNumbers {
        for y in Self.hardNumbers { for z in Self.hardNumbers { Self.expectEqual(function, at: [x, y, z], within: 0) } }
      }
    }
  }

  /// One argument is a constant: in both modes a number, not a variable.
  @Test(arguments: Elementary.rules.filter { $0.argumentCount == 2 })
  func constantArgumentIsTheSameInBothModes(_ function: Elementary) {
    for x in Self.hardNumbers {
      for c in Self.hardNumbers {
        let forward = [derivative(at: x) { function([$0, Dual(constant: c)]) }, derivative(at: x) { function([Dual(constant: c), $0]) }]
        let reverse =
          gradient(at: [x]) { function([$0[0], Adjoint(constant: c)]) } + gradient(at: [x]) { function([Adjoint(constant: c), $0[0]]) }
        for j in 0...1 where !(forward[j] == reverse[j] || forward[j].isNaN && reverse[j].isNaN) {
          Issue.record("\(function) at \(x), constant \(c), argument \(j): forward mode gives \(forward[j]), reverse mode \(reverse[j])")
        }
      }
    }
  }

  /// The same number twice: f(x, x).
  @Test(arguments: Elementary.rules.filter { $0.argumentCount > 1 })
  func repeatedArgumentIsTheSameInBothModes(_ function: Elementary) {
    var generator = SeededGenerator(seed: 79)
    for _ in 0..<30 {
      let x = generator.uniform(0.1, 4)
      let forward = derivative(at: x) { x in function(.init(repeating: x, count: function.argumentCount)) }
      let reverse = gradient(at: [x]) { x in function(.init(repeating: x[0], count: function.argumentCount)) }[0]
      let scale = largest(function.forward(at: .init(repeating: x, count: function.argumentCount)))
      #expect((forward - reverse).magnitude <= 1e-15 * scale, "\(function) at \(x) in all arguments, \(generator): \(forward), \(reverse)")
    }
  }

  /// Without the product of sine and cosine: its terms cancel, and a fused one is rounded once.
  @Test(arguments: Elementary.unary.filter { $0 != .sincos })
  func compositionIsTheSameInBothModes(_ function: Elementary) {
    var generator = SeededGenerator(seed: 80)
    for x in function.points(50, &generator) {
      let t = x[0] / 4
      let forward = derivative(at: t) { t in 7 * function([4 * t]) }
      let reverse = gradient(at: [t]) { t in 7 * function([4 * t[0]]) }[0]
      #expect(ulps(reverse, forward) <= 1, "7 \(function)(4t) at \(t), \(generator): forward \(forward), reverse \(reverse)")
    }
  }

  /// All second derivatives, forward over forward and forward over reverse.
  @Test(arguments: Elementary.allCases)
  func secondDerivativesAreTheSameInBothModes(_ function: Elementary) {
    var generator = SeededGenerator(seed: 81)
    for x in function.points(20, &generator) {
      for direction in x.indices {
        let inner = x.indices.map { Dual(x[$0], tangent: $0 == direction ? 1 : 0) }
        let forward = function.forward(at: inner).map(\.tangent)
        let reverse = function.reverse(at: inner).map(\.tangent)
        let deviation = Deviation(reverse, forward, scale: largest(forward))
        #expect(deviation.size <= 1e-14, "\(function) at \(x), direction \(direction), \(generator), \(deviation)")
      }
    }
  }
}
