import TestSupport
import Testing

@testable import gradbench

/// Whole messages of the larger modules: the layout of inputs and outputs.
struct MessageTests {
  private func output(_ module: String, _ function: String, _ input: JSON) throws -> Input {
    try Input(Module.named(module).function(function)(Input(input, name: "input"), Settings()).output, name: "output")
  }

  @Test func mixtureGradientHasTheShapesOfTheInputs() throws {
    var generator = SeededGenerator(seed: 11)
    let (d, k, n) = (3, 2, 4)
    let input: JSON = .object([
      "d": .integer(d), "k": .integer(k), "n": .integer(n), "x": .rows(generator.uniforms(n * d), columnCount: d), "m": .integer(0),
      "gamma": .number(1),
      "alpha": .numbers(generator.uniforms(k)), "mu": .rows(generator.uniforms(k * d), columnCount: d),
      "q": .rows(generator.uniforms(k * d), columnCount: d), "l": .rows(generator.uniforms(k * 3), columnCount: 3),
    ])
    _ = try output("gmm", "objective", input).number()
    let gradient = try output("gmm", "jacobian", input)
    #expect(try gradient.member("alpha").numbers(k).count == k)
    for (name, columns) in [("mu", d), ("q", d), ("l", 3)] {
      #expect(try gradient.member(name).matrix(rows: k, columns: columns).count == k * columns)
    }
  }

  @Test func bundleAnswersWithAnExtract() throws {
    let input: JSON = .object([
      "n": .integer(2), "m": .integer(3), "p": .integer(7), "cam": .numbers([0.1, 0.2, 0.3, 0, 0, -9, 2, 0.5, 0.5, 0.1, 0.01]),
      "x": .numbers([1, 2, 3]),
      "w": .number(0.25), "feat": .numbers([1, -1]),
    ])
    let objective = try output("ba", "objective", input)
    #expect(try objective.member("reproj_error").member("elements").numbers(2).count == 2)
    #expect(try objective.member("reproj_error").member("repeated").integer(in: 0...99) == 7)
    #expect(try objective.member("w_err").member("element").number() == 0.9375)
    #expect(try objective.member("w_err").member("repeated").integer(in: 0...99) == 7)
    let jacobian = try output("ba", "jacobian", input)
    // 3p + 1 = 22 row pointers are fewer than 30: all of them, then the last once more, as a slice would give.
    #expect(try jacobian.member("rows").numbers().prefix(16) == [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 211])
    let columns = try jacobian.member("cols").numbers(31)
    let first = (0..<11).map(Double.init) + [22, 23, 24, 31]
    #expect(columns == first + first + [37])
    #expect(try jacobian.member("vals").numbers(31).last == -0.5)
  }

  @Test func memoryGradientIsFlat() throws {
    var generator = SeededGenerator(seed: 12)
    let input: JSON = .object([
      "main_params": .rows(generator.uniforms(4 * 8), columnCount: 8), "extra_params": .rows(generator.uniforms(6), columnCount: 2),
      "state": .rows(generator.uniforms(8), columnCount: 2), "sequence": .rows([1, 0, 0, 1, 1, 1], columnCount: 2),
    ])
    _ = try output("lstm", "objective", input).number()
    #expect(try output("lstm", "jacobian", input).numbers().count == 38)
  }

  @Test func handIsReadFromAMessage() throws {
    let identity: JSON = .rows([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], columnCount: 4)
    func input(parents: [Double], places: JSON) -> JSON {
      let model: JSON = .object([
        "bone_count": .integer(2), "bone_names": .array([.string("a"), .string("b")]), "parents": .numbers(parents),
        "base_relatives": .array([identity, identity]), "inverse_base_absolutes": .array([identity, identity]),
        "base_positions": .rows([1, 2, 3, 1, 4, 5, 6, 1, 7, 8, 9, 1], columnCount: 4),
        "weights": .rows([1, 0, 0, 1, 0.5, 0.5], columnCount: 2),
        "triangles": .rows([0, 1, 2], columnCount: 3), "is_mirrored": .bool(false),
      ])
      let data: JSON = .object(["correspondences": .numbers([0]), "points": .rows([1, 1, 1], columnCount: 3), "model": model])
      return .object(["theta": .numbers([Double](repeating: 0, count: 26)), "us": places, "data": data])
    }
    let simple = input(parents: [-1, 0], places: .numbers([]))
    #expect(try output("ht", "objective", simple).numbers() == [0, -1, -2])
    #expect(try output("ht", "jacobian", simple).matrix(rows: 3, columns: 26).count == 78)
    let complicated = input(parents: [-1, 0], places: .rows([0.5, 0.5], columnCount: 2))
    #expect(try output("ht", "objective", complicated).numbers() == [-1.5, -2.5, -3.5])
    let jacobian = try output("ht", "jacobian", complicated).matrix(rows: 3, columns: 28)
    #expect([jacobian[0], jacobian[1], jacobian[28], jacobian[29]] == [6, 3, 6, 3])  // −(a − c) and −(b − c)
    #expect(throws: InputError("input.data.model.parents: bone 1 must come before its child 0")) {
      try output("ht", "objective", input(parents: [1, 0], places: .numbers([])))
    }
    #expect(throws: InputError("input.us: 2 pairs are given, 1 are wanted")) {
      try output("ht", "objective", input(parents: [-1, 0], places: .rows([0, 0, 0, 0], columnCount: 2)))
    }
  }
}
