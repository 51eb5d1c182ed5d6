import Foundation
import Testing

/// The built binary, run as a user runs it.
struct Program {
    /// The package's root.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Where the binary of this build lies: beside the bundle of the tests.
    static let path: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("kleinraum").path
        return FileManager.default.fileExists(atPath: beside) ? beside : "\(root)/.build/release/kleinraum"
    }()

    /// Real data with known answers; absent in most checkouts.
    static let shared = "\(root)/../shared/data"

    /// Whether real data of a name are there.
    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(shared)/\(name)") }

    /// What a run gave.
    struct Result {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Starts the program; its output goes into files of `folder`.
    static func start(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        for (name, keyPath) in [("output", \Process.standardOutput), ("messages", \Process.standardError)] {
            let file = "\(folder)/.\(name)"
            try Data().write(to: URL(fileURLWithPath: file))
            process[keyPath: keyPath] = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        }
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:]
    ) throws -> Result {
        let process = try start(arguments, in: folder, environment: environment)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try text("\(folder)/.output"),
            messages: try text("\(folder)/.messages"))
    }

    /// The text of a file, byte order mark included.
    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// A new folder for one test, gone afterwards.
    static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "/kleinraum-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}

/// A small town of two areas and eight addresses, as files.
struct SmallTown {
    /// Two squares of 100 m in EPSG:25832.
    static let areas = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
        {"type":"Feature","properties":{"nr":"02","name":"Ost"},"geometry":{"type":"Polygon","coordinates":
        [[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],[500100,5700000]]]}},
        {"type":"Feature","properties":{"nr":"01","name":"West"},"geometry":{"type":"Polygon","coordinates":
        [[[500000,5700000],[500100,5700000],[500100,5700100],[500000,5700100],[500000,5700000]]]}}]}
        """

    /// Inside, on the border, outside, without coordinates, with an unreadable count, and with a sign.
    static let addresses = """
        id;x;y;Einwohner;SGB2
        1;500010,5;5700010;4;1
        2;500020;5700020;12;3
        3;500100;5700050;7;2
        4;500150;5700050;1;0
        5;500900;5700050;2;1
        6;;;5;5
        7;500160;5700060;zwölf;1
        8;500170;5700060;3;.

        """

    /// Writes both files into a folder.
    static func write(to folder: String) throws {
        try areas.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
        try addresses.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
    }
}
