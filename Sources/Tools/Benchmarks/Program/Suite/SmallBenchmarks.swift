import CompilerDifferentiation
import Derivatives

/// What a call costs when the function itself costs next to nothing.
let smallBenchmarks: [Benchmark] = [
  Benchmark(
    "two inputs, ten operations",
    [
      Target(Name.gradient, atMostNanoseconds: 75), Target(Name.gradient, atMost: 1.3, times: Name.compiler),
      Target("one dual of four lanes", atMost: 1.3, times: Name.compiler),
    ], measureTenOperations)
]

private func measureTenOperations(_ rounds: Rounds) {
  let f = TenOperations()
  var x = f.point
  var slope = x
  let tape = Tape<Double>()
  let place = fixed(f.point)
  let result = fixed([0, 0])
  defer {
    place.deallocate()
    result.deallocate()
  }
  let start = place.baseAddress.unsafelyUnwrapped
  let end = result.baseAddress.unsafelyUnwrapped
  rounds.run {
    rounds.time(Name.plain) {
      touch(place)
      use(f.evaluate(start[0], start[1]))
    }
    rounds.time(Name.gradient) {
      touch(&x)
      use(tape.gradient(at: x, into: &slope) { f($0) })
    }
    rounds.time("gradient, allocating") {
      touch(&x)
      use(gradient(at: x) { f($0) }[0])
    }
    rounds.time("two duals") {
      touch(place)
      use(f.evaluate(Dual(start[0], tangent: 1), Dual(start[1], tangent: 0)).tangent)
      use(f.evaluate(Dual(start[0], tangent: 0), Dual(start[1], tangent: 1)).tangent)
    }
    rounds.time("one dual of four lanes") {
      touch(place)
      let y = f.evaluate(Dual(start[0], tangent: Lanes4.unit(0)), Dual(start[1], tangent: Lanes4.unit(1)))
      use(y.tangent.lanes[0])
      use(y.tangent.lanes[1])
    }
    rounds.time(Name.byHand) {
      touch(place)
      use(f.writeGradient(at: start, to: end))
      touch(result)
    }
    #if canImport(_Differentiation)
      rounds.time(Name.compiler) {
        touch(place)
        let y = tenOperationsGradient(at: start[0], start[1])
        use(y.gradient.0)
        use(y.gradient.1)
      }
    #endif
    rounds.time(Name.differences) {
      touch(place)
      let (h, k) = (differenceStep(start[0]), differenceStep(start[1]))
      use((f.evaluate(start[0] + h, start[1]) - f.evaluate(start[0] - h, start[1])) / (2 * h))
      use((f.evaluate(start[0], start[1] + k) - f.evaluate(start[0], start[1] - k)) / (2 * k))
    }
  }
}
