import Derivatives
import Networks
import Pictures

/// Loss and accuracy over the epochs, of the training and of the samples held out.
func showCurves(_ exercise: Exercise, _ epochs: [Epoch]) throws {
  func picture(_ title: String, _ y: Axis, _ learnt: KeyPath<Epoch, Double>, _ unseen: KeyPath<Epoch, Double?>) -> String {
    func points(_ number: (Epoch) -> Double?) -> [(x: Double, y: Double)] {
      epochs.compactMap { epoch in number(epoch).map { (Double(epoch.number), $0) } }
    }
    let curves = [
      Plot.Curve("training", points { $0[keyPath: learnt] }), Plot.Curve("held out", points { $0[keyPath: unseen] }, isDashed: true),
    ]
    var plot = Plot("\(exercise.name): \(title)", x: Axis("epoch"), y: y, curves: curves)
    plot.namesAreAbove = true
    return plot.svg
  }
  try write(picture("the loss", Axis("loss", .logarithmic), \.loss, \.heldOutLoss), to: "\(exercise.name)-loss.svg")
  try write(picture("the share that is right", Axis("accuracy"), \.accuracy, \.heldOutAccuracy), to: "\(exercise.name)-accuracy.svg")
  print("  Pictures: \(exercise.name)-loss.svg and \(exercise.name)-accuracy.svg, in the current folder.\n")
}

/// The digits held out that the network takes for others.
func showWrongDigits(_ exercise: Exercise, _ parameters: [Double], seed: UInt64) throws {
  let parts = exercise.parts(seed: seed)
  let predictions = exercise.network.classes(parameters, parts.heldOut.batch.inputs)
  let wrong = predictions.indices.filter { predictions[$0] != parts.heldOut.labels[$0] }
  let tiles = wrong.map { s in
    Tiles.Tile(
      parts.rawHeldOut.features[s].map { $0 / 16 }, columnCount: 8,
      caption: "\(parts.heldOut.labels[s]) → \(predictions[s])")
  }
  let picture = Tiles("Wrong among \(predictions.count) digits held out: what it is → what the network says", tiles)
  try write(picture.svg, to: "digits-wrong.svg")
  print("  The \(wrong.count) wrong ones: digits-wrong.svg, in the current folder.\n")
}
