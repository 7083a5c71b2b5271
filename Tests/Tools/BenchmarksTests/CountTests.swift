import Counting
import Derivatives
import TestSupport
import Testing

@testable import benchmarks

/// Counts that cannot drift with the machine: operations recorded, bytes on the tape, evaluations.
@Suite("Counts of the benchmarks", .serialized)
struct CountTests {
  /// What a recording holds, and how many scalar operations it took.
  private func count<K: GradientKernel>(_ f: K) -> (recorded: Int, operations: Int, bytes: Double) {
    let tape = Tape<Double>()
    _ = f(tape.record(f.point))
    let operations = Counted.operations { _ = f(f.point.map { Counted($0) }) }
    return (tape.operationCount, operations, Double(tape.byteCount) / Double(operations))
  }

  /// The targets of these six: 27 bytes an operation each, 20 in the mean, inputs and adjoints included.
  @Test func tapesAreSmall() {
    let counts = [
      // x² hangs on the node of x; t, and two sums
      ("Rosenbrock-1000", count(Rosenbrock(count: 1000)), 999 * 3 - 1),
      ("Gaussian mixture, d = 10", count(GaussianMixture(d: 10)), 56834),
      ("100 residuals", count(BundleAdjustmentSum(count: 100)), 100 * 52 - 1),
      // a sum a weight of the first layer, a product and a sum a weight of the second; the softmax and the loss
      ("network, batch 16", count(ScalarNetwork()), 16 * (64 * 32 + 2 * 32 * 10 + 21) - 1),
      // β (1 − s), σ exp(…), and s exp(…): what is in the second bracket depends on v alone
      ("path of 1000 steps", count(MonteCarloPath(steps: 1000)), 1000 * 3),
      ("Brusselator 32 × 32", count(BrusselatorPlane(side: 32)), 32 * 32 * 15 - 1),
    ]
    for (name, count, recorded) in counts {
      #expect(count.recorded == recorded, "\(name): \(count)")
      #expect(count.bytes <= 27, "\(name): \(count.bytes) bytes an operation")
    }
    let mean = counts.reduce(0) { $0 + $1.1.bytes } / Double(counts.count)
    #expect(mean <= 20, "\(mean) bytes an operation in the mean")
  }

  @Test func operationsOfManyNumbersAreOneEntryEach() {
    // a sample: two products, log Σ exp, and two sums of the loss
    #expect(count(MatrixVectorNetwork()).recorded == 16 * (2 + 3) - 1)
    let (d, k, n) = (10, 5, 100)
    // a component: Qμ, Qx − Qμ, its squares and their sums, Σq and α + Σq, |Q|² in three, two of the prior; a point: log Σ exp
    let wide = count(WideGaussianMixture(d: d, k: k, n: n))
    #expect(wide.recorded == 11 * k + n + 3, "\(wide)")
    #expect(count(WideLogSumExp(count: 2500)).recorded == 1)
  }

  @Test func columnsTakeAnEvaluationForEveryLaneCountOfInputs() {
    let f = BundleAdjustment()
    var jacobian = Matrix(rowCount: 2, columnCount: 15)
    func calls<L: Tangent & BitwiseCopyable>(_ type: L.Type) -> Int where L.Base == Double {
      let workspace = ColumnsWorkspace<L>(inputCount: 15, outputCount: 2)
      var calls = 0
      workspace.jacobian(at: f.point, into: &jacobian) { x, r in
        calls += 1
        f(x, &r)
      }
      calls -= checksPerOperation
      #expect(calls == workspace.passCount)
      return calls
    }
    #expect(calls(Lanes4.self) == 4)
    #expect(calls(Lanes8.self) == 2)
    #expect(calls(Lanes16.self) == 1)
  }

  @Test func rowsAndGradientsTakeOneEvaluation() {
    let f = BundleAdjustment()
    var jacobian = Matrix(rowCount: 2, columnCount: 15)
    var calls = 0
    RowsWorkspace(inputCount: 15, outputCount: 2).jacobian(at: f.point, into: &jacobian) { x, r in
      calls += 1
      f(x, &r)
    }
    #expect(calls == 1)
    let rosenbrock = Rosenbrock(count: 10)
    var slope = rosenbrock.point
    _ = Tape<Double>().gradient(at: rosenbrock.point, into: &slope) { x in
      calls += 1
      return rosenbrock(x)
    }
    #expect(calls == 2)
  }

  @Test func differencesTakeTwoEvaluationsAnInput() {
    final class Counter { var calls = 0 }
    struct Counting: GradientKernel {
      let counter = Counter()
      let f = Rosenbrock(count: 10)
      var point: [Double] { f.point }
      func callAsFunction<S: Scalar>(_ x: [S]) -> S {
        counter.calls += 1
        return f(x)
      }
    }
    let f = Counting()
    var x = f.point
    var slope = x
    writeDifferences(of: f, at: &x, to: &slope, count: 10)
    #expect(f.counter.calls == 20)
  }
}
