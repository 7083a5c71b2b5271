// The operators. They hold no mathematics: that is in `Dual+Arithmetic.swift`.

extension Dual {
  @_transparent public static func + (a: Dual, b: Dual) -> Dual { ._add(a, b) }
  @_transparent public static func - (a: Dual, b: Dual) -> Dual { ._subtract(a, b) }
  @_transparent public static func * (a: Dual, b: Dual) -> Dual { ._multiply(a, b) }
  @_transparent public static func / (a: Dual, b: Dual) -> Dual { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual) -> Dual { ._minus(a) }
  @_transparent public static func += (a: inout Dual, b: Dual) { a = ._add(a, b) }
  @_transparent public static func -= (a: inout Dual, b: Dual) { a = ._subtract(a, b) }
  @_transparent public static func *= (a: inout Dual, b: Dual) { a = ._multiply(a, b) }
}

// Once more, with nothing generic in their types, for every dual that users write formulas in. An overload whose parameters are a generic
// `Dual<T>` loses to a protocol's operator in the type checker's first choice, and then most textbook formulas fail; an all-concrete one
// is tried first.

extension Dual where T == Double {
  @_transparent public static func + (a: Dual<Double>, b: Dual<Double>) -> Dual<Double> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Double>, b: Dual<Double>) -> Dual<Double> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Double>, b: Dual<Double>) -> Dual<Double> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Double>, b: Dual<Double>) -> Dual<Double> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Double>) -> Dual<Double> { ._minus(a) }
  @_transparent public static func + (a: Dual<Double>, b: Double) -> Dual<Double> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Dual<Double>) -> Dual<Double> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Double>, b: Double) -> Dual<Double> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Dual<Double>) -> Dual<Double> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Double>, b: Double) -> Dual<Double> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Dual<Double>) -> Dual<Double> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Double>, b: Double) -> Dual<Double> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Dual<Double>) -> Dual<Double> { ._divide(a, b) }
}

extension Dual where T == Float {
  @_transparent public static func + (a: Dual<Float>, b: Dual<Float>) -> Dual<Float> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Float>, b: Dual<Float>) -> Dual<Float> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Float>, b: Dual<Float>) -> Dual<Float> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Float>, b: Dual<Float>) -> Dual<Float> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Float>) -> Dual<Float> { ._minus(a) }
  @_transparent public static func + (a: Dual<Float>, b: Float) -> Dual<Float> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Float, b: Dual<Float>) -> Dual<Float> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Float>, b: Float) -> Dual<Float> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Float, b: Dual<Float>) -> Dual<Float> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Float>, b: Float) -> Dual<Float> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Float, b: Dual<Float>) -> Dual<Float> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Float>, b: Float) -> Dual<Float> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Float, b: Dual<Float>) -> Dual<Float> { ._divide(a, b) }
}

extension Dual where T == Lanes4 {
  @_transparent public static func + (a: Dual<Lanes4>, b: Dual<Lanes4>) -> Dual<Lanes4> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes4>, b: Dual<Lanes4>) -> Dual<Lanes4> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes4>, b: Dual<Lanes4>) -> Dual<Lanes4> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes4>, b: Dual<Lanes4>) -> Dual<Lanes4> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Lanes4>) -> Dual<Lanes4> { ._minus(a) }
  @_transparent public static func + (a: Dual<Lanes4>, b: Double) -> Dual<Lanes4> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Dual<Lanes4>) -> Dual<Lanes4> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes4>, b: Double) -> Dual<Lanes4> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Dual<Lanes4>) -> Dual<Lanes4> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes4>, b: Double) -> Dual<Lanes4> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Dual<Lanes4>) -> Dual<Lanes4> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes4>, b: Double) -> Dual<Lanes4> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Dual<Lanes4>) -> Dual<Lanes4> { ._divide(a, b) }
}

extension Dual where T == Lanes8 {
  @_transparent public static func + (a: Dual<Lanes8>, b: Dual<Lanes8>) -> Dual<Lanes8> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes8>, b: Dual<Lanes8>) -> Dual<Lanes8> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes8>, b: Dual<Lanes8>) -> Dual<Lanes8> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes8>, b: Dual<Lanes8>) -> Dual<Lanes8> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Lanes8>) -> Dual<Lanes8> { ._minus(a) }
  @_transparent public static func + (a: Dual<Lanes8>, b: Double) -> Dual<Lanes8> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Dual<Lanes8>) -> Dual<Lanes8> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes8>, b: Double) -> Dual<Lanes8> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Dual<Lanes8>) -> Dual<Lanes8> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes8>, b: Double) -> Dual<Lanes8> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Dual<Lanes8>) -> Dual<Lanes8> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes8>, b: Double) -> Dual<Lanes8> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Dual<Lanes8>) -> Dual<Lanes8> { ._divide(a, b) }
}

extension Dual where T == Lanes16 {
  @_transparent public static func + (a: Dual<Lanes16>, b: Dual<Lanes16>) -> Dual<Lanes16> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes16>, b: Dual<Lanes16>) -> Dual<Lanes16> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes16>, b: Dual<Lanes16>) -> Dual<Lanes16> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes16>, b: Dual<Lanes16>) -> Dual<Lanes16> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Lanes16>) -> Dual<Lanes16> { ._minus(a) }
  @_transparent public static func + (a: Dual<Lanes16>, b: Double) -> Dual<Lanes16> { ._add(a, b) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Dual<Lanes16>) -> Dual<Lanes16> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Lanes16>, b: Double) -> Dual<Lanes16> { ._subtract(a, b) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Dual<Lanes16>) -> Dual<Lanes16> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Lanes16>, b: Double) -> Dual<Lanes16> { ._multiply(a, b) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Dual<Lanes16>) -> Dual<Lanes16> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Lanes16>, b: Double) -> Dual<Lanes16> { ._divide(a, b) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Dual<Lanes16>) -> Dual<Lanes16> { ._divide(a, b) }
}

extension Dual where T == Dual<Double> {
  @_transparent public static func + (a: Dual<Dual<Double>>, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> { ._add(a, b) }
  @_transparent public static func - (a: Dual<Dual<Double>>, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> { ._subtract(a, b) }
  @_transparent public static func * (a: Dual<Dual<Double>>, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> { ._multiply(a, b) }
  @_transparent public static func / (a: Dual<Dual<Double>>, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Dual<Dual<Double>>) -> Dual<Dual<Double>> { ._minus(a) }
  @_transparent public static func + (a: Dual<Dual<Double>>, b: Double) -> Dual<Dual<Double>> { ._add(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> {
    ._add(Dual<Double>(a), b)
  }
  @_transparent public static func - (a: Dual<Dual<Double>>, b: Double) -> Dual<Dual<Double>> { ._subtract(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> {
    ._subtract(Dual<Double>(a), b)
  }
  @_transparent public static func * (a: Dual<Dual<Double>>, b: Double) -> Dual<Dual<Double>> { ._multiply(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> {
    ._multiply(Dual<Double>(a), b)
  }
  @_transparent public static func / (a: Dual<Dual<Double>>, b: Double) -> Dual<Dual<Double>> { ._divide(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Dual<Dual<Double>>) -> Dual<Dual<Double>> {
    ._divide(Dual<Double>(a), b)
  }
}
