import Derivatives

/// How often a forward operation evaluates its function besides: once, as a check for foreign perturbations, in debug builds.
#if DEBUG
  public let checksPerOperation = 1
#else
  public let checksPerOperation = 0
#endif

/// Whether this build rounds a·b + c once. Asked of a function that is not inlined: the optimiser would compute it, rounded once.
public let roundsProductsOnce = productAndSum(1 + 0x1p-30, 1 - 0x1p-30, -1) != 0

@inline(never) private func productAndSum(_ a: Double, _ b: Double, _ c: Double) -> Double { multiplyAdd(a, b, c) }
