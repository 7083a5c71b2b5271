import CNumerics
import Scalars

// Operations of many numbers, as memory. One has any number of results, which are consecutive nodes, and any number of operand arrays, each a
// run. In place of the nodes' partial derivatives a run says by which rule the adjoints of the results become those of its operands; the
// nodes themselves are not written.

/// An array of operands: x̄ᵢ += wᵢ tᵢ, where t follows from the adjoints of the results by `rule`.
@frozen @usableFromInline struct ArrayOperand: BitwiseCopyable {
  @frozen @usableFromInline enum Rule: UInt32 {
    /// tᵢ = z̄: one result, whose partial derivatives are the weights.
    case one
    /// tᵢ = z̄ᵢ: a result for each operand, its partial derivative the weight.
    case each
    /// tᵢ = yᵢ (ȳᵢ − Σ yₖ ȳₖ), the values y.
    case softmax
    /// T = C̄ Bᵀ: the first factor of C = A B, the values B.
    case left
    /// T = Aᵀ C̄: the second factor, the values A.
    case right
    /// tᵢ = Σⱼ C̄ᵢⱼ: a number added to a row.
    case row
  }

  /// The first result.
  @usableFromInline let node: UInt32
  @usableFromInline let results: UInt32
  /// For a matrix of results, how many columns it has.
  @usableFromInline let columns: UInt32
  @usableFromInline let rule: Rule
  @usableFromInline let count: UInt32
  /// The first operand when they follow each other on the tape; otherwise 0, and their nodes lie in `Recording.operands`.
  @usableFromInline let base: UInt32
  @usableFromInline let operands: Int
  /// Where in `Recording.numbers` the weights are; negative when all are 1.
  @usableFromInline let weights: Int
  /// Where the values are.
  @usableFromInline let values: Int

  @inlinable @inline(__always) init(
    node: Int, results: Int, columns: Int, rule: Rule, count: Int, base: UInt32, operands: Int, weights: Int, values: Int
  ) {
    self.node = UInt32(truncatingIfNeeded: node)
    self.results = UInt32(truncatingIfNeeded: results)
    self.columns = UInt32(truncatingIfNeeded: columns)
    self.rule = rule
    if _slowPath(UInt64(truncatingIfNeeded: count) >> 32 != 0) { Self.tooMany(count) }
    self.count = UInt32(truncatingIfNeeded: count)
    self.base = base
    self.operands = operands
    self.weights = weights
    self.values = values
  }

  @usableFromInline @inline(never) static func tooMany(_ count: Int) -> Never {
    fatalError("Adjoint: an operation of \(count) numbers; it can have up to 2³² − 1")
  }

  /// The sizes of the product that a factor belongs to.
  @inlinable var shape: ProductShape {
    let rows = Int(results) / Int(columns)
    return ProductShape(rows: rows, inner: Int(count) / (rule == .left ? rows : Int(columns)), columns: Int(columns))
  }
}

/// What the tape has to know of an array of operands.
@frozen @usableFromInline struct Survey {
  /// The first node when all are consecutive nodes, otherwise 0.
  @usableFromInline var base: UInt32 = 0
  /// Some number is not a constant.
  @usableFromInline var isActive = false
  /// All weights are 1.
  @usableFromInline var isUnweighted = true
  @usableFromInline init() {}
}

extension Adjoint {
  /// The tape that the numbers are on, which is still recording the first of them; `nil` when all are constants.
  ///
  /// The others are looked at by `survey`. But this one's tape is about to be written to: it must be known not to be gone.
  @inlinable @inline(__always) static func tape<X: Numbers<Adjoint>>(of x: X) -> UnsafeMutablePointer<Recording<Value>>? {
    for i in 0..<x.count where x[i].word != 0 {
      let header = x[i].tape.unsafelyUnwrapped
      if _slowPath(!header.pointee.holds(x[i].word)) { Tape<Value>.misuse(x[i].word, x[i].word, header) }
      return header
    }
    return nil
  }

  /// Looks at the operands, all in one pass without branches; stops if one belongs to another recording.
  @inlinable @inline(__always) static func survey<X: Numbers<Adjoint>>(
    _ x: X, on header: UnsafeMutablePointer<Recording<Value>>, _ visit: (Int, Value) -> Void
  ) -> Survey {
    let first = x.count > 0 ? x[0].word : 0
    var all: UInt64 = 0
    var apart: UInt64 = 0
    var weighted: UInt64 = 0
    for i in 0..<x.count {
      let number = x[i]
      visit(i, number.value)
      all |= number.word
      apart |= number.word ^ (first &+ UInt64(truncatingIfNeeded: i))
      weighted |= (number.weight - 1).isExactlyZero ? 0 : 1  // not `==`, which sees the value of a dual only
    }
    var survey = Survey()
    guard all != 0 else { return survey }
    survey.isActive = true
    survey.isUnweighted = weighted == 0
    if first != 0 && apart == 0 {
      if _slowPath(!header.pointee.holds(first)) { wideMisuse() }
      survey.base = cn_node(header.pointee.index(of: first))
    } else {
      for i in 0..<x.count where _slowPath(x[i].word != 0 && !header.pointee.holds(x[i].word)) { wideMisuse() }
    }
    return survey
  }

  // Not a default argument, which would allocate in debug builds.
  @inlinable @inline(__always) static func survey<X: Numbers<Adjoint>>(
    _ x: X, on header: UnsafeMutablePointer<Recording<Value>>
  ) -> Survey {
    survey(x, on: header) { _, _ in }
  }

  /// The same, and the values are written to `values`.
  @inlinable @inline(__always) static func gather<X: Numbers<Adjoint>>(
    _ x: X, on header: UnsafeMutablePointer<Recording<Value>>, to values: UnsafeMutablePointer<Value>
  ) -> Survey {
    survey(x, on: header) { (values + $0).initialize(to: $1) }
  }

  /// Notes the operands of the operation whose results will be the next nodes; constants alone are not noted.
  @inlinable @inline(__always) static func record<X: Numbers<Adjoint>>(
    _ x: X, _ survey: Survey, on header: UnsafeMutablePointer<Recording<Value>>, rule: ArrayOperand.Rule, results: Int = 1,
    columns: Int = 1,
    weights: Int, values: Int = 0
  ) {
    guard survey.isActive else { return }
    let operands = header.pointee.operands.count
    if survey.base == 0 {
      let nodes = header.pointee.operands.reserve(x.count)
      let start = header.pointee.start
      for i in 0..<x.count { (nodes + i).initialize(to: cn_node(Swift.max(x[i].word, start) &- start)) }  // of a constant 0
      header.pointee.operands.count &+= x.count
    }
    let run = header.pointee.arrayOperands.reserve(1)
    run.initialize(
      to: ArrayOperand(
        node: header.pointee.count, results: results, columns: columns, rule: rule, count: x.count, base: survey.base, operands: operands,
        weights: weights, values: values))
    header.pointee.arrayOperands.count &+= 1
  }

  /// Where the weights of the operands are saved; negative when they need not be.
  @inlinable @inline(__always) static func weights<X: Numbers<Adjoint>>(
    _ x: X, _ survey: Survey, on header: UnsafeMutablePointer<Recording<Value>>
  ) -> Int {
    survey.isUnweighted || !survey.isActive ? -1 : header.pointee.save(x.count) { x[$0].weight }
  }

  /// Saves partial derivatives along the weights, and returns where. A rule is anyone's code and might use this tape: each partial goes to
  /// where its place is by then.
  @inlinable @inline(__always) static func save<X: Numbers<Adjoint>>(
    partialsOf x: X, on header: UnsafeMutablePointer<Recording<Value>>, _ partial: (Int) -> Value
  ) -> Int {
    let place = header.pointee.numbers.count
    _ = header.pointee.numbers.reserve(x.count)
    header.pointee.numbers.count &+= x.count
    for i in 0..<x.count {
      let weight = x[i].word == 0 ? .zero : Value._along(x[i].weight, partial(i))
      if _slowPath(place &+ i >= header.pointee.numbers.count) { wideMisuse() }
      (header.pointee.numbers.start.unsafelyUnwrapped + (place &+ i)).initialize(to: weight)
    }
    return place
  }

  @inlinable static func buffer(_ numbers: UnsafeMutablePointer<Value>, _ count: Int) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: numbers, count: count)
  }

  @usableFromInline @inline(never) static func wideMisuse() -> Never {
    fatalError("Adjoint: a number meets numbers of another recording in one operation; each belongs to one tape and one recording")
  }
}

extension Recording {
  /// Saves numbers for the sweep, and returns where. `number` must record nothing on this tape.
  @inlinable @inline(__always) mutating func save(_ count: Int, _ number: (Int) -> Value) -> Int {
    let place = numbers.count
    let target = numbers.reserve(count)
    for i in 0..<count { (target + i).initialize(to: number(i)) }
    numbers.count &+= count
    return place
  }

  /// The word of the first result of the operation whose operands are being recorded.
  @_transparent @usableFromInline var nextWord: UInt64 { cn_word(start, count) }

  /// Makes the results of an operation of many numbers, whose operands were just recorded, the next nodes.
  @inlinable mutating func reserveResults(_ results: Int) {
    count &+= results
    wideCount &+= 1
    wideResults &+= results
    while _slowPath(count > capacity) { cn_tape_grow(&self) }
  }
}
