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
        if isTolerated(
          program, ulp: 0x1p-53, plain: { $0(x) }, other: { mode.evaluate($0, x, room)?.value })
        {
          return nil
        }
        return Finding(
          check: "value of \(mode.name)", details: "output \(i) is \(result.value[i]), plain numbers give \(plain[i])",
          point: x)
      }
      jacobians.append((mode, tampering(mode.name, program, result.jacobian)))
    }
    let references = References(program, x, shift: shift)
    let meetsSpecialInside = program.meetsSpecialInside(x)
    for j in x.indices {
      for i in plain.indices {
        var reference = references.columns[j][i]
        if meetsSpecialInside { reference.metSpecial = true }
        if let finding = compare(
          jacobians.map {
            ($0.mode.name, program.isNested ? .nested : $0.mode.direction, $0.jacobian[i, j])
          }, reference.u, reference, limit: 900, factor: program.roundings, counting: \.derivatives)
        {
          if !reference.u.isKnown && sweepsDifferInSign(program, x, i) { continue }
          // Where a derivative inside is another number in some way, so are the derivatives of what follows.
          let ways: [(Program) -> [Double]?] =
            [{ References($0, x, shift: shift).columns[j].map(\.value) }]
            + modes.map { [room] mode in { mode.evaluate($0, x, room)?.value } }
          for way in ways where isTolerated(program, ulp: 0x1p-53, plain: { $0(x) }, other: way) {
            return nil
          }
          return Finding(
            check: "derivative by \(finding.mode)", details: "∂y\(i)/∂x\(j) \(finding.text)", point: x)
        }
      }
    }
    return nil
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
    // Of two products that both leave the range, a build that contracts a·b + c·d rounds one only, and not in
    // every mode the same: ∞ − ∞ is NaN, and a finite product less ∞ is not.
    let mayContract = Checker.contracts && reach >= limit / 2
    for (name, _, number) in forward
    where metSpecial && !mayContract && number.isNaN != forward[0].number.isNaN {
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

  // MARK: Second order

  mutating func secondOrder(_ program: Program, _ x: [Double], shift: Int) -> Finding? {
    guard x.count <= 5, !program.meetsSpecialInside(x) else { return nil }
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
  /// How many units of the last place the ways may be apart: each step of a path rounds a few times, and a rule's
  /// derivative is right to about ten.
  var roundings: Double { 24 + 12 * Double(pathLength) }
}

/// What is left of a number at a special point: NaN, an infinity of either sign, or finite.
func kind(_ x: Double) -> Int { x.isNaN ? 3 : x == .infinity ? 1 : x == -.infinity ? 2 : 0 }
