import Derivatives
import TestNumbers

extension Checker {
  /// Many points at once against each alone. The evaluation is the same, so are the numbers, but for contraction.
  mutating func togetherAndAlone(_ program: Program, _ points: [[Double]]) -> Finding? {
    let matrix = Matrix(points)
    let together = values(at: matrix, of: program)
    let evaluation = valuesWithJacobians(at: matrix, of: program)
    for (p, x) in points.enumerated() {
      let plain = program(x)
      statistics.values += 3 * plain.count
      let alone = valueWithJacobian(at: x, of: program)
      for i in plain.indices {
        let ways: [(name: String, value: Double, registers: (Program) -> [Double])] = [
          ("values", together[p, i], { Derivatives.values(at: matrix, of: $0).row(p) }),
          (
            "valuesWithJacobians", evaluation.values[p, i],
            { Derivatives.valuesWithJacobians(at: matrix, of: $0).values.row(p) }
          ),
          ("valueWithJacobian", alone.value[i], { Derivatives.valueWithJacobian(at: x, of: $0).value }),
        ]
        for (name, value, registers) in ways where !isIdentical(value, plain[i]) {
          if isTolerated(program, ulp: 0x1p-53, plain: { $0(x) }, other: registers) { return nil }
          return Finding(
            check: "value of \(name)", details: "point \(p), output \(i) is \(value), plain numbers give \(plain[i])",
            point: x)
        }
      }
      for (name, jacobian) in [("valuesWithJacobians", evaluation.jacobian(ofPoint: p)), ("jacobian", alone.jacobian)] {
        if let finding = compare(program, x, tampering(name, program, jacobian), name) { return finding }
      }
    }
    return nil
  }

  /// Each entry is that of rows or of columns, or as near as the reference says.
  private mutating func compare(_ program: Program, _ x: [Double], _ jacobian: Matrix, _ name: String) -> Finding? {
    let rows = jacobianByRows(at: x) { program($0) }
    let columns = jacobianByColumns(at: x) { program($0) }
    var references: References?
    for i in 0..<jacobian.rowCount {
      for j in x.indices {
        let number = jacobian[i, j]
        statistics.derivatives += 1
        if number == rows[i, j] || number == columns[i, j] { continue }
        if number.isNaN && (rows[i, j].isNaN || columns[i, j].isNaN) { continue }
        references = references ?? References(program, x, shift: 0)
        guard let result = references?.columns[j][i] else { continue }
        let mayBeNaN = result.metSpecial || result.reach >= 450 || program.meetsSpecialInside(x)
        if number.isNaN && mayBeNaN { continue }
        let reference = result.u
        if reference.isKnown {
          if !reference.isWithin(900) { continue }
          let tolerance = program.roundings * 0x1p-53 * reference.size.double
          if (DoubleDouble(number) - reference.sum).magnitude.double <= tolerance { continue }
        } else {
          // A NaN leaves it open which number is right (rule 6 of Docs/Edges.md).
          let numbers = [rows[i, j], columns[i, j]].filter { !$0.isNaN }
          if numbers.isEmpty || numbers.contains(where: { kind($0) == kind(number) }) { continue }
        }
        // As in the comparison of modes.
        let ways: [(Program) -> [Double]?] = [
          { References($0, x, shift: 0).columns[j].map(\.value) },
          { valueWithJacobian(at: x, of: $0).value },
          { values(at: Matrix([x, x, x]), of: $0).row(2) },
          { p in valueWithJacobianByRows(at: x) { p($0) }.value },
          { p in valueWithJacobianByColumns(at: x) { p($0) }.value },
        ]
        for way in ways where isTolerated(program, ulp: 0x1p-53, plain: { $0(x) }, other: way) { return nil }
        return Finding(
          check: "derivative by \(name)",
          details: "∂y\(i)/∂x\(j) is \(number), by rows \(rows[i, j]), by columns \(columns[i, j])", point: x)
      }
    }
    return nil
  }

  /// `Float`: the same values for every number type, and both modes' derivatives.
  mutating func floats(_ program: Program, _ point: [Double]) -> Finding? {
    let x = point.map { Float($0) }
    let plain = program(x)
    let reverse = valueWithPullback(at: x) { program($0) }
    var forward: [[Float]] = []
    for j in x.indices {
      let duals = x.indices.map { Dual(x[$0], tangent: Float($0 == j ? 1 : 0)) }
      let y = program(duals)
      forward.append(y.map(\.tangent))
      statistics.values += 2 * plain.count
      for i in plain.indices {
        let ways: [(name: String, value: Float, registers: (Program) -> [Float])] = [
          ("Dual<Float>", y[i].value, { $0(duals).map(\.value) }),
          ("Adjoint<Float>", reverse.value[i], { p in valueWithPullback(at: x) { p($0) }.value }),
        ]
        for (name, value, registers) in ways where !isIdentical(value, plain[i]) {
          if isTolerated(
            program, ulp: 0x1p-24, plain: { $0(x).map { Double($0) } }, other: { registers($0).map { Double($0) } })
          {
            return nil
          }
          return Finding(
            check: "value of \(name)", details: "output \(i) is \(value), plain numbers give \(plain[i])",
            point: x.map { Double($0) })
        }
      }
    }
    let rows = plain.indices.map { i in forward.map { Double($0[i]) } }
    return floatDerivatives(program, x, plain, tampering("Dual<Float>", program, Matrix(rows))) { i in
      reverse.pullback(plain.indices.map { $0 == i ? 1 : 0 })
    }
  }

  /// The reference at the same point bounds the rounding where the program goes the same way in `Double`.
  private mutating func floatDerivatives(
    _ program: Program, _ x: [Float], _ plain: [Float], _ forward: Matrix, _ row: (Int) -> [Float]
  ) -> Finding? {
    let point = x.map { Double($0) }
    // The constants and all registers are the same in `Float`, within its digits.
    let constantsFit = program.constants.allSatisfy { $0 == 0 || 1e-20...1e20 ~= $0.magnitude }
    let isAlike = zip(program.registers(x), program.registers(point)).allSatisfy { float, double in
      (Double(float) - double).magnitude <= 1e-4 * double.magnitude
    }
    guard constantsFit && isAlike else { return nil }
    var references: References?
    for i in plain.indices {
      let reverse = row(i).map { Double($0) }
      for j in x.indices where reverse[j] != forward[i, j] {
        references = references ?? References(program, point, shift: 0)
        guard let result = references?.columns[j][i], !result.metSpecial, result.reach < 90 else { continue }
        let reference = result.u
        guard reference.isKnown && reference.isWithin(90) else { continue }
        statistics.derivatives += 1
        // Near a zero of a function's slope the numbers of `Float` have another one, and neither mode has
        // that of the reference.
        let isNear = [reverse[j], forward[i, j]].contains {
          (DoubleDouble($0) - reference.sum).magnitude < reference.size * 1e-2
        }
        guard isNear else { continue }
        let tolerance = 16 * program.roundings * 0x1p-24 * reference.size.double
        if (reverse[j] - forward[i, j]).magnitude <= tolerance { continue }
        if !reverse[j].isFinite && !forward[i, j].isFinite { continue }
        if program.isNested && (reverse[j].isNaN || forward[i, j].isNaN) { continue }
        // What is ordinary in `Double` may be rounded to a special number in `Float`, as a sum of shares to 1, and
        // two numbers to a tie.
        let followed = program.references(following: x, along: j)[program.outputs[i]]
        let bound = 16 * program.roundings * 0x1p-24 * followed.u.size.double
        if (reverse[j] - forward[i, j]).magnitude <= bound { continue }
        if followed.metSpecial && (reverse[j].isNaN || forward[i, j].isNaN) { continue }
        return Finding(
          check: "derivative of Float",
          details: "∂y\(i)/∂x\(j) is \(forward[i, j]) by Dual<Float>, \(reverse[j]) by Adjoint<Float>",
          point: point)
      }
    }
    return nil
  }
}
