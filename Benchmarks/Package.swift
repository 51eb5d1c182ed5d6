// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring stays out of every build and test of the product.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "Kleinraum", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .executableTarget(
            name: "association", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "bare",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "coverage", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "egohoods", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "locate", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "simplify", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "tiles", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "validate", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
