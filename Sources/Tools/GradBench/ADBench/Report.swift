import Foundation

/// Computes every instance, compares it with the reference, and prints a table: the processor time of the derivative against that of the plain
/// evaluation, medians of rounds in which the two take turns.
///
/// - Returns: False when a result is wrong or a file cannot be read.
func runADBench(in folder: URL, quick: Bool) -> Bool {
  do throws(InputError) {
    var allRight = true
    print(row(["instance", "deviation", "plain ms", "derivative ms", "ratio", ""]))
    for instance in try Instance.all(in: folder, quick: quick) {
      let deviation = instance.deviation()
      let isRight = deviation < instance.tolerance
      allRight = allRight && isRight
      let times = medianTimes(instance.evaluate, instance.differentiate, seconds: quick ? 0.05 : 1)
      print(
        row([
          instance.name, "\(Float(deviation))", decimals(times.plain * 1000, 3), decimals(times.derivative * 1000, 3),
          decimals(times.derivative / times.plain, 1), isRight ? "" : "WRONG: more than \(instance.tolerance)",
        ]))
    }
    return allRight
  } catch {
    print("gradbench adbench: \(error)")
    return false
  }
}

private func row(_ cells: [String]) -> String {
  zip(cells, [34, 15, 10, 14, 7, 0]).enumerated().map { i, cell in
    let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
    return i == 0 ? cell.0 + padding : padding + cell.0
  }.joined(separator: " ")
}

private func decimals(_ x: Double, _ places: Int) -> String { String(format: "%.\(places)f", x) }

/// At least three rounds, and as many as fit into the time.
private func medianTimes(_ plain: () -> Void, _ derivative: () -> Void, seconds: Double) -> (plain: Double, derivative: Double) {
  func time(_ body: () -> Void) -> Double {
    let begin = processorTime()
    body()
    return processorTime() - begin
  }
  var samples: (plain: [Double], derivative: [Double]) = ([], [])
  var total = 0.0
  while samples.plain.count < 3 || (total < seconds && samples.plain.count < 1001) {
    let times = (time(plain), time(derivative))
    samples.plain.append(times.0)
    samples.derivative.append(times.1)
    total += times.0 + times.1
  }
  let middle = samples.plain.count / 2
  return (samples.plain.sorted()[middle], samples.derivative.sorted()[middle])
}

/// In seconds. What other programs take of the machine is not in it.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}
