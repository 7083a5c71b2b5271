import Derivatives

func polar<T: Scalar>(_ p: [T]) -> [T] { [hypot(p[0], p[1]), atan2(p[1], p[0])] }
print(jacobianByColumns(at: [3, 4], of: polar))
print(jacobianByRows(at: [3, 4], of: polar))
struct Polar: VectorFunction { func callAsFunction<S: Scalar>(_ p: [S]) -> [S] { polar(p) } }
print(valueWithJacobian(at: [3, 4], of: Polar()))
print(derivative(at: 1.0) { x in x * derivative(at: 1) { y in Dual(constant: x) + y } })
print(hessian(at: [1, 2]) { x in x[0] * x[0] * x[1] })
print(gradient(at: [1, 2, 3]) { x in x[0] * x[1] * x[2] })
let tape = Tape<Double>()
let x = tape.record([1, 2])
let u = tape.unit(x[0] * x[1])
let y = u + exp(u) - sin(x[1])
let adjoints = tape.adjoints(of: y)
print(adjoints[u], adjoints[x[1]])
print(gradient(at: [0, 0]) { x in sqrt(x[0] * x[1]) }, gradient(at: [1, 0]) { x in sqrt(x[0] * x[1]) })
print(gradient(at: [1, -1000]) { x in x[0] * exp(-x[1]) }, pushforward(at: [1, -1000], along: [0, 1]) { x in x[0] * exp(-x[1]) })
print(gradient(at: [1, 2, 3]) { x in dot(x, x) + sum(x) + norm(x) + logSumExp(x) })
print(jacobianByColumns(at: [1, 2, 3]) { x in [dot(x, x) + sum(x) + norm(x) + logSumExp(x)] })
print(Dual(3.0, tangent: 1), Dual(Dual(3.0, tangent: 1), tangent: 1))
let (value, pullback) = valueWithPullback(at: [3, 4]) { p in [p[0] * p[1], p[0] / p[1]] }
print(value, pullback([1, 0]), pullback([0, 1]))
