import Derivatives

/// A number and a plain number: by the concrete operators of the number types that have them, which users' formulas
/// take, and with a constant of the type otherwise.
@inline(never) func evaluate<S: Scalar>(_ operation: Plain, _ x: S, _ c: Double) -> S {
  func concrete<N>(_: N.Type, _ f: (Plain, N, Double) -> N) -> S {
    unsafeBitCast(f(operation, unsafeBitCast(x, to: N.self), c), to: S.self)
  }
  if S.self == Dual<Double>.self { return concrete(Dual<Double>.self, beside) }
  if S.self == Dual<Lanes4>.self { return concrete(Dual<Lanes4>.self, beside) }
  if S.self == Dual<Lanes8>.self { return concrete(Dual<Lanes8>.self, beside) }
  if S.self == Dual<Lanes16>.self { return concrete(Dual<Lanes16>.self, beside) }
  if S.self == Dual<Dual<Double>>.self { return concrete(Dual<Dual<Double>>.self, beside) }
  if S.self == Adjoint<Double>.self { return concrete(Adjoint<Double>.self, beside) }
  if S.self == Adjoint<Dual<Double>>.self { return concrete(Adjoint<Dual<Double>>.self, beside) }
  if S.self == Adjoint<Dual<Lanes4>>.self { return concrete(Adjoint<Dual<Lanes4>>.self, beside) }
  let constant = S(c)
  return switch operation {
  case .add: x + constant
  case .addTo: constant + x
  case .subtract: x - constant
  case .subtractFrom: constant - x
  case .multiply: x * constant
  case .multiplyBy: constant * x
  case .divide: x / constant
  case .divideInto: constant / x
  }
}

// One overload a type: generic code cannot reach the concrete operators.
private func beside(_ operation: Plain, _ x: Dual<Double>, _ c: Double) -> Dual<Double> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Dual<Lanes4>, _ c: Double) -> Dual<Lanes4> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Dual<Lanes8>, _ c: Double) -> Dual<Lanes8> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Dual<Lanes16>, _ c: Double) -> Dual<Lanes16> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Dual<Dual<Double>>, _ c: Double) -> Dual<Dual<Double>> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Adjoint<Double>, _ c: Double) -> Adjoint<Double> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Adjoint<Dual<Double>>, _ c: Double) -> Adjoint<Dual<Double>> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
private func beside(_ operation: Plain, _ x: Adjoint<Dual<Lanes4>>, _ c: Double) -> Adjoint<Dual<Lanes4>> {
  switch operation {
  case .add: x + c
  case .addTo: c + x
  case .subtract: x - c
  case .subtractFrom: c - x
  case .multiply: x * c
  case .multiplyBy: c * x
  case .divide: x / c
  case .divideInto: c / x
  }
}
