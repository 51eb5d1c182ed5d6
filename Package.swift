// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let memoryLogging: Target.Dependency = .product(name: "InMemoryLogging", package: "swift-log")
let events: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let posix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A layer of the house: a library target with the house's settings. Dependencies point downwards only.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one layer.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

/// A C library of the system, found through pkg-config.
func system(_ name: String, _ package: String, _ debian: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: package, providers: [.apt([debian])])
}

let package = Package(
    name: "Kleinraum",
    products: [
        .executable(name: "kleinraum", targets: ["kleinraum"]),
        .library(
            name: "KleinraumAnalysis",
            targets: [
                "Analysis", "Association", "Coverage", "Diagnostics", "Egohoods", "Formats", "Planar", "Rates",
                "Statistics", "Tiles", "Validation", "Weights",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries
        system("CGEOS", "geos", "libgeos-dev"),
        system("CPROJ", "proj", "libproj-dev"),
        system("CZlib", "zlib", "zlib1g-dev"),

        // Kernels: the standard library only
        layer("Diagnostics", []),
        layer("Planar", []),
        layer("Statistics", []),
        layer("Coverage", ["Planar", "Statistics"]),
        layer("FictionalCity", ["Planar", "Statistics"]),

        // Kernels of spatial statistics, from arrays and neighbours to arrays
        layer("Algebra", []),
        layer("Association", ["Planar", "Statistics"]),
        layer("Egohoods", ["Planar", "Statistics"]),
        layer("Rates", ["Statistics"]),
        layer("Regions", ["Algebra", "Statistics"]),
        layer("Regression", ["Algebra", "Statistics"]),
        layer("Segregation", ["Statistics"]),
        layer("Weights", ["Coverage", "Diagnostics", "Planar", "Statistics"]),

        // Tools
        layer("Disclosure", ["Diagnostics", "Statistics"]),
        layer("Formats", ["CZlib", "Coverage", "Diagnostics", "Planar", "Statistics", database]),
        layer("Overlay", ["CGEOS", "Diagnostics", "Planar"]),
        layer("Projection", ["CPROJ", "Diagnostics", "Planar"]),

        // Work
        layer("Analysis", ["Diagnostics", "Disclosure", "Formats", "Planar", "Projection", "Statistics"]),
        layer("Cartography", ["Diagnostics", "Formats", "Planar", "Statistics", yaml]),
        layer("Indices", ["Diagnostics", "Formats", "Statistics", yaml]),
        layer("Tiles", ["Coverage", "Diagnostics", "Formats", "Planar", "Statistics"]),
        layer("Catalogue", ["Diagnostics", "Disclosure", "Formats", "Planar", "Statistics", database]),

        layer(
            "Validation",
            [
                "Analysis", "Coverage", "Diagnostics", "Formats", "Overlay", "Planar", "Projection", "Statistics",
            ]),

        layer(
            "StatisticLayers",
            [
                "Algebra", "Association", "Catalogue", "Diagnostics", "Disclosure", "Formats", "Indices", "Rates",
                "Regions", "Regression", "Segregation", "Statistics",
            ]),

        // The office's side: the only layers that see confidential counts in a file
        layer("Confidential", ["Diagnostics", "Disclosure", "Statistics", database]),
        layer(
            "Project",
            [
                "Analysis", "Association", "Catalogue", "Confidential", "Coverage", "Diagnostics", "Disclosure",
                "Egohoods", "FictionalCity", "Formats", "Indices", "Overlay", "Planar", "Projection", "Statistics",
                "StatisticLayers", "Validation", "Weights", yaml,
            ]),

        // The public side: sees releases, never the confidential file
        layer(
            "Service",
            [
                "Cartography", "Catalogue", "Coverage", "Diagnostics", "Formats", "Planar", "Projection", "Statistics",
                "Tiles", hummingbird, logging, events, posix,
            ]),

        .executableTarget(
            name: "kleinraum",
            dependencies: [
                "Analysis", "Association", "Cartography", "Catalogue", "Coverage", "Diagnostics", "Egohoods",
                "FictionalCity", "Formats", "Indices", "Planar", "Project", "Projection", "Rates", "Regions",
                "Regression", "Segregation", "Service", "Statistics", "Validation", "Weights", arguments, logging,
            ],
            swiftSettings: strict),

        .target(
            name: "Fixtures", dependencies: ["Planar", "Statistics"], path: "Tests/Fixtures", swiftSettings: strict),

        // One suite per layer, and one that drives the built binary
        tests("Algebra", ["Algebra", "Statistics"]),
        tests("Analysis", ["Analysis", "Diagnostics", "Disclosure", "Planar", "Projection", "Statistics"]),
        tests("Association", ["Association", "Statistics"]),
        tests("Cartography", ["Cartography", "Diagnostics", "Planar", "Statistics"]),
        tests(
            "Catalogue", ["Catalogue", "Diagnostics", "Disclosure", "Fixtures", "Formats", "Planar", "Statistics"]),
        tests("Confidential", ["Confidential", "Diagnostics", "Disclosure", "Fixtures", "Statistics", database]),
        tests("Coverage", ["Coverage", "Fixtures", "Overlay", "Planar", "Statistics"]),
        tests("Diagnostics", ["Diagnostics"]),
        tests("Egohoods", ["Egohoods", "Planar", "Statistics"]),
        tests("Disclosure", ["Diagnostics", "Disclosure", "Statistics"]),
        tests("FictionalCity", ["FictionalCity", "Planar"]),
        tests("Formats", ["Coverage", "Diagnostics", "Fixtures", "Formats", "Planar", "Statistics", database]),
        tests(
            "Golden",
            [
                "Algebra", "Analysis", "Association", "Coverage", "Diagnostics", "Formats", "Planar", "Projection",
                "Rates",
                "Regions", "Regression", "Segregation", "Statistics", "Weights",
            ]),
        tests("Indices", ["Diagnostics", "Fixtures", "Formats", "Indices", "Statistics"]),
        tests("Overlay", ["Diagnostics", "Fixtures", "Overlay", "Planar", "Statistics"]),
        tests("Planar", ["Fixtures", "Planar", "Statistics"]),
        tests(
            "Project",
            ["Association", "Catalogue", "Diagnostics", "Disclosure", "Project", "StatisticLayers", "Statistics"]),
        tests("Projection", ["Diagnostics", "Planar", "Projection", "Statistics"]),
        tests("Rates", ["Rates", "Statistics"]),
        tests("Regions", ["Algebra", "Regions", "Statistics"]),
        tests("Regression", ["Algebra", "Regression", "Statistics"]),
        tests("Segregation", ["Segregation", "Statistics"]),
        tests(
            "Service",
            [
                "Cartography", "Catalogue", "Diagnostics", "Disclosure", "Formats", "Planar", "Service", "Statistics",
                hummingbird, hummingbirdTesting, logging, memoryLogging,
            ]),
        tests(
            "StatisticLayers",
            [
                "Association", "Catalogue", "Diagnostics", "Disclosure", "Indices", "Rates", "StatisticLayers",
                "Statistics",
            ]),
        tests("Statistics", ["Statistics"]),
        tests("Tiles", ["Coverage", "Diagnostics", "Fixtures", "Formats", "Overlay", "Planar", "Statistics", "Tiles"]),
        tests(
            "Validation",
            [
                "Analysis", "Coverage", "Diagnostics", "Fixtures", "Formats", "Overlay", "Planar", "Projection",
                "Statistics", "Validation",
            ]),
        tests("Weights", ["Coverage", "Fixtures", "Planar", "Statistics", "Weights"]),
        tests("Command", ["Fixtures", "kleinraum"]),
    ]
)
