import Dispatch

/// Ranges of at most `size` that cover a range.
func blocks(of range: Range<Int>, size: Int) -> [Range<Int>] {
  stride(from: range.lowerBound, to: range.upperBound, by: size).map { $0..<min($0 + size, range.upperBound) }
}

/// Ranges of about equal length that cover 0 ..< count, one for each thread.
func shares(of count: Int, threads: Int) -> [Range<Int>] {
  guard count > 0 else { return [] }
  return blocks(of: 0..<count, size: max(1, (count + threads - 1) / threads))
}

/// The results of `body` for each share of 0 ..< count, each share on a thread of its own.
///
/// Tapes and workspaces are made inside of `body`: one task, one tape.
func concurrently<Result: Sendable>(_ count: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Result) -> [Result] {
  let shares = shares(of: count, threads: threads)
  guard shares.count > 1 else { return shares.map(body) }
  return [Result](unsafeUninitializedCapacity: shares.count) { results, initializedCount in
    nonisolated(unsafe) let memory = results.baseAddress!  // each iteration writes its own element
    DispatchQueue.concurrentPerform(iterations: shares.count) { (memory + $0).initialize(to: body(shares[$0])) }
    initializedCount = shares.count
  }
}

/// a ← a + b, entry by entry.
func add(_ b: [Double], to a: inout [Double]) {
  for i in a.indices { a[i] += b[i] }
}
