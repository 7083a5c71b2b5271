import Derivatives
import TestNumbers

// The chain rule to the second order. A rule is evaluated with duals in double-double: the value part is the first
// derivative, the tangent the second.

extension Reference {
  static func lift(_ x: Reference, _ f: (Double) -> Double, derivative: (Derivative) -> Derivative) -> Reference {
    lift(x, f, derivative: { x, _ in derivative(x) })
  }

  static func lift(
    _ x: Reference, _ f: (Double) -> Double, derivative: (Derivative, Derivative) -> Derivative
  ) -> Reference {
    let y = f(x.value)
    if x.isConstant { return Reference(y, after: [x]) }
    guard x.isOrdinary && y.isFinite else { return .undefined(y, [x]) }
    let (point, result) = (Derivative(seeded: x.value), DoubleDouble(y))
    let slope = derivative(point, Derivative(constant: result)).value
    let curvature = derivative(point, Derivative(result, tangent: Measured(slope))).tangent
    return chain(y, [x], [slope], { _, _ in curvature })
  }

  static func lift(
    _ x: Reference, _ y: Reference, _ f: (Double, Double) -> Double,
    d1: (Derivative, Derivative, () -> Derivative) -> Derivative,
    d2: (Derivative, Derivative, () -> Derivative) -> Derivative
  ) -> Reference {
    let z = f(x.value, y.value)
    if x.isConstant && y.isConstant { return Reference(z, after: [x, y]) }
    if x.value == 0 && y.value == 0 { return .undefined(z, [x, y]) }  // the centre of lengths, angles and powers
    guard x.isOrdinary && y.isOrdinary && z.isFinite else { return .undefined(z, [x, y]) }
    let (a, b, c) = (DoubleDouble(x.value), DoubleDouble(y.value), DoubleDouble(z))
    func partial(_ i: Int, _ x: Derivative, _ y: Derivative, _ z: Derivative) -> Derivative {
      i == 0 ? d1(x, y, { z }) : d2(x, y, { z })
    }
    let active = [!x.isConstant, !y.isConstant]
    let first: [DoubleDouble] = (0..<2).map { i in
      active[i] ? partial(i, Dual(constant: a), Dual(constant: b), Dual(constant: c)).value : 0
    }
    var result = chain(z, [x, y], first) { i, j in
      let x: Derivative = j == 0 ? Dual(seeded: x.value) : Dual(constant: a)
      let y: Derivative = j == 1 ? Dual(seeded: y.value) : Dual(constant: b)
      return partial(i, x, y, Dual(c, tangent: Measured(first[j]))).tangent
    }
    if x.value == 0 || y.value == 0 { result.metSpecial = true }  // a power's higher derivatives may be infinite there
    return result
  }

  static func lift(step x: Reference, _ f: (Double) -> Double) -> Reference {
    let y = f(x.value)
    return y.isFinite ? Reference(y, after: [x]) : .undefined(y, [x])
  }

  /// Of functions of many numbers the table gives partial derivatives in `Double` only. Those that programs call have
  /// references in `Reference+Arrays.swift`; of others nothing is known.
  static func lift<X: Numbers<Reference>>(
    _ x: X, _ f: (Values<X>) -> Double, partial: (Int, Values<X>, Double) -> Double
  ) -> Reference { undefined(f(Values(of: x)), (0..<x.count).map { x[$0] }) }

  /// f(x₁, …) with its first derivatives, and its second ones, which are asked for where they count.
  static func chain(
    _ value: Double, _ x: [Reference], _ first: [DoubleDouble], _ second: (Int, Int) -> Measured
  ) -> Reference {
    var result = Reference(value)
    for (i, x) in x.enumerated() where !x.isConstant {
      result.u = result.u + ._along(x.u, first[i])
      result.v = result.v + ._along(x.v, first[i])
      result.uv = result.uv + ._along(x.uv, first[i])
    }
    for i in x.indices where !x[i].isConstant {
      for j in x.indices where !x[j].isConstant {
        let product = x[i].u * x[j].v
        if !product.isExactlyZero { result.uv = result.uv + product * second(i, j) }
      }
    }
    var complete = Reference(value, u: result.u, v: result.v, uv: result.uv, after: x)
    if !first.allSatisfy(\._isFinite) { complete.meetInfiniteSlope(x) }
    return complete
  }

  /// Where the reference does not know: an argument, a value or a derivative is infinite or NaN. What does not change
  /// along a direction keeps the derivative zero.
  static func undefined(_ value: Double, _ x: [Reference]) -> Reference {
    func part(_ path: KeyPath<Reference, Measured>) -> Measured {
      x.allSatisfy { $0[keyPath: path].isExactlyZero } ? .zero : .undefined
    }
    let (u, v) = (part(\.u), part(\.v))
    let uv = u.isExactlyZero || v.isExactlyZero ? part(\.uv) : .undefined
    var result = Reference(value, u: u, v: v, uv: uv, after: x)
    result.meetInfiniteSlope(x)
    return result
  }

  /// Where only rounding is left of the derivative of an argument, it may be 0 in one mode, which stops it (rule 2
  /// of Docs/Edges.md), and not in another, where it becomes infinite.
  mutating func meetInfiniteSlope(_ x: [Reference]) {
    metSpecial = true
    if x.contains(where: { $0.u.cancels || $0.v.cancels }) { reach = .max }
  }
}

extension Dual where T == Measured {
  /// x with the tangent 1.
  init(seeded x: Double) { self.init(DoubleDouble(x), tangent: .unit(0)) }
}
