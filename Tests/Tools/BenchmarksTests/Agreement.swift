import Derivatives
import TestSupport
import Testing

@testable import benchmarks

/// By hand, by the tape and by a direction of forward mode: the same gradient. By differences: nearly.
func expectAgreement<K: HandWrittenGradient>(
  _ f: K, seed: UInt64 = 7, differences: Double = 1e-6, _ location: SourceLocation = #_sourceLocation
) {
  let x = f.point
  var byHand = [Double](repeating: .nan, count: x.count)
  let value = x.withUnsafeBufferPointer { x in
    byHand.withUnsafeMutableBufferPointer { f.writeGradient(at: x.baseAddress!, to: $0.baseAddress!) }
  }
  let (reverseValue, reverse) = valueWithGradient(at: x) { f($0) }
  #expect(reverseValue == f(x), "\(K.self): the value on the tape", sourceLocation: location)
  #expect(relativeError(value, reverseValue) < 1e-12, "\(K.self): f(x) by hand \(value), plain \(reverseValue)", sourceLocation: location)
  expectClose(byHand, reverse, 1e-12, "\(K.self) by hand against the tape", location)
  expectModesAgree(f, reverse, seed: seed, differences: differences, location)
}

/// The tape's gradient against a direction of forward mode and against differences.
func expectModesAgree<K: GradientKernel>(
  _ f: K, _ gradient: [Double], seed: UInt64 = 7, differences: Double = 1e-6, _ location: SourceLocation = #_sourceLocation
) {
  var generator = SeededGenerator(seed: seed)
  let x = f.point
  let v = generator.uniforms(x.count)
  let along = pushforward(at: x, along: v) { [f($0)] }[0]
  let products = zip(gradient, v).map { $0 * $1 }
  let size = products.reduce(0) { $0 + $1.magnitude }
  #expect(
    (along - products.reduce(0, +)).magnitude <= 1e-12 * size,
    "\(K.self), \(generator): forward \(along), reverse \(products.reduce(0, +))",
    sourceLocation: location)

  var moved = x
  var quotients = [Double](repeating: 0, count: x.count)
  writeDifferences(of: f, at: &moved, to: &quotients, count: x.count)
  #expect(moved == x, "the differences put the point back")
  expectClose(quotients, gradient, differences, "\(K.self) by differences", location)

  // ∇²f·v: forward over reverse against differences of gradients
  let product = hessianVectorProduct(at: x, along: v) { f($0) }
  let h = 1e-5
  let after = Derivatives.gradient(at: zip(x, v).map { $0 + h * $1 }) { f($0) }
  let before = Derivatives.gradient(at: zip(x, v).map { $0 - h * $1 }) { f($0) }
  expectClose(zip(after, before).map { ($0 - $1) / (2 * h) }, product, 1e-5, "\(K.self): ∇²f·v, \(generator)", location)
}

/// By columns of every width and by rows: the same Jacobian. By differences: nearly. Returns it.
@discardableResult func expectAgreement<K: JacobianKernel>(_ f: K, _ location: SourceLocation = #_sourceLocation) -> Matrix {
  let x = f.point
  let (n, m) = (x.count, f.outputCount)
  var rows = Matrix(rowCount: m, columnCount: n)
  let workspace = RowsWorkspace(inputCount: n, outputCount: m)
  workspace.jacobian(at: x, into: &rows) { f($0, &$1) }
  #expect(workspace.value == f.values(x), "\(K.self): the values on the tape", sourceLocation: location)
  func columns<L: Tangent & BitwiseCopyable>(_ type: L.Type) where L.Base == Double {
    var jacobian = Matrix(rowCount: m, columnCount: n)
    ColumnsWorkspace<L>(inputCount: n, outputCount: m).jacobian(at: x, into: &jacobian) { f($0, &$1) }
    expectClose(jacobian.entries, rows.entries, 1e-13, "\(K.self), columns of \(type), against rows", location)
  }
  columns(Lanes4.self)
  columns(Lanes8.self)
  columns(Lanes16.self)

  let place = fixed(x)
  let values = fixed([Double](repeating: 0, count: m))
  defer {
    place.deallocate()
    values.deallocate()
  }
  var quotients = [Double](repeating: .nan, count: m * n)
  writeDifferences(of: f, at: place, values: values, to: &quotients)
  expectClose(quotients, rows.entries, 1e-6, "\(K.self) by differences", location)
  return rows
}

/// The same, and by hand.
func expectAgreementByHand<K: HandWrittenJacobian>(_ f: K, _ location: SourceLocation = #_sourceLocation) {
  let rows = expectAgreement(f, location)
  var byHand = [Double](repeating: .nan, count: rows.entries.count)
  f.point.withUnsafeBufferPointer { x in
    byHand.withUnsafeMutableBufferPointer { f.writeJacobian(at: x.baseAddress!, to: $0.baseAddress!) }
  }
  expectClose(byHand, rows.entries, 1e-12, "\(K.self) by hand", location)
}

/// Each entry, relative to the largest of all.
func expectClose(_ a: [Double], _ b: [Double], _ tolerance: Double, _ what: String, _ location: SourceLocation = #_sourceLocation) {
  let deviation = Deviation(a, b, scale: largest(b))
  #expect(deviation.size <= tolerance, "\(what): \(deviation)", sourceLocation: location)
}
