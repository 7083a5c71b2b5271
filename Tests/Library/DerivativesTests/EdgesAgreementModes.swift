import Derivatives
import TestSupport

/// The first derivatives of a function by one mode, or the second ones, entry by entry.
struct ModeAnswer {
  let mode: String
  let entries: [Double]
}

private func delta(_ i: Int, _ j: Int) -> Double { i == j ? 1 : 0 }

/// ∂f/∂xⱼ by every mode.
func firstDerivatives<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [ModeAnswer] {
  let n = x.count
  let eight = f(x.indices.map { Dual(x[$0], tangent: Lanes8.unit($0)) })
  let sixteen = f(x.indices.map { Dual(x[$0], tangent: Lanes16.unit(15 - $0)) })
  let four = (0..<n).map { j in f(x.indices.map { Dual(x[$0], tangent: $0 == j ? Lanes4.unit(3) : .zero) }) }
  let points = x.map { Points8($0) }
  let nested = (0..<n).map { j in
    f(x.indices.map { Dual(Dual(x[$0], tangent: delta($0, j)), tangent: Dual(delta($0, j), tangent: 0)) })
  }
  let ofDuals = gradient(at: x.map { Dual($0, tangent: 0.0) }) { f($0) }
  let ofAdjoints = (0..<n).map { j in
    valueWithGradient(at: x) { x in f(x.indices.map { Dual(x[$0], tangent: Adjoint(delta($0, j))) }).tangent }.value
  }
  return [
    ModeAnswer(mode: "Dual<Double>", entries: (0..<n).map { j in f(x.indices.map { Dual(x[$0], tangent: delta($0, j)) }).tangent }),
    ModeAnswer(mode: "Dual<Lanes4>", entries: four.map { $0.tangent.lane(3) }),
    ModeAnswer(mode: "Dual<Lanes8>", entries: (0..<n).map { eight.tangent.lane($0) }),
    ModeAnswer(mode: "Dual<Lanes16>", entries: (0..<n).map { sixteen.tangent.lane(15 - $0) }),
    ModeAnswer(
      mode: "Dual<Points8>",
      entries: (0..<n).map { j in f(x.indices.map { Dual(points[$0], tangent: Points8(delta($0, j))) }).tangent.values[3] }),
    ModeAnswer(mode: "Dual<Dual<Double>>, outer", entries: nested.map(\.tangent.value)),
    ModeAnswer(mode: "Dual<Dual<Double>>, inner", entries: nested.map(\.value.tangent)),
    ModeAnswer(mode: "Dual<Adjoint<Double>>", entries: ofAdjoints),
    ModeAnswer(mode: "Adjoint<Double>", entries: gradient(at: x) { f($0) }),
    ModeAnswer(mode: "Adjoint<Points8>", entries: gradient(at: points) { f($0) }.map { $0.values[5] }),
    ModeAnswer(mode: "Adjoint<Dual<Double>>", entries: ofDuals.map(\.value)),
    ModeAnswer(
      mode: "Adjoint<Double>, one argument active",
      entries: (0..<n).map { j in gradient(at: [x[j]]) { v in f(x.indices.map { $0 == j ? v[0] : Adjoint(x[$0]) }) }[0] }),
    ModeAnswer(mode: "jacobianByRows", entries: Array(jacobianByRows(at: x) { [f($0), 0, $0[0]] }.entries[..<n])),
  ]
}

/// ∂²f/∂xᵢ∂xⱼ by every mode, row by row; i is the direction or input of the outer number. At an edge the two orders may differ.
func secondDerivatives<F: ScalarFunction>(_ f: F, _ x: [Double]) -> [ModeAnswer] {
  let n = x.count
  let forward = (0..<n * n).map { k in
    f(x.indices.map { Dual(Dual(x[$0], tangent: delta($0, k % n)), tangent: Dual(delta($0, k / n), tangent: 0)) }).tangent.tangent
  }
  let lanes = (0..<n).flatMap { i in
    let y = f(x.indices.map { Dual(Dual(x[$0], tangent: Lanes8.unit($0)), tangent: Dual<Lanes8>(delta($0, i), tangent: .zero)) })
    return (0..<n).map { y.tangent.tangent.lane($0) }
  }
  let reverseOverForward = (0..<n).flatMap { i in
    gradient(at: x) { x in f(x.indices.map { Dual(x[$0], tangent: Adjoint(delta($0, i))) }).tangent }
  }
  let forwardOverReverse = (0..<n).map { i in gradient(at: x.indices.map { Dual(x[$0], tangent: delta($0, i)) }) { f($0) }.map(\.tangent) }
  let reverse = (0..<n).flatMap { i in gradient(at: x) { x in gradient(at: x) { f($0) }[i] } }
  return [
    ModeAnswer(mode: "Dual<Dual<Double>>", entries: forward),
    ModeAnswer(mode: "Dual<Dual<Lanes8>>", entries: lanes),
    ModeAnswer(mode: "Dual<Adjoint<Double>>", entries: reverseOverForward),
    ModeAnswer(mode: "Adjoint<Dual<Double>>", entries: (0..<n * n).map { forwardOverReverse[$0 % n][$0 / n] }),
    ModeAnswer(mode: "Adjoint<Adjoint<Double>>", entries: reverse),
    ModeAnswer(mode: "hessian", entries: hessian(at: x, of: f).entries),
  ]
}
