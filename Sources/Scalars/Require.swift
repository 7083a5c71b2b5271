/// Stops with a sentence when the caller broke a precondition. Unlike `precondition`, it says the sentence in release builds too.
@_transparent public func _require(
  _ condition: Bool, _ sentence: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
  if _slowPath(!condition) { fatalError(sentence(), file: file, line: line) }
}
