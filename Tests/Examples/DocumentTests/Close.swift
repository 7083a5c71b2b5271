/// For the checks of formulas: whether two ways to a vector agree but for rounding.
func isClose(_ a: some Collection<Double>, _ b: some Collection<Double>, within bound: Double = 1e-13) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= bound * max(1, abs($1)) }
}
