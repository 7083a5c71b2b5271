import Derivatives
import Foundation

// How the files of the four problems are read, and what the reference holds of them.

extension Instance {
  static func gaussianMixture(_ folder: URL, _ name: String) throws(InputError) -> Instance {
    var text = try text(folder, name)
    let expected = try expected(folder, name)
    let (d, k, n) = (try text.integer(), try text.integer(), try text.integer())
    let alpha = try text.take(k)
    let mu = try text.take(k * d)
    var parameters = MixtureParameters(alpha: alpha, mu: mu, q: [], l: [])
    for _ in 0..<k {
      parameters.q += try text.take(d)
      parameters.l.append(try text.take(d * (d - 1) / 2))
    }
    let isReplicated = try expected.member("replicated_point").bool()
    let point = try text.take(isReplicated ? d : n * d)
    let points = isReplicated ? (0..<n).flatMap { _ in point } : point
    let gamma = try text.number()
    let problem = GaussianMixture(
      dimension: d, points: points, components: parameters.components,
      wishart: Wishart(gamma: gamma, m: try text.integer(), sign: -1, pi: 3.14159265359))
    let (value, gradient) = (try expected.member("objective").number(), try expected.member("gradient").numbers())
    return Instance(
      "gmm " + name, tolerance: isReplicated ? 1e-9 : 1e-11, value: { problem.value() }, derivative: { problem.gradient() },
      expectations: { [([$0], [value]), (MixtureParameters(components: $1, dimension: d).packed, gradient)] })
  }

  static func bundleAdjustment(_ folder: URL, _ name: String) throws(InputError) -> Instance {
    var text = try text(folder, name)
    let expected = try expected(folder, name)
    let (n, m, p) = (try text.integer(), try text.integer(), try text.integer())
    let problem: BundleAdjustment
    if text.count == 20 {
      problem = .repeated(
        cameraCount: n, pointCount: m, observationCount: p, camera: try text.take(11), point: try text.take(3), weight: try text.number(),
        feature: try text.take(2))
    } else {
      let (cameras, points, weights) = (try text.take(11 * n), try text.take(3 * m), try text.take(p))
      var observations: [(camera: Int, point: Int)] = []
      var features: [Double] = []
      for _ in 0..<p {
        observations.append((try text.integer(), try text.integer()))
        features += try text.take(2)
      }
      problem = BundleAdjustment(cameras: cameras, points: points, weights: weights, features: features, observations: observations)
    }
    let (residuals, values) = try bundleReference(expected, observationCount: p)
    let offsets = try expected.optional("csr_row_offsets")?.numbers()
    let columns = try expected.optional("csr_columns")?.numbers()
    return Instance(
      "ba " + name, value: { problem.residuals() }, derivative: { problem.jacobian() },
      expectations: { r, jacobian in
        var pairs = [(r, residuals), (jacobian.values, values)]
        if let offsets { pairs.append((jacobian.rowOffsets.map { Double($0) }, offsets)) }
        if let columns { pairs.append((jacobian.columns.map { Double($0) }, columns)) }
        return pairs
      })
  }

  /// The residuals and the entries of the Jacobian. The large instances have one block for all observations.
  private static func bundleReference(_ expected: Input, observationCount p: Int) throws(InputError) -> ([Double], [Double]) {
    if let block = try expected.optional("block_2x15_row_major")?.numbers(30) {
      let error = try expected.member("reproj_err_of_each_observation").numbers(2)
      let weightError = try expected.member("w_err_of_each_observation").number()
      let slope = try expected.member("dw_err_dw").number()
      func copies(_ numbers: [Double]) -> [Double] { [[Double]](repeating: numbers, count: p).flatMap { $0 } }
      return (copies(error) + copies([weightError]), copies(block) + copies([slope]))
    }
    let residuals = try expected.member("reproj_err").numbers(2 * p) + expected.member("w_err").numbers(p)
    return (residuals, try expected.member("csr_values").numbers(31 * p))
  }

  static func longShortTermMemory(_ folder: URL, _ name: String) throws(InputError) -> Instance {
    var text = try text(folder, name)
    let expected = try expected(folder, name)
    let (l, c, b) = (try text.integer(), try text.integer(), try text.integer())
    let parameters = try text.take((8 * l + 3) * b)
    let problem = LongShortTermMemory(layerCount: l, width: b, state: try text.take(2 * l * b), sequence: try text.take(c * b))
    let (value, gradient) = (try expected.member("objective").number(), try expected.member("gradient").numbers())
    return Instance(
      "lstm " + name, value: { problem(parameters) }, derivative: { problem.gradient(at: parameters) },
      expectations: { [([$0], [value]), ($1, gradient)] })
  }

  static func handTracking(_ folder: URL, _ name: String) throws(InputError) -> Instance {
    var text = try text(folder, name)
    let expected = try expected(folder, name)
    let n = try text.integer()
    let poseCount = try text.integer()
    var correspondences: [Int] = []
    var points: [Double] = []
    for _ in 0..<n {
      correspondences.append(try text.integer())
      points += try text.take(3)
    }
    let places = name.hasPrefix("complicated") ? try text.take(2 * n) : []
    let problem = HandTracking(
      model: try HandModel(adbench: folder.appendingPathComponent("model")), theta: try text.take(poseCount),
      correspondences: correspondences, points: points, places: places)
    let residuals = try expected.member("objective").numbers()
    let entries = try expected.optional("jacobian_row_major")?.numbers()
    let sums = try expected.optional("jacobian_column_sums")?.numbers()
    let norms = try expected.optional("jacobian_column_2norms")?.numbers()
    let products = try expected.optional("jacobian_transpose_times_objective")?.numbers()
    return Instance(
      "hand " + name, value: { problem.residuals() }, derivative: { problem.jacobian() },
      expectations: { r, jacobian in
        var pairs = [(r, residuals)]
        if let entries { pairs.append((jacobian.entries, entries)) }
        if let sums { pairs.append(([Double](repeating: 1, count: r.count) * jacobian, sums)) }
        if let norms { pairs.append(((0..<jacobian.columnCount).map { norm(jacobian.column($0)) }, norms)) }
        if let products { pairs.append((r * jacobian, products)) }
        return pairs
      })
  }
}

extension MixtureParameters {
  /// α, μ, and of each component q and l.
  var packed: [Double] {
    let d = mu.count / alpha.count
    var packed = alpha + mu
    for c in alpha.indices { packed += q[c * d..<(c + 1) * d] + l[c] }
    return packed
  }
}

extension HandModel {
  /// Reads `bones.txt`, `vertices.txt` and `triangles.txt`.
  init(adbench folder: URL) throws(InputError) {
    var text = try TextNumbers(folder.appendingPathComponent("vertices.txt"))
    var positions: [[Double]] = []
    var weights: [[(bone: Int, weight: Double)]] = []
    while !text.isAtEnd {
      positions.append(try text.take(3) + [1])
      _ = try text.take(5)
      let count = try text.integer()
      var influences: [(bone: Int, weight: Double)] = []
      for _ in 0..<count { influences.append((bone: try text.integer(), weight: try text.number())) }
      weights.append(influences)
    }
    text = try TextNumbers(folder.appendingPathComponent("triangles.txt"))
    var triangles: [(Int, Int, Int)] = []
    while !text.isAtEnd { triangles.append((try text.integer(), try text.integer(), try text.integer())) }
    self.init(
      bones: try Self.readBones(folder.appendingPathComponent("bones.txt")), positions: positions, weights: weights, triangles: triangles,
      isMirrored: false)
  }

  /// A bone a line: its name, the index of its parent, and two matrices.
  private static func readBones(_ file: URL) throws(InputError) -> [Bone] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { throw InputError("\(file.path) cannot be read") }
    var bones: [Bone] = []
    for line in text.split(separator: "\n") {
      let numbers = line.split(separator: ":").dropFirst().compactMap { Double($0.trimmingWhitespace) }
      guard numbers.count == 33 else { throw InputError("\(file.path): a bone has \(numbers.count) numbers, 33 are wanted") }
      bones.append(
        Bone(
          parent: numbers[0] < 0 ? nil : Int(numbers[0]), baseRelative: Array(numbers[1..<17]), inverseBaseAbsolute: Array(numbers[17...])))
    }
    return bones
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: Substring { drop { $0.isWhitespace }.prefix { !$0.isWhitespace } }
}
