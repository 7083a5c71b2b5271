import Derivatives

/// x².
func square<S: Scalar>(_ x: S) -> S { x * x }
