import Derivatives

/// x ↦ (x − mean)/deviation, feature by feature: what is measured on the training part, and then done to every part.
///
/// ```swift
/// import Networks
///
/// let data = try DataSet(features: [[1, 7], [3, 7]], labels: [0, 1], classNames: ["a", "b"])
/// print(Standardisation(of: data).applied(to: data).features)
/// // Prints "[[-1.0, 0.0], [1.0, 0.0]]"
/// ```
public struct Standardisation: Sendable, Equatable {
  /// One number a feature.
  public let means: [Double]
  /// One number a feature: √(Σ (x − mean)²/N), and 1 for a feature that is constant.
  public let deviations: [Double]

  public init(of data: DataSet) {
    let count = Double(data.count)
    let columns = Matrix(data.features).transposed.rows
    let means = columns.map { sum($0) / count }
    self.means = means
    deviations = zip(columns, means).map { column, mean in
      let deviation = norm(column.map { $0 - mean }) / count.squareRoot()
      return deviation > 0 ? deviation : 1
    }
  }

  /// - Precondition: `data` has as many features as the data that were measured.
  public func applied(to data: DataSet) -> DataSet {
    data.mapFeatures { row in
      _require(row.count == means.count, "Standardisation: a sample of \(row.count) features, \(means.count) were measured")
      return row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
  }
}
