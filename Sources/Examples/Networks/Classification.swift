import Derivatives

extension Network {
  /// The class of each sample: the output that is largest, the first one of equals.
  ///
  /// ```swift
  /// import Networks
  ///
  /// let copy = Network(sizes: [2, 2], activations: [.linear], loss: .crossEntropy)
  /// print(copy.classes([1, 0, 0, 1, 0, 0], Matrix([[3, 5, 1], [4, 2, 0]])))   // W¹ = 1, b¹ = 0; a sample is a column
  /// // Prints "[1, 0, 0]"
  /// ```
  public func classes(_ parameters: [Double], _ inputs: Matrix) -> [Int] {
    largestRows(forwardPass(parameters, inputs).activations[layerCount])
  }

  /// The share of the samples whose largest output stands where the largest entry of the target does.
  @inlinable public func accuracy(_ parameters: [Double], _ batch: Batch) -> Double {
    lossAndAccuracy(parameters, batch).accuracy
  }

  /// Both from one forward pass.
  @inlinable func lossAndAccuracy(_ parameters: [Double], _ batch: Batch) -> (loss: Double, accuracy: Double) {
    requireTargets(batch.targets.rowCount)
    let outputs = forwardPass(parameters, batch.inputs).activations[layerCount]
    let right = zip(largestRows(outputs), largestRows(batch.targets)).count { $0 == $1 }
    return (meanLoss(outputs.entries, batch), Double(right) / Double(batch.count))
  }
}

/// How many samples of class `i` were taken for class `j`: row `i`, column `j`. What was right is on the diagonal.
///
/// ```swift
/// import Networks
///
/// print(confusion(labels: [0, 0, 1, 1], predictions: [0, 1, 1, 1], classCount: 2))
/// // Prints "[[1, 1],"
/// // Prints " [0, 2]]"
/// ```
///
/// - Precondition: As many predictions as labels, all from 0 up to `classCount`.
public func confusion(labels: [Int], predictions: [Int], classCount: Int) -> Matrix {
  _require(labels.count == predictions.count, "confusion: \(labels.count) labels, \(predictions.count) predictions")
  var counts = Matrix(rowCount: classCount, columnCount: classCount)
  for (label, prediction) in zip(labels, predictions) { counts[label, prediction] += 1 }
  return counts
}

/// For each column the row of its largest entry.
@usableFromInline func largestRows(_ matrix: Matrix) -> [Int] {
  (0..<matrix.columnCount).map { s in
    var largest = 0
    for i in 0..<matrix.rowCount where matrix[i, s] > matrix[largest, s] { largest = i }
    return largest
  }
}
