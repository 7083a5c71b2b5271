public import CNumerics

extension Points8 {
  /// Whether points may have taken different branches in `evaluation`, on this thread or on one that it uses.
  ///
  /// A comparison on a thread that evaluates no points counts for every evaluation that is going on anywhere: some are
  /// then done again without need, none is left wrong.
  @inlinable @inline(__always) public static func _partWays(_ evaluation: () -> Void) -> Bool {
    let before = cn_enter_points()
    evaluation()
    return cn_leave_points(before)
  }
}
