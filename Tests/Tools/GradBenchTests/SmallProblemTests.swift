import Derivatives
import TestSupport
import Testing

@testable import gradbench

/// Objectives and derivatives of the small evaluations against closed forms, on seeded inputs.
struct SmallProblemTests {
  private func expectClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-13, _ comment: String) {
    let deviation = Deviation(a, b, scale: max(1, largest(b)))
    #expect(deviation.size <= tolerance, "\(comment): \(deviation)")
  }

  /// By elimination with pivots.
  private func determinant(_ a: [Double], _ n: Int) -> Double {
    var a = a
    var product = 1.0
    for k in 0..<n {
      let pivot = (k..<n).max { a[$0 * n + k].magnitude < a[$1 * n + k].magnitude }!
      if pivot != k { product = -product }
      for j in 0..<n { a.swapAt(k * n + j, pivot * n + j) }
      product *= a[k * n + k]
      for i in k + 1..<max(n, k + 1) {
        let factor = a[i * n + k] / a[k * n + k]
        for j in k..<n { a[i * n + j] -= factor * a[k * n + j] }
      }
    }
    return product
  }

  /// Σⱼ A[i, j] G[i, j] = det A for every row i, and 0 with the entries of another row [Laplace's expansion]. Size 8 and 9 take the path that
  /// records minors apart.
  @Test(arguments: [1, 2, 3, 6, 7, 8, 9]) func determinantAndCofactorsFulfilLaplacesExpansion(_ n: Int) {
    var generator = SeededGenerator(seed: UInt64(n))
    let a = generator.uniforms(n * n)
    let problem = Determinant(size: n)
    let value = problem(a)
    expectClose([value], [determinant(a, n)], "\(generator)")
    let gradient = problem.gradient(at: a)
    for i in 0..<n {
      for k in 0..<n {
        let expansion = dot(a[i * n..<(i + 1) * n], gradient[k * n..<(k + 1) * n])
        expectClose([expansion], [i == k ? value : 0], "rows \(i) and \(k), \(generator)")
      }
    }
  }

  @Test func kMeansDirectionLeadsFromTheMeansOfTheClusters() {
    var generator = SeededGenerator(seed: 3)
    let d = 3
    let points = generator.uniforms(40 * d)
    let centroids = Array(points.suffix(5 * d))
    let problem = KMeans(points: points, centroids: centroids, dimension: d)
    func distance(_ i: Int, _ j: Int) -> Double {
      var total = 0.0
      for t in 0..<d { total += square(points[i * d + t] - centroids[j * d + t]) }
      return total
    }
    let nearest = (0..<40).map { i in (0..<5).min { distance(i, $0) < distance(i, $1) }! }
    var cost = 0.0
    for i in 0..<40 { cost += distance(i, nearest[i]) }
    expectClose([problem.cost()], [cost], "\(generator)")
    var expected = centroids
    for j in 0..<5 {
      let members = (0..<40).filter { nearest[$0] == j }
      for t in 0..<d {
        let total = sum(members.map { points[$0 * d + t] })
        expected[j * d + t] -= total / Double(members.count)
      }
    }
    expectClose(problem.direction(), expected, "\(generator)")
    expectClose(problem.direction(threads: 3), expected, "three threads, \(generator)")
    #expect(abs(problem.cost(threads: 3) - problem.cost()) < 1e-13)
  }

  @Test func aPointBetweenTwoCentroidsBelongsToTheFirst() {
    let problem = KMeans(points: [0, 1, -1], centroids: [1, -1], dimension: 1)
    #expect(problem.cost() == 1)
    #expect(problem.direction() == [0.5, 0])  // 1 − (0 + 1)/2 and −1 − (−1)
  }

  @Test func leastSquaresGradientIsTheNormalEquation() {
    var generator = SeededGenerator(seed: 4)
    let x = generator.uniforms(7)
    let n = 301
    let t = (0..<n).map { -1 + 2 * Double($0) / Double(n - 1) }
    var residuals: [Double] = []
    var expected = [Double](repeating: 0, count: 7)
    for t in t {
      let residual: Double = sign(t) - polynomial(x, at: t)
      residuals.append(residual)
      for j in 0..<7 { expected[j] -= residual * pow(t, j) }
    }
    let problem = LeastSquares(sampleCount: n)
    expectClose([problem.value(at: x)], [0.5 * dot(residuals, residuals)], "\(generator)")
    expectClose(problem.gradient(at: x), expected, "\(generator)")
    expectClose(problem.gradient(at: x, threads: 2), expected, "two threads, \(generator)")
  }

  @Test func logSumExpAgreesWithTheLibrarysOwn() {
    var generator = SeededGenerator(seed: 5)
    let x = generator.uniforms(5000, -3, 700)
    let problem = ShiftedLogSumExp(x)
    for threads in [1, 2] {
      expectClose([problem.value(threads: threads)], [logSumExp(x)], "\(threads) threads, \(generator)")
      expectClose(problem.gradient(threads: threads), softmax(x), "\(threads) threads, \(generator)")
    }
  }

  /// Up to four components the method of order 4 is exact: yₙ₋₁(2) = 2ⁿ/n! Π xᵢ.
  @Test(arguments: [1, 2, 3, 4], [1, 3]) func rungeKuttaIsExactUpToFourComponents(_ n: Int, _ steps: Int) {
    var generator = SeededGenerator(seed: UInt64(n))
    let x = generator.uniforms(n, 0.5, 1.5)
    let problem = RungeKutta(stepCount: steps)
    var solution: [Double] = []
    for i in 0..<n { solution.append((i == 0 ? 1 : solution[i - 1]) * x[i] * 2 / Double(i + 1)) }
    expectClose(problem(x), solution, "\(generator)")
    expectClose(problem.gradient(at: x), x.map { solution[n - 1] / $0 }, "\(generator)")
  }

  /// The whole computation in forward mode, without checkpoints.
  @Test func rungeKuttaBySweepsOfStepsIsForwardMode() {
    var generator = SeededGenerator(seed: 6)
    let x = generator.uniforms(9, 0.5, 1.5)
    let v = generator.uniforms(9)
    let problem = RungeKutta(stepCount: 5)
    let along = pushforward(at: x, along: v) { x in
      (0..<5).reduce([Dual<Double>](repeating: 0, count: 9)) { y, t in problem.step(t, x[...], y[...]).state }
    }
    expectClose([dot(problem.gradient(at: x), v)], [along[8]], "\(generator)")
  }

  /// The constants are those of GradBench's evaluations; the descent to y is the second half of the saddle.
  @Test(arguments: [Mode.forward, .reverse]) func descentEndsWhereItShould(_ mode: Mode) {
    let y = argmin(Negative(f: Saddle.Objective()), [8.2e-6, 8.2e-6], from: [1.0, 1.0], mode)
    expectSaddle(y, "\(mode)")
  }

  private func expectSaddle(_ numbers: [Double], _ comment: String) {
    let expected = 8.246324826140356e-06
    let deviation = Deviation(numbers, [Double](repeating: expected, count: numbers.count), scale: expected)
    #expect(deviation.size <= 1e-12, "\(comment): \(deviation)")
  }

  @Test(.enabled(if: isOptimized, "nested descents take too long without optimisation"), arguments: ["rr", "ff", "fr", "rf"])
  func saddleIsFound(_ name: String) {
    let letters = name.map { Mode(rawValue: $0)! }
    expectSaddle(Saddle(start: [1, 1], outer: letters[0], inner: letters[1]).solution(), name)
  }

  @Test(.enabled(if: isOptimized, "nested descents take too long without optimisation"), arguments: ["rr", "ff", "fr", "rf"])
  func particleHits(_ name: String) {
    let letters = name.map { Mode(rawValue: $0)! }
    let particle = Particle(start: 0, outer: letters[0], inner: letters[1]).solution()
    expectClose([particle], [0.2071918746486116], "particle \(name)")
  }

  /// The derivative through all steps of a simulation or a descent, each of which takes a gradient, in the four nestings of the modes.
  @Test func derivativesThroughInnerGradientsAgreeInAllModes() {
    func slopes(_ outer: Mode, _ inner: Mode) -> (particle: [Double], saddle: [Double]) {
      let miss = Particle.Miss(mode: inner)
      let maximum = Saddle.Maximum(start: [1, 2], mode: inner)
      return (
        Differentiation<Double>(outer).gradient(at: [0.1], [], of: miss),
        Differentiation<Double>(outer).gradient(at: [0.3, -0.4], [], of: maximum)
      )
    }
    let miss = Particle.Miss(mode: .forward)
    let difference = centralDifference(at: 0.1, step: 1e-4) { miss([$0], []) }
    for outer in [Mode.forward, .reverse] {
      for inner in [Mode.forward, .reverse] {
        let (particle, saddle) = slopes(outer, inner)
        expectClose(particle, slopes(.forward, .forward).particle, within: 1e-11, "particle \(outer) over \(inner)")
        expectClose(particle, [difference], within: 1e-6, "particle \(outer) over \(inner), differences")
        expectClose(saddle, [0.6, -0.8], "saddle \(outer) over \(inner)")  // where y ends does not depend on x: 2x
      }
    }
  }

  /// ∂/∂w of a gradient taken inside, in all four combinations of modes, against the closed form.
  @Test(arguments: ["rr", "ff", "fr", "rf"]) func modesNest(_ name: String) {
    struct Cube: ParametricFunction {
      func callAsFunction<S: Scalar & BitwiseCopyable>(_ x: [S], _ p: [S]) -> S { p[0] * x[0] * x[0] * x[0] + x[1] * x[0] }
    }
    struct Slope: ParametricFunction {
      let mode: Mode
      func callAsFunction<S: Scalar & BitwiseCopyable>(_ w: [S], _ p: [S]) -> S {
        let slope = Differentiation<S>(mode).gradient(at: [w[0], w[0] * w[0]], w, of: Cube())
        return slope[0] * slope[1]  // (3w³ + w²) w
      }
    }
    let letters = name.map { Mode(rawValue: $0)! }
    let w = 0.7
    let derivative = Differentiation<Double>(letters[0]).gradient(at: [w], [], of: Slope(mode: letters[1]))
    expectClose(derivative, [12 * w * w * w + 3 * w * w], name)
  }

  @Test func descentEndsAtANumberThatIsNone() {
    struct Root: ParametricFunction {
      func callAsFunction<S: Scalar & BitwiseCopyable>(_ x: [S], _ p: [S]) -> S { sqrt(x[0]) }
    }
    #expect(argmin(Root(), [], from: [-1.0], .forward) == [-1])
  }
}

private let isOptimized: Bool = {
  #if DEBUG
    false
  #else
    true
  #endif
}()
