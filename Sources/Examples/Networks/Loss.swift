import Derivatives

/// E, the error of one sample, as a function of the outputs a of the last layer. The target is constant.
///
/// A loss of your own is one generic function; ∂E/∂a then comes from reverse mode:
///
/// ```swift
/// import Networks
///
/// struct LogCosh: Loss {
///   func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S {
///     sum(zip(outputs, target).map { log(cosh($0 - S($1))) })
///   }
/// }
/// print(LogCosh().slope([0.0, 2.0], target: [0, 1]))   // tanh(a − t)
/// // Prints "[0.0, 0.761594]"
/// ```
public protocol Loss: Sendable {
  /// E(a).
  func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S
  /// ∂E/∂a: one number an output.
  func slope(_ outputs: [Double], target: [Double]) -> [Double]
}

extension Loss {
  /// ∂E/∂a by reverse mode.
  @inlinable public func slope(_ outputs: [Double], target: [Double]) -> [Double] {
    gradient(at: outputs) { self($0, target: target) }
  }
}

/// E = ½ Σₖ (aₖ − tₖ)², so ∂E/∂a = a − t.
public struct SquaredError: Loss {
  @inlinable public init() {}

  @inlinable public func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S {
    requireTarget(target.count, outputs.count)
    let errors = zip(outputs, target).map { $0 - S($1) }
    return 0.5 * dot(errors, errors)
  }

  @inlinable public func slope(_ outputs: [Double], target: [Double]) -> [Double] {
    requireTarget(target.count, outputs.count)
    return zip(outputs, target).map { $0 - $1 }
  }
}

/// The cross-entropy of softmax a: E = −Σₖ tₖ log softmax(a)ₖ = (Σₖ tₖ) logSumExp(a) − Σₖ tₖ aₖ.
///
/// The softmax belongs to the loss, and the last layer is linear: then δᴸ = ∂E/∂a = softmax(a) Σₖ tₖ − t, which for targets that add up to 1 is
/// softmax(a) − t, and no exponential overflows.
///
/// ```swift
/// import Networks
///
/// print(CrossEntropy()([1000.0, 0], target: [0, 1]), CrossEntropy().slope([1000.0, 0], target: [0, 1]))
/// // Prints "1000.0 [1.0, -1.0]"
/// ```
public struct CrossEntropy: Loss {
  @inlinable public init() {}

  @inlinable public func callAsFunction<S: Scalar>(_ outputs: [S], target: [Double]) -> S {
    requireTarget(target.count, outputs.count)
    return S(sum(target)) * logSumExp(outputs) - dot(target.map { S($0) }, outputs)
  }

  @inlinable public func slope(_ outputs: [Double], target: [Double]) -> [Double] {
    requireTarget(target.count, outputs.count)
    let total = sum(target)
    return zip(softmax(outputs), target).map { total * $0 - $1 }
  }
}

@usableFromInline func requireTarget(_ targetCount: Int, _ outputCount: Int) {
  _require(targetCount == outputCount, "Loss: the target has \(targetCount) entries, there are \(outputCount) outputs")
}

extension Loss where Self == SquaredError {
  /// ½ Σₖ (aₖ − tₖ)².
  @inlinable public static var squaredError: SquaredError { SquaredError() }
}

extension Loss where Self == CrossEntropy {
  /// −Σₖ tₖ log softmax(a)ₖ.
  @inlinable public static var crossEntropy: CrossEntropy { CrossEntropy() }
}
