import Derivatives
import Testing

extension Problem {
  /// The value part of every number type is what plain numbers give, bit for bit.
  public func expectIdenticalValues(at x: [Double], _ name: String) {
    let expected = plain(x)
    let results: [(String, [Double])] = [
      ("a dual", duals(x.map { Dual($0, tangent: 1) }).map(\.value)),
      ("a dual of lanes", lanes(x.map { Dual($0, tangent: Lanes8.unit(3)) }).map(\.value)),
      ("a nested dual", nested(x.map { Dual(Dual($0, tangent: 1), tangent: Dual(1, tangent: 0)) }).map(\.value.value)),
      ("an adjoint of duals", valueWithPullback(at: x.map { Dual($0, tangent: 1) }, of: adjointsOfDuals).value.map(\.value)),
      ("an adjoint", valueWithPullback(at: x, of: adjoints).value),
    ]
    for (type, values) in results {
      #expect(values.count == expected.count, "\(name): \(type) gave \(values.count) numbers, plain numbers \(expected.count)")
      for (i, (value, plain)) in zip(values, expected).enumerated() where !isIdentical(value, plain) {
        Issue.record("\(name), output \(i): the value of \(type) is \(value), the plain number \(plain)")
      }
    }
  }
}
