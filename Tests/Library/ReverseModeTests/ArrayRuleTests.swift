import Derivatives
import TestSupport
import Testing

/// Functions from arrays to arrays, one entry of the tape each, against the loops written out.
struct ArrayRuleTests {
  /// How the operands of a function hang together with its inputs.
  enum Operands: CaseIterable {
    case inputs, constantFirst, constantSecond, weighted, scattered, mixed, units

    /// `count` operands from x, the first array or the second.
    func callAsFunction<S: Scalar>(_ x: ArraySlice<S>, isFirst: Bool) -> [S] {
      switch self {
      case .inputs: Array(x)
      case .constantFirst: isFirst ? x.indices.map { S(Double($0 % 7) - 2.5) } : Array(x)
      case .constantSecond: isFirst ? Array(x) : x.indices.map { S(Double($0 % 5) - 1.5) }
      case .weighted: x.map { tanh($0) }
      case .scattered: Array(x.reversed())
      case .mixed: x.indices.map { $0 % 3 == 0 ? S(0.75) : $0 % 3 == 1 ? 3 * x[$0] : x[x.startIndex] * x[$0] }
      case .units: x.map { $0 * x[x.startIndex] + 1 }
      }
    }
  }

  /// Functions of two arrays of the sizes given, by the library or by loops.
  enum Function: CaseIterable {
    case product, productWithBias, productWithItself, vector, outer, hadamard, softmax, polynomial

    func callAsFunction<S: Scalar>(_ x: [S], _ shape: ProductShape, _ operands: Operands, byLoops: Bool) -> [S] {
      let (m, inner, n) = (shape.rows, shape.inner, shape.columns)
      let a = operands(x[0..<m * inner], isFirst: true)
      let b = operands(x[(m * inner)..<(m * inner + inner * n)], isFirst: false)
      let bias = operands(x[(m * inner + inner * n)...], isFirst: false)
      func product(_ a: [S], _ b: [S], _ m: Int, _ inner: Int, _ n: Int, _ bias: [S]? = nil) -> [S] {
        if !byLoops { return matrixProduct(a, b, inner: inner, adding: bias) }
        var c: [S] = []
        for i in 0..<m {
          for j in 0..<n {
            var total: S = bias?[i] ?? 0
            for k in 0..<inner { total += a[i * inner + k] * b[k * n + j] }
            c.append(total)
          }
        }
        return c
      }
      switch self {
      case .product: return product(a, b, m, inner, n)
      case .productWithBias: return product(a, b, m, inner, n, bias)
      case .productWithItself: return product(a, a, a.count, 1, a.count)
      case .vector:
        if byLoops { return product(a, Array(b[..<inner]), m, inner, 1, bias) }
        return matrixVectorProduct(a, Array(b[..<inner]), adding: bias)
      case .outer: return byLoops ? product(a, b, a.count, 1, b.count) : outerProduct(a, b)
      case .hadamard:
        let count = min(a.count, b.count)
        if !byLoops { return hadamardProduct(Array(a[..<count]), Array(b[..<count])) }
        return (0..<count).map { a[$0] * b[$0] }
      case .softmax:
        if !byLoops { return Derivatives.softmax(a) }
        let largest = a.max() ?? 0
        let exponentials = a.map { S._expDifference($0, largest) }
        var total: S = 0
        for e in exponentials { total += e }
        return exponentials.map { $0 / total }
      case .polynomial:
        if !byLoops { return [Derivatives.polynomial(a, at: b[0])] }
        var total = a[a.count - 1]
        for c in a.dropLast().reversed() { total = total * b[0] + c }
        return [total]
      }
    }
  }

  static let shapes: [ProductShape] = [(1, 1, 1), (1, 1, 6), (5, 1, 1), (1, 6, 1), (4, 9, 1), (2, 3, 2), (7, 5, 3), (3, 4, 8), (5, 13, 6)]
    .map {
      ProductShape(rows: $0.0, inner: $0.1, columns: $0.2)
    }

  static func point(_ shape: ProductShape, _ generator: inout SeededGenerator) -> [Double] {
    generator.uniforms(shape.rows * shape.inner + shape.inner * shape.columns + shape.rows, -1.5, 1.5)
  }

  @Test(arguments: Function.allCases, Operands.allCases)
  func valuesAndDerivativesAreThoseOfTheLoops(_ function: Function, _ operands: Operands) {
    var generator = SeededGenerator(seed: 61)
    for shape in Self.shapes {
      let x = Self.point(shape, &generator)
      let place = "\(function) of \(operands), \(shape.rows) × \(shape.inner) × \(shape.columns), \(generator)"
      let plain = function(x, shape, operands, byLoops: true)
      let direction = generator.uniforms(x.count)
      let cotangent = generator.uniforms(plain.count)

      let duals = zip(x, direction).map { Dual($0, tangent: $1) }
      let forward = function(duals, shape, operands, byLoops: false)
      let forwardByLoops = function(duals, shape, operands, byLoops: true)
      let (values, pullback) = valueWithPullback(at: x) { function($0, shape, operands, byLoops: false) }
      let (_, pullbackByLoops) = valueWithPullback(at: x) { function($0, shape, operands, byLoops: true) }
      let (nested, nestedPullback) = valueWithPullback(at: duals) { function($0, shape, operands, byLoops: false) }
      let (_, nestedByLoops) = valueWithPullback(at: duals) { function($0, shape, operands, byLoops: true) }

      for i in plain.indices {
        let same = [function(x, shape, operands, byLoops: false)[i], forward[i].value, values[i], nested[i].value]
        #expect(same.allSatisfy { isIdentical($0, plain[i]) }, "\(place), output \(i): \(same), by loops \(plain[i])")
      }
      func expect(_ ours: [Double], _ loops: [Double], _ name: String) {
        let deviation = Deviation(ours, loops, scale: max(1, largest(loops)))
        #expect(deviation.size <= 1e-14, "\(place), \(name), \(deviation)")
      }
      expect(forward.map(\.tangent), forwardByLoops.map(\.tangent), "forward")
      expect(pullback(cotangent), pullbackByLoops(cotangent), "reverse")
      let bent = cotangent.map { Dual($0, tangent: -0.5 * $0) }
      expect(nestedPullback(bent).map(\.value), nestedByLoops(bent).map(\.value), "reverse of duals")
      expect(nestedPullback(bent).map(\.tangent), nestedByLoops(bent).map(\.tangent), "tangents of reverse of duals")
      let rows = jacobianByRows(at: x) { function($0, shape, operands, byLoops: false) }
      let rowsByLoops = jacobianByRows(at: x) { function($0, shape, operands, byLoops: true) }
      expect(rows.entries, rowsByLoops.entries, "rows by lanes")
    }
  }

  /// Shapes by chance, slices of one array, both factors from it.
  @Test func randomShapesOfSlices() {
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<40 {
      func size() -> Int { 1 + Int(generator.next() % 12) }
      let shape = ProductShape(rows: size(), inner: size(), columns: size())
      let x = Self.point(shape, &generator)
      let split = shape.rows * shape.inner
      let end = split + shape.inner * shape.columns
      let ours = gradient(at: x) { x in
        sum(matrixProduct(x[..<split], x[split..<end], inner: shape.inner, adding: x[end...]).map { sin($0) })
      }
      let loops = gradient(at: x) { x in
        sum(Function.productWithBias(x, shape, .inputs, byLoops: true).map { sin($0) })
      }
      let deviation = Deviation(ours, loops, scale: largest(loops))
      #expect(deviation.size <= 1e-14, "\(shape), \(generator), \(deviation)")
    }
  }

  @Test func eachIsOneOperation() {
    let tape = Tape<Double>()
    let x = tape.record([Double](repeating: 0.5, count: 12))
    let functions: [(String, () -> Void)] = [
      ("product", { _ = matrixProduct(x[..<6], x[6...], inner: 3, adding: x[..<2]) }), ("outer", { _ = outerProduct(x, x) }),
      ("vector", { _ = matrixVectorProduct(x, Array(x[..<4])) }), ("Hadamard", { _ = hadamardProduct(x, x) }),
      ("softmax", { _ = softmax(x) }), ("polynomial", { _ = polynomial(x, at: x[3]) }), ("sum", { _ = sum(x) }), ("dot", { _ = dot(x, x) }),
    ]
    for (name, f) in functions {
      let before = tape.operationCount
      f()
      #expect(tape.operationCount == before + 1, "\(name)")
    }
  }

  /// Values of a factor only if the other is active, weights only if some is not 1, nodes only if not consecutive.
  @Test func onlyWhatTheSweepNeedsIsSaved() {
    let run = 48  // an array of operands
    let (a, b, results) = (20, 28, 35)
    func bytes(_ f: ([Adjoint<Double>]) -> [Adjoint<Double>]) -> Int {
      let tape = Tape<Double>()
      let x = tape.record([Double](repeating: 0.5, count: a + b))
      let before = tape.byteCount
      _ = f(x)
      return tape.byteCount - before
    }
    let constants = [Adjoint<Double>](repeating: 2, count: b)
    #expect(bytes { matrixProduct($0[..<a], $0[a...], inner: 4) } == 8 * (results + a + b) + 2 * run)
    #expect(bytes { matrixProduct($0[..<a], constants[...], inner: 4) } == 8 * (results + b) + run)
    #expect(bytes { matrixProduct(constants[..<a], $0[a...], inner: 4) } == 8 * (results + a) + run)
    #expect(bytes { matrixProduct($0[..<a].map { sin($0) }, constants, inner: 4) } == 8 * (results + b + a) + run)
    #expect(bytes { matrixProduct($0[..<a].reversed(), constants, inner: 4) } == 8 * (results + b) + 4 * a + run)
    #expect(bytes { [sum($0)] } == 8 + run)
    #expect(bytes { [dot($0[..<a], $0[..<a])] } == 8 + 8 * a + run, "of squares 2x only")
    #expect(bytes { [dot($0[..<a], $0[a..<2 * a])] } == 8 + 8 * 2 * a + 2 * run)
    #expect(bytes { hadamardProduct($0, $0) } == 8 * 2 * (a + b) + run)
    #expect(bytes { [logSumExp($0)] } == 8 + 8 * (a + b) + run)
    #expect(bytes { _ in matrixProduct(constants[..<a], constants, inner: 4) } == 0)
    #expect(bytes { softmax($0) } == 8 * 2 * (a + b) + run)
  }

  @Test func sweepsFromWithinAndBelowAnOperation() {
    let tape = Tape<Double>()
    let x = tape.record([1, 2, 3, 4, 5, 6])
    let early = x[0] * x[5]
    let c = matrixProduct(x[..<4], x[4...], inner: 2)
    let late = c[0] * c[1]
    #expect(tape.adjoints(of: early)[x[5]] == 1 && tape.adjoints(of: early)[x[4]] == 0)
    let first = tape.adjoints(of: c[0])
    let second = tape.adjoints(of: c[1])
    #expect(x.map { first[$0] } == [5, 6, 0, 0, 1, 2])
    #expect(x.map { second[$0] } == [0, 0, 5, 6, 3, 4])
    let expected: [Double] = [195, 234, 85, 102, 90, 146]  // 39 ∇c₀ + 17 ∇c₁
    #expect(x.map { tape.adjoints(of: late)[$0] } == expected)
    let unit = tape.unit(c[1])
    #expect(tape.adjoints(of: unit * unit)[unit] == 78)
  }

  /// √ at 0 has the derivative ∞; where the adjoint or the other factor is 0 it must not become NaN.
  @Test func poleOutsideOfWhatIsDifferentiatedDoesNoHarm() {
    func f<S: Scalar>(_ x: [S], byLoops: Bool) -> [S] {
      let roots = x.map { sqrt($0) }
      let zeros: [S] = [0, 0, 0, 1]
      if byLoops { return [0 * roots[0] + 0 * roots[1], 0 * roots[0] + roots[1], roots[0] * zeros[2], roots[1] * zeros[3]] }
      return matrixVectorProduct(zeros, roots) + hadamardProduct(roots, Array(zeros[2...]))
    }
    for x in [[0.0, 4], [4, 0], [0, 0]] {
      for cotangent in [[1.0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]] {
        let ours = pullback(at: x, from: cotangent) { f($0, byLoops: false) }
        let loops = pullback(at: x, from: cotangent) { f($0, byLoops: true) }
        #expect(zip(ours, loops).allSatisfy { isIdentical($0 + 0, $1 + 0) }, "\(cotangent) at \(x): \(ours), by loops \(loops)")
      }
    }
    let squares = pullback(at: [0, 4], from: [1, 0, 0, 0]) { outerProduct($0.map { sqrt($0) }, $0.map { sqrt($0) }) }
    let squaresByLoops = pullback(at: [0, 4], from: [1, 0, 0, 0]) { x in
      let roots = x.map { sqrt($0) }
      return [roots[0] * roots[0], roots[0] * roots[1], roots[1] * roots[0], roots[1] * roots[1]]
    }
    #expect(zip(squares, squaresByLoops).allSatisfy { isIdentical($0, $1) }, "\(squares), by loops \(squaresByLoops)")
  }

  @Test func nestedTapesGiveSecondDerivatives() {
    func f<S: Scalar>(_ x: [S]) -> S { sum(softmax(matrixProduct(x[..<6], x[6..<10], inner: 2, adding: x[10...])).map { $0 * $0 * $0 }) }
    var generator = SeededGenerator(seed: 63)
    let x = generator.uniforms(13)
    for i in x.indices {
      let row = gradient(at: x) { outer in gradient(at: outer) { f($0) }[i] }
      let product = hessianVectorProduct(at: x, along: x.indices.map { $0 == i ? 1 : 0 }) { f($0) }
      let deviation = Deviation(row, product, scale: max(largest(product), 1e-3))
      #expect(deviation.size <= 1e-13, "row \(i), \(generator), \(deviation)")
    }
  }
}
