import Derivatives

// How the messages of the small evaluations are read and answered.

extension Module {
  static let hello = Module(
    name: "hello",
    functions: [
      Function("square", prepare: readNumber, evaluate: { x, _ in square(x) }, answer: { y, _ in .number(y) }),
      Function("double", prepare: readNumber, evaluate: { x, _ in derivative(at: x) { square($0) } }, answer: { y, _ in .number(y) }),
    ])

  @Sendable private static func readNumber(_ input: Input) throws(InputError) -> Double { try input.number() }

  static let determinant = Module(
    name: "det",
    functions: [
      Function("primal", prepare: readMatrix, evaluate: { p, _ in p.problem(p.a) }, answer: { y, _ in .number(y) }),
      Function("gradient", prepare: readMatrix, evaluate: { p, _ in p.problem.gradient(at: p.a) }, answer: { y, _ in .numbers(y) }),
    ])

  @Sendable private static func readMatrix(_ input: Input) throws(InputError) -> (problem: Determinant, a: [Double]) {
    let size = try input.member("ell").integer(in: 1...60)
    return (Determinant(size: size), try input.member("A").numbers(size * size))
  }

  static let leastSquares = Module(
    name: "llsq",
    functions: [
      Function(
        "primal", prepare: readLeastSquares, evaluate: { p, settings in p.problem.value(at: p.x, threads: settings.threads) },
        answer: { y, _ in .number(y) }),
      Function(
        "gradient", prepare: readLeastSquares, evaluate: { p, settings in p.problem.gradient(at: p.x, threads: settings.threads) },
        answer: { y, _ in .numbers(y) }),
    ])

  @Sendable private static func readLeastSquares(_ input: Input) throws(InputError) -> (problem: LeastSquares, x: [Double]) {
    (LeastSquares(sampleCount: try input.member("n").integer(in: 2...1 << 30)), try input.member("x").numbers())
  }

  static let logSumExp = Module(
    name: "lse",
    functions: [
      Function(
        "primal", prepare: readVector, evaluate: { x, settings in ShiftedLogSumExp(x).value(threads: settings.threads) },
        answer: { y, _ in .number(y) }),
      Function(
        "gradient", prepare: readVector, evaluate: { x, settings in ShiftedLogSumExp(x).gradient(threads: settings.threads) },
        answer: { y, _ in .numbers(y) }),
    ])

  @Sendable private static func readVector(_ input: Input) throws(InputError) -> [Double] { try input.member("x").numbers() }

  static let rungeKutta = Module(
    name: "ode",
    functions: [
      Function("primal", prepare: readEquation, evaluate: { p, _ in p.problem(p.x) }, answer: { y, _ in .numbers(y) }),
      Function("gradient", prepare: readEquation, evaluate: { p, _ in p.problem.gradient(at: p.x) }, answer: { y, _ in .numbers(y) }),
    ])

  @Sendable private static func readEquation(_ input: Input) throws(InputError) -> (problem: RungeKutta, x: [Double]) {
    let x = try input.member("x").numbers()
    guard !x.isEmpty else { throw InputError("input.x: at least one number is wanted") }
    return (RungeKutta(stepCount: try input.member("s").integer(in: 1...(1 << 30) / x.count)), x)
  }

  static let kMeans = Module(
    name: "kmeans",
    functions: [
      Function(
        "cost", prepare: readClusters, evaluate: { p, settings in p.cost(threads: settings.threads) }, answer: { y, _ in .number(y) }),
      Function(
        "dir", prepare: readClusters, evaluate: { p, settings in p.direction(threads: settings.threads) },
        answer: { y, p in .rows(y, columnCount: p.dimension) }),
    ])

  @Sendable private static func readClusters(_ input: Input) throws(InputError) -> KMeans {
    let centroids = try input.member("centroids")
    guard let first = try centroids.parts().first else { throw InputError("\(centroids.name): at least one centroid is wanted") }
    let dimension = try first.numbers().count
    guard dimension > 0 else { throw InputError("\(first.name): at least one coordinate is wanted") }
    return KMeans(
      points: try input.member("points").matrix(columns: dimension), centroids: try centroids.matrix(columns: dimension),
      dimension: dimension)
  }

  static let particle = Module(
    name: "particle",
    functions: modes { outer, inner, name in
      Function(
        name, prepare: { (input: Input) throws(InputError) in Particle(start: try input.member("w").number(), outer: outer, inner: inner) },
        evaluate: { p, _ in p.solution() }, answer: { w, _ in .number(w) })
    })

  static let saddle = Module(
    name: "saddle",
    functions: modes { outer, inner, name in
      Function(
        name,
        prepare: { (input: Input) throws(InputError) in Saddle(start: try input.member("start").numbers(2), outer: outer, inner: inner) },
        evaluate: { p, _ in p.solution() }, answer: { x, _ in .numbers(x) })
    })

  /// The four variants: the first letter is the mode of the outer derivative, the second that of the inner one.
  private static func modes(_ function: (Mode, Mode, String) -> Function) -> [Function] {
    let pairs: [(Mode, Mode)] = [(.reverse, .reverse), (.forward, .forward), (.forward, .reverse), (.reverse, .forward)]
    return pairs.map { outer, inner in function(outer, inner, String([outer.rawValue, inner.rawValue])) }
  }
}
