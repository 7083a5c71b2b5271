import Derivatives

/// The ways to a gradient that take turns. Each method measures one of them.
struct GradientVariants<K: GradientKernel> {
  private let f: K
  private var x: [Double]
  private var slope: [Double]
  private let tape = Tape<Double>()

  init(_ f: K) {
    self.f = f
    x = f.point
    slope = x
  }

  @inline(__always) mutating func plain(_ rounds: Rounds) {
    let f = f
    rounds.time(Name.plain) {
      touch(&x)
      use(f(x))
    }
  }

  /// With a reused tape, identity checks on.
  @inline(__always) mutating func reverse(_ rounds: Rounds) {
    let f = f
    rounds.time(Name.gradient) {
      touch(&x)
      use(tape.gradient(at: x, into: &slope) { f($0) })
    }
  }

  /// By central differences, of some of the inputs when there are many: the time is multiplied.
  @inline(__always) mutating func differences(_ rounds: Rounds) {
    let f = f
    let measured = min(x.count, 64)
    rounds.time(Name.differences, times: Double(x.count) / Double(measured)) {
      touch(&x)
      writeDifferences(of: f, at: &x, to: &slope, count: measured)
    }
  }

  /// The gradient and ∇²f·v, forward over reverse on a reused tape.
  @inline(__always) func hessianVector(
    _ rounds: Rounds, _ tape: Tape<Dual<Double>>, _ x: inout [Dual<Double>], _ slope: inout [Dual<Double>]
  ) {
    let f = f
    rounds.time(Name.hessianVector) {
      x.withUnsafeMutableBufferPointer { touch($0) }
      use(tape.gradient(at: x, into: &slope) { f($0) }.tangent)
    }
  }
}

extension GradientVariants where K: HandWrittenGradient {
  @inline(__always) mutating func byHand(_ rounds: Rounds) {
    let f = f
    rounds.time(Name.byHand) {
      touch(&x)
      let value = x.withUnsafeBufferPointer { x in
        slope.withUnsafeMutableBufferPointer { f.writeGradient(at: x.baseAddress.unsafelyUnwrapped, to: $0.baseAddress.unsafelyUnwrapped) }
      }
      use(value)
    }
  }
}

/// Writes the first `count` entries of ∇f(x) by central differences, step ∛ε max(1, |xⱼ|).
@inline(__always) func writeDifferences<K: ScalarFunction>(of f: K, at x: inout [Double], to slope: inout [Double], count: Int) {
  for j in 0..<count {
    let old = x[j]
    let h = differenceStep(old)
    x[j] = old + h
    let after = f(x)
    x[j] = old - h
    slope[j] = (after - f(x)) / (2 * h)
    x[j] = old
  }
}

@inline(__always) func differenceStep(_ x: Double) -> Double { 6.055454452393343e-06 * max(1, x.magnitude) }

/// The variants that others are compared with, or that occur in several benchmarks.
enum Name {
  static let plain = "plain"
  static let byHand = "by hand"
  static let differences = "central differences"
  static let compiler = "_Differentiation"
  static let gradient = "gradient, reused tape"
  static let hessianVector = "gradient and Hessian–vector product"
  static let eightPoints = "gradient, one of 8 points on a tape"
  static let rows = "rows"
  static func columns(_ lanes: Int) -> String { "columns, \(lanes) lanes" }
}

/// Measures a gradient. What is measured beside it, `also` does.
@inline(__always) func measureGradient<K: HandWrittenGradient>(
  of f: K, _ rounds: Rounds, secondOrder: Bool = false, also: () -> Void = {}
) {
  var variants = GradientVariants(f)
  var duals = f.point.map { Dual($0, tangent: 1) }
  var dualSlope = duals
  let dualTape = Tape<Dual<Double>>()
  rounds.run {
    variants.plain(rounds)
    variants.reverse(rounds)
    if secondOrder { variants.hessianVector(rounds, dualTape, &duals, &dualSlope) }
    variants.byHand(rounds)
    also()
    variants.differences(rounds)
  }
}

/// Measures the gradient of a kernel that nobody differentiated by hand.
@inline(__always) func measureGradientWithoutHand<K: GradientKernel>(of f: K, _ rounds: Rounds) {
  var variants = GradientVariants(f)
  rounds.run {
    variants.plain(rounds)
    variants.reverse(rounds)
    variants.differences(rounds)
  }
}
