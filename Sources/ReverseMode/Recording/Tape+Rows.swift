extension Tape where Value == Double {
  /// Writes `entries[i·n + j] = ∂outputs[i]/∂xⱼ`, as many rows in a sweep as pays: four rows cost little more than one,
  /// eight about twice as much [reverse sweeps with several adjoints at once: Griewank–Walther, ch. 3.2]. Several sweeps
  /// keep to the windows of their rows. `afterSweep` is told how many sweeps of how many are done.
  @inlinable public func _writeRows(
    of outputs: UnsafeBufferPointer<Adjoint<Double>>, to entries: UnsafeMutableBufferPointer<Double>, afterSweep: (Int, Int) -> Void
  ) {
    let total = (outputs.count + 7) / 8
    let n = header.pointee.inputCount
    _require(
      entries.count >= outputs.count * n, "rows: room for \(entries.count) entries, \(outputs.count) rows of \(n) have \(outputs.count * n)"
    )
    if total > 1 { header.pointee.findWindows() }
    for pass in 0..<total {
      let rows = UnsafeBufferPointer(rebasing: outputs[pass * 8..<min(pass * 8 + 8, outputs.count)])
      let target = UnsafeMutableBufferPointer(rebasing: entries[(pass * 8 * n)...])
      switch rows.count {
      case 1: writeRows(of: rows, to: target, Double.self, withinWindows: total > 1)
      case 2...4: writeRows(of: rows, to: target, Lanes4.self, withinWindows: total > 1)
      default: writeRows(of: rows, to: target, Lanes8.self, withinWindows: total > 1)
      }
      afterSweep(pass + 1, total)
    }
  }

  @inlinable func writeRows<A: Tangent>(
    of outputs: UnsafeBufferPointer<Adjoint<Double>>, to entries: UnsafeMutableBufferPointer<Double>, _ type: A.Type, withinWindows: Bool
  ) where A.Base == Double {
    let n = header.pointee.inputCount
    let adjoints = sweep(from: outputs, withinWindows: withinWindows, cotangent: { A.unit($0) })
    guard n > 0 else { return }
    let lanes = UnsafeRawPointer(adjoints + 1).assumingMemoryBound(to: Double.self)
    let stride = MemoryLayout<A>.stride / 8
    for i in 0..<outputs.count {
      let row = entries.baseAddress.unsafelyUnwrapped + i &* n
      for j in 0..<n { row[j] = lanes[j &* stride &+ i] }
    }
  }
}
