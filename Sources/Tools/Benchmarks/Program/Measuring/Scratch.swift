/// Numbers at a place of their own: the working memory of a derivative written by hand, or data that every number type reads.
final class Scratch {
  let start: UnsafeMutablePointer<Double>

  init(_ count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
  }

  init(copying numbers: [Double]) {
    start = .allocate(capacity: numbers.count)
    for (i, number) in numbers.enumerated() { (start + i).initialize(to: number) }
  }

  deinit { start.deallocate() }
}
