/// The body of a function that an operation differentiates: one expression, or an `if` or `switch` of expressions.
///
/// It changes nothing that is computed. It lets the type checker find the number type from the point first and the operators of the formula
/// afterwards, where it would otherwise try all of them for every type the point may have. A body with `return` is an ordinary one.
@resultBuilder public enum Formula<Result> {
  /// An expression of the body.
  @_transparent public static func buildExpression(_ x: Result) -> Result { x }
  /// The body: its one expression.
  @_transparent public static func buildBlock(_ x: Result) -> Result { x }
  /// A body that only throws. One that comes to its end has no result.
  public static func buildBlock() -> Result { fatalError("formula: the body has no result; write `return` before it") }
  /// The branch that is taken.
  @_transparent public static func buildEither(first x: Result) -> Result { x }
  /// The branch that is taken.
  @_transparent public static func buildEither(second x: Result) -> Result { x }

  /// Unavailable: a loop has no result.
  @available(*, unavailable, message: "write `return` before the result: a body with a loop has no other way to say what it is")
  public static func buildArray(_ x: [Result]) -> Result { fatalError() }
  /// Unavailable: an `if` without `else` has no result.
  @available(*, unavailable, message: "an `if` without `else` has no result: write `return`, or an `else`")
  public static func buildOptional(_ x: Result?) -> Result { fatalError() }
}
