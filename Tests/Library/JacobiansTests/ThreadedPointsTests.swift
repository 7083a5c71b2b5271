import Derivatives
import Foundation
import Testing

/// A function that compares points on threads of its own is evaluated as rightly as one that does not.
struct ThreadedPointsTests {
  /// |x| + x², the comparison made on another thread.
  struct Threaded: VectorFunction {
    struct Work: @unchecked Sendable { let run: () -> Void }
    func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
      var value = x[0]
      let done = DispatchSemaphore(value: 0)
      let work = Work {
        if value < 0 { value = -value }
        done.signal()
      }
      Thread { work.run() }.start()
      done.wait()
      return [value + x[0] * x[0], value]
    }
  }

  /// |x|, by a branch, in a function that asks for divergences of its own.
  struct Asking: VectorFunction {
    func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
      let value = x[0] < 0 ? -x[0] : x[0]
      _ = Points8.takeDivergence()
      return [value]
    }
  }

  @Test func aFunctionMayAskWhetherPointsDiverge() {
    let points = Matrix([[1], [-2], [3]])
    #expect(values(at: points, of: Asking()).entries == [1, 2, 3])
    #expect(valuesWithJacobians(at: points, of: Asking()).jacobians.entries == [1, -1, 1])
  }

  @Test func aComparisonOnAnotherThreadCounts() {
    let points = Matrix((0..<16).map { [Double($0) - 7.5] })
    let evaluation = valuesWithJacobians(at: points, of: Threaded())
    let plain = values(at: points, of: Threaded())
    let along = pushforwards(at: points, along: Matrix(rowCount: 16, columnCount: 1, repeating: 1), of: Threaded())
    for p in 0..<16 {
      let x = points[p, 0]
      let expected = [abs(x) + x * x, abs(x)]
      let slopes = [(x < 0 ? -1 : 1) + 2 * x, x < 0 ? -1 : 1]
      #expect(evaluation.values.row(p) == expected && plain.row(p) == expected, "point \(x)")
      #expect(evaluation.jacobian(ofPoint: p).entries == slopes && along.row(p) == slopes, "point \(x)")
    }
  }
}
