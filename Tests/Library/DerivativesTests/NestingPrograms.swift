import Derivatives

// The longer programs of the published cases.

func waves<S: Scalar>(_ x: S) -> S { sin(x) / 3 * cos(x) / 2 }

func lagrangian<S: Scalar>(_ q: [S], _ v: [S]) -> S {
  let half: S = 0.5
  let g: S = 9.8
  return half * (v[0] * v[0] + v[1] * v[1]) - g * q[1]
}

/// The Legendre transform of the Lagrangian at p = (5, 6), with derivatives in v inside and in q outside.
func hamiltonian(_ q: [R]) -> R {
  let zero: [Dual<R>] = [0, 0]
  func slope(_ j: Int, _ v: [Dual<R>]) -> Dual<R> {
    d(v[j]) { w in
      var u = v.map { c($0) as Dual<Dual<R>> }
      u[j] = w
      return lagrangian(q.map { c(c($0)) }, u)
    }
  }
  // M = ∂²L/∂v², b = ∂L/∂v at v = 0
  let b = (0..<2).map { j in slope(j, zero).value }
  let m = (0..<2).map { i in
    (0..<2).map { j in
      var v = zero
      v[j] = Dual(0, tangent: 1)
      return slope(i, v).tangent
    }
  }
  let p: [R] = [5, 6]
  let r = [p[0] - b[0], p[1] - b[1]]
  let determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0]
  let w = [(m[1][1] * r[0] - m[0][1] * r[1]) / determinant, (m[0][0] * r[1] - m[1][0] * r[0]) / determinant]
  return dot(w, p) - lagrangian(q, w)
}

func thirdDerivatives(at x: [Double]) -> [Double] {
  typealias H = Dual<Dual<Dual<Double>>>
  func rosenbrock(_ x: [H]) -> H {
    var total: H = 0
    for i in 0..<x.count - 1 {
      let u = 1 - x[i]
      let v = x[i + 1] - x[i] * x[i]
      total += u * u + 100 * v * v
    }
    return total
  }
  var result: [Double] = []
  for i in x.indices {
    for j in x.indices {
      for k in x.indices {
        func one(_ a: Int, _ b: Int) -> Double { a == b ? 1 : 0 }
        let point = x.indices.map { l in
          H(
            Dual(Dual(x[l], tangent: one(l, i)), tangent: Dual(one(l, j), tangent: 0)),
            tangent: Dual(Dual(one(l, k), tangent: 0), tangent: 0))
        }
        result.append(rosenbrock(point).tangent.tangent.tangent)
      }
    }
  }
  return result
}

struct Mixture: ScalarFunction {
  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    var product: S = 1
    for t in x { product *= tan(t) }
    return sum(x.map { sin($0) }) + product * sum(x.map { sqrt($0) })
  }
}

/// sin(x)/x; near 0, where the quotient is 0/0, by its series.
func sinc<S: Scalar>(_ x: S) -> S {
  guard abs(x) < 0.1 else { return sin(x) / x }
  var term: S = 1
  var total: S = 1
  for k in 1...8 {
    term = -term * x * x / S(Double(2 * k * (2 * k + 1)))
    total += term
  }
  return total
}

/// Minimises in x the maximum in y of (x₁² + x₂²) − (y₁² + y₂²), the outer gradient going through the inner optimiser.
func saddle() -> [Double] {
  func f<S: Scalar>(_ x: [S], _ y: [S]) -> S { (x[0] * x[0] + x[1] * x[1]) - (y[0] * y[0] + y[1] * y[1]) }
  func descent<S: Scalar>(_ start: [S], _ f: ([S]) -> S, _ slope: ([S]) -> [S]) -> [S] {
    var x = start
    var fx = f(x)
    var g = slope(x)
    var steps = 0
    var eta: S = 1e-5
    while true {
      if norm(g) <= 1e-5 { return x }
      if steps == 10 {
        eta *= 2
        steps = 0
        continue
      }
      let next = zip(x, g).map { $0 - eta * $1 }
      if norm(zip(x, next).map { $0 - $1 }) <= 1e-5 { return x }
      let value = f(next)
      if value < fx {
        x = next
        fx = value
        g = slope(x)
        steps += 1
      } else {
        eta /= 2
        steps = 0
      }
    }
  }
  func worst<S: Scalar & BitwiseCopyable>(_ x: [S]) -> [S] {
    let start: [S] = [1, 1]
    return descent(start, { y in -f(x, y) }, { y in gradient(at: y) { y in -f(x.map { c($0) }, y) } })
  }
  let x = descent([1.0, 1.0], { x in f(x, worst(x)) }, { x in gradient(at: x) { x in f(x, worst(x)) } })
  return x + worst(x)
}
