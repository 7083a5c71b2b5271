import AllocationCounter
import Derivatives
import Testing

@testable import benchmarks

/// How many allocations a call makes, once everything that is kept has grown to its size.
private func allocations(of body: () -> Void) -> Int {
  for _ in 0..<3 { body() }
  let before = allocation_count()
  for _ in 0..<10 { body() }
  return allocation_count() - before
}

/// Promise: the forms that write into storage allocate nothing, optimised or not.
@Suite("Allocations", .enabled(if: allocation_counter_is_available(), "allocations cannot be counted with this C library or sanitizer"))
struct AllocationTests {
  @Test func counterCounts() {
    var kept: [[Int]] = []
    kept.reserveCapacity(100)
    let counted = allocations { kept.append([Int](repeating: 1, count: kept.count + 1)) }
    #expect(counted == 10)
  }

  @Test func columnsAllocateNothing() {
    let f = BundleAdjustment()
    let point = BundleAdjustment.point
    func check<L: Tangent & BitwiseCopyable>(_ type: L.Type) where L.Base == Double {
      let workspace = ColumnsWorkspace<L>(inputCount: 15, outputCount: 2)
      var jacobian = Matrix(rowCount: 2, columnCount: 15)
      let counted = allocations { workspace.jacobian(at: point, into: &jacobian) { x, r in f(x, &r) } }
      #expect(counted == 0, "bundle adjustment by columns with \(L.self)")
    }
    check(Lanes4.self)
    check(Lanes8.self)
    check(Lanes16.self)
  }

  @Test func rowsAllocateNothing() {
    let f = BundleAdjustment()
    let point = BundleAdjustment.point
    let workspace = RowsWorkspace(inputCount: 15, outputCount: 2)
    var jacobian = Matrix(rowCount: 2, columnCount: 15)
    let counted = allocations { workspace.jacobian(at: point, into: &jacobian) { x, r in f(x, &r) } }
    #expect(counted == 0)
  }

  @Test func gradientOnATapeAllocatesNothing() {
    let tape = Tape<Double>()
    let point = [Double](repeating: 0.9, count: 1000)
    var slope = point
    let counted = allocations { _ = tape.gradient(at: point, into: &slope) { rosenbrock($0) } }
    #expect(counted == 0)
  }

  @Test func wideOperationsAllocateNothing() {
    let tape = Tape<Double>()
    let point = [Double](repeating: 0.9, count: 100)
    var slope = point
    let counted = allocations {
      _ = tape.gradient(at: point, into: &slope) { x in norm(x) * sum(x) + dot(x[..<50], x[50...]) + logSumExp(x) }
    }
    #expect(counted == 0)
  }

  /// The array of results, and nothing for the tape; the sweep nothing at all.
  @Test func functionsFromArraysToArraysAllocateTheirResults() {
    let tape = Tape<Double>()
    let point = [Double](repeating: 0.9, count: 70)
    var slope = point
    let constants = [Adjoint<Double>](repeating: 0.5, count: 60)
    func expect(_ expected: Int, _ name: String, _ f: ([Adjoint<Double>]) -> Adjoint<Double>) {
      let counted = allocations { _ = tape.gradient(at: point, into: &slope, of: f) }
      #expect(counted == 10 * expected, "\(name)")
    }
    expect(1, "product") { x in sum(matrixProduct(x[..<60], constants[...], inner: 6, adding: x[60...])) }
    expect(1, "product with itself") { x in outerProduct(x, x)[7] }
    expect(1, "Hadamard product") { x in hadamardProduct(x, x)[7] }
    expect(1, "softmax") { x in softmax(x)[7] }
    expect(0, "polynomial") { x in polynomial(x, at: x[3]) }
  }

  @Test func functionsOfOneNumberAllocateNothing() {
    var total = 0.0
    let counted = allocations { total += derivative(at: 0.3) { x in exp(sin(x)) / (1 + x * x) + hypot(x, 2) + pow(x, 3 as Int) } }
    #expect(counted == 0 && total != 0)
  }
}

/// Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)².
private func rosenbrock<S: Scalar>(_ x: [S]) -> S {
  let hundred: S = 100
  var y: S = 0
  for i in 0..<x.count - 1 {
    let t = x[i + 1] - x[i] * x[i]
    let u = 1 - x[i]
    y += hundred * (t * t) + u * u
  }
  return y
}
