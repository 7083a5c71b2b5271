import Derivatives
import Foundation
import TestSupport
import Testing

nonisolated(unsafe) private var memory = Dual<Double>(constant: 0)
nonisolated(unsafe) private var lanesMemory = Dual<Lanes8>(constant: 0)

/// Programs in which an evaluation computes with a number of another one. Each must stop, never give the sum of two perturbations.
enum Confusion: String, CaseIterable, Codable, Sendable {
  case sum, product, value, newton, throughAFunction, pushforward, columns, valueWithColumns, hessian, hessianVectorProduct
  case workspace, adjoint, adjointOfValueZero, third
  case sameWorkspace, sameWorkspaceInProgress
  // what is foreign is 0 at the inner point, or 0·∞; its derivative by the inner number is neither
  case vanishing, vanishingLogarithm, vanishingDifference, vanishingPushforward, vanishingHessian, vanishingHessianVectorProduct
  case vanishingInWorkspace, infinite, atOnePoint
  // seen in debug builds only
  case leak, leakOfLanes, thread, ownSeed

  static var stopping: [Confusion] {
    #if DEBUG
      allCases
    #else
      allCases.filter { ![.leak, .leakOfLanes, .thread, .ownSeed].contains($0) }
    #endif
  }

  var sentence: String {
    switch self {
    case .sameWorkspace, .sameWorkspaceInProgress:
      "jacobian: this workspace is in use: its function cannot use it again; make another workspace"
    case .leak, .thread, .ownSeed: "derivative: f uses a number of a derivative that is over, or of another thread's"
    case .leakOfLanes: "jacobian: f uses a number of a derivative that is over, or of another thread's"
    case .pushforward, .vanishingPushforward: "pushforward: f uses a number of another derivative that is still being taken"
    case .columns, .valueWithColumns, .workspace, .vanishingDifference, .vanishingInWorkspace:
      "jacobian: f uses a number of another derivative that is still being taken"
    case .hessian, .vanishingHessian: "hessian: f uses a number of another derivative that is still being taken"
    case .hessianVectorProduct, .vanishingHessianVectorProduct:
      "hessianVectorProduct: f uses a number of another derivative that is still being taken"
    default: "derivative: f uses a number of another derivative that is still being taken"
    }
  }

  func commit() {
    switch self {
    case .sum: _ = derivative(at: 1.0) { x in x * derivative(at: 1.0) { y in x + y } }
    case .product: _ = derivative(at: 1.0) { x in x * derivative(at: 1.0) { y in x * y } }
    case .value: _ = derivative(at: 1.0) { x in x * valueWithDerivative(at: 1.0) { y in x * y }.derivative }
    case .newton:
      _ = derivative(at: 2.0) { (a: Dual<Double>) in
        var root = 1.0
        for _ in 0..<9 {
          let (value, slope) = valueWithDerivative(at: root) { y in y * y - a }
          root -= value / slope
        }
        return a * root
      }
    case .throughAFunction:
      func slope(_ f: (Dual<Double>) -> Dual<Double>) -> Double { derivative(at: 3.0, of: f) }
      _ = derivative(at: 1.0) { x in x * slope { y in y * y * x } }
    case .third: _ = derivative(at: 1.0) { x in x * derivative(at: 2.0) { y in y * derivative(at: 3.0) { z in z * x } } }
    case .pushforward:
      _ = ForwardMode.pushforward(at: [1.0], along: [1.0]) { x in
        [x[0] * ForwardMode.pushforward(at: [1.0], along: [1.0]) { y in [x[0] + y[0]] }[0]]
      }
    case .columns:
      _ = jacobianByColumns(at: [3, 4]) { x in
        let inner = jacobianByColumns(at: [1, 1]) { y in [y[0] * x[0] + y[1] * x[1]] }
        return [inner[0, 0] * x[0]]
      }
    case .valueWithColumns:
      _ = jacobianByColumns(at: [3, 4]) { x in
        [x[0] * valueWithJacobianByColumns(at: [1, 1]) { y in [y[0] * x[0]] }.jacobian[0, 0]]
      }
    case .hessian:
      _ = Jacobians.hessian(at: [1, 2]) { x in
        x[0] * Jacobians.hessian(at: [3]) { y in y[0] * y[0] * Adjoint(constant: x[0].value) }[0, 0]
      }
    case .hessianVectorProduct:
      _ = Jacobians.hessianVectorProduct(at: [1, 2], along: [1, 0]) { x in
        x[0] * Jacobians.hessianVectorProduct(at: [3], along: [1]) { y in y[0] * y[0] * Adjoint(constant: x[0].value) }[0]
      }
    case .adjoint:
      _ = gradient(at: [1.0]) { a in
        derivative(at: a[0]) { x in x * Dual(constant: derivative(at: Adjoint(constant: 2.0)) { y in x * y }) }
      }
    case .adjointOfValueZero:  // what is foreign is (a − 1)ẋ: 0, but its derivative is not
      _ = gradient(at: [1.0]) { a in
        derivative(at: a[0]) { x in
          x * Dual(constant: derivative(at: Adjoint(constant: 2.0)) { y in y + x * Dual(constant: a[0] - 1) })
        }
      }
    case .leak:
      _ = derivative(at: 1.0) { (x: Dual<Double>) in
        memory = x
        return x
      }
      _ = derivative(at: 3.0) { y in y * memory }
    case .leakOfLanes:
      _ = jacobianByColumns(at: [1]) { x in
        lanesMemory = x[0]
        return x
      }
      _ = jacobianByColumns(at: [3]) { y in [y[0] * lanesMemory] }
    case .thread:
      _ = derivative(at: 1.0) { (x: Dual<Double>) in
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
          _ = derivative(at: 1.0) { y in x * y }
          done.signal()
        }
        done.wait()
        return x
      }
    case .ownSeed:
      let x = Dual(2.0, tangent: 1)
      _ = derivative(at: 1.0) { y in x * y }
    case .workspace, .sameWorkspace, .sameWorkspaceInProgress: commitWithWorkspaces()
    default: commitWhereItVanishes()
    }
  }

  /// The inner derivative is right, but what it depends on is lost: the first program would give 1, and is 2.
  private func commitWhereItVanishes() {
    switch self {
    case .vanishing: _ = derivative(at: 0.0) { x in x + derivative(at: 0.0) { y in x * y } }
    case .vanishingLogarithm: _ = derivative(at: 2.0) { x in x + derivative(at: 1.0) { y in x * log(y) } }
    case .vanishingDifference:
      _ = jacobianByColumns(at: [2]) { x in
        [x[0] + jacobianByColumns(at: [1, 1]) { y in [x[0] * (y[0] - y[1])] }[0, 0]]
      }
    case .vanishingPushforward:
      _ = ForwardMode.pushforward(at: [2], along: [1]) { x in
        [x[0] + ForwardMode.pushforward(at: [0], along: [1]) { y in [x[0] * y[0]] }[0]]
      }
    case .vanishingHessian:
      _ = Jacobians.hessian(at: [2]) { x in
        x[0] + Jacobians.hessian(at: [0]) { y in y[0] * y[0] * y[0] * Adjoint(constant: x[0].value) }[0, 0]
      }
    case .vanishingHessianVectorProduct:
      _ = derivative(at: 2.0) { (x: Dual<Double>) in
        x + Jacobians.hessianVectorProduct(at: [0], along: [1]) { y in y[0] * y[0] * Adjoint(constant: x) }[0]
      }
    case .vanishingInWorkspace:
      let workspaces = (0..<2).map { _ in ColumnsWorkspace<Lanes4>(inputCount: 1, outputCount: 1) }
      var (outer, inner) = (Matrix(rowCount: 1, columnCount: 1), Matrix(rowCount: 1, columnCount: 1))
      workspaces[0].jacobian(at: [2], into: &outer) { x, y in
        let factor = x[0]
        workspaces[1].jacobian(at: [0], into: &inner) { u, v in v[0] = u[0] * factor }
        y[0] = factor + inner[0, 0]
      }
    case .infinite: _ = derivative(at: 0.0) { x in x + derivative(at: 0.0) { y in sqrt(x) * y } }
    case .atOnePoint: _ = derivative(at: 2.0) { x in x + derivative(at: 0.0) { y in y == 0 ? y * x : 2 * y * x } }
    default: fatalError(rawValue)
    }
  }

  private func commitWithWorkspaces() {
    let outer = ColumnsWorkspace<Lanes4>(inputCount: 1, outputCount: 1)
    let inner = self == .workspace ? ColumnsWorkspace<Lanes4>(inputCount: 1, outputCount: 1) : outer
    var (outerMatrix, matrix) = (Matrix(rowCount: 1, columnCount: 1), Matrix(rowCount: 1, columnCount: 1))
    func useInner(_ factor: Dual<Lanes4>) { inner.jacobian(at: [1], into: &matrix) { u, v in v[0] = u[0] * factor } }
    if self == .sameWorkspaceInProgress {
      func follow(_ step: Jacobians.Progress) { useInner(2) }
      outer.jacobian(at: [1], into: &outerMatrix, progress: follow) { x, y in y[0] = x[0] }
    } else {
      outer.jacobian(at: [1], into: &outerMatrix) { x, y in
        useInner(self == .workspace ? x[0] : 2)
        y[0] = x[0] * matrix[0, 0]
      }
    }
  }
}

#if os(macOS) || os(Linux) || os(Windows)  // where a test can wait for a process to end
  @Suite struct ConfusionTests {
    @Test(arguments: Confusion.stopping)
    func aForeignPerturbationStopsWithASentence(_ confusion: Confusion) async {
      let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [confusion] in confusion.commit() }
      let said = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(said.contains(confusion.sentence), "\(confusion.rawValue) ended with: \(said)")
    }
  }
#endif

/// Nested evaluations that mix nothing: each is right, and leaves nothing behind.
@Suite struct NestedEvaluationTests {
  private struct Refused: Error {}

  @Test func numbersOfOtherLevelsAreRight() {
    #expect(derivative(at: 1.0) { x in x * derivative(at: Dual(constant: 1)) { y in Dual(constant: x) + y } } == 1)
    #expect(derivative(at: 2.0) { x in derivative(at: x) { y in derivative(at: y) { z in z * z * z * z } } } == 48)
    #expect(derivative(at: 1.0) { x in x * derivative(at: 3.0) { y in y * y } } == 6)
    #expect(derivative(at: 1.0) { x in x * derivative(at: 3.0) { y in x.value * y * y } } == 6)
  }

  @Test func recursionIsRight() {
    func f(_ depth: Int, _ a: Double) -> Double {
      derivative(at: a) { x in depth == 0 ? x * x : x * f(depth - 1, x.value) }
    }
    #expect(f(4, 1.5) == 3)
  }

  @Test func aFunctionThatThrowsLeavesNoEvaluationBehind() {
    let refusing = { (x: Dual<Double>) throws(Refused) -> Dual<Double> in throw Refused() }
    #expect(throws: Refused.self) { try derivative(at: 1.0, of: refusing) }
    #expect(derivative(at: 1.0) { x in x * ((try? derivative(at: 2.0, of: refusing)) ?? 4) } == 4)
    let workspace = ColumnsWorkspace<Lanes4>(inputCount: 1, outputCount: 1)
    var jacobian = Matrix(rowCount: 1, columnCount: 1)
    #expect(throws: Refused.self) { try workspace.jacobian(at: [1], into: &jacobian) { _, _ in throw Refused() } }
    workspace.jacobian(at: [3], into: &jacobian) { x, y in y[0] = x[0] * x[0] }
    #expect(jacobian == Matrix([[6]]))
    // none is running: the same calls count as before
    var calls = 0
    _ = derivative(at: 1.0) { (x: Dual<Double>) in
      calls += 1
      return x
    }
    #expect(calls == 1 + checksPerOperation)
  }

  /// A number of a check beside the point is not what `f` finds in its memory: neither in that of its first call, nor of its last.
  @Test func whatAFunctionKeepsIsOfItsPoint() {
    var (first, last) = (nil as Double?, 0.0)
    let slope = derivative(at: 1.0) { (x: Dual<Double>) in
      x
        * derivative(at: 3.0) { (y: Dual<Double>) in
          if first == nil { first = y.value }
          last = y.value
          return y * (first ?? 0)
        }
    }
    #expect(slope == 3 && first == 3 && last == 3)
  }

  /// Beside the point means towards 0: a domain that ends at the point is not left.
  @Test(arguments: [1.0, -1, 0]) func theEndOfADomainIsNoObstacle(_ end: Double) {
    let slope = derivative(at: 1.0) { (x: Dual<Double>) in
      x
        * derivative(at: end) { (y: Dual<Double>) in
          precondition(y.magnitude <= 1 && y.value >= min(end, 0))
          return 2 * y
        }
    }
    #expect(slope == 2)
  }

  /// 0·∞ is NaN, which is not a foreign number.
  @Test func anInfiniteSlopeIsNoForeignPerturbation() {
    _ = derivative(at: 1.0) { x in x * derivative(at: Double.infinity) { y in y * y } }
    _ = derivative(at: 1.0) { x in x * derivative(at: 0.0) { y in log(y) * y / y } }
    #expect(derivative(at: 1.0) { x in x * derivative(at: 0.0) { y in sqrt(y) } } == .infinity)
  }

  @Test func tapesWithinAreRight() {
    #expect(
      gradient(at: [1.0, 2]) { a in
        derivative(at: a[0]) { x in derivative(at: x) { y in y * y * y * Dual(constant: Dual(constant: a[1])) } }
      } == [12, 6])
  }

  @Test func kNestedEvaluationsCallTheInnermost2KMinus1Times() {
    var calls = 0
    func f(_ depth: Int) -> Double {
      derivative(at: 1.0) { (x: Dual<Double>) in
        if depth > 1 { return x * f(depth - 1) }
        calls += 1
        return x
      }
    }
    for depth in 1...6 {
      calls = 0
      #expect(f(depth) == 1 && calls == 2 * depth - 1 + checksPerOperation, "\(depth) nested")
    }
  }

  @Test func tasksDoNotSeeEachOther() async {
    await withTaskGroup(of: Bool.self) { group in
      for i in 0..<200 {
        group.addTask {
          let first = derivative(at: Double(i)) { x in x * x }
          await Task.yield()
          return first == Double(2 * i) && derivative(at: Double(i)) { x in x * x * x } == Double(3 * i * i)
        }
      }
      for await right in group { #expect(right) }
    }
  }
}
