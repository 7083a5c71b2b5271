import CNumerics
import Derivatives
import Testing

/// Ways to make the library read or write where it must not, or to hand it a result of another shape than before.
enum MemoryMisuse: String, CaseIterable, Codable, Sendable {
  case entriesAppended, entriesRemoved, entriesReplaced, entriesOfPoints, entriesAndAnError
  case recordingWithinAGradient, gradientWithinAGradient, shrinkingWithinAGradient, shrinkingAndRecordingWithinAGradient
  case workspaceWithinItself, workspaceWithinItsProgress, valueWithinTheWorkspace, shrinkingWithinTheWorkspace
  case staleInSum, staleInDot, staleInLogSumExp, staleInNorm, staleInMatrixProduct, staleInHadamardProduct, staleInSoftmax
  case staleInPolynomial, staleArgumentOfPolynomial
  case numberAfterTheTapeShrank, numberOfAnotherTapeAtTheSamePlace, wordsOfAnotherBlock, noMoreWords, capacityBeyondMemory
  case adjointOfTwice, adjointOfShifted, adjointOfALaterNumber
  case jacobianCount, pointsCount, pointByPointCount, valuesCount, valuesCountOneByOne, ruleCount

  /// A part of the sentence.
  var sentence: String {
    switch self {
    case .entriesAppended, .entriesAndAnError: "Matrix: 5 entries are given, 2 rows of 2 columns have 4"
    case .entriesRemoved: "Matrix: 0 entries are given, 2 rows of 2 columns have 4"
    case .entriesReplaced: "Matrix: 1 entries are given, 2 rows of 2 columns have 4"
    case .entriesOfPoints: "Matrix: 3 entries are given, 2 rows of 2 columns have 4"
    case .recordingWithinAGradient, .gradientWithinAGradient, .shrinkingWithinAGradient, .shrinkingAndRecordingWithinAGradient:
      "gradient: the function began another recording on the tape that records it; give it a tape of its own"
    case .workspaceWithinItself, .workspaceWithinItsProgress: "jacobian: this workspace is in use"
    case .valueWithinTheWorkspace: "value: this workspace is in use"
    case .shrinkingWithinTheWorkspace: "shrink: this workspace is in use"
    case .staleInSum, .staleInDot, .staleInLogSumExp, .staleInNorm, .staleInMatrixProduct, .staleInHadamardProduct, .staleInSoftmax,
      .staleInPolynomial, .staleArgumentOfPolynomial, .numberAfterTheTapeShrank, .numberOfAnotherTapeAtTheSamePlace, .wordsOfAnotherBlock:
      "a number of a recording is used after that recording ended"
    case .noMoreWords: "this process has recorded 2^64 operations"
    case .capacityBeyondMemory: "Tape: room for 9223372036854775807 operations is asked for"
    case .adjointOfTwice, .adjointOfShifted: "adjoint: this number has no node of its own; name it with `unit(_:)`"
    case .adjointOfALaterNumber: "adjoint: the number was recorded after these adjoints were computed"
    case .jacobianCount: "jacobian: the function returned 1 numbers, and 2 the first time"
    case .pointsCount, .pointByPointCount: "valuesWithJacobians: the function returned 1 numbers, and 2 the first time"
    case .valuesCount, .valuesCountOneByOne: "points: the function returned 1 numbers, and 2 the first time"
    case .ruleCount: "the value has 1 numbers at one point, 2 at another"
    }
  }

  func commit() {
    switch self {
    case .entriesAppended, .entriesRemoved, .entriesReplaced, .entriesOfPoints, .entriesAndAnError: commitOnAMatrix()
    case .workspaceWithinItself, .workspaceWithinItsProgress, .valueWithinTheWorkspace, .shrinkingWithinTheWorkspace: commitInAWorkspace()
    case .jacobianCount, .pointsCount, .pointByPointCount, .valuesCount, .valuesCountOneByOne, .ruleCount: commitByCounts()
    case .recordingWithinAGradient, .gradientWithinAGradient, .shrinkingWithinAGradient, .shrinkingAndRecordingWithinAGradient:
      commitWithinAGradient()
    case .wordsOfAnotherBlock, .noMoreWords, .capacityBeyondMemory, .numberAfterTheTapeShrank, .numberOfAnotherTapeAtTheSamePlace:
      commitByWords()
    case .adjointOfTwice, .adjointOfShifted, .adjointOfALaterNumber: commitByAdjoints()
    default: commitWithStaleNumbers()
    }
  }

  private func commitOnAMatrix() {
    struct Late: Error {}
    func mislead(_ entries: inout [Double]) throws {
      entries.append(0)
      throw Late()
    }
    var matrix = Matrix([[1, 2], [3, 4]])
    switch self {
    case .entriesAppended: matrix.entries.append(5)
    case .entriesRemoved: matrix.entries.removeAll()
    case .entriesReplaced: matrix.entries = [1]
    case .entriesAndAnError: try? mislead(&matrix.entries)
    default:
      matrix.entries.removeLast()
      struct First: VectorFunction { func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { [x[0]] } }
      print(values(at: matrix, of: First()))
    }
    print(matrix)
  }

  private func commitWithinAGradient() {
    let tape = Tape<Double>()
    var slope = [0.0, 0]
    var other = [0.0]
    _ = tape.gradient(at: [1, 2], into: &slope) { x in
      let y = x[0] * x[1]
      switch self {
      case .recordingWithinAGradient: return tape.record([Double](repeating: 1, count: 1))[0]
      case .gradientWithinAGradient: return 0 * y + Adjoint(constant: tape.gradient(at: [3], into: &other) { $0[0] * $0[0] })
      case .shrinkingAndRecordingWithinAGradient:
        tape.shrink()
        let other = tape.record([3, 4])
        return other[0] * other[1]
      default:
        tape.shrink()
        return 3
      }
    }
    print(slope)
  }

  private func commitInAWorkspace() {
    let workspace = RowsWorkspace(inputCount: 2, outputCount: 9)
    var matrix = Matrix(rowCount: 9, columnCount: 2)
    var other = matrix
    let useAgain = { workspace.jacobian(at: [1, 2], into: &other) { _, _ in } }
    let progress: (Derivatives.Progress) -> Void = { _ in if self == .workspaceWithinItsProgress { useAgain() } }
    workspace.jacobian(at: [1, 2], into: &matrix, progress: progress) { x, y in
      for i in 0..<9 { y[i] = x[0] * x[1] }
      switch self {
      case .workspaceWithinItself: useAgain()
      case .valueWithinTheWorkspace: _ = workspace.value
      case .shrinkingWithinTheWorkspace: workspace.shrink()
      default: break
      }
    }
    print(matrix)
  }

  private func commitWithStaleNumbers() {
    var x: [Adjoint<Double>] = []
    do {
      let tape = Tape<Double>()
      x = tape.record([1, 2, 3, 4])
      _ = sum(x) + dot(x, x)  // so that there is memory to be gone
    }
    switch self {
    case .staleInSum: print(sum(x))
    case .staleInDot: print(dot(x, [1, 2, 3, 4]))
    case .staleInLogSumExp: print(logSumExp(x))
    case .staleInNorm: print(norm(x))
    case .staleInMatrixProduct: print(matrixVectorProduct(x, [1, 2]))
    case .staleInHadamardProduct: print(hadamardProduct([1, 2, 3, 4], x))
    case .staleInSoftmax: print(softmax(x))
    case .staleInPolynomial: print(polynomial(x, at: 2))
    default: print(polynomial([1, 2, 3], at: x[0]))
    }
  }

  private func commitByWords() {
    let tape = Tape<Double>()
    let x = tape.record([1, 2])
    switch self {
    case .numberAfterTheTapeShrank:
      tape.shrink()
      print(x[0] * x[1])
    case .numberOfAnotherTapeAtTheSamePlace:
      var kept: [Adjoint<Double>] = []
      do { kept = Tape<Double>().record([1, 2]) }
      let heir = Tape<Double>()  // the header of the tape before
      let y = heir.record([1, 2])
      withExtendedLifetime((heir, y)) { print(kept[0] * kept[1]) }
    case .wordsOfAnotherBlock:
      // 2³² recordings later, by a tape whose words are nearly spent
      tape._skipWords(cn_words_per_block() - (1 << 32) - 2)
      _ = tape.record([1, 2])
      let y = tape.record([1, 2])
      withExtendedLifetime(y) { print(x[0] * x[1]) }
    case .noMoreWords:
      _ = cn_set_next_block((1 << 28) - 1)
      var tapes: [Tape<Double>] = []
      for _ in 0..<1000 {
        tapes.append(Tape())
        _ = tapes[tapes.count - 1].record([1])
      }
    default: _ = Tape<Double>(capacity: .max)
    }
    withExtendedLifetime(tape) {}
  }

  private func commitByAdjoints() {
    let tape = Tape<Double>()
    let x = tape.record([3])[0]
    let u = self == .adjointOfTwice ? 2 * x : x + 1
    let adjoints = tape.adjoints(of: u * u * x)
    print(adjoints[self == .adjointOfALaterNumber ? tape.unit(u) : u])
  }
}

/// Returns one number less from its second evaluation on.
private final class Changing: VectorFunction {
  var calls = 0
  let until: Int
  let parts: Bool
  init(until: Int = 1, parts: Bool = false) {
    self.until = until
    self.parts = parts
  }
  func callAsFunction<S: Scalar>(_ x: [S]) -> [S] {
    calls += 1
    let y = parts && x[0] > 3 ? x[0] : -x[0]
    return calls <= until ? [y, y] : [y]
  }
}

private struct ChangingRule: VectorRule {
  func value(_ x: [Double]) -> [Double] { x[0] < 4 ? [x[0], x[0]] : [x[0]] }
  func jacobian<S: Scalar>(_ x: [S], value y: [S]) -> [[S]] { y.map { _ in [1] } }
}

extension MemoryMisuse {
  fileprivate func commitByCounts() {
    let points = Matrix((0..<9).map { [Double($0)] })
    switch self {
    case .jacobianCount: print(jacobian(at: [1, 2], of: Changing()))
    case .pointsCount: print(valuesWithJacobians(at: points, of: Changing()).values)
    case .pointByPointCount: print(valuesWithJacobians(at: points, of: Changing(until: 2, parts: true)).values)
    case .valuesCount: print(values(at: points, of: Changing()))
    case .valuesCountOneByOne: print(values(at: Matrix(points.rows.dropLast()), of: Changing(parts: true)))
    default:
      struct ByRule: VectorFunction {
        func callAsFunction<S: Scalar>(_ x: [S]) -> [S] { S.applying(ChangingRule(), to: x) }
      }
      print(values(at: points, of: ByRule()))
    }
  }
}

#if os(macOS) || os(Linux) || os(Windows)  // where a test can wait for a process to end
  @Suite struct MemoryMisuseTests {
    @Test(arguments: MemoryMisuse.allCases)
    func misuseEndsWithASentence(_ misuse: MemoryMisuse) async {
      let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [misuse] in misuse.commit() }
      let said = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(said.contains(misuse.sentence), "\(misuse.rawValue) ended with: \(said)")
    }
  }
#endif
