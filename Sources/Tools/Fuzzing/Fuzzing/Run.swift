/// Random programs, one after the other, each from a seed of its own.
public struct Run {
  public let seed: UInt64
  public private(set) var statistics = Statistics()
  public private(set) var programs = 0
  var checker = Checker()

  public init(seed: UInt64) { self.seed = seed }

  /// The program of this number and the points it is evaluated at: all ordinary, or some special.
  public func program(_ number: Int) -> (program: Program, points: [[Double]]) {
    var generator = Generator(seed: seed &* 0xD134_2543_DE82_EF95 &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    let program = generator.program()
    var points = [generator.point(program.inputCount, .ordinary)]
    for kind in [PointKind.special, .ties, .wide].prefix(1 + generator.below(3)) {
      points.append(generator.point(program.inputCount, kind))
    }
    if generator.chance(20) {
      while points.count < 11 { points.append(generator.point(program.inputCount, .ordinary)) }
    }
    return (program, points)
  }

  /// Checks one program.
  public mutating func check(_ number: Int) -> Finding? {
    let (program, points) = program(number)
    defer {
      programs += 1
      statistics = checker.statistics
    }
    return checker.finding(program, at: points)
  }

  /// The smallest program that fails as this one does.
  public func minimised(_ number: Int, _ finding: Finding) -> Listing {
    let (program, points) = program(number)
    let checker = checker
    let minimiser = Minimiser { program, points in
      var checker = checker
      return checker.finding(program, at: points)
    }
    let smallest = minimiser.minimised(program, points, finding)
    return Listing(smallest.program, at: smallest.points, smallest.finding)
  }
}
