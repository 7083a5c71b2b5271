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
    .library(name: "Networks", targets: ["Networks"]),
    .executable(name: "tour", targets: ["Tour"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
    .executable(name: "gradbench", targets: ["GradBench"]),
    .executable(name: "fuzz", targets: ["Fuzzer"]),
  ],
  targets: [
    .target(name: "CNumerics", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux, .android]))]),
    .target(name: "Scalars", dependencies: ["CNumerics"]),
    .target(name: "ForwardMode", dependencies: ["Scalars", "CNumerics"]),
    .target(name: "ReverseMode", dependencies: ["Scalars", "CNumerics"]),
    .target(name: "Jacobians", dependencies: ["ForwardMode", "ReverseMode"]),
    .target(name: "Checking", dependencies: ["Jacobians"]),
    .target(name: "Derivatives", dependencies: ["Jacobians", "Checking"]),
    .target(name: "Networks", dependencies: ["Derivatives"]),
    .target(name: "Pictures"),
    .target(name: "Counting", dependencies: ["Scalars"]),
    .executableTarget(
      name: "Tour", dependencies: ["Derivatives", "Networks", "Pictures", "Counting"],
      resources: [.embedInCode("Resources"), .copy("Data")]),
    .target(name: "CBenchmarks"),
    .target(name: "CompilerDifferentiation"),
    .executableTarget(name: "Benchmarks", dependencies: ["Derivatives", "Pictures", "CBenchmarks", "CompilerDifferentiation"]),
    .executableTarget(name: "GradBench", dependencies: ["Derivatives"]),
    .target(name: "TestNumbers", dependencies: ["Derivatives"]),
    .target(name: "Fuzzing", dependencies: ["Derivatives", "TestNumbers"]),
    .executableTarget(name: "Fuzzer", dependencies: ["Fuzzing"]),

    .target(name: "TestSupport", dependencies: ["Derivatives", "TestNumbers"], path: "Tests/TestSupport"),
    .testTarget(name: "ScalarsTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "ForwardModeTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "ReverseModeTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "JacobiansTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "CheckingTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "DerivativesTests", dependencies: ["Derivatives", "TestSupport"]),
    .testTarget(name: "AccuracyTests", dependencies: ["Derivatives", "TestSupport", "Pictures"]),
    .testTarget(name: "BackpropagationTests", dependencies: ["Derivatives", "Networks", "Pictures", "Counting", "DocTestKit"]),
    .testTarget(name: "NetworksTests", dependencies: ["Derivatives", "Networks", "Pictures", "Tour", "TestSupport"]),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(name: "AllocationTests", dependencies: ["Derivatives", "AllocationCounter", "Benchmarks"]),
    .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks", "Counting", "Derivatives", "Pictures", "TestSupport"]),
    .testTarget(name: "TourTests", dependencies: ["Tour", "TestSupport"]),
    .testTarget(name: "FuzzingTests", dependencies: ["Derivatives", "Fuzzing", "TestSupport"]),
    .testTarget(name: "GradBenchTests", dependencies: ["GradBench", "TestSupport"]),
    // Every example in README.md, Docs/ and the comments of Sources/ is a test.
    .target(name: "DocTestKit"),
    .executableTarget(name: "DocTestGenerator", dependencies: ["DocTestKit"]),
    .plugin(name: "DocTestPlugin", capability: .buildTool(), dependencies: ["DocTestGenerator"], path: "Sources/DocTestPlugin"),
    .testTarget(
      name: "DocumentTests", dependencies: ["Derivatives", "Networks", "Counting", "DocTestKit"],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")],  // an example sees what it imports, and nothing else
      plugins: ["DocTestPlugin"]),
    .testTarget(name: "DocTestKitTests", dependencies: ["DocTestKit"]),
  ],
  swiftLanguageModes: [.v6]
)
