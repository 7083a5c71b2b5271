import Derivatives
import Testing

/// Ways to use the library wrongly. Each must end the process with a sentence that says what was wrong, never with a wrong number.
enum Misuse: String, CaseIterable, Codable, Sendable {
  case numberOfAnotherTape, numberOfAnotherTapeInASum, numberOfAnEarlierRecording, numberOfADeallocatedTape, sweepFromAnotherTape
  case unitOfAnotherTape, adjointWithoutANodeOfItsOwn, adjointOfAnotherRecording
  case pullbackCount, pushforwardCount, gradientRoom, directionOfHessianVectorProduct
  case raggedRows, wrongEntryCount, negativeRowCount, rowIndex, columnIndex, rowOutside, columnOutside
  case matrixTimesVector, vectorTimesMatrix
  case numberOfAnotherTapeInAProduct, numberOfAnEarlierRecordingInASoftmax
  case matrixSizes, matrixSizesWithoutInner, biasCount, hadamardCounts
  case dotCounts, changingCount, clampBounds, negativeOrder
  case columnsWorkspacePoint, columnsWorkspaceMatrix, columnsWorkspaceCounts, rowsWorkspacePoint, rowsWorkspaceMatrix, rowsWorkspaceCounts

  /// A part of the sentence.
  var sentence: String {
    switch self {
    case .numberOfAnotherTape: "meet in one operation; each belongs to one tape and one recording"
    case .numberOfAnotherTapeInASum, .numberOfAnotherTapeInAProduct, .numberOfAnEarlierRecordingInASoftmax:
      "meets numbers of another recording"
    case .numberOfAnEarlierRecording, .numberOfADeallocatedTape: "is used after that recording ended"
    case .sweepFromAnotherTape: "sweep: the number belongs to another recording"
    case .unitOfAnotherTape: "unit: the number belongs to another recording"
    case .adjointWithoutANodeOfItsOwn: "adjoint: this number has no node of its own; name it with `unit(_:)`"
    case .adjointOfAnotherRecording: "adjoint: the number belongs to another recording"
    case .pullbackCount: "pullback: cotangent has 1 entries, the function has 2 outputs"
    case .pushforwardCount: "pushforward: direction has 3 entries, the point has 2"
    case .gradientRoom: "gradient: room for 3 entries, the point has 2"
    case .directionOfHessianVectorProduct: "hessianVectorProduct: direction has 1 entries, the point has 2"
    case .raggedRows: "Matrix: row 1 has 1 entries, row 0 has 2"
    case .wrongEntryCount: "Matrix: 3 entries are given, 2 rows of 2 columns have 4"
    case .negativeRowCount: "counts cannot be negative"
    case .rowIndex: "Matrix: [2, 0] is outside of 2 rows and 3 columns"
    case .columnIndex: "Matrix: [1, -1] is outside of 2 rows and 3 columns"
    case .rowOutside: "Matrix: row -1 is outside of 2 rows"
    case .columnOutside: "Matrix: column 3 is outside of 3 columns"
    case .matrixTimesVector: "Matrix * vector: the matrix has 3 columns, the vector 2 entries"
    case .vectorTimesMatrix: "vector * Matrix: the vector has 3 entries, the matrix 2 rows"
    case .matrixSizes: "matrixProduct: 6 and 4 entries are no matrices with an inner count of 3"
    case .matrixSizesWithoutInner: "matrixProduct: 2 and 0 entries are no matrices with an inner count of 0"
    case .biasCount: "matrixProduct: the bias has 3 entries, the product has 2 rows"
    case .hadamardCounts: "hadamardProduct: the first array has 2 entries, the second has 3"
    case .dotCounts: "dot: the first vector has 2 entries, the second has 3"
    case .changingCount: "jacobian: the function returned 1 numbers, and 2 the first time"
    case .clampBounds: "clamp: the lower bound 3.0 is above the upper bound 2.0"
    case .negativeOrder: "polygamma: the order is -1, it must not be negative"
    case .columnsWorkspacePoint, .rowsWorkspacePoint: "jacobian: the point has 3 entries, the workspace has 2 inputs"
    case .columnsWorkspaceMatrix, .rowsWorkspaceMatrix: "jacobian: the matrix is 2 × 2, the workspace 1 × 2"
    case .columnsWorkspaceCounts: "ColumnsWorkspace: -1 inputs and 1 outputs; counts cannot be negative"
    case .rowsWorkspaceCounts: "RowsWorkspace: 1 inputs and -1 outputs; counts cannot be negative"
    }
  }

  func commit() {
    let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    switch self {
    case .pullbackCount: _ = pullback(at: [1, 2], from: [1]) { x in [x[0], x[1]] }
    case .pushforwardCount: _ = pushforward(at: [1, 2], along: [1, 2, 3]) { x in x }
    case .directionOfHessianVectorProduct: _ = hessianVectorProduct(at: [1, 2], along: [1]) { x in x[0] * x[1] }
    case .raggedRows: _ = Matrix([[1, 2], [3]])
    case .wrongEntryCount: _ = Matrix(rowCount: 2, columnCount: 2, entries: [1, 2, 3])
    case .negativeRowCount: _ = Matrix(rowCount: -1, columnCount: 0)
    case .rowIndex: _ = matrix[2, 0]
    case .columnIndex: _ = matrix[1, -1]
    case .rowOutside: _ = matrix.row(-1)
    case .columnOutside: _ = matrix.column(3)
    case .matrixTimesVector: _ = matrix * [1, 2]
    case .vectorTimesMatrix: _ = [1, 2, 3] * matrix
    case .matrixSizes: _ = matrixProduct([1.0, 2, 3, 4, 5, 6], [1, 2, 3, 4], inner: 3)
    case .matrixSizesWithoutInner: _ = matrixVectorProduct([1.0, 2], [])
    case .biasCount: _ = matrixVectorProduct([1.0, 2, 3, 4], [1, 2], adding: [1, 2, 3])
    case .hadamardCounts: _ = hadamardProduct([1.0, 2], [1, 2, 3])
    case .dotCounts: _ = dot([1.0, 2], [1, 2, 3])
    case .clampBounds: _ = clamp(1.0, 3, 2)
    case .negativeOrder: _ = polygamma(-1, 1.0)
    case .changingCount:
      _ = jacobianByColumns(at: [Double](repeating: 1, count: 9)) { x in
        x[8].tangent.isExactlyZero ? [x[0], x[1]] : [x[0]]  // nine columns take two passes
      }
    case .columnsWorkspacePoint, .columnsWorkspaceMatrix, .columnsWorkspaceCounts: commitWithColumns()
    case .rowsWorkspacePoint, .rowsWorkspaceMatrix, .rowsWorkspaceCounts: commitWithRows()
    default: commitOnTapes()
    }
  }

  private func commitOnTapes() {
    let tape = Tape<Double>()
    let other = Tape<Double>()
    let x = tape.record([1, 2])
    let y = other.record([3, 4])
    switch self {
    case .numberOfAnotherTape: _ = x[0] * y[1]
    case .numberOfAnotherTapeInASum: _ = sum([x[0], x[1], y[0]])
    case .numberOfAnotherTapeInAProduct: _ = matrixVectorProduct(x, [y[0], y[1]])
    case .numberOfAnEarlierRecordingInASoftmax: _ = softmax([tape.record([5, 6])[0], x[0]])
    case .numberOfAnEarlierRecording:
      _ = tape.record([5, 6])
      _ = x[0] + x[1]
    case .numberOfADeallocatedTape:
      var kept: [Adjoint<Double>] = []
      do { kept = Tape<Double>().record([1, 2]) }
      _ = kept[0] / kept[1]
    case .sweepFromAnotherTape: _ = tape.adjoints(of: y[0])
    case .unitOfAnotherTape: _ = tape.unit(y[0])
    case .adjointWithoutANodeOfItsOwn:
      let product = x[0] * x[1]
      let adjoints = tape.adjoints(of: sin(product))
      _ = adjoints[product]
    case .adjointOfAnotherRecording: _ = tape.adjoints(of: x[0])[y[0]]
    case .gradientRoom:
      var room = [0.0, 0, 0]
      _ = tape.gradient(at: [1, 2], into: &room) { x in x[0] }
    default: break
    }
    withExtendedLifetime((tape, other)) {}
  }

  private func commitWithColumns() {
    var matrix = self == .columnsWorkspaceMatrix ? Matrix(rowCount: 2, columnCount: 2) : Matrix(rowCount: 1, columnCount: 2)
    let workspace = ColumnsWorkspace<Lanes4>(inputCount: self == .columnsWorkspaceCounts ? -1 : 2, outputCount: 1)
    workspace.jacobian(at: self == .columnsWorkspacePoint ? [1, 2, 3] : [1, 2], into: &matrix) { x, y in y[0] = x[0] }
  }

  private func commitWithRows() {
    var matrix = self == .rowsWorkspaceMatrix ? Matrix(rowCount: 2, columnCount: 2) : Matrix(rowCount: 1, columnCount: 2)
    let workspace = RowsWorkspace(inputCount: self == .rowsWorkspaceCounts ? 1 : 2, outputCount: self == .rowsWorkspaceCounts ? -1 : 1)
    workspace.jacobian(at: self == .rowsWorkspacePoint ? [1, 2, 3] : [1, 2], into: &matrix) { x, y in y[0] = x[0] }
  }
}

#if os(macOS) || os(Linux) || os(Windows)  // where a test can wait for a process to end
  @Suite struct MisuseTests {
    @Test(arguments: Misuse.allCases)
    func misuseEndsWithASentence(_ misuse: Misuse) async {
      let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [misuse] in misuse.commit() }
      let said = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(said.contains(misuse.sentence), "\(misuse.rawValue) ended with: \(said)")
    }
  }
#endif
