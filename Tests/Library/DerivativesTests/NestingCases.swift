import Derivatives

// The programs of `nesting_and_pathologies`: perturbation confusion, nested derivatives, branches, zeros and infinities, as published in the
// literature, in test suites and in issue trackers. Each case is written here as a user of the library would write it.

/// A short name: d(f, a) is f′(a), at any level of nesting.
func d<S: Scalar>(_ a: S, _ f: (Dual<S>) -> Dual<S>) -> S { derivative(at: a, of: f) }
func c<S: Scalar>(_ x: S) -> Dual<S> { Dual(constant: x) }
func c<S: Scalar & BitwiseCopyable>(_ x: S) -> Adjoint<S> { Adjoint(constant: x) }
typealias R = Adjoint<Double>
typealias F1 = Dual<Double>

let nestingCases: [String: @Sendable () -> [Double]] = [
  "pc01": { [d(1.0) { x in x * d(1) { y in c(x) + y } }] },
  "pc02": { [d(1.0) { x in x * d(2) { y in c(x) * y } }] },
  "pc03": { [d(4.0) { x in x * d(1) { y in c(x) * y } }] },
  "pc04": { gradient(at: [1.0]) { v in sum(v) * d(1) { y in y * c(norm(v)) } } },
  "pc05": { [d(0.0) { x in x * d(0) { _ in c(x) } }] },
  "pc06": { [d(1.0) { x in d(x) { _ in c(x) } }] },
  "pc07": { [d(5.0) { x in d(1) { y in c(x) * y } }] },
  "pc08": { [d(5.0) { x in x * d(x) { y in c(x) + y } }] },
  "pc10": { [d(5.0) { b in d(F1(1.0)) { x in (x - c(b)) * (x - c(b)) } }] },
  "pc11": { [d(1.0) { x in x * d(x) { y in y * y } }] },
  "pc12": { gradient(at: [3.0]) { p in d(2) { x in c(p[0]) * x * x } } },
  "pc15": {
    jacobianByRows(at: [2, 3]) { u in
      gradient(at: [R(4.0)]) { p in c(u[0] * u[0] * u[1] * u[1]) * p[0] * p[0] }
    }.entries
  },
  "pc16": {
    jacobianByRows(at: [1, 2]) { q in gradient(at: [R(3.0), R(4.0)]) { v in lagrangian(q.map { c($0) }, v) } }.entries
  },
  "pc17": { gradient(at: [1.0, 2.0]) { q in hamiltonian(q) } },
  "pc20": {
    gradient(at: [1.0, 2.0]) { v in d(v[0], waves) * waves(v[1]) }
  },
  "pc22": {
    let a: [[Double]] = [[1, 2], [3, 4], [5, 6]]
    return jacobianByRows(at: [0.5, -0.5]) { x in
      gradient(at: [R(0.1), R(0.2), R(0.3)]) { y in
        let ax = a.map { row in c(row[0] * x[0] + row[1] * x[1]) as Adjoint<R> }
        return dot(y, ax)
      }
    }.entries
  },
  "pc23": {
    func one<S: Scalar>(_ x: S) -> S { d(3) { y in c(x) + y } }
    return [d(7.0) { one($0) }, d(7.0) { $0 * one($0) }, d(7.0) { $0 * one(2 * $0) }]
  },
  "ho01": { [d(3.0) { u in exp(5 + u) }] },
  "ho02": { [d(3.0) { u in d(F1(3.0)) { w in exp(5 + c(u) + w) } }] },
  "hd01": {
    return [d(4.0) { a in d(a) { b in d(b) { c in d(c) { e in d(e) { f in d(f) { 1 / $0 } } } } } }]
  },
  "hd02": {
    func cube<S: Scalar>(_ x: S) -> S { x * x * x }
    return [
      cube(1.0), d(1.0) { cube($0) }, d(1.0) { d($0) { cube($0) } }, d(1.0) { d($0) { d($0) { cube($0) } } },
      d(1.0) { d($0) { d($0) { d($0) { cube($0) } } } },
    ]
  },
  "hd03": { [d(1.0) { d($0) { d($0) { pow($0, 5) } } }] },
  "hd04": {
    func power<S: Scalar>(_ x: S) -> S {
      let one: S = 1.0
      return pow(x, one)
    }
    return [
      power(1.0), d(1.0) { power($0) }, d(1.0) { d($0) { power($0) } }, d(1.0) { d($0) { d($0) { power($0) } } },
      d(1.0) { d($0) { d($0) { d($0) { power($0) } } } }, d(1.0) { d($0) { d($0) { d($0) { d($0) { power($0) } } } } },
    ]
  },
  "hd07": {
    [d(23.0) { x in d(F1(0.0)) { y in pow(c(x), y) } }, d(0.0) { y in d(F1(23.0)) { x in pow(x, c(y)) } }]
  },
  "hd08": { [d(1e-300) { d($0) { tanh($0) } }] },
  "hd11": {
    [
      d(0.5) { tanh($0) }, d(0.5) { d($0) { tanh($0) } }, d(0.5) { d($0) { d($0) { tanh($0) } } },
      d(0.5) { d($0) { d($0) { d($0) { tanh($0) } } } }, d(0.5) { d($0) { d($0) { d($0) { d($0) { tanh($0) } } } } },
      d(0.5) { d($0) { d($0) { d($0) { d($0) { d($0) { tanh($0) } } } } } },
    ]
  },
  "hd13": { thirdDerivatives(at: [0.1, 0.2, 0.3]) },
  "hd15": {
    let x = [0.1, 0.5, 0.9, 1.2, 0.3]
    let f = Mixture()
    return [f(x)] + gradient(at: x) { f($0) } + hessian(at: x, of: f).entries
  },
  "br05": {
    gradient(at: [1, 0, 0, 0, 2, 0, 0, Double.pi, 3]) { a in
      let first = a[0] * (a[4] * a[8] - a[5] * a[7])
      let second = a[1] * (a[3] * a[8] - a[5] * a[6])
      let third = a[2] * (a[3] * a[7] - a[4] * a[6])
      return first - second + third
    }
  },
  "br07": {
    hessian(at: [0, 0, 0]) { x in
      let h: [[Double]] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
      return dot(x, h.map { row in row[0] * x[0] + row[1] * x[1] + row[2] * x[2] })
    }.entries
  },
  "br11": { [d(0.0) { d($0) { cos($0) } }, d(0.0) { d($0) { sin($0) } }] },  // exp(ix) = cos x + i sin x
  "br13": { hessian(at: [0]) { x in abs(x[0]) * abs(x[0]) }.entries },
  "br15": {
    gradient(at: [0.3, 25.0]) { p in
      var total: R = 0
      var k = 0.0
      while k * p[0] <= p[1] {
        total += k * p[0]
        k += 1
      }
      return total
    }
  },
  "nz01": {
    func f<S: Scalar>(_ x: S) -> S {
      let root = sqrt(x)
      return x < 1 ? x : root
    }
    return [d(0.0) { f($0) }]
  },
  "nz02": {
    [
      d(1.0) { x in
        let other = x * Double.infinity
        return x > 0 ? 0 : other
      }
    ]
  },
  "nz03": {
    gradient(at: [1.0, 2, 3, 4, 0, 0]) { x in
      var total: R = 0
      for r in 0..<3 {
        let n = sqrt(x[2 * r] * x[2 * r] + x[2 * r + 1] * x[2 * r + 1])
        total += n > 0.5 ? n : 1
      }
      return total
    }
  },
  "nz06": { gradient(at: [1.0, -1000.0]) { a in a[0] * exp(-a[1]) } },
  "nz08": {
    [
      d(0.0) { pow($0, 2) }, d(0.0) { d($0) { pow($0, 2) } }, d(0.0) { d($0) { d($0) { pow($0, 2) } } },
      d(0.0) { d($0) { d($0) { d($0) { pow($0, 2) } } } },
    ]
  },
  "nz09": {
    [
      d(0.0) { pow($0, 0) }, d(0.0) { d($0) { pow($0, 1) } }, d(0.0) { d($0) { d($0) { pow($0, 2) } } },
      d(0.0) { d($0) { d($0) { d($0) { pow($0, 3) } } } }, d(0.0) { d($0) { d($0) { d($0) { d($0) { pow($0, 4) } } } } },
    ]
  },
  "nz11": { [d(0.0) { pow($0, 1.875) }] },
  "nz14": { [d(0.0) { pow($0, 2) }] },
  "nz15": { [d(0.0) { x in max(x, 0) + log(onePlus: exp(-abs(x))) }] },
  "nz17": { [d(0.0) { x in max(x, 0) + min(x, 0) }] },
  "nz18": { [20.0, 50, 100, 1000].map { d($0) { softplus($0) } } },
  "nz20": {
    [
      sinc(0.0), d(0.0) { sinc($0) }, d(0.0) { d($0) { sinc($0) } }, d(0.0) { d($0) { d($0) { sinc($0) } } },
      d(0.0) { d($0) { d($0) { d($0) { sinc($0) } } } },
    ]
  },
  "ut01": { stride(from: -2.0, through: 2, by: 0.5).map { d($0) { x in 12 + 7 * x + 5 * x * x + 2 * x * x * x } } },
  "ut02": { [-1.0, 0, 0.25, 1, 4].map { d($0) { sqrt($0) } } },
  "ut04": { [d(0.0) { exp($0) }, d(1.0) { exp($0) }, d(0.0) { log($0) }, d(1.0) { log($0) }] },
  "ut05": {
    gradient(at: [1.0, 2, 3]) { $0[0] * $0[1] + $0[2] } + gradient(at: [2.0, 8]) { sqrt($0[0] * $0[1]) }
      + jacobianByColumns(at: [2, 1]) { [$0[1], $0[0], $0[0] * $0[1]] }.entries
  },
  "ut06": {
    hessian(at: [1, 2]) { pow($0[0], $0[1]) }.entries + hessian(at: [1, 2]) { $0[0] * $0[1] }.entries
      + hessian(at: [1, 2]) { $0[0] + $0[1] }.entries
  },
  "ut10": {
    [-1e-15, -1e-20, 0.0, 1e-20, 1e-15, 1.0].flatMap { x in [x, log(onePlus: x), d(x) { log(onePlus: $0) }] }
  },
  "ut12": { [-100.0, -1, 0, 1, 100, 1000].flatMap { x in [x, softplus(x), d(x) { softplus($0) }] } },
  "ut16": { [d(0.0) { x in multiplyAdd(x, 1, multiplyAdd(x, 1, x)) }] },
  "ut18": { [d(0.5) { d($0) { sin($0) } }, d(1.0) { d($0) { d($0) { sin($0) } } }] },
  "ut20": { gradient(at: [5.0]) { $0[0] * $0[0] } },
  "no01": { saddle() },
]

/// Cases whose answer is a choice: ours, and the reason. `Docs/Edges.md` has the whole table.
let conventionCases: [String: (ours: [Double], reason: String, program: @Sendable () -> [Double])] = [
  "br01": ([0], "a program is differentiated along the path it takes", { [d(1.0) { x in x == 1 ? 1 : x * x }] }),
  "br02": (
    [0, 2, 0], "a program is differentiated along the path it takes",
    {
      gradient(at: [2.0, 0, 3]) { xs in
        var p: R = 1
        for x in xs {
          p *= x
          if p == 0 { break }
        }
        return p
      }
    }
  ),
  "br10": ([0], "a program is differentiated along the path it takes", { [d(0.0) { x in x == 0 ? 0 : x }] }),
  "br12": ([2], "abs′(0) = −1, the derivative from the left", { hessian(at: [0]) { x in abs(-(x[0] * x[0])) }.entries }),
  "nz05": ([0], "along a direction in which the argument does not change, the root does not either", { [d(0.0) { sqrt($0 * $0) }] }),
  "nz10": ([-.infinity, -.infinity, 0, 0], "0ʸ log 0, and its limit 0 for y > 0", { [-0.5, 0, 0.5, 1.5].map { d($0) { pow(0, $0) } } }),
  "ut03": (
    [-1, -1, 1], "abs′(0) = −1, the derivative from the left, so that |x|² has the derivatives of x²",
    { [-1.0, 0, 1].map { d($0) { abs($0) } } }
  ),
  "ut08": (
    [0, 0, 0, .infinity, .infinity, 0, 0.5, 0.5], "along a direction in which xy does not change, √(xy) does not either",
    { [[0.0, 0], [1, 0], [0, 1], [1, 1]].flatMap { gradient(at: $0) { sqrt($0[0] * $0[1]) } } }
  ),
]
