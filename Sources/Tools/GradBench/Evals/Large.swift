import Derivatives

// How the messages of the evaluations that come from ADBench are read and answered.

extension Module {
  static let gaussianMixture = Module(
    name: "gmm",
    functions: [
      Function(
        "objective", prepare: readMixture, evaluate: { p, settings in p.value(threads: settings.threads) }, answer: { y, _ in .number(y) }),
      Function(
        "jacobian", prepare: readMixture, evaluate: { p, settings in p.gradient(threads: settings.threads) },
        answer: { gradient, p in
          let parts = MixtureParameters(components: gradient, dimension: p.dimension)
          return .object([
            "alpha": .numbers(parts.alpha), "mu": .rows(parts.mu, columnCount: p.dimension), "q": .rows(parts.q, columnCount: p.dimension),
            "l": .array(parts.l.map { .numbers($0) }),
          ])
        }),
    ])

  @Sendable private static func readMixture(_ input: Input) throws(InputError) -> GaussianMixture {
    let d = try input.member("d").integer(in: 1...10_000)
    let k = try input.member("k").integer(in: 1...1_000_000)
    let n = try input.member("n").integer(in: 1...1_000_000_000)
    var l: [[Double]] = []
    for row in try input.member("l").parts(k) { l.append(try row.numbers(d * (d - 1) / 2)) }
    let parameters = MixtureParameters(
      alpha: try input.member("alpha").numbers(k), mu: try input.member("mu").matrix(rows: k, columns: d),
      q: try input.member("q").matrix(rows: k, columns: d), l: l)
    let wishart = Wishart(
      gamma: try input.member("gamma").number(), m: try input.member("m").integer(in: 0...1_000_000_000), sign: 1, pi: .pi)
    return GaussianMixture(
      dimension: d, points: try input.member("x").matrix(rows: n, columns: d), components: parameters.components, wishart: wishart)
  }

  static let bundleAdjustment = Module(
    name: "ba",
    functions: [
      Function(
        "objective", prepare: readBundle, evaluate: { p, _ in p.residuals() },
        answer: { r, p in
          let p = p.observations.count
          let errors: JSON = .object(["elements": .numbers([r[0], r[1]]), "repeated": .integer(p)])
          return .object(["reproj_error": errors, "w_err": .object(["element": .number(r[2 * p]), "repeated": .integer(p)])])
        }),
      Function(
        "jacobian", prepare: readBundle, evaluate: { p, settings in p.jacobian(threads: settings.threads) },
        answer: { jacobian, _ in
          func extract<Part: Collection>(_ part: Part, _ number: (Part.Element) -> Double) -> JSON {
            .numbers((Array(part.prefix(30)) + Array(part.suffix(1))).map(number))
          }
          return .object([
            "rows": extract(jacobian.rowOffsets) { Double($0) }, "cols": extract(jacobian.columns) { Double($0) },
            "vals": extract(jacobian.values) { $0 },
          ])
        }),
    ])

  @Sendable private static func readBundle(_ input: Input) throws(InputError) -> BundleAdjustment {
    let n = try input.member("n").integer(in: 1...10_000_000)
    let m = try input.member("m").integer(in: 1...100_000_000)
    let p = try input.member("p").integer(in: 1...60_000_000)  // 31 p entries are counted in 32 bits
    return .repeated(
      cameraCount: n, pointCount: m, observationCount: p, camera: try input.member("cam").numbers(11),
      point: try input.member("x").numbers(3),
      weight: try input.member("w").number(), feature: try input.member("feat").numbers(2))
  }

  static let handTracking = Module(
    name: "ht",
    functions: [
      Function("objective", prepare: readHand, evaluate: { p, _ in p.residuals() }, answer: { e, _ in .numbers(e) }),
      Function(
        "jacobian", prepare: readHand, evaluate: { p, _ in p.jacobian() },
        answer: { jacobian, _ in .rows(jacobian.entries, columnCount: jacobian.columnCount) }),
    ])

  @Sendable private static func readHand(_ input: Input) throws(InputError) -> HandTracking {
    let data = try input.member("data")
    let model = try readHandModel(data.member("model"))
    let places = try input.member("us").matrix(columns: 2)
    let targets = places.isEmpty ? model.vertexCount : model.triangles.count
    let correspondences = try data.member("correspondences").integers(in: 0..<targets)
    guard places.isEmpty || places.count == 2 * correspondences.count else {
      throw InputError("input.us: \(places.count / 2) pairs are given, \(correspondences.count) are wanted")
    }
    return HandTracking(
      model: model, theta: try input.member("theta").numbers(HandModel.poseCount), correspondences: correspondences,
      points: try data.member("points").matrix(rows: correspondences.count, columns: 3), places: places)
  }

  private static func readHandModel(_ input: Input) throws(InputError) -> HandModel {
    let count = try input.member("bone_count").integer(in: 0...10_000)
    let parents = try input.member("parents").integers(count, in: -1..<count)
    let relatives = try input.member("base_relatives").parts(count)
    let inverses = try input.member("inverse_base_absolutes").parts(count)
    var bones: [HandModel.Bone] = []
    for b in 0..<count {
      guard parents[b] < b else { throw InputError("input.data.model.parents: bone \(parents[b]) must come before its child \(b)") }
      bones.append(
        HandModel.Bone(
          parent: parents[b] < 0 ? nil : parents[b], baseRelative: try relatives[b].matrix(rows: 4, columns: 4),
          inverseBaseAbsolute: try inverses[b].matrix(rows: 4, columns: 4)))
    }
    var positions: [[Double]] = []
    for position in try input.member("base_positions").parts() { positions.append(try position.numbers(4)) }
    var weights: [[(bone: Int, weight: Double)]] = []
    for row in try input.member("weights").parts(positions.count) {
      weights.append(Array(try row.numbers(count).enumerated()).map { (bone: $0, weight: $1) })
    }
    var triangles: [(Int, Int, Int)] = []
    for triangle in try input.member("triangles").parts() {
      let corners = try triangle.integers(3, in: 0..<positions.count)
      triangles.append((corners[0], corners[1], corners[2]))
    }
    return HandModel(
      bones: bones, positions: positions, weights: weights, triangles: triangles, isMirrored: try input.member("is_mirrored").bool())
  }

  static let longShortTermMemory = Module(
    name: "lstm",
    functions: [
      Function("objective", prepare: readMemory, evaluate: { p, _ in p.problem(p.x) }, answer: { y, _ in .number(y) }),
      Function("jacobian", prepare: readMemory, evaluate: { p, _ in p.problem.gradient(at: p.x) }, answer: { y, _ in .numbers(y) }),
    ])

  @Sendable private static func readMemory(_ input: Input) throws(InputError) -> (problem: LongShortTermMemory, x: [Double]) {
    let extra = try input.member("extra_params").parts(3)
    let width = try extra[0].numbers().count
    let main = try input.member("main_params").matrix(columns: 4 * width)
    guard width > 0 && !main.isEmpty && main.count % (8 * width) == 0 else {
      throw InputError("input.main_params: two rows of 4 · \(width) numbers for each layer are wanted, not \(main.count) numbers")
    }
    let layers = main.count / (8 * width)
    let problem = LongShortTermMemory(
      layerCount: layers, width: width, state: try input.member("state").matrix(rows: 2 * layers, columns: width),
      sequence: try input.member("sequence").matrix(columns: width))
    guard problem.characterCount > 1 else { throw InputError("input.sequence: at least two characters are wanted") }
    return (problem, try main + input.member("extra_params").matrix(rows: 3, columns: width))
  }
}
