// Comparisons see the value only: every number type then takes the same path through a program as `Double` does. (The other school
// compares the tangents too, so that `x == 0 ? 0 : f(x)` cannot drop a derivative; then a dual run may leave the path of the plain run.)

extension Dual: Comparable {
  @_transparent public static func == (a: Dual, b: Dual) -> Bool { a.value == b.value }
  @_transparent public static func < (a: Dual, b: Dual) -> Bool { a.value < b.value }
  @_transparent public static func <= (a: Dual, b: Dual) -> Bool { a.value <= b.value }
  @_transparent public static func > (a: Dual, b: Dual) -> Bool { a.value > b.value }
  @_transparent public static func >= (a: Dual, b: Dual) -> Bool { a.value >= b.value }
}

extension Dual: Hashable where T.Base: Hashable {
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
