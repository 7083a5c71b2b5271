// Comparisons see the value only: every number type then takes the same path through a program as `Double` does.

extension Adjoint: Comparable {
  @_transparent public static func == (a: Adjoint, b: Adjoint) -> Bool { a.value == b.value }
  @_transparent public static func < (a: Adjoint, b: Adjoint) -> Bool { a.value < b.value }
  @_transparent public static func <= (a: Adjoint, b: Adjoint) -> Bool { a.value <= b.value }
  @_transparent public static func > (a: Adjoint, b: Adjoint) -> Bool { a.value > b.value }
  @_transparent public static func >= (a: Adjoint, b: Adjoint) -> Bool { a.value >= b.value }
}

extension Adjoint: Hashable where Value: Hashable {
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
