import Derivatives

/// What `Elementary` leaves out: arithmetic, and functions from arrays to arrays, each as one number.
enum ArrayFormula: String, CaseIterable, ScalarFunction {
  case sumOfProducts, quotient, reciprocal, polynomial
  case matrixProduct, matrixVectorProduct, outerProduct, hadamardProduct, softmaxOfFour

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    switch self {
    case .sumOfProducts: x[0] * x[1] - x[2] * x[3] + 2 * x[0] - x[1]
    case .quotient: (x[0] + x[1]) / (x[2] - x[3])
    case .reciprocal: 1 / x[0] - x[1] / 3
    case .polynomial: Derivatives.polynomial(Array(x[1...]), at: x[0])
    case .matrixProduct: dot(Derivatives.matrixProduct(x, x, inner: 2), x)
    case .matrixVectorProduct: norm(Derivatives.matrixVectorProduct(x, [x[3], x[0]], adding: [x[1], x[2]]))
    case .outerProduct: logSumExp(Derivatives.outerProduct([x[0], x[1]], [x[2], x[3]]))
    case .hadamardProduct: sum(Derivatives.hadamardProduct(x, [x[1], x[2], x[3], x[0]]))
    case .softmaxOfFour: dot(softmax(x), x)
    }
  }
}

/// Sixty steps of two coupled oscillators: some 1 000 operations, so that a tape of 128 grows three times.
struct Oscillators: ScalarFunction {
  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var (p, q, u, v) = (x[0], x[1], x[2], x[3])
    for _ in 0..<60 {
      let pull = x[4] * sin(p - q)
      u = u - 0.05 * (p + pull)
      v = v - 0.05 * (q - pull) * exp(-0.1 * v * v)
      p = p + 0.05 * u * x[5]
      q = q + 0.05 * v
    }
    return p * p + q * q + hypot(u, v)
  }
}

/// A function of numbers as one of arrays.
struct Single<F: ScalarFunction>: VectorFunction {
  let function: F
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [function(x)] }
}
