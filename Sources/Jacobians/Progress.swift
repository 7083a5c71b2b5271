/// How far a long operation has come: `done` of `total` passes.
public struct Progress: Sendable, Equatable {
  public let done: Int
  public let total: Int

  @inlinable public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
