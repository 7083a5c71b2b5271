import Derivatives
import TestSupport
import Testing

/// What a recording holds: which operations are written, how large they are, that a tape may be used again.
struct TapeTests {
  /// How many operations a function writes.
  static func operations(at x: [Double], _ f: ([Adjoint<Double>]) -> Adjoint<Double>) -> Int {
    let tape = Tape<Double>()
    return withExtendedLifetime(f(tape.record(x))) { tape.operationCount }
  }

  @Test(arguments: Elementary.unary.filter { $0 != .sincos })
  func functionOfOneNumberWritesNothing(_ function: Elementary) {
    #expect(Self.operations(at: [function.domains[0].upperBound / 2]) { function($0) } == 0)
  }

  @Test func operationsWithConstantsWriteNothing() {
    let formulas: [([Adjoint<Double>]) -> Adjoint<Double>] = [
      { $0[0] + 2 }, { 2 - $0[0] }, { $0[0] * 3 }, { 3 / $0[0] }, { $0[0] / 3 }, { -$0[0] }, { pow($0[0], 3 as Int) },
      { pow($0[0], Adjoint(constant: 1.5)) }, { $0[0] + $0[0] }, { $0[0] * $0[0] }, { $0[0] * sin($0[0]) }, { $0[0] / exp($0[0]) },
      { max($0[0], $0[1]) }, { clamp($0[0], 0, 1) }, { hypot($0[0], 3) }, { _ in 7 }, { floor($0[0] * $0[0]) }, { sum([$0[0]][0..<0]) },
    ]
    for (i, f) in formulas.enumerated() { #expect(Self.operations(at: [1.5, 2], f) == 0, "formula \(i)") }
  }

  @Test(arguments: Elementary.allCases.filter { $0.argumentCount > 1 && ![.max, .min, .clamp, .softmax].contains($0) })
  func functionOfSeveralNumbersIsOneOperation(_ function: Elementary) {
    let x = function.domains.map { $0.lowerBound * 0.25 + $0.upperBound * 0.75 }
    #expect(Self.operations(at: x) { function($0) } == 1)
  }

  @Test func operationsOfTwoNumbersWriteOneEach() {
    #expect(Self.operations(at: [1, 2]) { $0[0] * $0[1] + $0[0] } == 2)
    #expect(Self.operations(at: [1, 2, 3]) { ($0[0] + $0[1]) / ($0[1] - sin($0[2])) } == 3)
  }

  /// 24 bytes an operation and 8 an adjoint, with something for the inputs; wide operations take less for each operand.
  @Test func recordingIsSmall() {
    let programs: [(String, Int, ([Adjoint<Double>]) -> Adjoint<Double>)] = [
      ("a chain of products", 2, { x in (0..<1000).reduce(x[0]) { y, _ in y * x[1] } }),
      ("a chain of sines of sums", 2, { x in (0..<1000).reduce(x[0]) { y, _ in sin(y + x[1]) } }),
      ("Rosenbrock", 500, { x in (0..<499).reduce(0) { $0 + 100 * pow(x[$1 + 1] - x[$1] * x[$1], 2 as Int) + pow(1 - x[$1], 2 as Int) } }),
    ]
    for (name, n, f) in programs {
      let tape = Tape<Double>()
      _ = f(tape.record([Double](repeating: 0.9, count: n)))
      let perOperation = Double(tape.byteCount - 32 * (n + 1)) / Double(tape.operationCount)
      #expect(perOperation == 32, "\(name): \(perOperation) bytes an operation, adjoint included")
      #expect(MemoryLayout<Adjoint<Double>>.size == 32)
    }
    let tape = Tape<Double>()
    _ = dot(tape.record([Double](repeating: 1, count: 1000)), [Adjoint<Double>](repeating: 2, count: 1000))
    #expect(tape.operationCount == 1 && tape.byteCount - 32 * 1001 <= 8 * 1000 + 100, "a scalar product with constants")
  }

  @Test func tapeUsedAgainGivesWhatAFreshOneGives() {
    func f(_ x: [Adjoint<Double>]) -> Adjoint<Double> { norm(x) * sin(x[0]) + dot(x[1...], x[..<(x.count - 1)]) / x[x.count - 1] }
    let tape = Tape<Double>(capacity: 1)
    var generator = SeededGenerator(seed: 14)
    for n in [3, 50, 2, 2, 400, 7] {
      let x = generator.uniforms(n, 1, 2)
      var slope = [Double](repeating: .nan, count: n)
      let value = tape.gradient(at: x, into: &slope, of: f)
      let fresh = valueWithGradient(at: x, of: f)
      #expect(value == fresh.value && slope == fresh.gradient, "\(n) inputs, \(generator)")
    }
  }

  @Test func tapeGrowsAcrossManyReallocations() {
    let count = 100_000
    for capacity in [1, 16, 1024] {
      let tape = Tape<Double>(capacity: capacity)
      var slope = [0.0, 0.0]
      let value = tape.gradient(at: [1, 0.25], into: &slope) { x in (0..<count).reduce(x[0]) { y, _ in y + x[1] } }
      #expect(value == 25_001 && slope == [1, Double(count)] && tape.operationCount == count, "capacity \(capacity)")
    }
    let n = 3000
    let slope = gradient(at: [Double](repeating: 1, count: n)) { x in
      (0..<200).reduce(0) { y, _ in y + sum(x) + dot(x[0..<n / 2], x[(n / 2)...]) }
    }
    #expect(slope.allSatisfy { $0 == 400 })
  }

  @Test func tapesInConcurrentTasksAreIndependent() async {
    func f<S: Scalar>(_ x: [S]) -> S { (0..<300).reduce(x[0]) { y, k in sin(y) * x[k % x.count] + y / (1 + x[1] * x[1]) } }
    let x = (0..<16).map { k in [0.1 * Double(k), 1, 2] }
    let expected = x.map { gradient(at: $0) { f($0) } }
    let results = await withTaskGroup(of: (Int, [Double]).self) { group in
      for k in 0..<160 { group.addTask { (k % 16, gradient(at: x[k % 16]) { f($0) }) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (k, slope) in results { #expect(slope == expected[k], "task \(k)") }
  }
}

/// Several sweeps over one recording keep to the windows of their rows.
struct WindowTests {
  /// Rows of every kind: of a few late operations, of everything, an input, a constant, an operation of arrays, twice the same node.
  static func rows<S: Scalar>(_ x: [S]) -> [S] {
    let early = x[0] * x[1]
    let product = matrixProduct(x, [early, x[2], x[3], x[0]], inner: 4)
    var rows = (1..<x.count).map { i in sin(x[i] * x[i - 1]) * x[i] }
    rows += [early, x[2], 3, product[1] + x[0], product[0], dot(x[1...], rows[..<11]), early + early, logSumExp(rows[2..<5])]
    rows += rows[..<6].map { $0 * x[1] }
    return rows
  }

  @Test func rowsWithinWindowsAreColumns() {
    let x = (0..<12).map { 0.1 * Double($0) + 0.3 }
    let byRows = jacobianByRows(at: x) { Self.rows($0) }
    let byColumns = jacobianByColumns(at: x) { Self.rows($0) }
    #expect(byRows.rowCount > 16, "more than two sweeps")
    let deviation = Deviation(byRows.entries, byColumns.entries, scale: 1)
    #expect(deviation.size <= 1e-13, "\(deviation)")
  }

  /// A sweep that begins within an array's results must not see what the sweep before left in the later ones.
  @Test func laterResultsOfAnArrayAreClearedBetweenSweeps() {
    func f<S: Scalar>(_ x: [S]) -> [S] {
      let early = exp(x[0]) * x[1]  // so that the window of the softmax is not the whole tape
      let shares = softmax(x)
      return shares.reversed() + [early * shares[0]]
    }
    let x = (0..<16).map { 0.1 * Double($0) - 0.7 }
    let rows = jacobianByRows(at: x) { f($0) }
    let columns = jacobianByColumns(at: x) { f($0) }
    let deviation = Deviation(rows.entries, columns.entries, scale: 1)
    #expect(deviation.size <= 1e-14, "\(deviation)")
  }

  @Test func aPoleInOneWindowLeavesTheOthersRight() {
    let x = [0.0, 4, 9, 1, 2, 3, 5, 6, 7]
    func f<S: Scalar>(_ x: [S]) -> [S] { x.indices.map { i in sqrt(x[i] * x[(i + 1) % 9]) * x[(i + 2) % 9] } }
    let rows = jacobianByRows(at: x) { f($0) }
    let columns = jacobianByColumns(at: x) { f($0) }
    for (a, b) in zip(rows.entries, columns.entries) { #expect(a == b || relativeError(a, b) <= 1e-14 || b.isNaN, "\(a), \(b)") }
    #expect(rows[4, 4] == 0.5 * (3.0 / 2).squareRoot() * 5)
  }
}
