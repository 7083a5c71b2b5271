import Derivatives
import TestSupport

/// Who computes a derivative.
enum Mode: String, CaseIterable {
  case forward, reverse
}

extension ScalarFunction {
  /// Partial derivatives by duals over `S`: ∂f/∂xᵢ, ∂²f/∂xᵢ∂xⱼ or ∂³f/∂xᵢ∂xⱼ∂xₖ.
  func nested<S: Scalar>(at x: [S], _ directions: [Int]) -> S {
    func seeded<T: Scalar>(_ x: [T], _ direction: Int) -> [Dual<T>] {
      x.enumerated().map { Dual($1, tangent: $0 == direction ? 1 : 0) }
    }
    switch directions.count {
    case 1: return self(seeded(x, directions[0])).tangent
    case 2: return self(seeded(seeded(x, directions[0]), directions[1])).tangent.tangent
    default: return self(seeded(seeded(seeded(x, directions[0]), directions[1]), directions[2])).tangent.tangent.tangent
    }
  }

  /// The same partial derivative by every arrangement of forward and reverse mode that the library's operations use.
  func everyMode(at x: [Double], _ directions: [Int]) -> [(mode: Mode, type: String, value: Double)] {
    func seeded<T: Scalar>(_ x: [T], _ direction: Int) -> [Dual<T>] {
      x.enumerated().map { Dual($1, tangent: $0 == direction ? 1 : 0) }
    }
    let lanes = x.enumerated().map { Dual($1, tangent: $0 == directions[0] ? Lanes4.unit(2) : .zero) }
    let last = directions[directions.count - 1]
    var results = [(Mode.forward, "Dual", nested(at: x, directions))]
    switch directions.count {
    case 1:
      results.append((.forward, "lanes", self(lanes).tangent.lanes[2]))
      results.append((.reverse, "Adjoint", gradient(at: x) { self($0) }[last]))
    case 2:
      results.append((.reverse, "Adjoint<Dual>", gradient(at: seeded(x, directions[0])) { self($0) }[last].tangent))
      results.append((.reverse, "Adjoint<Dual<Lanes4>>", gradient(at: lanes) { self($0) }[last].tangent.lanes[2]))
      results.append((.reverse, "Dual<Adjoint>", gradient(at: x) { self(seeded($0, directions[0])).tangent }[last]))
    default:
      let twice = seeded(seeded(x, directions[0]), directions[1])
      results.append((.reverse, "Adjoint<Dual<Dual>>", gradient(at: twice) { self($0) }[last].tangent.tangent))
    }
    return results
  }
}

/// The index lists i ≤ j ≤ … of one order, for a function of that many arguments.
func directions(order: Int, argumentCount: Int) -> [[Int]] {
  (1..<order).reduce((0..<argumentCount).map { [$0] }) { lists, _ in
    lists.flatMap { list in (list.last!..<argumentCount).map { list + [$0] } }
  }
}
