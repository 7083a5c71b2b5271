extension Problem {
  /// Problems of many shapes that every mode is tested on.
  public static let assorted: [Problem] = [
    Problem("polar coordinates", at: [3, 4], PolarCoordinates()),
    Problem("Bishop's example", at: [1, 2], BishopExample()),
    Problem("Rosenbrock's valley", at: [-1.2, 1, 0.5, -0.7, 1.3], RosenbrockValley()),
    Problem("Speelpenning's product", at: [1.1, -0.9, 1.3, 0.7, -1.2, 0.8, 1.05], SpeelpenningProduct()),
    Problem("Speelpenning's product with a zero", at: [1.5, 0, -2, 0.5], SpeelpenningProduct()),
    Problem("log Σ exp", at: [0.1, -2, 700, 699.5, 3], LogSumExp()),
    Problem("small network", at: [0.5, -0.3, 0.8, 0.1, -0.6, 0.9, -0.2, 0.4], SmallNetwork()),
    Problem(
      "bundle adjustment", at: [0.1, -0.2, 0.3, 0.5, 0.4, -5, 500, 510, 1, 2, 0.01, -0.002, 0.3, 0.6, -1.2], BundleAdjustmentResidual()),
    Problem(
      "bundle adjustment without rotation", at: [0, 0, 0, 0.5, 0.4, -5, 500, 510, 1, 2, 0.01, -0.002, 0.3, 0.6, -1.2],
      BundleAdjustmentResidual()),
    Problem(
      "composition of poses", at: [0.9, 0.1, -0.3, 0.2, 1, 2, 3, 0.4, 0.5, -0.6, 0.7, -0.5, 0.25, 1.5], PoseComposition()),
    Problem("six-joint arm", at: [0.3, -1.1, 0.9, -0.4, 1.2, 0.6], SixJointArm()),
    Problem("Brusselator", at: [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 2.6, 2.55, 2.5, 2.45, 2.4, 2.35, 2.3, 2.25], Brusselator()),
    Problem("Lotka–Volterra", at: [10, 5, 1.1, 0.4, 0.4, 0.1], LotkaVolterra()),
    Problem("constants and unused inputs", at: [2, 3, 5, 7], ConstantsAndUnusedInputs()),
  ]
}
