import Derivatives
import Foundation
import TestSupport
import Testing

/// f(x₁, x₂) = x₁x₂ + exp(x₁x₂) − sin x₂, the worked example of Bishop and Bishop, Deep Learning, ch. 8: every number of the three tables.
@Suite("Bishop's worked example", .enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
struct BishopTests {
  struct Reference: Decodable {
    struct Point: Decodable, CustomStringConvertible {
      let x1: String, x2: String, f: String
      let gradient: [String], hessian: [[String]]
      let primal: [String: String], alongFirst: [String: String], alongSecond: [String: String], adjoint: [String: String]
      var x: [Double] { [x1, x2].compactMap { Double($0) } }
      var description: String { "(\(x1), \(x2))" }
      enum CodingKeys: String, CodingKey {
        case x1, x2, f, gradient, hessian, primal
        case alongFirst = "tangent_seed_x1 (v1dot=1,v2dot=0)"
        case alongSecond = "tangent_seed_x2 (v1dot=0,v2dot=1)"
        case adjoint = "adjoint (v7bar=1)"
      }
    }
    let points: [Point]
  }

  static let points: [Reference.Point] = (try? TruthFile(path: "bishop_worked_example/trace.json").decoded(as: Reference.self).points) ?? []

  /// v₁…v₇; `unit` is called with each as it is computed.
  static func trace<S: Scalar>(_ x: [S], unit: (S) -> S = { $0 }) -> [S] {
    let v1 = unit(x[0])
    let v2 = unit(x[1])
    let v3 = unit(v1 * v2)
    let v4 = unit(sin(v2))
    let v5 = unit(exp(v3))
    let v6 = unit(v3 - v4)
    return [v1, v2, v3, v4, v5, v6, unit(v5 + v6)]
  }

  /// Within two ulps; a sum of terms that cancel on the scale of the terms.
  static func expect(_ ours: [Double], _ table: [String: String], suffix: String, at point: Reference.Point, scale: Double = 0) throws {
    #expect(table.count == ours.count)
    for (i, value) in ours.enumerated() {
      let reference = try #require(table["v\(i + 1)\(suffix)"].flatMap { Double($0) })
      let allowed = 2 * Swift.max(reference.ulp, scale.ulp)
      #expect((value - reference).magnitude <= allowed, "v\(i + 1)\(suffix) at \(point) is \(value), the table says \(reference)")
    }
  }

  @Test func allPointsAreThere() { #expect(Self.points.count >= 4) }

  @Test(arguments: points)
  func primalValuesAreTheTables(_ point: Reference.Point) throws {
    try Self.expect(Self.trace(point.x), point.primal, suffix: "", at: point)
    let tape = Tape<Double>()
    try Self.expect(Self.trace(tape.record(point.x)).map(\.value), point.primal, suffix: "", at: point)
  }

  @Test(arguments: points)
  func tangentsAreTheTables(_ point: Reference.Point) throws {
    let first = pushforward(at: point.x, along: [1, 0]) { Self.trace($0) }
    let second = pushforward(at: point.x, along: [0, 1]) { Self.trace($0) }
    try Self.expect(first, point.alongFirst, suffix: "dot", at: point)
    try Self.expect(second, point.alongSecond, suffix: "dot", at: point)
  }

  @Test(arguments: points)
  func adjointsAreTheTables(_ point: Reference.Point) throws {
    let tape = Tape<Double>()
    let v = Self.trace(tape.record(point.x)) { tape.unit($0) }
    let adjoints = tape.adjoints(of: v[6])
    try Self.expect(v.map { adjoints[$0] }, point.adjoint, suffix: "bar", at: point)
  }

  @Test(arguments: points)
  func gradientAndHessianAreTheTables(_ point: Reference.Point) throws {
    let ours = gradient(at: point.x) { Self.trace($0)[6] }
    for (a, b) in zip(ours, point.gradient.compactMap { Double($0) }) { #expect(ulps(a, b) <= 2, "∇f at \(point): \(ours)") }
    let second = hessian(at: point.x) { Self.trace($0)[6] }
    for (a, b) in zip(second.entries, point.hessian.flatMap { $0 }.compactMap { Double($0) }) {
      #expect(ulps(a, b) <= 4, "∇²f at \(point): \(second)")
    }
  }
}
