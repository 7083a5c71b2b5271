import Derivatives
import Networks
import TestSupport
import Testing

@testable import tour

struct DataTests {
  private static let names = ["a", "b"]

  @Test(arguments: [
    ("", DataError.noSamples),
    ("# only a comment\n", .noSamples),
    ("1,2,0\n3,1\n", .raggedRow(1, count: 1, expected: 2)),
    ("1,2,0\n3,x,1\n", .notANumber(1, text: "x")),
    ("1,,0\n", .notANumber(0, text: "")),
    ("1,inf,0\n", .notANumber(0, text: "inf")),
    ("1,2,0.5\n", .notANumber(0, text: "0.5")),
    ("1,2,0\n1,2,2\n", .labelOutOfRange(1, label: 2, classCount: 2)),
    ("1,2,-1\n", .labelOutOfRange(0, label: -1, classCount: 2)),
  ])
  func wrongFilesAreRefused(_ csv: String, _ error: DataError) {
    #expect(throws: error) { try DataSet(csv: csv, classNames: Self.names) }
  }

  @Test func refusalsNameBothCounts() {
    #expect("\(DataError.raggedRow(1, count: 1, expected: 2))" == "data set: sample 1 has 1 features, sample 0 has 2")
    #expect("\(DataError.labelOutOfRange(4, label: 7, classCount: 3))" == "data set: sample 4 has the label 7, the 3 classes are 0 to 2")
    #expect(throws: DataError.labelCount(1, samples: 2)) { try DataSet(features: [[1], [2]], labels: [0], classNames: Self.names) }
    #expect("\(DataError.labelCount(1, samples: 2))" == "data set: 1 labels are given for 2 samples")
  }

  @Test func linesAreReadWithBlanksAndLineEnds() throws {
    let data = try DataSet(csv: "# a comment\r\n 1 , 2.5e1,0\r\n-3,4, 1 \r\n\r\n", classNames: Self.names)
    #expect(data.features == [[1, 25], [-3, 4]])
    #expect(data.labels == [0, 1])
    #expect(data.batch == Batch(inputs: [[1, 25], [-3, 4]], targets: [[1, 0], [0, 1]]))
  }

  @Test func everySampleIsInOnePart() throws {
    let data = try DataSet(features: (0..<100).map { [Double($0)] }, labels: (0..<100).map { $0 % 2 }, classNames: Self.names)
    let (training, heldOut) = data.split(heldOut: 0.3, seed: 1)
    #expect(heldOut.count == 30)
    let numbers = (training.features + heldOut.features).map { Int($0[0]) }
    #expect(numbers.sorted() == Array(0..<100))
    #expect(numbers != Array(0..<100))
    for part in [training, heldOut] { #expect(zip(part.features, part.labels).allSatisfy { Int($0[0]) % 2 == $1 }) }
    #expect(data.split(heldOut: 0.3, seed: 1) == (training, heldOut))
    #expect(data.split(heldOut: 0.3, seed: 2) != (training, heldOut))
  }

  @Test func standardisedFeaturesHaveMeanZeroAndDeviationOne() throws {
    var generator = SeededGenerator(seed: 13)
    let data = try DataSet(
      features: (0..<50).map { _ in generator.uniforms(3, 100, 101) + [7] }, labels: [Int](repeating: 0, count: 50), classNames: Self.names)
    let columns = Matrix(Standardisation(of: data).applied(to: data).features).transposed.rows
    for column in columns[..<3] {
      #expect((sum(column) / 50).magnitude <= 1e-12, "\(generator)")
      #expect(relativeError(dot(column, column) / 50, 1) <= 1e-12, "\(generator)")
    }
    #expect(columns[3] == [Double](repeating: 0, count: 50))
  }

  @Test func permutationsHoldEveryNumberOnceAndEveryPlaceIsLikely() {
    var generator = SplitMix64(seed: 1)
    var counts = Matrix(rowCount: 4, columnCount: 4)
    for _ in 0..<4000 {
      let order = generator.permutation(of: 4)
      #expect(order.sorted() == [0, 1, 2, 3])
      for (place, number) in order.enumerated() { counts[place, number] += 1 }
    }
    // 1000 each, with a deviation of √(4000 · ¼ · ¾) = 27
    #expect(counts.entries.allSatisfy { ($0 - 1000).magnitude <= 5 * 27.4 }, "\(counts)")
    #expect(generator.permutation(of: 0).isEmpty)
  }

  @Test func shippedDataAreComplete() throws {
    let (iris, digits) = (try Exercise.iris().data, try Exercise.digits().data)
    #expect(iris.count == 150 && iris.features[0].count == 4)
    #expect((0..<3).allSatisfy { label in iris.labels.count { $0 == label } == 50 })
    #expect(digits.count == 1797 && digits.features[0].count == 64)
    #expect(digits.features.allSatisfy { $0.allSatisfy { (0...16).contains($0) } })
    #expect(Set(digits.labels) == Set(0...9))
  }
}
