import Derivatives

/// B samples, one a column: `inputs` is n⁰ × B, `targets` is nᴸ × B.
///
/// ```swift
/// import Networks
///
/// let batch = Batch(inputs: [[1, 2], [3, 4], [5, 6]], targets: [[0], [1], [1]])
/// print(batch.inputs)
/// // Prints "[[1, 3, 5],"
/// // Prints " [2, 4, 6]]"
/// ```
public struct Batch: Sendable, Equatable {
  /// A column for each sample.
  public let inputs: Matrix
  /// What the outputs should be: a column for each sample.
  public let targets: Matrix

  /// How many samples: B.
  @inlinable public var count: Int { inputs.columnCount }

  /// - Precondition: There is a sample, and as many columns of targets as of inputs.
  public init(inputs: Matrix, targets: Matrix) {
    _require(
      inputs.columnCount == targets.columnCount, "Batch: \(inputs.columnCount) columns of inputs, \(targets.columnCount) of targets")
    _require(inputs.columnCount > 0, "Batch: there are no samples; the mean over 0 samples has no value")
    self.inputs = inputs
    self.targets = targets
  }

  /// A batch of samples given one after the other.
  public init(inputs: [[Double]], targets: [[Double]]) {
    self.init(inputs: Matrix(inputs).transposed, targets: Matrix(targets).transposed)
  }

  /// The samples with these numbers, in this order.
  public func samples<I: Collection>(_ indices: I) -> Batch where I.Element == Int {
    for s in indices { _require(s >= 0 && s < count, "Batch: sample \(s) is outside of \(count) samples") }
    return Batch(inputs: inputs.columns(indices), targets: targets.columns(indices))
  }
}

extension Matrix {
  fileprivate func columns<I: Collection>(_ indices: I) -> Matrix where I.Element == Int {
    var chosen: [Double] = []
    chosen.reserveCapacity(rowCount * indices.count)
    for i in 0..<rowCount { for j in indices { chosen.append(entries[i * columnCount + j]) } }
    return Matrix(rowCount: rowCount, columnCount: indices.count, entries: chosen)
  }
}
