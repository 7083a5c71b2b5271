import Derivatives
import TestSupport
import Testing

/// Operations of many numbers, one entry of the tape each: repeated operands, constants, slices, nodes in any order.
struct WideOperationTests {
  typealias A = Adjoint<Double>

  /// Every reduction, of the numbers given.
  enum Reduction: CaseIterable {
    case sum, norm, logSumExp, dot
    func callAsFunction<S: Scalar>(_ x: [S]) -> S {
      switch self {
      case .sum: ._sum(Row(x))
      case .norm: ._norm(Row(x))
      case .logSumExp: ._logSumExp(Row(x))
      case .dot: ._dot(Row(x), Row(x.reversed()))
      }
    }
  }

  /// Numbers by index, as an author of number types would write them.
  struct Row<Element: Scalar>: Numbers {
    let numbers: [Element]
    init(_ numbers: [Element]) { self.numbers = numbers }
    var count: Int { numbers.count }
    subscript(i: Int) -> Element { numbers[i] }
  }

  /// Operands chosen from the inputs and from results, as an index list says; a negative one is a constant.
  static func operands<S: Scalar>(_ x: [S], _ indices: [Int]) -> [S] {
    let z = x + [x[0] * x[1], sin(x[2]), x[3] - x[0]]
    return indices.map { $0 < 0 ? S(Double(-$0) / 10) : z[$0] }
  }

  static let indexLists: [[Int]] = [
    [0, 1, 2, 3], [3, 1, 0, 2], [1, 2, 3], [2, 2, 2], [0, 1, 0, 1], [-1, 0, -2, 3], [0, 1, -1, 3], [-3, -4], [4, 5, 6],
    [6, 0, 4, 4, -2, 5], [1], [0, 1, 2, 3, 4], [2, 3, 4, 5, 6],
  ]

  @Test(arguments: indexLists)
  func derivativesAreThoseOfForwardMode(_ indices: [Int]) {
    let x = [0.7, 1.3, -0.4, 2.1]
    for f in Reduction.allCases {
      let (value, slope) = valueWithGradient(at: x) { f(Self.operands($0, indices)) }
      let forward = x.indices.map { j in
        f(Self.operands(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }, indices)).tangent
      }
      #expect(value == f(Self.operands(x, indices)), "\(f) of \(indices)")
      let deviation = Deviation(slope, forward, scale: Swift.max(1, largest(forward)))
      #expect(deviation.size <= 1e-15, "\(f) of \(indices), \(deviation)")
    }
  }

  @Test func severalInARowAreKeptApart() {
    let x = [1.0, 2, 3, 4]
    let slope = gradient(at: x) { x in
      let a = sum(x)
      let b = dot(x, x)
      let c = norm(x[1...2])
      return 2 * a + 3 * b + 5 * (c * c) + sum([a, b, a])
    }
    // 2 + 6xᵢ + 10xᵢ (i = 1, 2) + 2 + 2xᵢ
    for i in 0..<4 {
      let expected = 4 + 8 * x[i] + (i == 1 || i == 2 ? 10 * x[i] : 0)
      #expect(relativeError(slope[i], expected) <= 1e-15, "input \(i): \(slope[i]), should be \(expected)")
    }
  }

  @Test func wideOperationMayBeTheResultOrLieAboveIt() {
    let tape = Tape<Double>()
    let x = tape.record([3, 4, 12])
    let early = x[0] * x[1]
    let late = norm(x)
    #expect(tape.adjoints(of: late)[x[2]] == 12.0 / 13)
    #expect(tape.adjoints(of: early)[x[2]] == 0 && tape.adjoints(of: early)[x[0]] == 4, "what was recorded later has no influence")
  }

  @Test func slicesAreTakenAtTheirPlaces() {
    let slope = gradient(at: [1.0, 2, 3, 4, 5]) { x in dot(x[3...4], x[0...1]) + sum(x[2..<3]) }
    #expect(slope == [4, 5, 1, 1, 2])
    #expect(gradient(at: [1.0, 2, 3]) { x in dot(x[0...2], x) } == [2, 4, 6])
    #expect(gradient(at: [1.0, 2, 3]) { x in dot(x, [A](repeating: 2, count: 3)) } == [2, 2, 2])
    #expect(gradient(at: [1.0, 2, 3]) { x in dot([A](repeating: 2, count: 3), x) } == [2, 2, 2])
  }

  @Test func softmaxOfManyIsTheFormula() {
    let x = (0..<40).map { Double($0 % 7) / 3 }
    let p = softmax(x)
    for i in [0, 13, 39] {
      let slope = gradient(at: x) { softmax($0)[i] }
      for j in x.indices {
        let expected = i == j ? p[i] * (1 - p[i]) : -p[i] * p[j]
        #expect((slope[j] - expected).magnitude <= 8e-16 * p[i], "∂softmax[\(i)]/∂x\(j) is \(slope[j]), should be \(expected)")
      }
    }
  }

  /// Reverse mode has a rule of its own for log Σ exp, forward mode that of the table.
  @Test(arguments: [false, true])
  func logSumExpIsThatOfTheTableBitForBit(_ isWeighted: Bool) {
    var generator = SeededGenerator(seed: 64)
    let infinity = Double.infinity
    let points: [[Double]] = [
      generator.uniforms(9, -3, 3), generator.uniforms(5, -700, 700), [2], [1, 1, 1], [1000, -1000, 999.5], [infinity, 1, infinity],
      [-infinity, -infinity], [-infinity, 3], [.nan, 1], [1, infinity, .nan],
    ]
    func f<S: Scalar>(_ x: [S]) -> S { logSumExp(x.map { isWeighted ? -($0 + $0) : $0 } + [0.5]) }
    for x in points {
      let (value, slope) = valueWithGradient(at: x) { f($0) }
      #expect(isIdentical(value, f(x)), "\(x), \(generator): \(value)")
      let nested = gradient(at: x.map { Dual($0, tangent: 0.75) }) { f($0) }
      for j in x.indices {
        let table = f(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }).tangent
        let second = f(x.indices.map { Dual(Dual(x[$0], tangent: 0.75), tangent: $0 == j ? 1 : 0) }).tangent.tangent
        let place = "\(x), input \(j), \(generator)"
        #expect(isIdentical(slope[j], table) && isIdentical(nested[j].value, table), "\(place): \(slope[j]), table \(table)")
        #expect(isIdentical(nested[j].tangent, second), "\(place), second derivative: \(nested[j].tangent), table \(second)")
      }
    }
  }

  /// The factors are the same nodes, but not the same numbers.
  @Test func productsOfNumbersThatHangOnTheSameNodes() {
    let x = [1.0, 2, 3]
    #expect(gradient(at: x) { x in dot(x, x.map { $0 + 1 }) } == [3, 5, 7])
    #expect(gradient(at: x) { x in sum(hadamardProduct(x.map { $0 - 2 }, x)) } == [0, 2, 4])
    #expect(gradient(at: x) { x in dot(x, x.map { 3 * $0 }) } == [6, 12, 18])
    #expect(gradient(at: x) { x in dot(x, x.reversed()) } == [6, 4, 2])
  }

  @Test func nestedTapesGiveSecondDerivatives() {
    // f = (Σx)³ + |x|⁴; the gradient of the first partial is the first row of the Hessian
    func f<S: Scalar>(_ x: [S]) -> S { pow(sum(x), 3 as Int) + dot(x, x) * dot(x, x) }
    let x = [1.0, -2, 0.5]
    let s = x.reduce(0, +)
    let r = x.reduce(0) { $0 + $1 * $1 }
    for i in x.indices {
      let row = gradient(at: x) { outer in gradient(at: outer) { f($0) }[i] }
      let product = hessianVectorProduct(at: x, along: x.indices.map { $0 == i ? 1 : 0 }) { f($0) }
      for j in x.indices {
        let expected = 6 * s + 8 * x[i] * x[j] + (i == j ? 4 * r : 0)
        #expect(relativeError(row[j], expected) <= 1e-14, "H[\(i), \(j)] by nested tapes is \(row[j]), should be \(expected)")
        #expect(relativeError(product[j], expected) <= 1e-14, "H[\(i), \(j)] by a tape of duals is \(product[j]), should be \(expected)")
      }
    }
  }

  @Test func tangentsPassThroughWideOperationsOfATapeOfDuals() {
    let x = [Dual(3.0, tangent: 1), Dual(4.0, tangent: 0)]
    let slope = gradient(at: x) { norm($0) }
    #expect(slope.map(\.value) == [0.6, 0.8])
    for (ours, expected) in zip(slope.map(\.tangent), [16.0 / 125, -12.0 / 125]) { #expect(relativeError(ours, expected) <= 1e-15) }
  }
}
