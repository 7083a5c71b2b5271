import CompilerDifferentiation
import Derivatives
import TestSupport
import Testing

@testable import benchmarks

/// Every way to a kernel's derivative gives the same derivative: what is compared in speed is equal in result.
@Suite("Kernels of the benchmarks")
struct KernelTests {
  @Test func bundleAdjustmentByHandIsRight() {
    expectAgreementByHand(BundleAdjustment())
  }
  @Test func poseByHandIsRight() { expectAgreementByHand(PoseComposition()) }
  @Test func armByHandIsRight() { expectAgreementByHand(SixJointArm()) }
  @Test func tanhNetworkByHandIsRight() { expectAgreementByHand(TanhNetwork()) }
  @Test func predatorAndPreyByColumnsAndRows() { expectAgreement(PredatorAndPrey()) }
  @Test(arguments: [(1, 9), (5, 5), (9, 1)]) func layersByColumnsAndRows(n: Int, m: Int) {
    expectAgreement(Layers(inputCount: n, outputCount: m))
  }
  @Test func rosenbrockByColumnsAndByHand() { expectAgreementByHand(RosenbrockResult(count: 20)) }

  @Test func bandIsTheDenseJacobian() {
    let f = Brusselator(count: 24)
    let dense = expectAgreement(f)
    var byHand = [Double](repeating: .nan, count: 5 * 24)
    var byColours = byHand
    f.point.withUnsafeBufferPointer { x in byHand.withUnsafeMutableBufferPointer { f.writeBand(at: x.baseAddress!, to: $0.baseAddress!) } }
    let colours = FiveColours(count: 24)
    byColours.withUnsafeMutableBufferPointer { colours.writeBand(of: f, at: f.point, to: $0.baseAddress!) }
    var expected = [Double](repeating: 0, count: 5 * 24)
    for i in 0..<24 {
      for j in 0..<24 where abs(i - j) <= 2 { expected[5 * i + j - i + 2] = dense[i, j] }
      for j in 0..<24 where abs(i - j) > 2 { #expect(dense[i, j] == 0, "row \(i), column \(j) is outside of the band") }
    }
    expectClose(byColours, expected, 1e-15, "five colours")
    expectClose(byHand, expected, 1e-12, "the band by hand")
  }

  @Test func rosenbrockByHandIsRight() { expectAgreement(Rosenbrock(count: 20)) }
  @Test func speelpenningByHandIsRight() { expectAgreement(Speelpenning(count: 20)) }
  @Test func residualsByHandAreRight() { expectAgreement(BundleAdjustmentSum(count: 3)) }
  @Test func networkByHandIsRight() { expectAgreement(ScalarNetwork(batch: 1)) }
  @Test func pathByHandIsRight() { expectAgreement(MonteCarloPath(steps: 50)) }
  @Test func planeByHandIsRight() { expectAgreement(BrusselatorPlane(side: 5)) }
  @Test func tenOperationsByHandAreRight() { expectAgreement(TenOperations()) }
  @Test func leastSquaresByHandAreRight() { expectAgreement(LeastSquares(rows: 12, columns: 5)) }
  @Test func logSumExpByHandIsRight() {
    expectAgreement(ScalarLogSumExp(count: 30))
    expectAgreement(WideLogSumExp(count: 30))
  }
  @Test(arguments: [1, 2, 6]) func gaussianMixtureByHandIsRight(d: Int) {
    expectAgreement(GaussianMixture(d: d, k: 3, n: 7))
    expectAgreement(WideGaussianMixture(d: d, k: 3, n: 7))
  }
  @Test func determinantByForwardAndReverse() {
    let f = CofactorDeterminant(n: 4)
    let slope = gradient(at: f.point) { f($0) }
    expectModesAgree(f, slope)
    // Σⱼ a[0, j] ∂det/∂a[0, j] = det: the expansion along the first row
    let expansion = (0..<4).reduce(0) { $0 + f.point[$1] * slope[$1] }
    #expect(relativeError(expansion, f(f.point)) < 1e-14)
  }
  @Test func longShortTermMemoryByForwardAndReverse() {
    let (scalar, wide) = (LongShortTermMemory(isWide: false), LongShortTermMemory(isWide: true))
    let slope = gradient(at: scalar.point) { scalar($0) }
    expectModesAgree(scalar, slope)
    expectClose(gradient(at: wide.point) { wide($0) }, slope, 1e-13, "by a product")
  }

  @Test func networkByArrayRulesByHandIsRight() {
    let f = Network()
    let byHand = HandWrittenNetwork(f)
    var slope = [Double](repeating: .nan, count: Network.weights)
    let value = Network.point.withUnsafeBufferPointer { x in slope.withUnsafeMutableBufferPointer { byHand.lossAndGradient(x, $0) } }
    let (loss, gradient) = valueWithGradient(at: Network.point) { f($0) }
    #expect(loss == f(Network.point))
    #expect(relativeError(value, loss) < 1e-12, "by hand \(value), on the tape \(loss)")
    expectClose(slope, gradient, 1e-12, "the network by array rules, by hand against the tape")
  }

  @Test func networkByMatrixVectorProductsIsTheNetwork() {
    let (scalar, wide) = (ScalarNetwork(batch: 2), MatrixVectorNetwork(batch: 2))
    #expect(relativeError(wide(wide.point), scalar(scalar.point)) < 1e-14)
    expectClose(gradient(at: wide.point) { wide($0) }, gradient(at: scalar.point) { scalar($0) }, 1e-13, "by products")
  }

  @Test func usualRulesAgreeWithTheAccurateOnes() {
    let f = BundleAdjustment()
    func jacobian(_ quotient: (Dual<Lanes8>, Dual<Lanes8>) -> Dual<Lanes8>) -> [Double] {
      var jacobian = Matrix(rowCount: 2, columnCount: 15)
      ColumnsWorkspace<Lanes8>(inputCount: 15, outputCount: 2).jacobian(at: f.point, into: &jacobian) { f.evaluate($0, &$1, quotient) }
      return jacobian.entries
    }
    expectClose(jacobian(usualQuotient), jacobian { $0 / $1 }, 1e-14, "a·(1/b)")
    let network = TanhNetwork()
    var usual = Matrix(rowCount: 4, columnCount: 8)
    ColumnsWorkspace<Lanes8>(inputCount: 8, outputCount: 4).jacobian(at: network.point, into: &usual) { x, y in
      network.evaluate(x, &y) { .applying(UsualTanh(), to: $0) }
    }
    expectClose(usual.entries, expectAgreement(network).entries, 1e-14, "tanh′ = 1 − tanh²")
  }

  @Test func eightPointsOnATapeGiveEightGradients() {
    let f = MonteCarloPath(steps: 20)
    let eighths = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) / 8000
    let points = f.point.map { Points8($0 + eighths) }
    let together = gradient(at: points) { f($0) }
    for k in 0..<8 {
      let alone = gradient(at: points.map { $0.values[k] }) { f($0) }
      expectClose(together.map { $0.values[k] }, alone, 1e-13, "point \(k)")
    }
    #expect(!Points8.takeDivergence())
  }

  #if canImport(_Differentiation)
    @Test func compilersDifferentiationAgrees() {
      let rosenbrock = Rosenbrock(count: 10)
      expectClose(rosenbrockGradient(at: rosenbrock.point), gradient(at: rosenbrock.point) { rosenbrock($0) }, 1e-13, "Rosenbrock")
      let path = MonteCarloPath(steps: 20)
      let slope = pathGradient(at: path.point, draws: path.draws)
      expectClose([slope.0, slope.1, slope.2], gradient(at: path.point) { path($0) }, 1e-13, "path")
      let small = TenOperations()
      let two = tenOperationsGradient(at: small.point[0], small.point[1])
      #expect(two.value == small(small.point))
      expectClose([two.gradient.0, two.gradient.1], gradient(at: small.point) { small($0) }, 1e-13, "ten operations")
      let f = BundleAdjustment()
      var jacobian = [Double](repeating: .nan, count: 30)
      f.point.withUnsafeBufferPointer { x in
        jacobian.withUnsafeMutableBufferPointer { writeBundleAdjustmentJacobian(at: x.baseAddress!, to: $0.baseAddress!) }
      }
      expectClose(jacobian, jacobianByRows(at: f.point) { f.values($0) }.entries, 1e-12, "bundle adjustment")
    }
  #endif
}
