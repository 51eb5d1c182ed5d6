// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring stays out of every build and test of the product.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Kleinraum", path: "..")],
    targets: [
        .executableTarget(
            name: "locate", dependencies: [.product(name: "KleinraumAnalysis", package: "Kleinraum")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
