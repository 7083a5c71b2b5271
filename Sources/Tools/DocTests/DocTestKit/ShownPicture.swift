import Foundation

/// A picture is shown where it is named: what a page writes in its place begins with the title in the picture.
public enum ShownPicture {
  public static func misplaced(in document: Document, package: URL) -> [Finding] {
    let lines = document.text.components(separatedBy: .newlines)
    return lines.enumerated().compactMap { index, line in
      guard let match = line.firstMatch(of: /!\[([^\]]*)\]\(([^)]*\.svg)\)/) else { return nil }
      let file = package.appendingPathComponent(document.path).deletingLastPathComponent().appendingPathComponent(String(match.2))
      guard let title = (try? String(contentsOf: file, encoding: .utf8)).flatMap(title) else { return nil }  // a broken link
      let rest = match.1.dropFirst(title.count)
      if match.1.hasPrefix(title), rest.isEmpty || rest.hasPrefix(":") { return nil }
      return Finding(path: document.path, line: index + 1, reason: "\(match.2) shows “\(title)”, not “\(match.1)”")
    }
  }

  /// The texts of a picture, in the order in which they are drawn.
  public static func labels(_ svg: String) -> [String] { svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) } }

  private static func title(_ svg: String) -> String? {
    svg.firstMatch(of: /<text[^>]*class="title"[^>]*>([^<]*)</).map {
      String($0.1).replacing("&lt;", with: "<").replacing("&amp;", with: "&")
    }
  }
}
