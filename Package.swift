// swift-tools-version: 6.2

import PackageDescription

let strictness: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// A target of this package, held to the same compiler settings as every other.
func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strictness)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strictness)
}

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { Target.Dependency.product(name: $0, package: "swift-nio") }
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "untp-simulator",
    platforms: [.macOS("26.0")],
    products: [.executable(name: "untp-sim", targets: ["untp-sim"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CSubreaper"),
        target("SimulationKernel", [heap, deque, crypto]),
        target("Networking", ["SimulationKernel", httpTypes]),
        target("JSON"),
        target("LinkedData", ["JSON"]),
        target("Credentials", ["JSON", "CZlib", crypto]),
        target("UNTP", ["Credentials", "JSON", "LinkedData"]),
        target(
            "Platforms",
            ["UNTP", "Credentials", "LinkedData", "JSON", "Networking", "SimulationKernel", httpTypes, deque]),
        target("Records"),
        target(
            "Pilots",
            [
                "Platforms", "UNTP", "Credentials", "JSON", "Networking", "SimulationKernel", "Records", httpTypes,
                deque,
                yams,
            ]),
        target("Reporting", ["Records", mustache, system]),
        target(
            "Trials",
            ["Platforms", "UNTP", "Credentials", "JSON", "Networking", "SimulationKernel", "Records", httpTypes]),
        target(
            "Bridges",
            [
                "Platforms", "UNTP", "Credentials", "JSON", "Networking", "SimulationKernel", "CSubreaper", httpTypes,
                hummingbird, httpClient, logging, nioHTTPTypes,
            ] + nio),
        .executableTarget(
            name: "untp-sim",
            dependencies: [
                "Bridges", "Trials", "Pilots", "Platforms", "Records", "Reporting", "UNTP", "Credentials", "JSON",
                "Networking",
                "SimulationKernel", arguments,
            ],
            swiftSettings: strictness),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Pilots", "Platforms", "Records", "UNTP", "Credentials", "LinkedData", "JSON", "SimulationKernel",
            ],
            swiftSettings: strictness),
        tests("SimulationKernel", ["SimulationKernel"]),
        tests("Networking", ["Networking", "SimulationKernel", httpTypes]),
        tests("JSON", ["JSON"]),
        .target(
            name: "LinkedDataPeer", dependencies: ["LinkedData", "JSON"], path: "Tests/LinkedDataPeer",
            swiftSettings: strictness),
        tests("LinkedData", ["LinkedData", "LinkedDataPeer", "JSON"]),
        tests("Credentials", ["Credentials", "JSON", crypto]),
        tests("UNTP", ["UNTP", "Credentials", "JSON", "LinkedData", "LinkedDataPeer"]),
        tests("Platforms", ["Platforms", "UNTP", "Credentials", "JSON", "Networking", "SimulationKernel", httpTypes]),
        tests(
            "Pilots",
            [
                "Pilots", "Platforms", "UNTP", "Credentials", "JSON", "Networking", "Records", "Reporting",
                "SimulationKernel", httpTypes,
            ]),
        tests("Reporting", ["Reporting", "Records"]),
        tests(
            "Trials",
            [
                "Trials", "Platforms", "UNTP", "Credentials", "JSON", "Networking", "Records", "Reporting",
                "SimulationKernel",
            ]),
        tests(
            "Bridges",
            [
                "Bridges", "Trials", "Pilots", "Platforms", "UNTP", "Credentials", "JSON", "Networking", "Records",
                "Reporting", "SimulationKernel", httpTypes, httpClient,
            ] + nio),
        tests("CommandLine", ["Pilots", "Reporting", "Records", "JSON"]),
    ]
)
