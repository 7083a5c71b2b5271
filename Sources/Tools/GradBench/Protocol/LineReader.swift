import Foundation

/// Lines from a file descriptor, read in large pieces: a line may have 25 MB.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var searched = 0
  private var isAtEnd = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line, without its end; `nil` when there is no more.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        searched = 0
        return line
      }
      searched = buffer.count
      if isAtEnd {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        searched = 0
        return buffer
      }
      fill()
    }
  }

  private mutating func fill() {
    let size = 1 << 20
    var piece = [UInt8](repeating: 0, count: size)
    let count = read(descriptor, &piece, size)
    if count > 0 { buffer += piece[..<count] } else { isAtEnd = count == 0 || errno != EINTR }
  }
}
