import Derivatives

/// A way to get values and first derivatives of a program.
struct Mode {
  /// `nested`: with numbers that carry derivatives themselves or are several.
  enum Direction { case forward, reverse, nested }

  let name: String
  let direction: Direction
  /// The values, and `[i, j] = ∂yᵢ/∂xⱼ`; nil where the way does not apply.
  let evaluate: (Program, [Double], Room) -> (value: [Double], jacobian: Matrix)?
}

/// What is kept from program to program: one tape, and a workspace for each shape.
public final class Room {
  let tape = Tape<Double>()
  private var rows: [[Int]: RowsWorkspace] = [:]
  private var columns4: [[Int]: ColumnsWorkspace<Lanes4>] = [:]
  private var columns8: [[Int]: ColumnsWorkspace<Lanes8>] = [:]
  private var columns16: [[Int]: ColumnsWorkspace<Lanes16>] = [:]

  public init() {}

  func byRows(_ program: Program) -> RowsWorkspace {
    cached(&rows, program) { RowsWorkspace(inputCount: $0, outputCount: $1) }
  }
  func byColumns4(_ program: Program) -> ColumnsWorkspace<Lanes4> {
    cached(&columns4, program) { ColumnsWorkspace(inputCount: $0, outputCount: $1) }
  }
  func byColumns8(_ program: Program) -> ColumnsWorkspace<Lanes8> {
    cached(&columns8, program) { ColumnsWorkspace(inputCount: $0, outputCount: $1) }
  }
  func byColumns16(_ program: Program) -> ColumnsWorkspace<Lanes16> {
    cached(&columns16, program) { ColumnsWorkspace(inputCount: $0, outputCount: $1) }
  }
  private func cached<W>(_ all: inout [[Int]: W], _ program: Program, _ make: (Int, Int) -> W) -> W {
    let shape = [program.inputCount, program.outputs.count]
    if let found = all[shape] { return found }
    let new = make(shape[0], shape[1])
    all[shape] = new
    return new
  }
}

extension Mode {
  static var all: [Mode] { forward + reverse }

  private static var forward: [Mode] {
    [
      Mode(name: "jacobianByColumns", direction: .forward) { program, x, _ in
        valueWithJacobianByColumns(at: x) { program($0) }
      },
      byColumns("valueWithPushforward") { program, x, direction in
        let y = valueWithPushforward(at: x, along: direction) { program($0) }
        return (y.value, y.pushforward)
      },
      byColumns("Dual<Dual<Double>>", .nested) { program, x, direction in
        let point = x.indices.map { Dual(Dual(x[$0], tangent: direction[$0]), tangent: Dual(0.5, tangent: 0)) }
        let y = program(point)
        return (y.map(\.value.value), y.map(\.value.tangent))
      },
      byColumns("pushforwards", .nested) { program, x, direction in
        let eightAlike = Matrix([[Double]](repeating: x, count: 3))
        let directions = Matrix([[Double]](repeating: direction, count: 3))
        return (
          values(at: eightAlike, of: program).row(2),
          pushforwards(at: eightAlike, along: directions, of: program).row(2)
        )
      },
      Mode(name: "derivative", direction: .forward) { program, x, _ in
        guard x.count == 1 else { return nil }
        let y = program.outputs.indices.map { i in valueWithDerivative(at: x[0]) { program([$0])[i] } }
        return (y.map(\.value), Matrix(y.map { [$0.derivative] }))
      },
      workspace("ColumnsWorkspace<Lanes4>") { $0.byColumns4($1) },
      workspace("ColumnsWorkspace<Lanes8>") { $0.byColumns8($1) },
      workspace("ColumnsWorkspace<Lanes16>") { $0.byColumns16($1) },
    ]
  }

  private static var reverse: [Mode] {
    [
      Mode(name: "jacobianByRows", direction: .reverse) { program, x, _ in
        valueWithJacobianByRows(at: x) { program($0) }
      },
      Mode(name: "valueWithGradient", direction: .reverse) { program, x, _ in
        let y = program.outputs.indices.map { i in valueWithGradient(at: x) { program($0)[i] } }
        return (y.map(\.value), Matrix(y.map(\.gradient)))
      },
      Mode(name: "one tape's gradient", direction: .reverse) { program, x, room in
        var gradient = [Double](repeating: .nan, count: x.count)
        let y = program.outputs.indices.map { i in
          let value = room.tape.gradient(at: x, into: &gradient) { program($0)[i] }
          return (value, gradient)
        }
        return (y.map(\.0), Matrix(y.map(\.1)))
      },
      Mode(name: "RowsWorkspace", direction: .reverse) { program, x, room in
        var jacobian = Matrix(rowCount: program.outputs.count, columnCount: x.count, repeating: .nan)
        let workspace = room.byRows(program)
        workspace.jacobian(at: x, into: &jacobian) { x, y in
          var point: [Adjoint<Double>] = []
          for j in 0..<x.count { point.append(x[j]) }
          for (i, number) in program(point).enumerated() { y[i] = number }
        }
        return (workspace.value, jacobian)
      },
      byRows("valueWithPullback", .reverse, { $0 }, value: { $0 }),
      byRows("Adjoint<Dual<Double>>", .nested, { Dual($0, tangent: 1) }, value: { $0.value }),
      byRows("Adjoint<Dual<Lanes4>>", .nested, { Dual($0, tangent: Lanes4.unit(2)) }, value: { $0.value }),
      byRows("Adjoint<Points8>", .reverse, { Points8($0) }, value: { $0.values[5] }),
      byRows("Adjoint<Adjoint<Double>>", .nested, { Adjoint(constant: $0) }, value: { $0.value }),
    ]
  }

  /// Column by column: values and derivative along a unit direction.
  private static func byColumns(
    _ name: String, _ direction: Direction = .forward,
    _ evaluate: @escaping (Program, [Double], [Double]) -> (value: [Double], column: [Double])
  ) -> Mode {
    Mode(name: name, direction: direction) { program, x, _ in
      var jacobian = Matrix(rowCount: program.outputs.count, columnCount: x.count)
      var values: [Double] = []
      for j in x.indices {
        var direction = [Double](repeating: 0, count: x.count)
        direction[j] = 1
        let column = evaluate(program, x, direction)
        values = column.value
        for i in values.indices { jacobian[i, j] = column.column[i] }
      }
      return (values, jacobian)
    }
  }

  private static func workspace<Lanes>(
    _ name: String, _ workspace: @escaping (Room, Program) -> ColumnsWorkspace<Lanes>
  ) -> Mode {
    Mode(name: name, direction: .forward) { program, x, room in
      var jacobian = Matrix(rowCount: program.outputs.count, columnCount: x.count, repeating: .nan)
      let workspace = workspace(room, program)
      workspace.jacobian(at: x, into: &jacobian) { x, y in
        var point: [Dual<Lanes>] = []
        for j in 0..<x.count { point.append(x[j]) }
        for (i, number) in program(point).enumerated() { y[i] = number }
      }
      return (workspace.value, jacobian)
    }
  }

  /// Row by row, by pullbacks of numbers that hold a `Double` each.
  private static func byRows<S: Scalar & BitwiseCopyable>(
    _ name: String, _ direction: Direction, _ lift: @escaping (Double) -> S, value: @escaping (S) -> Double
  ) -> Mode {
    Mode(name: name, direction: direction) { program, x, _ in
      let y = valueWithPullback(at: x.map(lift)) { program($0) }
      let rows = y.value.indices.map { i in
        y.pullback(y.value.indices.map { $0 == i ? S(1.0) : S(0.0) }).map(value)
      }
      return (y.value.map(value), Matrix(rows))
    }
  }
}

// MARK: Second derivatives

/// A way to get the Hessian of one output.
struct SecondOrderMode {
  let name: String
  let hessian: (Component, [Double]) -> Matrix

  static var all: [SecondOrderMode] {
    [
      SecondOrderMode(name: "hessian") { f, x in Derivatives.hessian(at: x, of: f) },
      byColumns("hessianVectorProduct") { f, x, direction in
        hessianVectorProduct(at: x, along: direction) { f($0) }
      },
      byColumns("a dual of duals") { f, x, direction in
        x.indices.map { i in
          let point = x.indices.map { j in
            Dual(Dual(x[j], tangent: direction[j]), tangent: Dual(i == j ? 1 : 0, tangent: 0))
          }
          return f(point).tangent.tangent
        }
      },
      byColumns("the gradient of a pushforward") { f, x, direction in
        gradient(at: x) { x in
          pushforward(at: x, along: direction.map { Adjoint(constant: $0) }) { [f($0)] }[0]
        }
      },
    ]
  }

  private static func byColumns(
    _ name: String, _ column: @escaping (Component, [Double], [Double]) -> [Double]
  ) -> SecondOrderMode {
    SecondOrderMode(name: name) { f, x in
      var hessian = Matrix(rowCount: x.count, columnCount: x.count)
      for j in x.indices {
        var direction = [Double](repeating: 0, count: x.count)
        direction[j] = 1
        for (i, number) in column(f, x, direction).enumerated() { hessian[i, j] = number }
      }
      return hessian
    }
  }
}
