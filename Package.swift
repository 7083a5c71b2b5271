// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Derivatives",
  products: [
    .library(name: "Derivatives", targets: ["Derivatives"]),
    .library(name: "Scalars", targets: ["Scalars"]),
    .library(name: "ForwardMode", targets: ["ForwardMode"]),
    .library(name: "ReverseMode", targets: ["ReverseMode"]),
    .library(name: "Jacobians", targets: ["Jacobians"]),
    .library(name: "Checking", targets: ["Checking"]),
  ],
  targets: [
    // MARK: Library
    .target(name: "CNumerics", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux, .android]))]),
    .target(name: "Scalars", dependencies: ["CNumerics"]),
    .target(name: "ForwardMode", dependencies: ["Scalars", "CNumerics"]),
    .target(name: "ReverseMode", dependencies: ["Scalars", "CNumerics"]),
    .target(name: "Jacobians", dependencies: ["ForwardMode", "ReverseMode"]),
    .target(name: "Checking", dependencies: ["Jacobians"]),
    .target(name: "Derivatives", dependencies: ["Jacobians", "Checking"]),

    // MARK: Examples. `swift run -c release tour`
    .target(name: "Networks", dependencies: ["Derivatives"], path: "Sources/Examples/Networks"),
    .target(name: "Pictures", path: "Sources/Examples/Pictures"),
    .target(name: "Counting", dependencies: ["Scalars"], path: "Sources/Examples/Counting"),
    .executableTarget(
      name: "tour", dependencies: ["Derivatives", "Networks", "Pictures", "Counting"], path: "Sources/Examples/Tour",
      resources: [.embedInCode("Resources"), .copy("Data")]),

    // MARK: Tools. `swift run -c release benchmarks`, `gradbench` and `fuzz`
    .target(name: "CBenchmarks", path: "Sources/Tools/Benchmarks/CBenchmarks"),
    .target(name: "CompilerDifferentiation", path: "Sources/Tools/Benchmarks/CompilerDifferentiation"),
    .executableTarget(
      name: "benchmarks", dependencies: ["Derivatives", "Pictures", "CBenchmarks", "CompilerDifferentiation"],
      path: "Sources/Tools/Benchmarks/Program"),
    .executableTarget(name: "gradbench", dependencies: ["Derivatives"], path: "Sources/Tools/GradBench"),
    .target(name: "TestNumbers", dependencies: ["Derivatives"], path: "Sources/Tools/TestNumbers"),
    .target(name: "Fuzzing", dependencies: ["Derivatives", "TestNumbers"], path: "Sources/Tools/Fuzzing/Fuzzing"),
    .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Sources/Tools/Fuzzing/Program"),
    // Every example in README.md, Docs/ and the comments of Sources/ is a test.
    .target(name: "DocTestKit", path: "Sources/Tools/DocTests/DocTestKit"),
    .executableTarget(
      name: "DocTestGenerator", dependencies: ["DocTestKit"], path: "Sources/Tools/DocTests/DocTestGenerator"),
    .plugin(
      name: "DocTestPlugin", capability: .buildTool(), dependencies: ["DocTestGenerator"],
      path: "Sources/Tools/DocTests/DocTestPlugin"),

    // MARK: Tests of the library
    .target(name: "TestSupport", dependencies: ["Derivatives", "TestNumbers"], path: "Tests/Library/TestSupport"),
    .target(name: "AllocationCounter", path: "Tests/Library/AllocationCounter"),
    tests("Library/ScalarsTests"),
    tests("Library/ForwardModeTests"),
    tests("Library/ReverseModeTests"),
    tests("Library/JacobiansTests"),
    tests("Library/CheckingTests"),
    tests("Library/DerivativesTests"),
    tests("Library/AccuracyTests", of: ["Pictures"]),
    tests("Library/AllocationTests", of: ["AllocationCounter", "benchmarks"]),

    // MARK: Tests of the examples
    tests("Examples/BackpropagationTests", of: ["Networks", "Pictures", "Counting", "DocTestKit"]),
    tests("Examples/NetworksTests", of: ["Networks", "Pictures", "tour"]),
    tests("Examples/TourTests", of: ["tour"]),
    .testTarget(
      name: "DocumentTests", dependencies: ["Derivatives", "Networks", "Counting", "DocTestKit", "TestSupport"],
      path: "Tests/Examples/DocumentTests",
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")],  // an example sees what it imports only
      plugins: ["DocTestPlugin"]),

    // MARK: Tests of the tools
    tests("Tools/BenchmarksTests", of: ["benchmarks", "Counting", "Pictures"]),
    tests("Tools/GradBenchTests", of: ["gradbench"]),
    tests("Tools/FuzzingTests", of: ["Fuzzing"]),
    tests("Tools/DocTestKitTests", of: ["DocTestKit"]),
  ],
  swiftLanguageModes: [.v6]
)

/// The tests in a folder of `Tests`, of the library and of `dependencies`.
func tests(_ path: String, of dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: String(path.split(separator: "/")[1]), dependencies: ["Derivatives", "TestSupport"] + dependencies,
    path: "Tests/\(path)")
}
