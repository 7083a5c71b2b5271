import Derivatives
import TestSupport
import Testing

@testable import gradbench

/// Objectives and derivatives of the problems of ADBench: against the formula written once more, against the other mode, against differences.
struct LargeProblemTests {
  private func expectClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-12, _ comment: String) {
    let deviation = Deviation(a, b, scale: max(1, largest(b)))
    #expect(deviation.size <= tolerance, "\(comment): \(deviation)")
  }

  // MARK: Gaussian mixture

  /// The objective as its definition reads, on α, μ, q, l one after the other, without logSumExp, blocks and rows.
  private func mixture<S: Scalar>(_ x: [S], d: Int, k: Int, points: [Double], gamma: Double, m: Int) -> S {
    var total: S = 0
    let n = points.count / d
    let below = d * (d - 1) / 2
    var matrices: [[[S]]] = []
    for c in 0..<k {
      var q = [[S]](repeating: [S](repeating: 0, count: d), count: d)
      for i in 0..<d { q[i][i] = exp(x[k + k * d + c * d + i]) }
      var next = k + 2 * k * d + c * below
      for column in 0..<d {
        for row in column + 1..<max(d, column + 1) {
          q[row][column] = x[next]
          next += 1
        }
      }
      matrices.append(q)
    }
    var weights: S = 0
    for c in 0..<k { weights += exp(x[c]) }
    for i in 0..<n {
      var density: S = 0
      for c in 0..<k {
        var square: S = 0
        var determinant: S = 1
        for row in 0..<d {
          var entry: S = 0
          for column in 0..<d {
            let difference = S(points[i * d + column]) - x[k + c * d + column]
            entry += matrices[c][row][column] * difference
          }
          square += entry * entry
          determinant *= matrices[c][row][row]
        }
        let two: S = 2
        density += exp(x[c]) / weights * (determinant * exp(-(square / two)))
      }
      total += log(density) - S(Double(d) / 2 * log(2 * Double.pi))
    }
    let nu = Double(d + m + 1)
    for c in 0..<k {
      var square: S = 0
      var logDeterminant: S = 0
      for row in 0..<d {
        logDeterminant += log(matrices[c][row][row])
        for column in 0..<d { square += gradbench.square(matrices[c][row][column]) }
      }
      var logGamma = Double(d * (d - 1)) / 4 * log(Double.pi)
      for j in 1...d { logGamma += Derivatives.logGamma((nu + 1 - Double(j)) / 2) }
      total += S(Double(m)) * logDeterminant
      total -= S(gamma * gamma / 2) * square
      let constant: Double = nu * Double(d) * (log(gamma) - log(2.0) / 2) - logGamma
      total += S(constant)
    }
    return total
  }

  @Test(arguments: [(1, 2, 5), (2, 3, 4), (4, 2, 70), (5, 1, 3)]) func mixtureIsItsDefinition(_ sizes: (d: Int, k: Int, n: Int)) {
    let (d, k, n) = sizes
    var generator = SeededGenerator(seed: UInt64(100 * d + k))
    let points = generator.uniforms(n * d)
    let l = (0..<k).map { _ in generator.uniforms(d * (d - 1) / 2) }
    let parameters = MixtureParameters(alpha: generator.uniforms(k), mu: generator.uniforms(k * d), q: generator.uniforms(k * d), l: l)
    let (gamma, m) = (1.3, 2)
    let x = parameters.alpha + parameters.mu + parameters.q + l.flatMap { $0 }
    let problem = GaussianMixture(
      dimension: d, points: points, components: parameters.components, wishart: Wishart(gamma: gamma, m: m, sign: 1, pi: .pi))
    expectClose([problem.value()], [mixture(x, d: d, k: k, points: points, gamma: gamma, m: m)], "\(generator)")
    let expected = jacobianByColumns(at: x) { [self.mixture($0, d: d, k: k, points: points, gamma: gamma, m: m)] }.entries
    for threads in [1, 2] {
      let gradient = MixtureParameters(components: problem.gradient(threads: threads), dimension: d)
      let flat = gradient.alpha + gradient.mu + gradient.q + gradient.l.flatMap { $0 }
      expectClose(flat, expected, "\(threads) threads, \(generator)")
    }
    #expect(abs(problem.value(threads: 2) - problem.value()) <= 1e-12 * abs(problem.value()))
  }

  // MARK: Bundle adjustment

  private func bundle(_ generator: inout SeededGenerator, rotation: Double) -> BundleAdjustment {
    var cameras: [Double] = []
    for _ in 0..<2 {
      cameras += generator.uniforms(3).map { rotation * $0 }
      cameras += generator.uniforms(3) + [1.5]
      cameras += generator.uniforms(4, -0.1, 0.1)
    }
    let points = (0..<3).flatMap { _ in generator.uniforms(2) + [generator.uniform(4, 6)] }
    return BundleAdjustment(
      cameras: cameras, points: points, weights: generator.uniforms(5), features: generator.uniforms(10),
      observations: [(0, 2), (1, 1), (0, 0), (1, 2), (0, 1)])
  }

  /// Forward mode against reverse mode, with and without a rotation, and the sparse places against differences of all residuals.
  @Test(arguments: [0.0, 0.8]) func bundleJacobianIsTheDerivativeOfTheResiduals(_ rotation: Double) {
    var generator = SeededGenerator(seed: 7)
    let problem = bundle(&generator, rotation: rotation)
    let jacobian = problem.jacobian()
    #expect(problem.jacobian(threads: 2).values == jacobian.values)
    #expect(jacobian.rowOffsets == [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 151, 152, 153, 154, 155])
    let n = 22 + 9 + 5
    var dense = Matrix(rowCount: 15, columnCount: n)
    for row in 0..<15 {
      for place in Int(jacobian.rowOffsets[row])..<Int(jacobian.rowOffsets[row + 1]) {
        dense[row, Int(jacobian.columns[place])] = jacobian.values[place]
      }
    }
    let numbers = problem.cameras + problem.points + problem.weights
    for j in 0..<n where rotation != 0 || j % 11 > 2 || j >= 22 {
      let column = numericalDerivatives(at: numbers[j]) { x in
        var moved = numbers
        moved[j] = x
        var problem = problem
        problem.cameras = Array(moved[..<22])
        problem.points = Array(moved[22..<31])
        problem.weights = Array(moved[31...])
        return problem.residuals()
      }
      expectClose(dense.column(j), column.map(\.value), within: 1e-8, "column \(j), \(generator)")
    }
    for i in 0..<5 {
      let (camera, point) = problem.observations[i]
      var x = Array(problem.cameras[11 * camera..<11 * camera + 11])
      x += problem.points[3 * point..<3 * point + 3]
      x.append(problem.weights[i])
      let rows = RowsWorkspace(inputCount: 15, outputCount: 2)
      var block = Matrix(rowCount: 2, columnCount: 15)
      let feature = (problem.features[2 * i], problem.features[2 * i + 1])
      rows.jacobian(at: x, into: &block) { BundleAdjustment.reprojectionError($0, feature: feature, &$1) }
      expectClose(Array(jacobian.values[30 * i..<30 * i + 30]), block.entries, "observation \(i), \(generator)")
    }
  }

  @Test func repeatedObservationsTakeCamerasAndPointsInTurn() {
    let problem = BundleAdjustment.repeated(
      cameraCount: 2, pointCount: 3, observationCount: 5, camera: [Double](repeating: 1, count: 11), point: [1, 2, 9], weight: 0.5,
      feature: [1, 2])
    #expect(problem.observations.map(\.camera) == [0, 1, 0, 1, 0])
    #expect(problem.observations.map(\.point) == [0, 1, 2, 0, 1])
    #expect(problem.residuals().count == 15 && problem.residuals()[10...].allSatisfy { $0 == 0.75 })
  }

  // MARK: Long short-term memory

  @Test func memoryOfOneLayerAndOneNumberIsItsDefinition() {
    let p = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1]
    let problem = LongShortTermMemory(layerCount: 1, width: 1, state: [0.25, -0.5], sequence: [1, 1, 0])
    var (hidden, cell, total) = (0.25, -0.5, 0.0)
    for (now, next) in [(1.0, 1.0), (1, 0)] {
      let x = now * p[8]
      let old = hidden
      cell = cell * sigmoid(x * p[0] + p[4]) + sigmoid(old * p[1] + p[5]) * tanh(old * p[3] + p[7])
      hidden = sigmoid(x * p[2] + p[6]) * tanh(cell)
      let y = hidden * p[9] + p[10]
      total += next * (y - log(2 + exp(y)))
    }
    expectClose([problem(p)], [-total / 2], "one layer, one number")
  }

  /// Sweeps of steps against one recording of everything and against forward mode. 30 numbers a layer and 100 characters make two steps.
  @Test func memoryBySweepsOfStepsIsOneSweep() {
    var generator = SeededGenerator(seed: 8)
    let (layers, width) = (2, 30)
    let problem = LongShortTermMemory(
      layerCount: layers, width: width, state: generator.uniforms(2 * layers * width), sequence: generator.uniforms(100 * width, 0, 1))
    #expect(problem.stepCount > 1)
    let x = generator.uniforms((8 * layers + 3) * width)
    let v = generator.uniforms(x.count)
    let gradient = problem.gradient(at: x)
    func loss<S: Scalar>(_ x: [S]) -> S {
      var state = problem.state.map { S($0) }
      var loss: S = 0
      for t in 0..<problem.stepCount {
        let next = problem.step(t, x[...], state[...])
        state = next.state
        loss += next.loss
      }
      return loss
    }
    expectClose(gradient, Derivatives.gradient(at: x) { loss($0) }, "\(generator)")
    expectClose([dot(gradient, v)], pushforward(at: x, along: v) { [loss($0)] }, "\(generator)")
  }

  // MARK: Hand tracking

  /// 22 bones, each a shift from its parent, and a skin that follows them rigidly.
  private func hand(_ generator: inout SeededGenerator, isMirrored: Bool) -> HandModel {
    var shifts: [[Double]] = []
    var bones: [HandModel.Bone] = []
    func translation(_ t: [Double]) -> [Double] { [1, 0, 0, t[0], 0, 1, 0, t[1], 0, 0, 1, t[2], 0, 0, 0, 1] }
    for b in 0..<22 {
      let parent = b == 0 ? nil : (b - 1) % 4 == 0 ? 0 : b - 1
      let shift = generator.uniforms(3)
      var absolute = shift
      if let parent { add(shifts[parent], to: &absolute) }
      shifts.append(absolute)
      bones.append(
        HandModel.Bone(parent: parent, baseRelative: translation(shift), inverseBaseAbsolute: translation(shifts[b].map { -$0 })))
    }
    let weights = (0..<8).map { j in [(bone: j, weight: 0.25), (bone: 21 - j, weight: 0.75), (bone: 10, weight: 0)] }
    return HandModel(
      bones: bones, positions: (0..<8).map { _ in generator.uniforms(3) + [1] }, weights: weights, triangles: [(0, 1, 2), (3, 7, 5)],
      isMirrored: isMirrored)
  }

  @Test func anUnposedHandIsTheBaseHand() {
    var generator = SeededGenerator(seed: 9)
    let model = hand(&generator, isMirrored: false)
    #expect(model.influences.count == 16)  // zero weights are left out
    let theta = [0, 0, 0, 1, 2, 3] + [Double](repeating: 0, count: 20)
    let base = (0..<8).flatMap { j -> [Double] in
      let parts = model.influences[model.starts[j]..<model.starts[j + 1]].map(\.coordinates)
      return [1 + sum(parts.map(\.0)), 2 + sum(parts.map(\.1)), 3 + sum(parts.map(\.2))]
    }
    expectClose(model.vertices(theta), base, "\(generator)")
  }

  /// A quarter turn of the first finger's second bone about x, by hand.
  @Test func aBoneTurnsWhatHangsOnIt() {
    let identity: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    let bones = (0..<22).map { HandModel.Bone(parent: $0 == 0 ? nil : $0 - 1, baseRelative: identity, inverseBaseAbsolute: identity) }
    let model = HandModel(
      bones: bones, positions: [[1, 2, 3, 1], [1, 2, 3, 1]], weights: [[(bone: 1, weight: 1)], [(bone: 4, weight: 1)]], triangles: [],
      isMirrored: true)
    var theta = [Double](repeating: 0, count: 26)
    theta[6] = .pi / 2  // (x, y, z) → (x, −z, y), then mirrored
    expectClose(model.vertices(theta), [-1, 2, 3, -1, -3, 2], "about x")
    theta[6] = 0
    theta[7] = .pi / 2  // about z: (x, y, z) → (−y, x, z)
    expectClose(model.vertices(theta), [-1, 2, 3, 2, 1, 3], "about z")
    theta = [0, 0, .pi / 2] + [Double](repeating: 0, count: 23)  // the whole hand about z
    expectClose(model.vertices(theta), [-2, -1, 3, -2, -1, 3], "globally about z")
  }

  /// (f(x + h) − f(x − h))/2h, entry by entry: of two evaluations, for the hand takes long without optimisation.
  private func differences(at x: Double, of f: (Double) -> [Double]) -> [Double] {
    let h = 1e-5
    let (left, right) = (f(x - h), f(x + h))
    return left.indices.map { (right[$0] - left[$0]) / (2 * h) }
  }

  @Test(arguments: [true, false]) func handJacobianIsTheDerivativeOfTheResiduals(_ isMirrored: Bool) {
    var generator = SeededGenerator(seed: 10)
    let model = hand(&generator, isMirrored: isMirrored)
    let theta = generator.uniforms(26)
    let points = generator.uniforms(9)
    let places = generator.uniforms(6, 0, 1)
    for places in [[], places] {
      let targets = places.isEmpty ? [7, 0, 3] : [1, 0, 1]
      let problem = HandTracking(model: model, theta: theta, correspondences: targets, points: points, places: places)
      let jacobian = problem.jacobian()
      let shifts = places.isEmpty ? 0 : 2
      #expect(jacobian.columnCount == 26 + shifts)
      for j in 0..<26 {
        let column = differences(at: theta[j]) { x in
          var moved = theta
          moved[j] = x
          return HandTracking(model: model, theta: moved, correspondences: targets, points: points, places: places).residuals()
        }
        expectClose(jacobian.column(shifts + j), column, within: 1e-8, "θ\(j), \(generator)")
      }
      for place in places.indices {  // its own rows of the packed column; no others depend on it
        let column = differences(at: places[place]) { x in
          var moved = places
          moved[place] = x
          return HandTracking(model: model, theta: theta, correspondences: targets, points: points, places: moved).residuals()
        }
        let i = place / 2
        for row in 0..<9 {
          let expected = row / 3 == i ? jacobian[row, place % 2] : 0
          #expect(abs(column[row] - expected) < 1e-8, "row \(row), place \(place), \(generator)")
        }
      }
    }
  }
}
