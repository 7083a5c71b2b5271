/// How far a long operation has come: `done` of `total` passes.
public struct Progress: Sendable, Equatable {
  /// Passes that are finished.
  public let done: Int
  /// Passes in all.
  public let total: Int

  @inlinable public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
