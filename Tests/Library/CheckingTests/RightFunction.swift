import Derivatives
import TestSupport

/// A right function at a point, of which one derivative may be made wrong.
struct RightFunction: CustomStringConvertible {
  let description: String
  /// What the checker finds when the derivatives with respect to one input are off by a factor.
  let check: (_ factor: Double) -> DerivativeCheck

  init<F: VectorFunction>(_ f: F, at point: [Double], skewing input: Int) {
    description = "\(f) at \(point), input \(input)"
    check = { factor in
      factor == 1
        ? derivativeCheck(of: f, at: point)
        : derivativeCheck(of: Skewed(f: f, input: input, factor: factor), at: point)
    }
  }

  /// What a function is like.
  enum Family: Hashable, CustomStringConvertible {
    case curve(CurveModel)
    case instrument(InstrumentResiduals.Curve)
    case awkward(Awkward)
    case elementary(Elementary)

    static let all: [Family] =
      CurveModel.allCases.map { .curve($0) } + InstrumentResiduals.Curve.allCases.map { .instrument($0) }
      + Awkward.allCases.map { .awkward($0) }
      + [Elementary.exp, .sin, .logGamma, .pow, .atan2, .norm].map { .elementary($0) }

    var description: String {
      switch self {
      case .curve(let model): "fit of \(model.rawValue)"
      case .instrument(let curve): "instrument, \(curve)"
      case .awkward(let kind): kind.rawValue
      case .elementary(let function): function.rawValue
      }
    }

    func draw(_ generator: inout SeededGenerator) -> RightFunction {
      switch self {
      case .curve(let model):
        let b = model.start.map { $0 * generator.uniform(0.7, 1.3) }
        return RightFunction(
          CurveResiduals(model, at: b, &generator), at: b,
          skewing: Int.random(in: b.indices, using: &generator))
      case .instrument(let curve):
        let b = generator.uniforms(2, 0.3, 3)
        return RightFunction(
          InstrumentResiduals(curve, at: b, &generator), at: b,
          skewing: Int.random(in: 0..<2, using: &generator))
      case .awkward(let kind):
        let (f, point) = AwkwardFunction.draw(kind, &generator)
        return RightFunction(f, at: point, skewing: Int.random(in: point.indices, using: &generator))
      case .elementary(let function):
        let point = function.points(1, &generator)[0]
        return RightFunction(
          OneElementary(function: function), at: point,
          skewing: Int.random(in: point.indices, using: &generator))
      }
    }
  }
}

/// `f` with the derivatives with respect to an input multiplied by a factor.
private struct Skewed<F: VectorFunction>: VectorFunction {
  let f: F, input: Int, factor: Double

  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    var x = x
    x[input] = .applying(WrongIdentity(factor: factor), to: x[input])
    return f(x)
  }
}

/// x, with the derivative `factor`.
private struct WrongIdentity: UnaryRule {
  let factor: Double
  func value(_ x: Double) -> Double { x }
  func derivative<S: Scalar>(_ x: S, value y: S) -> S { S(factor) }
}
