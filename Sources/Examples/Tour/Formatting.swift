/// A table whose columns are as wide as their widest entries: the first one flush left, the others flush right.
struct Table {
  private var rows: [[String]]

  init(_ titles: String...) { rows = [titles] }
  init(_ titles: [String]) { rows = [titles] }

  mutating func append(_ entries: String...) { rows.append(entries) }
  mutating func append(_ entries: [String]) { rows.append(entries) }

  func printed(indent: String = "  ") -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max()! }
    return rows.map { row in
      let line = indent + row.indices.map { row[$0].padded(to: widths[$0], flushLeft: $0 == 0) }.joined(separator: "   ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

extension String {
  func padded(to width: Int, flushLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return flushLeft ? self + space : space + self
  }
}

extension Double {
  /// With that many significant digits, rounded from the shortest decimal that is this number; a small exponent is written out.
  func formatted(digits count: Int) -> String {
    guard isFinite, self != 0 else { return "\(self)" }
    // description is d.ddd, ddd.d, 0.000ddd or d.ddde±x: collect its digits, and the power of ten of the first one.
    let parts = magnitude.description.split(separator: "e")
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let all = point[0] + (point.count > 1 ? point[1] : "")
    let leadingZeros = all.prefix { $0 == "0" }.count
    var exponent = point[0].count - 1 - leadingZeros + (parts.count > 1 ? Int(parts[1])! : 0)
    var digits = all.dropFirst(leadingZeros).compactMap(\.wholeNumberValue)
    digits += [Int](repeating: 0, count: max(0, count + 1 - digits.count))

    let roundsUp = digits[count] >= 5
    digits = Array(digits[..<count])
    var last = count - 1
    while roundsUp {
      digits[last] += 1
      if digits[last] < 10 { break }
      digits[last] = 0
      if last == 0 {  // 9.99… became 10
        digits = [1] + digits.dropLast()
        exponent += 1
        break
      }
      last -= 1
    }
    let text = digits.map(String.init)
    let sign = self < 0 ? "-" : ""
    switch exponent {
    case -4..<0: return sign + "0." + String(repeating: "0", count: -exponent - 1) + text.joined()
    case 0..<count - 1: return sign + text[...exponent].joined() + "." + text[(exponent + 1)...].joined()
    default: return sign + text[0] + "." + text[1...].joined() + "e\(exponent)"
    }
  }

  /// With that many digits after the point.
  func rounded(places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let text = "\(Int((magnitude * scale).rounded()))"
    let zeros = String(repeating: "0", count: max(0, places + 1 - text.count))
    let digits = zeros + text
    return (self < 0 ? "-" : "") + digits.dropLast(places) + (places > 0 ? "." + digits.suffix(places) : "")
  }
}
