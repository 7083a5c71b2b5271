import Derivatives
import Foundation
import TestSupport
import Testing
struct ProbeTests {
  @Test func nestedEqualsClosedForms() {
    for f in Elementary.allCases {
      for order in 1...3 where !(f == .softmax && order == 3) {
        var worst = 0.0, place = ""
        for x in f.wholePoints() {
          for d in f.directions(order: order) {
            let X = x.map { DoubleDouble($0) }
            let r = reference(f, X, d), n = f.nested(at: X, d)
            let e = r.largestTerm == 0 ? n.magnitude.double : ((n - r.value) / r.largestTerm).magnitude.double
            if !(e <= worst) { worst = e; place = "\(x) \(d) nested \(n) closed \(r.value)" }
          }
        }
        if !(worst < 1e-28) { print("NEST \(f) \(order) \(worst) \(place)") }
      }
    }
  }
  @Test func measure() {
    for f in Elementary.allCases {
      for order in 1...3 where !(f == .softmax && order == 3) {
        var w: [String: Worst] = [:], wt: [String: Worst] = [:]
        for x in f.wholePoints() {
          for d in f.directions(order: order) {
            let r = reference(f, x.map { DoubleDouble($0) }, d)
            for m in f.everyMode(at: x, d) {
              w[m.type, default: Worst()].note(errorOf(m.value, r, relativeToTerm: false), "\(x) \(d) \(m.value) \(r.value)")
              wt[m.type, default: Worst()].note(errorOf(m.value, r, relativeToTerm: true), "\(x) \(d) \(m.value) \(r.value)")
            }
          }
        }
        for (k, v) in w.sorted(by: { $0.key < $1.key }) {
          let t = wt[k]!
          print("M \(f) \(order) \(k) ulps \(String(format: "%.2f", v.ulps)) term \(String(format: "%.2f", t.ulps)) tiny \(String(format: "%.2f", v.tiny)) ff \(v.falselyFinite.count) @ \(v.place) @T \(t.place) @t \(v.tinyPlace) @F \(v.falselyFinite.first ?? "")")
        }
      }
    }
  }
}
