import CompilerDifferentiation
import Derivatives

/// Gradients by one recording and one sweep, against hands and differences; and Hessian–vector products against gradients.
let gradientBenchmarks: [Benchmark] = [
  Benchmark("Rosenbrock-10", rosenbrockTargets) { measureRosenbrock(10, $0) },
  Benchmark("Rosenbrock-100", rosenbrockTargets) { measureRosenbrock(100, $0) },
  Benchmark("Rosenbrock-1000", [Target(Name.gradient, atMost: 8.2, times: Name.plain)] + rosenbrockTargets + [secondOrder]) {
    measureRosenbrock(1000, $0)
  },
  Benchmark("Speelpenning-1000") { measureGradient(of: Speelpenning(count: 1000), $0) },
  Benchmark("Gaussian mixture, d = 2") { measureGradient(of: GaussianMixture(d: 2), $0) },
  Benchmark("Gaussian mixture, d = 10", [Target(Name.gradient, atMost: 9, times: Name.plain), secondOrder]) {
    measureGradient(of: GaussianMixture(d: 10), $0, secondOrder: true)
  },
  Benchmark("Gaussian mixture, d = 64") { measureGradient(of: GaussianMixture(d: 64), $0) },
  Benchmark("Gaussian mixture, wide, d = 2", [wide]) { measureGradient(of: WideGaussianMixture(d: 2), $0) },
  Benchmark("Gaussian mixture, wide, d = 10", [wide]) { measureGradient(of: WideGaussianMixture(d: 10), $0) },
  Benchmark("Gaussian mixture, wide, d = 64", [wide]) { measureGradient(of: WideGaussianMixture(d: 64), $0) },
  Benchmark("100 residuals summed", [Target(Name.gradient, atMost: 8.5, times: Name.plain), secondOrder]) {
    measureGradient(of: BundleAdjustmentSum(count: 100), $0, secondOrder: true)
  },
  Benchmark("network 64–32–10, batch 16", [Target(Name.gradient, atMost: 4.8, times: Name.plain), secondOrder]) {
    measureGradient(of: ScalarNetwork(), $0, secondOrder: true)
  },
  Benchmark(
    "network 64–32–10, batch 16, by matrix–vector products",
    [Target(Name.gradient, atMost: 2.8, times: Name.plain), Target(Name.gradient, atMost: 1.6, times: Name.byHand)]
  ) { measureGradient(of: MatrixVectorNetwork(), $0) },
  Benchmark("long short-term memory") { measureGradientWithoutHand(of: LongShortTermMemory(isWide: false), $0) },
  Benchmark("long short-term memory, by a matrix–vector product") {
    measureGradientWithoutHand(of: LongShortTermMemory(isWide: true), $0)
  },
  Benchmark("Monte-Carlo path of 1000 steps", [Target(Name.gradient, atMost: 1.7, times: Name.plain), loops, secondOrder]) {
    measurePath(1000, $0)
  },
  Benchmark("Monte-Carlo path of 250 steps", [loops, Target(Name.eightPoints, atMost: 0.75, times: Name.plain)]) { measurePath(250, $0) },
  Benchmark("Brusselator 32 × 32", [Target(Name.gradient, atMost: 7.5, times: Name.plain), secondOrder]) {
    measureGradient(of: BrusselatorPlane(side: 32), $0, secondOrder: true)
  },
  Benchmark("determinant 6 × 6 by cofactors") { measureGradientWithoutHand(of: CofactorDeterminant(n: 6), $0) },
  Benchmark("least squares 128 × 32") { measureGradient(of: LeastSquares(rows: 128, columns: 32), $0) },
  Benchmark("log Σ exp of 2500, scalar operations") { measureGradient(of: ScalarLogSumExp(count: 2500), $0) },
  Benchmark("log Σ exp of 2500, one operation") { measureGradient(of: WideLogSumExp(count: 2500), $0) },
]

private let wide = Target(Name.gradient, atMost: 5, times: Name.plain)
private let secondOrder = Target(Name.hessianVector, atMost: 1.8, times: Name.gradient)
/// Ten times as fast as the compiler's own differentiation.
private let loops = Target(Name.gradient, atMost: 0.1, times: Name.compiler)
private let rosenbrockTargets = [loops]

private func measureRosenbrock(_ count: Int, _ rounds: Rounds) {
  let f = Rosenbrock(count: count)
  var x = f.point
  measureGradient(of: f, rounds, secondOrder: count == 1000) {
    #if canImport(_Differentiation)
      rounds.time(Name.compiler) {
        touch(&x)
        use(rosenbrockGradient(at: x)[0])
      }
    #endif
  }
}

private func measurePath(_ steps: Int, _ rounds: Rounds) {
  let f = MonteCarloPath(steps: steps)
  var x = f.point
  // eight neighbours of the point on one tape: the time of one of them
  let tape = Tape<Points8>()
  let eighths = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) / 8000
  var points = x.map { Points8($0 + eighths) }
  var slopes = points
  measureGradient(of: f, rounds, secondOrder: steps == 1000) {
    rounds.time(Name.eightPoints, times: 1.0 / 8) {
      points.withUnsafeMutableBufferPointer { touch($0) }
      use(tape.gradient(at: points, into: &slopes) { f($0) }.values[0])
    }
    #if canImport(_Differentiation)
      rounds.time(Name.compiler) {
        touch(&x)
        use(pathGradient(at: x, draws: f.draws).0)
      }
    #endif
  }
}
