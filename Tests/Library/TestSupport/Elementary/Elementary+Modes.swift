import Derivatives

extension Elementary {
  /// The partial derivatives, one forward evaluation an argument.
  public func forward<S: Scalar>(at x: [S]) -> [S] {
    x.indices.map { j in
      self(x.indices.map { Dual(x[$0], tangent: $0 == j ? 1 : 0) }).tangent
    }
  }

  /// The partial derivatives, by one reverse sweep.
  public func reverse<S: Scalar & BitwiseCopyable>(at x: [S]) -> [S] { gradient(at: x) { self($0) } }

  /// The value part of every number type, with the type's name.
  public func values(at x: [Double]) -> [(type: String, value: Double)] {
    [
      ("Dual<Double>", self(x.map { Dual($0, tangent: 1.5) }).value),
      ("Dual<Lanes4>", self(x.map { Dual($0, tangent: Lanes4.unit(2)) }).value),
      ("Dual<Lanes8>", self(x.map { Dual($0, tangent: Lanes8.unit(7)) }).value),
      ("Dual<Lanes16>", self(x.map { Dual($0, tangent: Lanes16.unit(0)) }).value),
      ("Dual<Dual<Double>>", self(x.map { Dual(Dual($0, tangent: 1), tangent: Dual(1, tangent: 0)) }).value.value),
      ("Dual<Dual<Lanes8>>", self(x.map { Dual(Dual($0, tangent: Lanes8.unit(1)), tangent: 1) }).value.value),
      ("Adjoint<Double>", valueWithGradient(at: x) { self($0) }.value),
      ("Adjoint<Dual<Double>>", valueWithGradient(at: x.map { Dual($0, tangent: 1) }) { self($0) }.value.value),
      ("Adjoint<Adjoint<Double>>", valueWithGradient(at: x) { x in valueWithGradient(at: x) { self($0) }.value }.value),
      ("Dual<Adjoint<Double>>", valueWithGradient(at: x) { x in self(x.map { Dual($0, tangent: 1) }).value }.value),
    ]
  }

  /// The value part of every number type over `Float`.
  public func values(at x: [Float]) -> [(type: String, value: Float)] {
    [
      ("Dual<Float>", self(x.map { Dual($0, tangent: 1.5) }).value),
      ("Dual<Dual<Float>>", self(x.map { Dual(Dual($0, tangent: 1), tangent: 1) }).value.value),
      ("Adjoint<Float>", valueWithGradient(at: x) { self($0) }.value),
    ]
  }
}
