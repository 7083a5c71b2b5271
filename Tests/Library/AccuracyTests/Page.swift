import Derivatives
import Foundation
import TestSupport

/// Docs/Accuracy.md: its text, made from the measurements.
struct Page {
  static let command = "DERIVATIVES_WRITE=1 swift test --filter Accuracy"
  static let folder = packageFolder().appendingPathComponent("Docs")
  static let file = folder.appendingPathComponent("Accuracy.md")
  static let truthHeading = "## Against reference values from elsewhere"

  /// The page as it is committed.
  static var committed: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }
  /// The part of a page from the truth's heading on, which only a run with the truth can write.
  static func truthSection(of page: String) -> String {
    page.range(of: truthHeading).map { String(page[$0.lowerBound...]) } ?? ""
  }
  static func machine(of page: String) -> String? {
    page.split(separator: "\n").first { $0.hasPrefix("Machine: ") }.map { String($0.dropFirst(9).dropLast()) }
  }

  static func text(_ survey: Survey, _ truth: [TruthSurvey]?) -> String {
    let section = truth.map { truthText($0) } ?? truthSection(of: committed)
    return introduction + pictures + table(survey) + section
  }

  private static var introduction: String {
    """
    # Accuracy

    How far the derivatives of every elementary function are from the true ones. This page is written by a test, and every ordinary run of
    the tests holds the library to the bounds in it.

    **What is measured.** The first, second and third derivative of each function, at seeded points of its whole domain: evenly over the
    moderate part, in every power of ten down to 1e−307 and up to 1e307, and towards the finite ends by powers of two. *Forward* is the
    worst of `Dual<Double>`, its nestings, and `Dual<Lanes4>`; *reverse* of `Adjoint<Double>`, `Adjoint` over duals and over lanes, and
    `Dual<Adjoint>`. The value itself is that of the C library, bit for bit and in every number type; one thing differs: the sine or cosine of a
    constant is the one of the machine that compiles.

    **Against what.** A number of 31 digits whose exponent does not overflow, in formulas that know nothing of the rule table. The rule
    table, run with the same number, agrees with the formulas to 28 digits, so a rule that is wrong and a rule that is inaccurate both show.

    **The unit** is an ulp, the distance of neighbouring numbers of type `Double` at the true value: half an ulp is a perfectly rounded
    result. Where a derivative is a sum of terms that cancel at its zeros, no rule can be right to an ulp of the sum; there the unit is the
    ulp of the largest term, and the table says *term*. Results below the normal numbers (2.2e−308) are measured in multiples of the least
    nonzero number, 4.9e−324; their bound is the same, or 1. In second and third derivatives the unit is never less than eight of these
    numbers: a factor may be subnormal, and the others multiply its rounding, as in π³ sin πx.

    **Left out** are points where f(x) overflows, and for pow where xʸ⁻¹ does; for second and third derivatives of functions of several
    arguments, arguments beyond 1e±75, where a factor of the product overflows or underflows, and for pow also where xʸ is no normal number;
    for the derivatives of erf, where e^(−x²) is no normal number. Everywhere else a first derivative that is a number is never computed as 0, ∞ or NaN, and one that is too large for
    a `Double` is never finite.

    Random arguments, evenly over all bit patterns and near the edges, hold to the same bounds: a few in every run of the tests, any number by
    `DERIVATIVES_DRAWS=100000 swift test -c release --filter boundsHoldForRandomArguments`.

    Command:

    ```
    \(command)
    ```

    Machine: \(Machine.line).


    """
  }

  private static var pictures: String {
    """
    ## Why the form of a rule matters

    The same derivative by the usual formula and by the rule of this library, in ulps over the argument.

    \(RulePicture.all.map { "![\($0.plot.title)](Pictures/\($0.file))" }.joined(separator: "\n\n"))


    """
  }

  private static func table(_ survey: Survey) -> String {
    let reasons = Dictionary(uniqueKeysWithValues: bounds.map { ($0.function, $0) })
    let rows = survey.rows.map { row in
      let bound = reasons[row.function]!
      let worst = row.worst.values.max { $0.ulps < $1.ulps }!
      let place = worst.argument.map { "\($0)" }.joined(separator: ", ")
      let unit = bound.isRelativeToTerm(row.order) ? "term" : ""
      let isExplained = bound.ulps[row.order - 1] > 4 || bound.isRelativeToTerm(row.order)
      let limit = number(bound.ulps[row.order - 1], digits: 0)
      return "| \(row.function) | \(row.order) | \(number(row.worst[.forward]!.ulps)) | \(number(row.worst[.reverse]!.ulps)) | \(place) "
        + "| \(limit) | \(unit) | \(isExplained ? bound.reason : "") |"
    }
    return """
      ## Every function and order

      Worst errors in ulps. Exact in every order: \(bounds.filter(\.isExact).map { "\($0.function)" }.joined(separator: ", ")).

      | function | order | forward | reverse | at | bound | unit | because |
      |---|---|---|---|---|---|---|---|
      \(rows.joined(separator: "\n"))


      """
  }

  private static func truthText(_ truth: [TruthSurvey]) -> String {
    let rows = truth.map { t in
      let errors = t.worst.map { number($0.ulps) }.joined(separator: " | ")
      return "| \(t.file) | \(t.pointCount) | \(errors) | \(t.unmeasuredCount) of \(t.entryCount) |"
    }
    return """
      \(truthHeading)

      \(truth.reduce(0) { $0 + $1.pointCount }) points of \(truth.count) functions with 20 digits each, computed outside of this project;
      among them the poles, multiples of π and extreme magnitudes where derivatives usually go wrong. Worst errors in ulps, in all modes;
      the bounds are those above. The value's column is the error of the C library,
      for softplus, sigmoid and logSumExp that of this library. Run with the environment variable
      DERIVATIVES_TRUTH naming the folder of the values.

      | function | points | value | f′ | f″ | f‴ | left out |
      |---|---|---|---|---|---|---|
      \(rows.joined(separator: "\n"))

      Left out for the reasons above, and sin, cos and tan at 5.319372648326541e255, the double nearest to an odd multiple of π/2: glibc's
      cos errs there by 8 ulps, and the derivatives with it.

      The values of `multiplyAdd` (fma) are rounded twice, or once where the processor fuses; those of `logSumExp` lose digits where the
      result is near 0. Neither is bounded here; their derivatives are.

      """
  }

  private static func number(_ x: Double, digits: Int = 1) -> String { String(format: "%.\(x < 100 ? digits : 0)f", x) }
}
