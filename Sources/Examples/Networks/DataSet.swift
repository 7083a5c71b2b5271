import Derivatives

/// Samples with a class each: numbers and a label.
///
/// ```swift
/// import Networks
///
/// let flowers = try DataSet(csv: "5.1,3.5,0\n6.0,2.2,1\n5.9,3.0,1", classNames: ["setosa", "versicolor"])
/// print(flowers.count, flowers.labels)
/// // Prints "3 [0, 1, 1]"
/// print(flowers.batch.targets)   // one-hot, a column each
/// // Prints "[[1, 0, 0],"
/// // Prints " [0, 1, 1]]"
/// ```
public struct DataSet: Sendable, Equatable {
  /// One row a sample, all of the same length.
  public let features: [[Double]]
  /// The class of each sample, from 0 up to the count of `classNames`.
  public let labels: [Int]
  /// The names of the classes, in the order of `labels`.
  public let classNames: [String]

  public var count: Int { features.count }

  /// - Throws: `DataError` when there are no samples, rows differ in length, or a label has no name.
  public init(features: [[Double]], labels: [Int], classNames: [String]) throws(DataError) {
    guard let first = features.first else { throw .noSamples }
    guard features.count == labels.count else { throw .labelCount(labels.count, samples: features.count) }
    for (number, row) in features.enumerated() {
      guard row.count == first.count else { throw .raggedRow(number, count: row.count, expected: first.count) }
      guard classNames.indices.contains(labels[number]) else {
        throw .labelOutOfRange(number, label: labels[number], classCount: classNames.count)
      }
    }
    self.init(checked: features, labels, classNames)
  }

  private init(checked features: [[Double]], _ labels: [Int], _ classNames: [String]) {
    self.features = features
    self.labels = labels
    self.classNames = classNames
  }

  /// Reads a sample a line: its features, then its label, with commas between them. Lines that begin with # are comments.
  public init(csv: String, classNames: [String]) throws(DataError) {
    var features: [[Double]] = []
    var labels: [Int] = []
    for line in csv.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      var row: [Double] = []
      let words = line.split(separator: ",", omittingEmptySubsequences: false)
      for word in words.dropLast() {
        guard let number = Double(word.trimmed), number.isFinite else { throw .notANumber(features.count, text: String(word)) }
        row.append(number)
      }
      guard let label = words.last.flatMap({ Int($0.trimmed) }) else { throw .notANumber(features.count, text: String(words.last ?? "")) }
      features.append(row)
      labels.append(label)
    }
    try self.init(features: features, labels: labels, classNames: classNames)
  }

  /// All samples as one batch: features in the columns of the inputs, labels as one-hot targets.
  public var batch: Batch {
    Batch(inputs: features, targets: labels.map { label in classNames.indices.map { $0 == label ? 1 : 0 } })
  }

  /// The samples with these numbers, in this order.
  public func samples(_ indices: [Int]) -> DataSet {
    for s in indices { _require(features.indices.contains(s), "DataSet: sample \(s) is outside of \(count) samples") }
    return DataSet(checked: indices.map { features[$0] }, indices.map { labels[$0] }, classNames)
  }

  /// The same labels with other features: `transform` is called for each sample, and returns always the same count.
  public func mapFeatures(_ transform: ([Double]) -> [Double]) -> DataSet {
    let rows = features.map(transform)
    for (number, row) in rows.enumerated() {
      _require(row.count == rows[0].count, "DataSet: sample \(number) is mapped to \(row.count) features, sample 0 to \(rows[0].count)")
    }
    return DataSet(checked: rows, labels, classNames)
  }

  /// Two parts by a random order that follows from the seed; the second has `share` of the samples, rounded, and the first the rest.
  ///
  /// - Precondition: Neither part is empty.
  public func split(heldOut share: Double, seed: UInt64) -> (training: DataSet, heldOut: DataSet) {
    _require(share >= 0 && share <= 1, "DataSet: a share of \(share) to hold out; it lies between 0 and 1")
    var generator = SplitMix64(seed: seed)
    let order = generator.permutation(of: count)
    let heldOut = Int((share * Double(count)).rounded())
    _require(
      heldOut > 0 && heldOut < count, "DataSet: a share of \(share) holds \(heldOut) of \(count) samples out; neither part may be empty")
    return (samples(Array(order[heldOut...])), samples(Array(order[..<heldOut])))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    return start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count)
  }
}

/// What is wrong with data. Samples are counted from 0.
public enum DataError: Error, Equatable, CustomStringConvertible {
  case noSamples
  case labelCount(Int, samples: Int)
  case raggedRow(Int, count: Int, expected: Int)
  case notANumber(Int, text: String)
  case labelOutOfRange(Int, label: Int, classCount: Int)

  public var description: String {
    switch self {
    case .noSamples: "data set: there are no samples"
    case .labelCount(let count, let samples): "data set: \(count) labels are given for \(samples) samples"
    case .raggedRow(let number, let count, let expected): "data set: sample \(number) has \(count) features, sample 0 has \(expected)"
    case .notANumber(let number, let text): "data set: sample \(number) has “\(text)” where a finite number belongs"
    case .labelOutOfRange(let number, let label, let classCount):
      "data set: sample \(number) has the label \(label), the \(classCount) classes are 0 to \(classCount - 1)"
    }
  }
}
