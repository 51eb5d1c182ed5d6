import Foundation
import FoundationNetworking
import Testing

@Suite("kleinraum serve")
struct ServeTests {
    /// Starts a server on a free port and waits until it says where it listens.
    static func serve(_ arguments: [String], in folder: String) throws -> (process: Process, url: String) {
        let process = try Program.start(arguments + ["--port", "0"], in: folder)
        for _ in 0..<200 {
            Thread.sleep(forTimeInterval: 0.05)
            let messages = try Program.text("\(folder)/.messages")
            if let line = messages.split(separator: "\n").first(where: { $0.hasPrefix("listening on ") }) {
                return (process, String(line.dropFirst("listening on ".count)))
            }
        }
        process.terminate()
        Issue.record("the server did not say where it listens: \(try Program.text("\(folder)/.messages"))")
        throw CocoaError(.fileReadUnknown)
    }

    static func text(_ url: String) throws -> String {
        String(decoding: try Data(contentsOf: try #require(URL(string: url))), as: UTF8.self)
    }

    @Test("a served release answers on every path, a new one is taken up without restart, SIGTERM ends it with 0")
    func life() throws {
        try Program.withFolder { folder in
            try Program.demo(to: "\(folder)/atlas")
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let (process, url) = try Self.serve(["serve", "atlas"], in: folder)
            defer { process.terminate() }
            let layer = "\(url)collections/gliederung.distrikt.sgb2_rate"
            #expect(try Self.text("\(url)health").contains("ok"))
            #expect(try Self.text(url).contains("Sozialatlas Lindenau"))
            #expect(try Self.text("\(layer)/items").contains("\"FeatureCollection\""))
            #expect(try Self.text("\(layer)/map").hasPrefix("<svg"))
            #expect(try Self.text("\(layer)/sheet.svg").contains("210mm"))
            #expect(try Self.text("\(layer)/legend.json").contains("\"edges\""))
            #expect(try Self.text("\(layer)/table.csv").contains("suppressed"))
            for path in ["items", "sheet.svg", "legend.json", "table.csv"] {
                #expect(try Self.text("\(layer)/\(path)").contains("threshold only"))
            }

            try Program.retitle("\(folder)/atlas", "Neue Ausgabe")
            let second = "\(folder)/second"
            try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: true)
            #expect(try Program.run(["build", "\(folder)/atlas"], in: second).status == 0)
            var isTakenUp = false
            for _ in 0..<60 where !isTakenUp {
                Thread.sleep(forTimeInterval: 0.1)
                isTakenUp = try Self.text(url).contains("Neue Ausgabe")
            }
            #expect(isTakenUp)

            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let log = try Program.text("\(folder)/.messages")
            let access = log.split(separator: "\n").filter { $0.contains(" GET /") }
            #expect(access.contains { $0.contains("/collections/{layer}/items 200") })
            #expect(access.allSatisfy { !$0.contains("127.0.0.1") && !$0.contains("sgb2_rate") })
        }
    }

    @Test("a threshold-only release is not served beyond this machine unless that is allowed")
    func loopback() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(ProjectFolderTests.new, in: folder).status == 0)
            #expect(try Program.run(["serve", "atlas"], in: folder).status == 1)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let refused = try Program.run(["serve", "atlas", "--host", "0.0.0.0", "--port", "0"], in: folder)
            #expect(refused.status == 1)
            #expect(refused.messages.contains("--allow-threshold-only"))
        }
    }

    @Test("the server works where the confidential file is gone")
    func withoutConfidentialFile() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(ProjectFolderTests.new, in: folder).status == 0)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            try FileManager.default.removeItem(atPath: "\(folder)/atlas/confidential")
            let (process, url) = try Self.serve(["serve", "atlas"], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            #expect(try Self.text("\(url)collections").contains("sgb2"))
        }
    }

    @Test("a release carries the findings on its boundaries where the project says so, and no figure on addresses")
    func findings() throws {
        try Program.withFolder { folder in
            try Program.demo(to: "\(folder)/atlas")
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let (process, url) = try Self.serve(["serve", "atlas"], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            let text = try Self.text("\(url)collections/gliederung/findings")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let features = try #require(object["features"] as? [[String: Any]])
            let properties = features.compactMap { $0["properties"] as? [String: Any] }
            // The enclave, once on each level with boundaries, accepted in a file.
            #expect(properties.compactMap { $0["level"] as? String } == ["bezirk", "stadtteil", "distrikt"])
            #expect(properties.allSatisfy { $0["kind"] as? String == "gap" && $0["status"] as? String == "accepted" })
            #expect(!text.contains("addresses"))
            // The other division does not publish any.
            #expect(throws: (any Error).self) { try Self.text("\(url)collections/lebensraeume/findings") }
        }
    }
}
