import Derivatives
import TestSupport
import Testing

/// Many points at once against one point at a time.
struct PointsTests {
  /// Eleven points near the problem's: one evaluation is full, one is not.
  static func points(near problem: Problem, _ generator: inout SeededGenerator) -> Matrix {
    Matrix((0..<11).map { _ in problem.neighbour(&generator) })
  }

  @Test("many points are each point alone", arguments: Problem.assorted)
  func manyPointsAreEachPoint(_ problem: Problem) async {
    var generator = SeededGenerator(seed: 20_261_121)
    let points = Self.points(near: problem, &generator)
    let many = problem.atPoints(points)
    for p in 0..<points.rowCount {
      let x = points.row(p)
      let plain = problem.plain(x)
      for (i, value) in many.values.row(p).enumerated() where !isIdentical(value, plain[i]) {
        Issue.record("\(problem), point \(p), output \(i): the value is \(value), the plain number \(plain[i]); \(generator)")
      }
      let single = jacobianByColumns(at: x, of: problem.lanes)
      let deviation = Deviation(many.jacobian(ofPoint: p), single, scale: largest(single.entries))
      #expect(deviation.size <= 1e-14, "\(problem), point \(p), \(deviation); \(many.plan); \(generator)")
    }
    let concurrent = await problem.atPointsConcurrently(points)
    #expect(concurrent.values == many.values, "\(problem)")
    for p in 0..<points.rowCount {
      let (jacobian, other) = (concurrent.jacobian(ofPoint: p), many.jacobian(ofPoint: p))
      if jacobian == other { continue }
      // Either was computed point by point: numbers were compared on other threads, as tests beside this one do, and it might have been by `f`.
      let alone = problem.automatic(points.row(p)).jacobian
      let deviation = Deviation(jacobian, other, scale: largest(other.entries))
      #expect(jacobian == alone || other == alone, "\(problem), point \(p), concurrently, \(deviation)")
      #expect(deviation.size <= 1e-14, "\(problem), point \(p), concurrently, \(deviation)")
    }
  }

  /// Every way of the plan, by functions of few and many variables and outputs.
  @Test(arguments: [(1, 1), (2, 9), (9, 2), (3, 1), (17, 20), (0, 2), (4, 0)])
  func everyShapeAgrees(_ variableCount: Int, _ outputCount: Int) {
    struct Waves: VectorFunction {
      let outputCount: Int
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        (0..<outputCount).map { i in sum(x.enumerated().map { j, xj in sin(xj * S(Double(i + j + 1))) * x[(i + j) % x.count] }) }
      }
    }
    var generator = SeededGenerator(seed: 4)
    let data = 2
    let points = Matrix((0..<13).map { _ in generator.uniforms(variableCount + data, -1, 1) })
    let f = Waves(outputCount: outputCount)
    let many = valuesWithJacobians(at: points, variables: 1..<1 + variableCount, of: f)
    #expect(many.values == values(at: points, of: f))
    for p in 0..<points.rowCount {
      let whole = jacobianByColumns(at: points.row(p)) { f($0) }
      for i in 0..<outputCount {
        for j in 0..<variableCount {
          let error = (many.jacobian(ofPoint: p)[i, j] - whole[i, 1 + j]).magnitude
          #expect(error <= 1e-13, "point \(p), [\(i), \(j)], \(many.plan), \(generator)")
        }
      }
    }
  }

  @Test func allWaysOfThePlanAreTested() {
    let ways = [(1, 1), (2, 9), (9, 2), (3, 1), (17, 20)].map { PointsPlan(variableCount: $0.0, outputCount: $0.1).way }
    #expect(ways.contains(.rows) && ways.contains(.columns) && ways.contains(.pointByPoint), "\(ways)")
  }

  @Test func pointsThatTakeDifferentBranchesAreEvaluatedOneByOne() {
    struct Huber: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x[0] * x[0] < 1 ? [x[0] * x[0] / 2] : [abs(x[0]) - 0.5] }
    }
    let points = Matrix((0..<16).map { [Double($0) / 4 - 2] })
    let evaluation = valuesWithJacobians(at: points, of: Huber())
    for p in 0..<16 {
      let x = points[p, 0]
      #expect(evaluation.values[p, 0] == (x * x < 1 ? x * x / 2 : x.magnitude - 0.5))
      #expect(evaluation.jacobians[p, 0] == (x * x < 1 ? x : x < 0 ? -1 : 1))
      #expect(values(at: points, of: Huber())[p, 0] == evaluation.values[p, 0])
    }
    #expect(!Points8.takeDivergence(), "the flag is taken down")
  }

  @Test func directionsOfManyPointsAreThoseOfEachPoint() {
    struct Kinked: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0] < x[1] ? x[0] * x[1] : exp(x[0] - x[1]), hypot(x[0], x[1])] }
    }
    var generator = SeededGenerator(seed: 12)
    let points = Matrix((0..<19).map { _ in generator.uniforms(2, -1, 1) })
    let directions = Matrix((0..<19).map { _ in generator.uniforms(2, -1, 1) })
    let many = pushforwards(at: points, along: directions, of: Kinked())
    for p in 0..<19 {
      let single = pushforward(at: points.row(p), along: directions.row(p)) { Kinked()($0) }
      #expect(many.row(p) == single, "point \(p), \(generator)")
    }
  }

  /// A pole and an infinity at one point leave the other seven right, and are there what they are alone.
  @Test func aPoleAtOnePointIsThatOfThePointAlone() {
    struct Root: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        let root: S = sqrt(x[0] * x[1])
        return [root + sum(x)]
      }
    }
    struct Length: VectorFunction { func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [norm(x)] } }
    func compare<F: VectorFunction>(_ f: F, _ special: Double) {
      var rows = (0..<8).map { p in (0..<20).map { 1 + Double(p + $0) } }
      rows[3][0] = special
      let many = valuesWithJacobians(at: Matrix(rows), of: f)
      #expect(many.plan.way == .rows)
      for p in 0..<8 {
        let alone = jacobianByRows(at: rows[p]) { f($0) }.entries
        for (a, b) in zip(many.jacobian(ofPoint: p).entries, alone) {
          #expect(a == b || (a.isNaN && b.isNaN) || relativeError(a, b) <= 1e-14, "\(F.self), point \(p): \(a), alone \(b)")
        }
      }
    }
    compare(Root(), 0)
    compare(Length(), .infinity)
  }

  @Test func pointsWithinPointsKeepWhatTheOuterOnesHaveTaken() {
    struct Outer: VectorFunction {
      struct Inner: VectorFunction { func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x } }
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
        let y: S = x[0] < 0 ? -x[0] : 3 * x[0]
        return [y + S(values(at: Matrix([[1]]), of: Inner())[0, 0])]
      }
    }
    let points = Matrix((0..<8).map { [Double($0) - 3.5] })
    for p in 0..<8 { #expect(values(at: points, of: Outer())[p, 0] == Outer()(points.row(p))[0]) }
  }

  @Test func noPointsGiveEmptyMatrices() {
    struct Twice: VectorFunction { func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x.map { $0 + $0 } } }
    let evaluation = valuesWithJacobians(at: Matrix(rowCount: 0, columnCount: 3), of: Twice())
    #expect(evaluation.values.rowCount == 0 && evaluation.jacobians.rowCount == 0 && evaluation.jacobians.columnCount == 3)
    #expect(values(at: Matrix(rowCount: 0, columnCount: 3), of: Twice()).rowCount == 0)
  }

  @Test func columnsInSeveralTasksAreTheSameColumns() async {
    struct Chain: VectorFunction {
      func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { x.indices.dropFirst().map { x[$0] * sin(x[$0 - 1]) } }
    }
    for n in [2, 8, 9, 40] {
      let x = (0..<n).map { 0.3 * Double($0) }
      let once = jacobianByColumns(at: x) { Chain()($0) }
      for taskCount in [1, 2, 7] {
        let parts = await jacobianByColumnsConcurrently(at: x, taskCount: taskCount, of: Chain())
        #expect(parts == once, "\(n) inputs, \(taskCount) tasks")
      }
    }
  }
}

/// Promise: eight points have the values of each alone, bit for bit.
struct Points8Tests {
  @Test(arguments: Elementary.allCases)
  func valuesAreThePlainNumbers(_ function: Elementary) {
    var generator = SeededGenerator(seed: 8)
    for special in [nil, 0, -0.0, 1e300, .infinity, -.infinity, .nan] as [Double?] {
      var points = function.points(8, &generator)
      if let special { points[3][0] = special }
      let x = (0..<function.argumentCount).map { j in Points8(SIMD8(points.map { $0[j] })) }
      let y = function(x)
      let diverged = Points8.takeDivergence()
      // softmax looks for the largest number; clamp refuses a bound that is NaN or on the wrong side
      #expect(!diverged || [.softmax, .clamp].contains(function), "\(function) takes a branch")
      for p in 0..<8 where !diverged {
        let plain = function(points[p])
        #expect(isIdentical(y.values[p], plain), "\(function)(\(points[p])) is \(y.values[p]), the plain number \(plain); \(generator)")
      }
    }
  }

  @Test func comparisonsAgreeOrAreReported() {
    let x = Points8(SIMD8(1, 2, 3, 4, 5, 6, 7, 8))
    #expect(x < 9 && !(x < 1) && x >= 1 && x == x && x != 0 && x > 0 && x <= 8)
    #expect(!Points8.takeDivergence())
    #expect(x < 2, "the first point decides")
    #expect(Points8.takeDivergence() && !Points8.takeDivergence())
    #expect(!(x > 4))
    #expect(Points8.takeDivergence())
    let nan = Points8(.nan)
    #expect(!(nan < 1) && !(nan <= 1) && !(nan > 1) && !(nan >= 1) && nan != nan)
  }
}
