/// A named set of functions: an objective and its derivative, or variants of one.
struct Module: Sendable {
  let name: String
  let functions: [Function]

  static let all = [
    hello, gaussianMixture, bundleAdjustment, handTracking, longShortTermMemory, determinant, kMeans, leastSquares, logSumExp, rungeKutta,
    particle, saddle,
  ]

  static func named(_ name: String) throws(InputError) -> Module {
    guard let module = all.first(where: { $0.name == name }) else { throw InputError("there is no module “\(name)”") }
    return module
  }

  func function(_ name: String) throws(InputError) -> Function {
    guard let function = functions.first(where: { $0.name == name }) else {
      throw InputError("the module “\(self.name)” has no function “\(name)”")
    }
    return function
  }
}
