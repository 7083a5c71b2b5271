import Derivatives
import Foundation
import TestSupport
import Testing

@testable import gradbench

/// Reference values from outside: 60-digit arithmetic for GradBench's problems, hand-written derivatives for ADBench's.
@Suite("Outside problems against reference values", .enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
struct OutsideTruthTests {
  private func file(_ name: String) throws -> Input {
    let url = try #require(Truth.folder).appendingPathComponent("gradbench/\(name).json")
    return Input(try JSONReader.read([UInt8](Data(contentsOf: url))), name: name)
  }

  private func expectClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-13) {
    let deviation = Deviation(a, b, scale: largest(b))
    #expect(deviation.size <= tolerance, "\(deviation)")
  }

  @Test(arguments: [5, 6]) func determinants(_ size: Int) throws {
    let truth = try file("det_ell\(size)")
    let a = try truth.member("A").numbers(size * size)
    expectClose([Determinant(size: size)(a)], [try truth.member("value").number()])
    expectClose(Determinant(size: size).gradient(at: a), try truth.member("gradient").numbers())
  }

  @Test func kMeansClusters() throws {
    let truth = try file("kmeans_k10_n1000_d8")
    let points = try truth.member("points").numbers(8000)
    let problem = KMeans(points: points, centroids: Array(points.suffix(80)), dimension: 8)
    expectClose([problem.cost()], [try truth.member("cost").number()])
    let gradient = try truth.member("gradient").numbers(80)
    let curvature = try truth.member("hessian_diagonal_per_cluster").numbers(10)
    expectClose(problem.direction(), gradient.indices.map { gradient[$0] / curvature[$0 / 8] })
  }

  @Test func leastSquares() throws {
    let truth = try file("llsq_n16")
    let x = try truth.member("x").numbers(128)
    expectClose([LeastSquares(sampleCount: 16).value(at: x)], [try truth.member("value").number()])
    expectClose(LeastSquares(sampleCount: 16).gradient(at: x), try truth.member("gradient").numbers())
  }

  @Test func logSumExps() throws {
    let truth = try file("lse_n2500")
    let problem = ShiftedLogSumExp(try truth.member("x").numbers(2500))
    expectClose([problem.value()], [try truth.member("value").number()])
    expectClose(problem.gradient(), try truth.member("gradient").numbers())
  }

  @Test(arguments: ["ode_n4_s1", "ode_n6_s10"]) func rungeKuttaMethods(_ name: String) throws {
    let truth = try file(name)
    let problem = RungeKutta(stepCount: try truth.member("s").integer(in: 1...100))
    let x = try truth.member("x").numbers()
    expectClose(problem(x), try truth.member("value").numbers())
    expectClose(problem.gradient(at: x), try truth.member("gradient_of_last").numbers())
  }

  /// The small instances; `gradbench adbench` does all of them.
  @Test func smallInstancesOfADBench() throws {
    let instances = try Instance.all(in: try #require(Truth.folder).appendingPathComponent("adbench"), quick: true)
    #expect(instances.count >= 10)
    for instance in instances {
      let deviation = instance.deviation()
      #expect(deviation < instance.tolerance, "\(instance.name): \(deviation)")
    }
  }
}
