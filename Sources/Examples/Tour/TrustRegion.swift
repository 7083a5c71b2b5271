import Derivatives

/// How far a linear prediction is trusted: the ellipsoid ‖D p‖ ≤ Δ.
struct TrustRegion {
  /// Δ.
  var radius = 0.0
  /// λ: the last step minimised ‖r + J p‖² + λ ‖D p‖². It is 0 when the ellipsoid did not bind.
  private(set) var damping = 0.0
  private var isFirst = true

  /// The step that minimises ‖r + J p‖ in the ellipsoid, to a tenth of its radius: Newton's iteration for λ, safeguarded.
  ///
  /// The root of ‖D p(λ)‖ = Δ is sought through 1/‖D p(λ)‖, which is nearly linear in λ [Moré 1978, section 5].
  mutating func step(_ factors: PivotedQR, _ scale: [Double]) -> [Double] {
    func scaled(_ p: [Double]) -> [Double] { zip(scale, p).map { $0 * $1 } }
    /// Newton's correction of λ: (‖D p‖ − Δ)/Δ divided by ‖S⁻ᵀ Pᵀ D² p‖²/‖D p‖², with S the triangle that belongs to λ.
    func correction(_ triangle: PivotedQR, _ p: [Double], _ excess: Double) -> Double {
      let q = scaled(p)
      let length = norm(q)
      let slope = norm(triangle.solveTransposed(scaled(q).map { $0 / length }))
      return excess / radius / slope / slope
    }
    let full = factors.minimizer
    let fullLength = norm(scaled(full))
    defer { isFirst = false }
    if fullLength <= 1.1 * radius {
      damping = 0
      if isFirst { radius = min(radius, fullLength) }
      return full
    }
    var lower = factors.rank == factors.count ? correction(factors, full, fullLength - radius) : 0
    let steepness = norm(zip(factors.gradient, scale).map { $0 / $1 })
    var upper = max(steepness / radius, .leastNormalMagnitude / min(radius, 0.1))
    damping = min(max(damping, lower), upper)
    if damping == 0 { damping = steepness / fullLength }

    var p = full
    var excess = fullLength - radius
    for _ in 0..<10 {
      if damping == 0 { damping = max(.leastNormalMagnitude, 0.001 * upper) }
      let root = damping.squareRoot()
      let triangle = factors.damped(by: scale.map { root * $0 })
      let previous = excess
      p = triangle.minimizer
      excess = norm(scaled(p)) - radius
      if Swift.abs(excess) <= 0.1 * radius || (lower == 0 && excess <= previous && previous < 0) { break }
      if excess > 0 { lower = max(lower, damping) } else { upper = min(upper, damping) }
      damping = max(lower, damping + correction(triangle, p, excess))
    }
    if isFirst { radius = min(radius, norm(scaled(p))) }
    return p
  }

  /// Changes the radius by how well the step did.
  ///
  /// - Parameters:
  ///   - ratio: The reduction of the sum of squares over the predicted one.
  ///   - actual: That reduction, relative to the sum of squares.
  ///   - slope: Minus half the derivative of the relative sum of squares along the step.
  ///   - hopeless: The sum of squares grew a hundredfold, or is not finite.
  ///   - stepLength: ‖D p‖.
  mutating func adapt(ratio: Double, actual: Double, slope: Double, hopeless: Bool, stepLength: Double) {
    if ratio <= 0.25 {
      // The minimum, along the step, of the parabola through what is known: the old value, its slope and the new value.
      let interpolated = actual >= 0 ? 0.5 : 0.5 * slope / (slope - 0.5 * actual)
      let factor = hopeless ? 0.1 : max(interpolated, 0.1)
      radius = factor * min(radius, stepLength / 0.1)
      damping /= factor
    } else if damping == 0 || ratio >= 0.75 {
      radius = 2 * stepLength
      damping /= 2
    }
  }
}
