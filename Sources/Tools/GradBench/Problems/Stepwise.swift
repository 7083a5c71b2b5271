import Derivatives

/// A computation by steps: each makes a state of the one before and adds a loss to the result. x enters every step.
protocol Stepwise {
  var stepCount: Int { get }
  /// Step `t`: the next state, and what is added to the result.
  func step<S: Scalar>(_ t: Int, _ x: ArraySlice<S>, _ state: ArraySlice<S>) -> (state: [S], loss: S)
}

extension Stepwise {
  /// The last state and the sum of the losses.
  func result(at x: [Double], from initial: [Double]) -> (state: [Double], loss: Double) {
    var state = initial
    var loss = 0.0
    for t in 0..<stepCount {
      let next = step(t, x[...], state[...])
      state = next.state
      loss += next.loss
    }
    return (state, loss)
  }

  /// The derivative to x of Σ losses + cotangent · (the last state).
  ///
  /// The recording of a step is forgotten before the next: the states are kept, and the steps are recorded and swept from the last to the first
  /// [checkpointing: Griewank–Walther, ch. 12]. That is one plain evaluation more, and memory for one step instead of all.
  func gradient(at x: [Double], from initial: [Double], cotangent: [Double]) -> [Double] {
    var states = [initial]
    for t in 0..<stepCount - 1 { states.append(step(t, x[...], states[t][...]).state) }
    var adjoint = cotangent  // ∂/∂state after the step
    var gradient = [Double](repeating: 0, count: x.count)
    let tape = Tape<Double>()
    var slopes = [Double](repeating: 0, count: x.count + initial.count)
    while let state = states.popLast() {
      _ = tape.gradient(at: x + state, into: &slopes) { z in
        let next = step(states.count, z[..<x.count], z[x.count...])
        return next.loss + dot(next.state, adjoint.map { Adjoint(constant: $0) })
      }
      for i in gradient.indices { gradient[i] += slopes[i] }
      for i in adjoint.indices { adjoint[i] = slopes[x.count + i] }
    }
    return gradient
  }
}
