// The operators. They hold no mathematics: that is in `Adjoint+Arithmetic.swift`. For the concrete set see `Dual+Operators.swift`: without it
// most formulas would not type-check.

extension Adjoint {
  @_transparent public static func + (a: Adjoint, b: Adjoint) -> Adjoint { ._add(a, b) }
  @_transparent public static func - (a: Adjoint, b: Adjoint) -> Adjoint { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint, b: Adjoint) -> Adjoint { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint, b: Adjoint) -> Adjoint { ._divide(a, b) }
  @_transparent public static prefix func - (a: Adjoint) -> Adjoint { ._minus(a) }
  @_transparent public static func += (a: inout Adjoint, b: Adjoint) { a = ._add(a, b) }
  @_transparent public static func -= (a: inout Adjoint, b: Adjoint) { a = ._subtract(a, b) }
  @_transparent public static func *= (a: inout Adjoint, b: Adjoint) { a = ._multiply(a, b) }
}

extension Adjoint where Value == Double {
  @_transparent public static func + (a: Adjoint<Double>, b: Adjoint<Double>) -> Adjoint<Double> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Double>, b: Adjoint<Double>) -> Adjoint<Double> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Double>, b: Adjoint<Double>) -> Adjoint<Double> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Double>, b: Adjoint<Double>) -> Adjoint<Double> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Adjoint<Double>) -> Adjoint<Double> { ._minus(a) }
  @_transparent public static func + (a: Adjoint<Double>, b: Double) -> Adjoint<Double> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Adjoint<Double>) -> Adjoint<Double> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Double>, b: Double) -> Adjoint<Double> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Adjoint<Double>) -> Adjoint<Double> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Double>, b: Double) -> Adjoint<Double> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Adjoint<Double>) -> Adjoint<Double> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Double>, b: Double) -> Adjoint<Double> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Adjoint<Double>) -> Adjoint<Double> { ._divide(a, b) }
}

extension Adjoint where Value == Float {
  @_transparent public static func + (a: Adjoint<Float>, b: Adjoint<Float>) -> Adjoint<Float> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Float>, b: Adjoint<Float>) -> Adjoint<Float> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Float>, b: Adjoint<Float>) -> Adjoint<Float> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Float>, b: Adjoint<Float>) -> Adjoint<Float> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Adjoint<Float>) -> Adjoint<Float> { ._minus(a) }
  @_transparent public static func + (a: Adjoint<Float>, b: Float) -> Adjoint<Float> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Float, b: Adjoint<Float>) -> Adjoint<Float> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Float>, b: Float) -> Adjoint<Float> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Float, b: Adjoint<Float>) -> Adjoint<Float> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Float>, b: Float) -> Adjoint<Float> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Float, b: Adjoint<Float>) -> Adjoint<Float> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Float>, b: Float) -> Adjoint<Float> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Float, b: Adjoint<Float>) -> Adjoint<Float> { ._divide(a, b) }
}
