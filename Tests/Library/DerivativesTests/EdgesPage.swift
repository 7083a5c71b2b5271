import Foundation
import TestSupport

/// `Docs/Edges.md`, from the rows.
enum EdgesPage {
  static let url = packageFolder().appendingPathComponent("Docs/Edges.md")
  static let command = "DERIVATIVES_WRITE=1 swift test --filter Edges"

  static var text: String {
    introduction + EdgeTable.sections.map { "\n## \($0.title)\n\n\($0.text)\n\n\(table($0))" }.joined()
  }

  private static let introduction = """
    # Edges

    What derivatives are where calculus leaves a choice or gives none: at kinks, ties, steps, poles, ends of domains, zeros, infinities and
    NaN. Every row below is a test, in every mode: duals, lanes of every width, nested numbers, adjoint numbers, Jacobians by rows, `Float`.
    The tables are written by these tests (`\(command)`).

    **One rule gives wrong derivatives.** Where a tangent is 0 and meets an infinite slope, the derivative is 0, because a number does not
    know whether it is constant or has only stopped. For ∛(t³), root(t⁵, 5), 1/t² and log(t²) at 0 it has stopped: the derivatives are 1, 1
    and for two of them none. The rule is 2 below, the examples are [a table](#infinite-slopes-of-stationary-numbers).

    ```swift
    import Derivatives

    print(derivative(at: 0.0) { t in cbrt(t * t * t) })
    // Prints "0.0"
    print(derivative(at: 0.0) { t in log(t * t) })
    // Prints "0.0"
    ```

    1. **The branch taken.** A program is differentiated along the path its value takes; comparisons see the value only, so every number
       type takes the path that `Double` takes. `max`, `min`, `clamp` and `relu` hand on the number they select, with its derivative.
    2. **No direction, no derivative.** Along a direction in which an argument does not change, a function of it does not change either,
       even at a pole. A derivative is evaluated and then selected, so 0·∞ does not become NaN:

       ```swift
       print(gradient(at: [0, 2]) { p in sqrt(p[0]) + p[1] })
       // Prints "[inf, 1.0]"
       ```

    3. **One-sided limits.** At a pole or at the end of a domain the derivative is the limit from inside, whichever zero the number is. Where
       the two sides of a pole disagree, the sign bit of a zero chooses; where it cannot, the derivative is NaN. Outside a domain it is NaN,
       not the number of the formula.
    4. **Identities survive.** max(x, y) + min(x, y) = x + y, max(x, −x) = |x| and norm(x)² = Σxᵢ² hold for derivatives too, |x|² = x² also
       for the second. This is why `max` takes the second of two equal numbers and `min` the first, as Swift's own do, why abs′(0) = −1, and
       why a length has the derivative 0 at the origin. The mean of both sides, which others return, keeps the first identity, but no branch
       has that slope, and |x|² would lose its second derivative. The order of the arguments counts at a tie: `max(t, 0)` has the
       derivative 0 at 0, `max(0, t)` has 1.
    5. **Never a number for want of one.** NaN in an argument reaches the value, and the derivative along that argument. A derivative is
       finite where the value is NaN only along an argument in which the formula is linear: it is then the derivative of that formula. Sums,
       products, the numerator of a quotient, x log y along x, and functions that hand on a number as it is.
    6. **One convention in every mode.** First derivatives of a function are the same in every mode, ∞ for ∞ and NaN for NaN, at every
       combination of ±0, ±∞, NaN, subnormal, ordinary and huge arguments; second derivatives too, where no argument is NaN. Programs may
       have NaN in one mode and a number in another, as follows; two different numbers they have nowhere, but for overflow and, as
       the next paragraph says, rounding in between.

    **Products of infinite factors.** Forward mode forms x·ẏ + y·ẋ without asking whether ẏ is 0, because this is the operation that
    everything else waits for. Where x is infinite it gives NaN, and reverse mode the limit. The second derivatives of xʸ and of the direction
    cosines contain such products. Reverse mode finds the NaN after its sweep and sweeps again: a partial derivative that is 0 then
    contributes 0, whatever its adjoint. An adjoint that is a sum and came out 0 gives NaN with an infinite partial derivative, as in
    forward mode; one of which only rounding is left gives ∞ of either sign.

    **The second derivative of a length** at the origin is 1/r = ∞ along each axis, and norm(x)·norm(x) has 0·∞ = NaN there, in every mode:
    no composition can tell that the product has the limit 2. Write `dot(x, x)`:

    ```swift
    print(hessian(at: [0, 0]) { x in norm(x) * norm(x) }[0, 0].isNaN)
    // Prints "true"
    print(hessian(at: [0, 0]) { x in dot(x, x) }.entries)
    // Prints "[2.0, 0.0, 0.0, 2.0]"
    ```

    **Builds.** A value is the same in debug, release and `-Ounchecked` builds, sign of zero included. A derivative differs in three ways. Its zero
    may have another sign, so do not divide by a derivative or take its `atan2` to learn a side. A constant that the optimiser knows takes
    part in no product, so that 2·x at ∞ has the derivative 2 in a release build and 0·∞ = NaN in a debug build: the constant of a debug
    build is a number like any other ([decision 4](Decisions/04-zero-directions.md)). Where the processor rounds a product and a sum at
    once (64-bit ARM, `-march=native`), last bits differ too, and of second derivatives whose terms overflow and cancel, ∞ − ∞, one that
    release builds call NaN may be ±∞.

    How to read the tables: *at* lists the arguments, *derivative* one partial derivative an argument. The sign of a derivative that is zero
    means nothing. The last columns show five other systems at the same point, as far as we know; — where we do not.
    "As ours" is the same number.

    """

  private static func table(_ section: EdgeSection) -> String {
    if section.rows.count > 60 { return limits(section) }
    let others = section.rows.contains { !$0.peers.isEmpty }
    let head = ["function", "at", "value", "derivative", "why"] + (others ? Peers.names : [])
    let rows = section.rows.map { row in
      [
        row.function, list(row.point), number(row.value),
        list(row.partials) + (row.inForwardMode.map { "; forward mode \(list($0))" } ?? ""), row.reason,
      ] + (others ? row.peers.all : [])
    }
    return lines(head, rows)
  }

  /// Value and slope at both infinities, a line a function.
  private static func limits(_ section: EdgeSection) -> String {
    let rows = stride(from: 0, to: section.rows.count, by: 2).map { k in
      let (left, right) = (section.rows[k], section.rows[k + 1])
      let reason = left.reason == right.reason ? left.reason : "\(left.reason); \(right.reason)"
      return [
        left.function, number(left.value), list(left.partials), number(right.value), list(right.partials), reason,
      ]
    }
    return lines(["function", "value at −∞", "derivative", "value at +∞", "derivative", "why"], rows)
  }

  private static func lines(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func list(_ numbers: [Double]) -> String { numbers.isEmpty ? "nothing" : numbers.map(number).joined(separator: ", ") }

  private static func number(_ x: Double) -> String {
    if x.isNaN { return "NaN" }
    let sign = x.sign == .minus ? "−" : ""
    if x.isInfinite { return sign + "∞" }
    let names: [Double: String] = [.pi: "π", .pi / 2: "π/2", .pi / 4: "π/4", 0.5: "½", 0.25: "¼", 0.5.squareRoot(): "√½", 1 / 12.0: "1/12"]
    return sign + (names[x.magnitude] ?? String(format: "%g", x.magnitude))
  }
}
