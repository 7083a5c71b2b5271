import Derivatives
import Foundation
import TestSupport
import Testing

/// Equal as conventions: NaN is NaN, and the sign of a zero derivative means nothing.
private func agree(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
}

@Suite struct EdgesTests {
  @Test(arguments: EdgeTable.rows)
  func everyModeGivesTheConvention(_ row: EdgeRow) {
    #expect(isIdentical(row.call(row.point), row.value), "\(row): the plain number is \(row.call(row.point)), the row says \(row.value)")
    for answer in row.answers {
      let expected = answer.isForward ? row.inForwardMode ?? row.partials : row.partials
      #expect(isIdentical(answer.value, row.value), "\(row), \(answer.mode): the value is \(answer.value), the row says \(row.value)")
      #expect(agree(answer.partials, expected), "\(row), \(answer.mode): the derivative is \(answer.partials), the row says \(expected)")
      if row.inForwardMode == nil {
        #expect(answer.idle == 0, "\(row), \(answer.mode): along no direction the derivative is \(answer.idle), not 0")
      }
    }
  }

  @Test(arguments: EdgeTable.rows)
  func singlePrecisionGivesTheConvention(_ row: EdgeRow) {
    for answer in row.singleAnswers {
      let expected = answer.isForward ? row.inForwardMode ?? row.partials : row.partials
      #expect(isIdentical(answer.value, row.value), "\(row), \(answer.mode): the value is \(answer.value), the row says \(row.value)")
      #expect(agree(answer.partials, expected), "\(row), \(answer.mode): the derivative is \(answer.partials), the row says \(expected)")
    }
  }

  /// Every function, every argument; the exceptions are rows.
  @Test(arguments: Elementary.allCases.filter { ![.sum, .dot, .multiplyAdd].contains($0) })  // linear
  func notANumberIsPassedOn(_ function: Elementary) {
    var generator = SeededGenerator(seed: 12)
    for j in 0..<function.argumentCount {
      var x = function.points(1, &generator)[0]
      x[j] = .nan
      let isException = EdgeTable.notNumbers.rows.contains { $0.function == function.notation && $0.point[j].isNaN }
      if isException { continue }
      #expect(function(x).isNaN, "\(function)(\(x)) is \(function(x))")
      #expect(function.forward(at: x)[j].isNaN, "∂\(function)/∂x\(j) at \(x) in forward mode")
      #expect(function.reverse(at: x)[j].isNaN, "∂\(function)/∂x\(j) at \(x) in reverse mode")
    }
  }

  /// Rule 5: only formulas that are linear in an argument have a finite derivative along it where the value is NaN.
  @Test func finiteDerivativesOfNaNAreThoseOfLinearFormulas() {
    let linear = ["relu(x)", "max(x, y)", "min(x, y)", "clamp(x, a, b)", "sum(x)", "dot(x, y)", "xlogy(x, y)", "a·b + c"]
    let others = ["root(x, 1)", "x¹", "x/y", "x·y"]
    for row in EdgeTable.rows where row.value.isNaN && row.partials.contains(where: \.isFinite) {
      #expect((linear + others).contains(row.function), "\(row)")
    }
  }

  @Test func shareOfNothingIsNothing() {
    #expect(softmax([Double]()).isEmpty)
    #expect(softmax([Dual<Double>]()).isEmpty)
  }
}

@Suite struct EdgesPageTests {
  @Test func pageIsThatOfTheRows() throws {
    if ProcessInfo.processInfo.environment["DERIVATIVES_WRITE"] == "1" {
      try FileManager.default.createDirectory(at: EdgesPage.url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try EdgesPage.text.write(to: EdgesPage.url, atomically: true, encoding: .utf8)
    }
    let page = try? String(contentsOf: EdgesPage.url, encoding: .utf8)
    #expect(page == EdgesPage.text, "Docs/Edges.md is not the page of these rows: \(EdgesPage.command)")
  }
}

extension EdgeRow {
  /// The answers of every mode in double precision.
  var answers: [EdgeAnswer] { doublePrecision(call, point) }

  /// The answers in single precision, when point and results are numbers of it.
  var singleAnswers: [EdgeAnswer] {
    let numbers = point + [value] + partials
    return numbers.allSatisfy { $0.isNaN || Double(Float($0)) == $0 } ? singlePrecision(call, point.map { Float($0) }) : []
  }
}
