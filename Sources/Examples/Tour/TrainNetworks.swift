import Derivatives
import Foundation
import Networks

/// The chapter on networks: they learn flowers and digits by the algorithm of the textbooks.
func trainNetworks(quick: Bool) throws {
  print(
    """
    NETWORKS THAT LEARN: backpropagation, on flowers and on handwritten digits

    A network maps numbers x, of a flower or of a picture, to one number for each class; the largest one is its answer. In between are
    layers: z = W a + b, then a = σ(z), and the a of one layer are what the next one gets. The weights W and b begin small and random.
    E, the loss, says how far the answers are from the labels (cross-entropy, averaged over samples). Backpropagation computes
    ∂E/∂W and ∂E/∂b for all weights at once, in one pass back through the layers: δ = Wᵀδ ⊙ σ′(z). Then each weight goes a small step against
    its slope, w ← w − η ∂E/∂w, averaged over a few samples (a mini-batch). An epoch uses every sample of the training once.

    A third of the samples is held out: the network never learns from them. What it gets right there is what it has understood, and not
    what it has learnt by heart.

    """)
  try learn(.iris(), about: "three kinds of iris, by the lengths and widths of their sepals and petals", quick: quick)
  let digits = try Exercise.digits()
  let parameters = try learn(digits, about: "handwritten digits of 8 × 8 pixels", quick: quick)
  try showWrongDigits(digits, parameters, seed: seed)
}

/// The seed of what is shown in detail.
private let seed: UInt64 = 1

/// Trains, and tells how it goes. Returns the parameters.
@discardableResult private func learn(_ exercise: Exercise, about subject: String, quick: Bool) throws -> [Double] {
  let parts = exercise.parts(seed: seed)
  let layers = exercise.network.sizes.map(String.init).joined(separator: "–")
  let epochCount = quick ? exercise.quickEpochCount : exercise.epochCount
  print(
    """
    \(exercise.name.uppercased()): \(subject)

      \(parts.training.count) samples to learn from, \(parts.heldOut.count) held out; features standardised by the former.
      Layers \(layers), \(exercise.network.activations.map(\.rawValue).joined(separator: " then ")), softmax in the loss: \(exercise.network.parameterCount) parameters.
      Mini-batches of \(exercise.batchSize), η = \(exercise.learningRate), \(epochCount) epochs, seed \(seed).
      The gradient by hand against the library's reverse mode, for the first mini-batch at the start:
      the largest difference is \(exercise.disagreementAtTheStart(seed: seed).formatted(digits: 2)) of the largest entry.

    """)
  let clock = ContinuousClock()
  let begin = clock.now
  let training = try exercise.trained(seed: seed, epochCount: epochCount) { epoch in
    FileHandle.standardError.write(Data("  epoch \(epoch.number) of \(epochCount)\r".utf8))
  }
  let elapsed = begin.duration(to: clock.now)
  print(table(of: training.epochs).printed())
  print("\n  Trained in \((elapsed / .seconds(1)).rounded(places: 2)) s.\n")

  let predictions = exercise.network.classes(training.parameters, parts.heldOut.batch.inputs)
  print("  Held out: rows are what it is, columns what the network says.\n")
  print(
    table(
      of: confusion(labels: parts.heldOut.labels, predictions: predictions, classCount: exercise.data.classNames.count),
      exercise.data.classNames
    ).printed())
  print("\n  \(share(training.epochs.last?.heldOutAccuracy)) of the samples held out are right.")
  if !quick { try showOtherSeeds(exercise) }
  try showCurves(exercise, training.epochs)
  return training.parameters
}

/// One seed is one split: others say how much of the result is luck.
private func showOtherSeeds(_ exercise: Exercise) throws {
  var right: [Double] = []
  for other in seed + 1...seed + 5 {
    FileHandle.standardError.write(Data("  seed \(other)     \r".utf8))
    right.append(try exercise.trained(seed: other).epochs.last?.heldOutAccuracy ?? 0)
  }
  print(
    """
      With other splits and starts, seeds \(seed + 1) to \(seed + 5): \(right.map { share($0) }.joined(separator: ", ")).
      On average \(share(sum(right) / Double(right.count))); one sample is \(share(1 / Double(exercise.parts(seed: seed).heldOut.count))).
    """)
}

/// The first epochs, then ever fewer of them, and the last.
private func table(of epochs: [Epoch]) -> Table {
  var table = Table("epoch", "loss", "right", "held out: loss", "right")
  let shown: Set = [0, 1, 2, 5, 10, 20, 50, 100, epochs.count - 1]
  for epoch in epochs where shown.contains(epoch.number) {
    table.append(
      "\(epoch.number)", epoch.loss.rounded(places: 4), share(epoch.accuracy),
      epoch.heldOutLoss?.rounded(places: 4) ?? "", share(epoch.heldOutAccuracy))
  }
  return table
}

private func table(of confusion: Matrix, _ names: [String]) -> Table {
  var table = Table([""] + names)
  for (name, row) in zip(names, confusion.rows) { table.append([name] + row.map { $0 == 0 ? "·" : $0.rounded(places: 0) }) }
  return table
}

private func share(_ accuracy: Double?) -> String { accuracy.map { (100 * $0).rounded(places: 1) + " %" } ?? "" }
