import CompilerDifferentiation
import Derivatives

/// Jacobians by columns, against rows, hands and differences.
let forwardBenchmarks: [Benchmark] = [
  Benchmark(
    "bundle adjustment 15 → 2",
    [
      Target(Name.columns(8), atMost: 7.5, times: Name.plain, .plain), Target(Name.columns(16), atMost: 4.5, times: Name.plain, .fused),
      Target(Name.columns(8), atMost: 2.2, times: Name.byHand, .plain), Target(Name.columns(16), atMost: 2.2, times: Name.byHand, .fused),
      Target(Name.columns(8), atMost: 1.3, times: Name.compiler),
    ], measureBundleAdjustment),
  Benchmark("quaternion pose 14 → 7", [Target(Name.columns(16), atMost: 2.3, times: Name.byHand, .fused)]) { rounds in
    measureJacobian(of: PoseComposition(), widths: [8, 16], rounds)
  },
  Benchmark("six-joint arm 6 → 12", [Target(Name.columns(8), atMost: 2, times: Name.byHand, .fused)]) { rounds in
    measureJacobian(of: SixJointArm(), widths: [4, 8], rounds)
  },
  Benchmark("tanh network 8 → 4", [Target(Name.columns(8), atMost: 0.8, times: Name.byHand, .fused)]) { rounds in
    measureJacobian(of: TanhNetwork(), widths: [8], rounds)
  },
  Benchmark("Rosenbrock-10 by columns") { rounds in measureJacobian(of: RosenbrockResult(count: 10), widths: [4, 8, 16], rounds) },
  Benchmark("Rosenbrock-100 by columns", [Target(Name.columns(8), atMost: 32, times: Name.plain, .fused)]) { rounds in
    measureJacobian(of: RosenbrockResult(count: 100), widths: [8, 16], rounds)
  },
  Benchmark("Brusselator-256, banded", [Target("columns, five colours given", atMost: 13, times: Name.plain)], measureBand),
  Benchmark("Brusselator-256, dense") { rounds in measureJacobianWithoutHand(of: Brusselator(count: 256), rounds) },
  Benchmark("Runge–Kutta, 100 steps, 6 → 2") { rounds in measureJacobianWithoutHand(of: PredatorAndPrey(), rounds) },
]

private func measureBundleAdjustment(_ rounds: Rounds) {
  let x = fixed(BundleAdjustment.point)
  let jacobian = fixed([Double](repeating: 0, count: 30))
  defer {
    x.deallocate()
    jacobian.deallocate()
  }
  measureJacobian(of: BundleAdjustment(), widths: [8, 16], rounds) {
    #if canImport(_Differentiation)
      rounds.time(Name.compiler) {
        touch(x)
        writeBundleAdjustmentJacobian(at: x.baseAddress.unsafelyUnwrapped, to: jacobian.baseAddress.unsafelyUnwrapped)
        touch(jacobian)
      }
    #endif
  }
}

private func measureBand(_ rounds: Rounds) {
  let f = Brusselator(count: 256)
  let variants = JacobianVariants(f)
  defer { variants.free() }
  let colours = FiveColours(count: 256)
  var x = f.point
  let band = fixed([Double](repeating: 0, count: 5 * 256))
  defer { band.deallocate() }
  rounds.run {
    variants.plain(rounds)
    rounds.time("columns, five colours given") {
      touch(&x)
      colours.writeBand(of: f, at: x, to: band.baseAddress.unsafelyUnwrapped)
      touch(band)
    }
    rounds.time(Name.byHand) {
      touch(&x)
      x.withUnsafeBufferPointer { f.writeBand(at: $0.baseAddress.unsafelyUnwrapped, to: band.baseAddress.unsafelyUnwrapped) }
      touch(band)
    }
  }
}
