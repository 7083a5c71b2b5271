import Derivatives
import TestNumbers

/// Compares every way to evaluate a program.
public struct Checker {
  let room = Room()
  let modes = Mode.all
  let secondOrderModes = SecondOrderMode.all
  public var statistics = Statistics()
  /// Changes what a way returns: how tests plant a fault.
  var tampering: (_ mode: String, Program, Matrix) -> Matrix = { _, _, jacobian in jacobian }

  public init() {}

  /// The first disagreement at any of the points, which go through the program one by one and all together.
  public mutating func finding(_ program: Program, at points: [[Double]]) -> Finding? {
    for (index, x) in points.enumerated() {
      if let finding = firstOrder(program, x, shift: index) { return finding }
      if let finding = floats(program, x) { return finding }
    }
    if let finding = secondOrder(program, points[0], shift: points.count) { return finding }
    if points.count > 1, let finding = secondOrder(program, points[1], shift: points.count) { return finding }
    if let finding = togetherAndAlone(program, points) { return finding }
    return differenceQuotient(program, points[0])
  }

  // MARK: First order

  mutating func firstOrder(_ program: Program, _ x: [Double], shift: Int) -> Finding? {
    let plain = program(x)
    var jacobians: [(mode: Mode, jacobian: Matrix)] = []
    for mode in modes {
      guard let result = mode.evaluate(program, x, room) else { continue }
      statistics.values += plain.count
      for i in plain.indices where !isIdentical(result.value[i], plain[i]) {
        if isTolerated(program, x, result.value[i], plain[i]) { return nil }
        return Finding(
          check: "value of \(mode.name)", details: "output \(i) is \(result.value[i]), plain numbers give \(plain[i])",
          point: x)
      }
      jacobians.append((mode, tampering(mode.name, program, result.jacobian)))
    }
    // The sign of a derivative that is 0 or infinite, which is no one's, may decide a branch outside.
    if program.isNested && program.meetsSpecial(x) { return nil }
    let references = References(program, x, shift: shift)
    for j in x.indices {
      for i in plain.indices {
        let reference = references.columns[j][i]
        if let finding = compare(
          jacobians.map {
            ($0.mode.name, program.isNested ? .nested : $0.mode.direction, $0.jacobian[i, j])
          }, reference.u, reference, limit: 900, factor: program.roundings, counting: \.derivatives)
        {
          return Finding(
            check: "derivative by \(finding.mode)", details: "∂y\(i)/∂x\(j) \(finding.text)", point: x)
        }
      }
    }
    return nil
  }

  /// A derivative inside the program is a value outside. Only its number is promised, not the sign of a zero; and where 0
  /// meets ∞ on the way to it, it may be NaN for some numbers only; where sums of products are contracted, its last bits
  /// are not promised either. Nor does a NaN have a certain sign bit, which
  /// `copysign` shows.
  func isTolerated(_ program: Program, _ x: [Double], _ a: Double, _ b: Double) -> Bool {
    if program.isNested && (a == b || a.isNaN != b.isNaN || Checker.contracts) { return true }
    return (program.isNested || program.usesSignBits) && program.meetsSpecial(x)
  }

  /// Compares the numbers of all modes for one derivative.
  ///
  /// Where 0 meets ∞, or ∞ meets −∞, some ways find NaN and others, which leave products with an exact zero out or
  /// add up in another order, a limit (Docs/Limitations.md). So after an infinite or undefined number or derivative a
  /// NaN is no fault; but all numbers of forward mode must have it, and what is not NaN is compared.
  mutating func compare(
    _ numbers: [(name: String, direction: Mode.Direction, number: Double)], _ reference: Measured, _ whole: Reference,
    limit: Int, factor: Double, counting count: WritableKeyPath<Statistics, Int>
  ) -> (mode: String, text: String)? {
    let (metSpecial, reach) = (whole.metSpecial, whole.reach)
    let forward = numbers.filter { $0.direction == .forward }
    for (name, _, number) in forward where metSpecial && number.isNaN != forward[0].number.isNaN {
      return (name, "is \(number), and \(forward[0].number) by \(forward[0].name)")
    }
    let numbers = numbers.filter { !(metSpecial && $0.number.isNaN) }
    guard reference.isKnown ? reference.isWithin(limit) : reach < limit / 2 else {
      statistics.extreme += numbers.count
      return nil
    }
    guard reference.isKnown else { return compareKinds(numbers) }
    let tolerance = factor * 0x1p-53 * reference.size.double
    for (name, _, number) in numbers {
      if number.isNaN && reach >= limit / 2 {  // something on the way has left the range of `Double`
        statistics.extreme += 1
        continue
      }
      statistics[keyPath: count] += 1
      let error = (DoubleDouble(number) - reference.sum).magnitude.double
      if !(error <= tolerance) { return (name, "is \(number), must be \(reference.sum.double) ± \(tolerance)") }
    }
    return nil
  }

  /// Where there is no reference, all that are numbers must be ∞, or −∞, or finite.
  private mutating func compareKinds(
    _ numbers: [(name: String, direction: Mode.Direction, number: Double)]
  ) -> (mode: String, text: String)? {
    let numbers = numbers.filter { !$0.number.isNaN }
    statistics.special += numbers.count
    for (name, _, number) in numbers where kind(number) != kind(numbers[0].number) {
      return (name, "is \(number), and \(numbers[0].number) by \(numbers[0].name)")
    }
    return nil
  }

  /// Whether this build rounds a·b + c once.
  static let contracts = Double._multiplyAdd(1 + 0x1p-30, 1 - 0x1p-30, -1) != 0

  // MARK: Second order

  mutating func secondOrder(_ program: Program, _ x: [Double], shift: Int) -> Finding? {
    guard x.count <= 5, !(program.isNested && program.meetsSpecial(x)) else { return nil }
    let index = shift % program.outputs.count
    let component = Component(program, index)
    let references = References(program, x, shift: shift)
    let hessians = secondOrderModes.map { ($0.name, tampering($0.name, program, $0.hessian(component, x))) }
    for j in x.indices {
      let i = references.partner(j)
      let reference = references.columns[j][index]
      // There is no convention for second derivatives elsewhere.
      guard reference.isOrdinary && reference.reach < 300 else { continue }
      if let finding = compare(
        hessians.map { ($0.0, Mode.Direction.nested, $0.1[i, j]) }, reference.uv, reference, limit: 450,
        factor: 4 * program.roundings, counting: \.secondDerivatives)
      {
        return Finding(
          check: "second derivative by \(finding.mode)", details: "∂²y\(index)/∂x\(i)∂x\(j) \(finding.text)", point: x)
      }
    }
    return nil
  }
}

/// The program in reference numbers: along each input, and along another one.
struct References {
  let columns: [[Reference]]
  let shift: Int

  init(_ program: Program, _ x: [Double], shift: Int) {
    self.shift = shift
    columns = x.indices.map { j in
      let partner = (j + shift) % x.count
      return program(
        x.indices.map {
          Reference(x[$0], u: $0 == j ? .unit(0) : .zero, v: $0 == partner ? .unit(0) : .zero, after: [])
        })
    }
  }

  func partner(_ j: Int) -> Int { (j + shift) % columns.count }
}

extension Program {
  /// Whether some register is infinite or NaN, or something was on the way to it.
  func meetsSpecial(_ x: [Double]) -> Bool {
    registers(x.map { Reference($0, u: .unit(0), after: []) }).contains { $0.metSpecial || $0.value == 0 }
  }

  /// All registers after a run.
  func registers<S: Scalar>(_ x: [S]) -> [S] {
    var all = self
    all.outputs = Array(0..<registerCount)
    return all(x)
  }

  /// How many units of the last place the ways may be apart: each step of a path rounds a few times, and a rule's
  /// derivative is right to about ten.
  var roundings: Double { 24 + 12 * Double(pathLength) }
}

/// What is left of a number at a special point: NaN, an infinity of either sign, or finite.
func kind(_ x: Double) -> Int { x.isNaN ? 3 : x == .infinity ? 1 : x == -.infinity ? 2 : 0 }
