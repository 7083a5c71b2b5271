import Derivatives
import TestNumbers

extension Checker {
  /// The mathematics of the rules: the derivative in double-double against the difference quotient in double-double.
  /// A kink between the two points of the quotient looks like a fault at that point, but not at its neighbours.
  mutating func differenceQuotient(_ program: Program, _ x: [Double]) -> Finding? {
    guard !program.rounds, program.constants.allSatisfy({ $0 == 0 || 1e-100...1e100 ~= $0.magnitude }),
      x.allSatisfy({ $0.isFinite && ($0 == 0 || $0.magnitude > 1e-12 && $0.magnitude < 1e12) })
    else {
      return nil
    }
    for j in x.indices {
      guard let text = quotientDiffers(program, x, j) else { continue }
      let isEverywhere = [1 + 0x1p-9, 1 - 0x1p-11, 1 + 0x1p-12].allSatisfy { factor in
        quotientDiffers(program, x.map { $0 * factor }, j) != nil
      }
      if isEverywhere { return Finding(check: "difference quotient", details: text, point: x) }
    }
    return nil
  }

  private mutating func quotientDiffers(_ program: Program, _ x: [Double], _ j: Int) -> String? {
    let plain = program(x)
    guard plain.contains(where: \.isFinite) else { return nil }
    // Beyond 10¹², angles have the digits of `Double` only.
    let largest = program.registers(x).reduce(1) { $1.magnitude > $0 ? $1.magnitude : $0 }
    if largest > 1e12 { return nil }
    let point = x.map { DoubleDouble($0) }
    let derivative = program(x.indices.map { Dual(point[$0], tangent: $0 == j ? 1 : 0) })
    let step = DoubleDouble(max(x[j].magnitude, 0x1p-10) * 0x1p-30)
    func quotient(_ h: DoubleDouble) -> [DoubleDouble] {
      func shifted(_ h: DoubleDouble) -> [DoubleDouble] {
        var p = point
        p[j] += h
        return program(p)
      }
      return zip(shifted(h), shifted(-h)).map { ($0 - $1) / (2 * h) }
    }
    // The largest number's own rounding, over the step.
    let noise = largest * 0x1p-98 / step.double
    let exact = program(point)
    let (wide, narrow, narrower) = (quotient(step), quotient(step * 0.5), quotient(step * 0.25))
    for i in plain.indices where plain[i].isFinite && wide[i]._isFinite && narrow[i]._isFinite {
      let value = derivative[i].value
      let tangent = derivative[i].tangent
      guard tangent._isFinite && value._isFinite else { continue }
      // Where the program takes another way in double-double the two are different functions. So are they
      // where a value of a custom rule, which is a `Double`, underflows.
      let isAlike = [DoubleDouble(plain[i]), exact[i]].allSatisfy {
        (value - $0).magnitude.double <= 1e-9 * plain[i].magnitude
      }
      guard isAlike else { continue }
      statistics.differences += 1
      // The error falls with the square of the step, or the step is longer than the waves of the function.
      let (first, second) = ((wide[i] - narrow[i]).magnitude.double, (narrow[i] - narrower[i]).magnitude.double)
      let spread = first + second
      let scale = tangent.magnitude.double + value.magnitude.double / max(x[j].magnitude, 1)
      let error = (tangent - narrower[i]).magnitude.double
      if second > 0.3 * first && spread > 1e-9 * scale { continue }
      if !(error <= 8 * spread + 1e-7 * scale + noise) {
        return "∂y\(i)/∂x\(j) is \(tangent.double), the difference quotient \(narrower[i].double) ± \(spread)"
      }
    }
    return nil
  }
}

extension Program {
  /// Whether some operation of double-double has the digits of `Double` only, or steps that lie close together.
  var rounds: Bool {
    let steps: [Unary] = [.floor, .ceil, .round, .trunc]
    func rounds(_ instruction: Instruction) -> Bool {
      switch instruction.kind {
      case .binary(.remainder), .binary(.fmod): true
      case .derivative(let body): body.contains(where: rounds)
      default: instruction.unaries.contains(where: steps.contains)
      }
    }
    return instructions.contains(where: rounds)
  }
}
