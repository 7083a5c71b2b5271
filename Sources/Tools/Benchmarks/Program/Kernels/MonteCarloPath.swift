import Derivatives

/// The payoff of a call option on one path of a price with a local volatility, v(s) = σ exp(−β (s − 1)), by Euler's method for log s:
/// s ← s exp((r − v²/2) Δt + v √Δt z). A long chain of few inputs: price, σ and β. 3 → 1.
struct MonteCarloPath: HandWrittenGradient {
  let draws: [Double]
  private let hand: Scratch
  var point: [Double] { [1, 0.2, 0.5] }
  static let rate = 0.03, years = 1.0, strike = 0.5

  init(steps: Int) {
    // twelve evenly distributed numbers less six are nearly a normal one
    let even = someNumbers(12 * steps, 0, 1, seed: 31)
    draws = (0..<steps).map { k in even[12 * k..<12 * k + 12].reduce(-6, +) }
    hand = Scratch(copying: draws)
  }

  func callAsFunction<S: Scalar>(_ x: [S]) -> S {
    let step = Self.years / Double(draws.count)
    let root = step.squareRoot()
    let (sigma, beta) = (x[1], x[2])
    let one: S = 1
    let half: S = 0.5
    let rate = S(Self.rate)
    let dt = S(step)
    var price = x[0]
    for z in draws {
      let v = sigma * exp(beta * (one - price))
      price = price * exp((rate - half * v * v) * dt + v * S(root * z))
    }
    return max(price - S(Self.strike), S.zero)
  }

  /// The derivatives along the three inputs are carried forward: they are fewer than the steps.
  func writeGradient(at x: UnsafePointer<Double>, to gradient: UnsafeMutablePointer<Double>) -> Double {
    let step = Self.years / Double(draws.count)
    let root = step.squareRoot()
    let (sigma, beta) = (x[1], x[2])
    var price = x[0]
    var (alongPrice, alongSigma, alongBeta) = (1.0, 0.0, 0.0)
    let z = hand.start
    for k in 0..<draws.count {
      let e = exp(beta * (1 - price))
      let v = sigma * e
      let growth = exp((Self.rate - 0.5 * v * v) * step + v * (root * z[k]))
      let next = price * growth
      let byVolatility = next * (root * z[k] - v * step)  // ∂next/∂v
      let byPrice = growth - byVolatility * v * beta  // ∂next/∂price, with ∂v/∂price = −β v
      alongPrice *= byPrice
      alongSigma = byPrice * alongSigma + byVolatility * e
      alongBeta = byPrice * alongBeta + byVolatility * v * (1 - price)
      price = next
    }
    let inTheMoney = price > Self.strike
    (gradient[0], gradient[1], gradient[2]) = inTheMoney ? (alongPrice, alongSigma, alongBeta) : (0, 0, 0)
    return inTheMoney ? price - Self.strike : 0
  }
}
