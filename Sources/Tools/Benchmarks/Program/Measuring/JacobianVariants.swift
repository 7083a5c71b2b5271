import Derivatives

/// The ways to a Jacobian that take turns, all with reused workspaces. Each method measures one of them.
struct JacobianVariants<K: JacobianKernel> {
  private let f: K
  private var x: [Double]
  private var jacobian: Matrix
  private let fixedX: UnsafeMutableBufferPointer<Double>
  private let fixedY: UnsafeMutableBufferPointer<Double>
  private let rowsWorkspace: RowsWorkspace
  private let four: ColumnsWorkspace<Lanes4>
  private let eight: ColumnsWorkspace<Lanes8>
  private let sixteen: ColumnsWorkspace<Lanes16>

  init(_ f: K) {
    self.f = f
    x = f.point
    let (n, m) = (x.count, f.outputCount)
    jacobian = Matrix(rowCount: m, columnCount: n)
    fixedX = fixed(x)
    fixedY = fixed([Double](repeating: 0, count: m))
    rowsWorkspace = RowsWorkspace(inputCount: n, outputCount: m)
    four = ColumnsWorkspace(inputCount: n, outputCount: m)
    eight = ColumnsWorkspace(inputCount: n, outputCount: m)
    sixteen = ColumnsWorkspace(inputCount: n, outputCount: m)
  }

  func free() {
    fixedX.deallocate()
    fixedY.deallocate()
  }

  @inline(__always) func plain(_ rounds: Rounds) {
    let (f, x, y) = (f, fixedX, fixedY)
    rounds.time(Name.plain) {
      touch(x)
      var results = MutableSpan(_unsafeElements: y)
      f(Span(_unsafeElements: UnsafeBufferPointer(x)), &results)
      touch(y)
    }
  }

  @inline(__always) mutating func columns4(_ rounds: Rounds) { columns(four, rounds) }
  @inline(__always) mutating func columns8(_ rounds: Rounds) { columns(eight, rounds) }
  @inline(__always) mutating func columns16(_ rounds: Rounds) { columns(sixteen, rounds) }

  @inline(__always) private mutating func columns<L: Tangent & BitwiseCopyable>(_ workspace: ColumnsWorkspace<L>, _ rounds: Rounds)
  where L.Base == Double {
    let f = f
    rounds.time(Name.columns(L.laneCount)) {
      touch(&x)
      workspace.jacobian(at: x, into: &jacobian) { f($0, &$1) }
    }
  }

  @inline(__always) mutating func rows(_ rounds: Rounds) {
    let f = f
    rounds.time(Name.rows) {
      touch(&x)
      rowsWorkspace.jacobian(at: x, into: &jacobian) { f($0, &$1) }
    }
  }

  @inline(__always) mutating func differences(_ rounds: Rounds) {
    let f = f
    rounds.time(Name.differences) {
      touch(fixedX)
      writeDifferences(of: f, at: fixedX, values: fixedY, to: &jacobian.entries)
    }
  }
}

extension JacobianVariants where K: HandWrittenJacobian {
  @inline(__always) mutating func byHand(_ rounds: Rounds) {
    let (f, x) = (f, fixedX)
    rounds.time(Name.byHand) {
      touch(x)
      jacobian.entries.withUnsafeMutableBufferPointer {
        f.writeJacobian(at: x.baseAddress.unsafelyUnwrapped, to: $0.baseAddress.unsafelyUnwrapped)
        touch($0)
      }
    }
  }
}

/// Writes the Jacobian at x by central differences, column by column. `y` holds m numbers.
@inline(__always) func writeDifferences<K: JacobianKernel>(
  of f: K, at x: UnsafeMutableBufferPointer<Double>, values y: UnsafeMutableBufferPointer<Double>, to entries: inout [Double]
) {
  let n = x.count
  entries.withUnsafeMutableBufferPointer { entries in
    for j in 0..<n {
      let old = x[j]
      let h = differenceStep(old)
      x[j] = old + h
      evaluate(f, x, y)
      for i in 0..<y.count { entries[i * n + j] = y[i] }
      x[j] = old - h
      evaluate(f, x, y)
      for i in 0..<y.count { entries[i * n + j] = (entries[i * n + j] - y[i]) / (2 * h) }
      x[j] = old
    }
  }
}

@inline(__always) private func evaluate<K: JacobianKernel>(
  _ f: K, _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
) {
  var results = MutableSpan(_unsafeElements: y)
  f(Span(_unsafeElements: UnsafeBufferPointer(x)), &results)
}

/// Measures a Jacobian by columns of some widths, by rows, by hand and by central differences, and what `also` measures.
@inline(__always) func measureJacobian<K: HandWrittenJacobian>(of f: K, widths: Set<Int>, _ rounds: Rounds, also: () -> Void = {}) {
  var variants = JacobianVariants(f)
  defer { variants.free() }
  rounds.run {
    variants.plain(rounds)
    if widths.contains(4) { variants.columns4(rounds) }
    if widths.contains(8) { variants.columns8(rounds) }
    if widths.contains(16) { variants.columns16(rounds) }
    variants.rows(rounds)
    variants.byHand(rounds)
    also()
    variants.differences(rounds)
  }
}

/// Measures a Jacobian that nobody derived by hand.
@inline(__always) func measureJacobianWithoutHand<K: JacobianKernel>(of f: K, _ rounds: Rounds) {
  var variants = JacobianVariants(f)
  defer { variants.free() }
  rounds.run {
    variants.plain(rounds)
    variants.columns8(rounds)
    variants.rows(rounds)
    variants.differences(rounds)
  }
}
