public import ForwardMode
public import ReverseMode

// The concrete operators of the adjoint numbers that Hessians use; they belong where both modes are known. See `Dual+Operators.swift`.

extension Adjoint where Value == Dual<Double> {
  @_transparent public static func + (a: Adjoint<Dual<Double>>, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Dual<Double>>, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Dual<Double>>, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Dual<Double>>, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> { ._minus(a) }
  @_transparent public static func + (a: Adjoint<Dual<Double>>, b: Double) -> Adjoint<Dual<Double>> { ._add(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> {
    ._add(Dual<Double>(a), b)
  }
  @_transparent public static func - (a: Adjoint<Dual<Double>>, b: Double) -> Adjoint<Dual<Double>> { ._subtract(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> {
    ._subtract(Dual<Double>(a), b)
  }
  @_transparent public static func * (a: Adjoint<Dual<Double>>, b: Double) -> Adjoint<Dual<Double>> { ._multiply(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> {
    ._multiply(Dual<Double>(a), b)
  }
  @_transparent public static func / (a: Adjoint<Dual<Double>>, b: Double) -> Adjoint<Dual<Double>> { ._divide(a, Dual<Double>(b)) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Adjoint<Dual<Double>>) -> Adjoint<Dual<Double>> {
    ._divide(Dual<Double>(a), b)
  }
}

extension Adjoint where Value == Dual<Lanes4> {
  @_transparent public static func + (a: Adjoint<Dual<Lanes4>>, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> { ._add(a, b) }
  @_transparent public static func - (a: Adjoint<Dual<Lanes4>>, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> { ._subtract(a, b) }
  @_transparent public static func * (a: Adjoint<Dual<Lanes4>>, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> { ._multiply(a, b) }
  @_transparent public static func / (a: Adjoint<Dual<Lanes4>>, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> { ._divide(a, b) }
  @_transparent public static prefix func - (a: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> { ._minus(a) }
  @_transparent public static func + (a: Adjoint<Dual<Lanes4>>, b: Double) -> Adjoint<Dual<Lanes4>> { ._add(a, Dual<Lanes4>(b)) }
  @_disfavoredOverload @_transparent public static func + (a: Double, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> {
    ._add(Dual<Lanes4>(a), b)
  }
  @_transparent public static func - (a: Adjoint<Dual<Lanes4>>, b: Double) -> Adjoint<Dual<Lanes4>> { ._subtract(a, Dual<Lanes4>(b)) }
  @_disfavoredOverload @_transparent public static func - (a: Double, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> {
    ._subtract(Dual<Lanes4>(a), b)
  }
  @_transparent public static func * (a: Adjoint<Dual<Lanes4>>, b: Double) -> Adjoint<Dual<Lanes4>> { ._multiply(a, Dual<Lanes4>(b)) }
  @_disfavoredOverload @_transparent public static func * (a: Double, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> {
    ._multiply(Dual<Lanes4>(a), b)
  }
  @_transparent public static func / (a: Adjoint<Dual<Lanes4>>, b: Double) -> Adjoint<Dual<Lanes4>> { ._divide(a, Dual<Lanes4>(b)) }
  @_disfavoredOverload @_transparent public static func / (a: Double, b: Adjoint<Dual<Lanes4>>) -> Adjoint<Dual<Lanes4>> {
    ._divide(Dual<Lanes4>(a), b)
  }
}
