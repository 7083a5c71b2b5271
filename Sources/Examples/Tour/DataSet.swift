/// One of the reference data sets of nonlinear regression published by NIST/ITL, with the certified answer.
///
/// NIST Statistical Reference Datasets, a work of the U.S. Government in the public domain. The certified numbers were computed with 128-bit
/// arithmetic from two starting points, the first far from the answer and the second nearer, and are printed with 11 digits.
struct DataSet: Sendable {
  var name = "", level = "", model = ""
  var starts: [[Double]] = [[], []]
  var certifiedParameters: [Double] = [], certifiedDeviations: [Double] = []
  var certifiedSumOfSquares = Double.nan
  /// The names of the columns: the response, then the predictors.
  var columns: [String] = []
  /// The responses y, as published.
  var responses: [Double] = []
  /// The predictors: one array an observation.
  var predictors: [[Double]] = []

  /// Reads `key: value` lines, then the observations, a line each. Lines that begin with # are comments.
  init(_ resource: [UInt8]) {
    for line in String(decoding: resource, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else {
        let numbers = Self.numbers(line)
        responses.append(numbers[0])
        predictors.append(Array(numbers.dropFirst()))
        continue
      }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      switch line[..<colon] {
      case "name": name = String(value)
      case "level": level = String(value)
      case "model": model = String(value)
      case "start 1": starts[0] = Self.numbers(value)
      case "start 2": starts[1] = Self.numbers(value)
      case "parameters": certifiedParameters = Self.numbers(value)
      case "standard deviations": certifiedDeviations = Self.numbers(value)
      case "residual sum of squares": certifiedSumOfSquares = Self.numbers(value)[0]
      case "columns": columns = value.split(separator: " ").map(String.init)
      default: preconditionFailure("data set: the line “\(line)” has an unknown key")
      }
    }
  }

  private static func numbers(_ text: Substring) -> [Double] {
    text.split(separator: " ").map { word in
      guard let number = Double(word) else { preconditionFailure("data set: “\(word)” is not a number") }
      return number
    }
  }
}
