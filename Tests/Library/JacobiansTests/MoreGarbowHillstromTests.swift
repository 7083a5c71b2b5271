import Derivatives
import TestSupport
import Testing

/// The systems and least-squares problems of Moré, Garbow and Hillstrom, against 17 digits of f and J from 90-digit arithmetic.
@Suite("Moré–Garbow–Hillstrom", .enabled(if: Truth.isPresent, Comment(rawValue: Truth.skipped)))
struct MoreGarbowHillstromTests {
  struct Reference: Decodable {
    struct Point: Decodable {
      let factor: Double
      let x: [Double]
      let value: [Double]
      let jacobian: [[Double]]
      enum CodingKeys: String, CodingKey {
        case factor
        case x
        case value = "F"
        case jacobian = "J"
      }
    }
    let nprob: Int
    let m: Int
    let points: [Point]
  }

  /// What is asked for, relative to the largest entry: a few hundred times the rounding of one operation.
  static let tolerance = 1e-13

  static let files = ["systems", "least_squares", "unconstrained_extra"].flatMap { Truth.files(in: "mgh/" + $0) }

  /// The problem at each of a file's points, with a name for messages.
  static func cases(of file: TruthFile) throws -> [(problem: Problem, reference: Reference.Point, name: String)] {
    let reference: Reference = try file.decoded()
    let set = file.path.split(separator: "/")[1]
    return try reference.points.map { point in
      let problem = Problem.moreGarbowHillstrom(set: String(set), number: reference.nprob, outputs: reference.m, at: point.x)
      return (try #require(problem, "\(file): no such problem is written down"), point, "\(file), \(point.factor) times the start")
    }
  }

  @Test("every problem has a file") func allFilesAreThere() { #expect(Self.files.count == 35) }

  @Test("value is the reference's", arguments: files)
  func valueIsTheReferences(_ file: TruthFile) throws {
    for (problem, reference, name) in try Self.cases(of: file) {
      let deviation = Deviation(problem.plain(reference.x), reference.value, scale: max(1, largest(reference.value)))
      #expect(deviation.size <= Self.tolerance, "\(name), f, \(deviation)")
    }
  }

  @Test("columns and rows are the reference's, and each other's", arguments: files)
  func jacobianIsTheReferences(_ file: TruthFile) throws {
    for (problem, reference, name) in try Self.cases(of: file) {
      let truth = reference.jacobian.flatMap { $0 }
      let scale = largest(truth)
      let columns = jacobianByColumns(at: reference.x, of: problem.lanes)
      let rows = jacobianByRows(at: reference.x, of: problem.adjoints)
      let place = { (i: Int) in "row \(i / reference.x.count), column \(i % reference.x.count)" }
      for (mode, matrix) in [("by columns", columns), ("by rows", rows), ("chosen", problem.automatic(reference.x).jacobian)] {
        let deviation = Deviation(matrix.entries, truth, scale: scale, place: place)
        #expect(deviation.size <= Self.tolerance, "\(name), J \(mode), \(deviation)")
      }
      let difference = Deviation(columns, rows, scale: scale)
      #expect(difference.size <= Self.tolerance, "\(name), columns and rows, \(difference)")
    }
  }

  @Test("every number type has the value of the plain run, bit for bit", arguments: files)
  func valuesAreIdentical(_ file: TruthFile) throws {
    for (problem, reference, name) in try Self.cases(of: file) { problem.expectIdenticalValues(at: reference.x, name) }
  }
}
