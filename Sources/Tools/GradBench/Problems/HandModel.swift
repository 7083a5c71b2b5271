/// A hand of bones and the vertices of its skin. Matrices are 4 × 4, row by row, and act on columns.
struct HandModel {
  struct Bone {
    /// The bone it hangs on, which comes before it; `nil` for a root.
    let parent: Int?
    /// Its position relative to its parent, at rest.
    let baseRelative: [Double]
    let inverseBaseAbsolute: [Double]
  }

  /// How a bone moves a vertex: the weight times the four coordinates of the vertex at rest. Weights of zero are left out.
  struct Influence {
    let bone: Int
    let coordinates: (Double, Double, Double, Double)
  }

  let bones: [Bone]
  /// Of vertex j: `influences[starts[j] ..< starts[j + 1]]`.
  let influences: [Influence]
  let starts: [Int]
  let triangles: [(Int, Int, Int)]
  let isMirrored: Bool

  var vertexCount: Int { starts.count - 1 }

  /// - Parameters:
  ///   - positions: 4 numbers a vertex.
  ///   - weights: Of each vertex, the bones that move it and how much.
  init(bones: [Bone], positions: [[Double]], weights: [[(bone: Int, weight: Double)]], triangles: [(Int, Int, Int)], isMirrored: Bool) {
    self.bones = bones
    self.triangles = triangles
    self.isMirrored = isMirrored
    var influences: [Influence] = []
    var starts = [0]
    for (position, weights) in zip(positions, weights) {
      for (bone, weight) in weights where weight != 0 {
        let scaled = position.map { weight * $0 }
        influences.append(Influence(bone: bone, coordinates: (scaled[0], scaled[1], scaled[2], scaled[3])))
      }
      starts.append(influences.count)
    }
    self.influences = influences
    self.starts = starts
  }
}
