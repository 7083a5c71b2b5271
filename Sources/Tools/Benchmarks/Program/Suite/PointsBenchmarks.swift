import Derivatives

/// One function at 64 points: eight points in an evaluation, against one point after the other. Times are those of all points.
let pointsBenchmarks: [Benchmark] = [
  Benchmark("bundle adjustment at 64 points") { measurePoints(of: BundleAdjustment(), variables: 0..<15, $0) },
  Benchmark("bundle adjustment at 64 points, by the object's place") { measurePoints(of: BundleAdjustment(), variables: 12..<15, $0) },
  Benchmark("Runge–Kutta at 64 points") { measurePoints(of: PredatorAndPrey(), variables: 0..<6, $0) },
]

/// A kernel that takes and gives arrays.
private struct OnArrays<K: JacobianKernel>: VectorFunction {
  let kernel: K
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { kernel.values(x) }
}

private func measurePoints<K: JacobianKernel>(of kernel: K, variables: Range<Int>, _ rounds: Rounds) {
  let f = OnArrays(kernel: kernel)
  var points = Matrix((0..<64).map { p in kernel.point.map { $0 * (1 + 0.001 * Double(p)) } })
  var rows = points.rows
  rounds.run {
    rounds.time(Name.plain) {
      for p in rows.indices {
        touch(&rows[p])
        use(f(rows[p])[0])
      }
    }
    rounds.time("values, eight at once") {
      touch(&points.entries)
      use(values(at: points, of: f).entries[0])
    }
    rounds.time("Jacobians, as the plan says") {
      touch(&points.entries)
      use(valuesWithJacobians(at: points, variables: variables, of: f).jacobians.entries[0])
    }
    rounds.time("Jacobians one by one, all inputs") {
      for p in rows.indices {
        touch(&rows[p])
        use(jacobianByColumns(at: rows[p]) { f($0) }.entries[0])
      }
    }
  }
}
