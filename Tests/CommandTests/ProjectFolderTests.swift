import Foundation
import Testing

@Suite("A project folder")
struct ProjectFolderTests {
    static let new = [
        "new", "atlas", "--areas", "areas.geojson", "--key", "nr", "--addresses", "addresses.csv", "--x", "x", "--y",
        "y", "--crs", "EPSG:25832", "--sum", "Einwohner,SGB2", "--date", "2023-12-31",
    ]

    /// The release that a folder's pointer names.
    static func current(_ folder: String) throws -> String {
        try Program.text("\(folder)/atlas/releases/current").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("new writes a commented kleinraum.yaml that builds; the same files give the same release")
    func newAndBuild() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            #expect(try Program.text("\(folder)/atlas/kleinraum.yaml").contains("#"))
            #expect(try Program.run(["build", "atlas", "--publish"], in: folder).status == 0)
            let first = try Self.current(folder)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/atlas/releases/\(first).kleinraum"))
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            #expect(try Self.current(folder) == first)
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: "\(folder)/atlas/releases/\(first).kleinraum")) == bytes)
            #expect(try Program.run(Self.new, in: folder).status == 1)
        }
    }

    @Test("the confidential file is its owner's alone, and no secret count is in the release")
    func secrecy() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            // A secret count that occurs nowhere by chance, and its share of the residents.
            let secret = 2.718281828
            let csv = "x;y;Einwohner;SGB2\n500013,25;5700010;87654;2,718281828\n500150;5700050;5;0\n"
            try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let path = "\(folder)/atlas/confidential/confidential.sqlite"
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let release = "\(folder)/atlas/releases/\(try Self.current(folder)).kleinraum"
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: release)))
            #expect(contains(bytes, number: 87654))
            #expect(!contains(bytes, number: secret))
            #expect(!contains(bytes, number: 100 * secret / 87654))
            #expect(!contains(bytes, number: 500013.25))
            let confidential = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(contains(confidential, number: 500013.25))
            #expect(contains(confidential, number: secret))
        }
    }

    private func contains(_ bytes: [UInt8], number: Double) -> Bool {
        let pattern = withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
        return Data(bytes).range(of: Data(pattern)) != nil
    }

    @Test("a mistake in kleinraum.yaml is named with its line, and the release served before stays")
    func mistake() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let before = try Self.current(folder)
            let yaml = "\(folder)/atlas/kleinraum.yaml"
            let text = try Program.text(yaml)
            try text.replacingOccurrences(of: "threshold:", with: "treshold:").write(
                toFile: yaml, atomically: true, encoding: .utf8)
            let result = try Program.run(["build", "atlas"], in: folder)
            #expect(result.status == 1)
            let line = try #require(
                text.components(separatedBy: "\n").firstIndex {
                    $0.trimmingCharacters(in: .whitespaces).hasPrefix("threshold:")
                })
            #expect(result.messages.contains("row \(line + 1)"))
            #expect(result.messages.contains("did you mean 'threshold'"))
            #expect(try Self.current(folder) == before)
        }
    }

    @Test("a delivery of which nothing lies in an area is refused, and the release served before stays")
    func nothingLocated() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let before = try Self.current(folder)
            for rows in ["1;600000;5700010;4;1\n", "1;ost;5700010;4;1\n", ""] {
                let csv = "id;x;y;Einwohner;SGB2\n" + rows
                try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
                let result = try Program.run(["build", "atlas"], in: folder)
                #expect(result.status == 1)
                #expect(result.messages.contains("none lies in an area"))
                #expect(try Self.current(folder) == before)
            }
        }
    }

    @Test("a count that is none, or negative, makes its own area's sum unknown and no other number wrong")
    func unusableCount() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let csv = "id;x;y;Einwohner;SGB2\n1;500010;5700010;20;abc\n2;500010;5700010;30;7\n3;500150;5700010;-9;8\n"
            try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            let build = try Program.run(["build", "atlas"], in: folder)
            #expect(build.status == 0)
            #expect(build.messages.contains("row 2: 'abc' in SGB2 is no count; it counts as missing"))
            #expect(build.messages.contains("row 4: '-9' in Einwohner is no count; it counts as missing"))
            let (process, url) = try ServeTests.serve(["serve", "atlas"], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            let residents = try ServeTests.text("\(url)collections/gliederung.areas.einwohner/table.csv")
            #expect(residents.contains("01,West,2023-12-31,einwohner,50,"))
            #expect(residents.contains("02,Ost,2023-12-31,einwohner,,"))
            let recipients = try ServeTests.text("\(url)collections/gliederung.areas.sgb2/table.csv")
            #expect(recipients.contains(",no-data,") && recipients.contains("02,Ost,2023-12-31,sgb2,8,"))
        }
    }

    @Test("an address table that has become unreadable changes nothing that is served")
    func brokenTable() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(Self.new, in: folder).status == 0)
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let before = try Self.current(folder)
            try "id;x\n1;2\n".write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            let result = try Program.run(["build", "atlas"], in: folder)
            #expect(result.status == 1)
            #expect(result.messages.contains("addresses.csv"))
            #expect(try Self.current(folder) == before)
        }
    }

    @Test("killed at fifty random moments, a build leaves the served release whole, and the next build succeeds")
    func killed() throws {
        try Program.withFolder { folder in
            try Program.demo(to: "\(folder)/atlas")
            let clock = ContinuousClock()
            let started = clock.now
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let duration = (clock.now - started).components
            var seconds = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
            let served = try Self.current(folder)
            var killed = 0
            for round in 0..<50 {
                // Another title is another release, so that a build always has something to publish.
                try Program.retitle("\(folder)/atlas", "Runde \(round)")
                let process = try Program.start(["build", "atlas"], in: folder)
                // Golden steps: spread evenly over the time of a build, in an order that looks random.
                let share = (Double(round) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
                Thread.sleep(forTimeInterval: share * seconds)
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                // A build that was done before is faster than the first was, which other tests may have slowed down.
                if process.terminationReason == .uncaughtSignal { killed += 1 } else { seconds *= 0.8 }
                // Whatever is served now can be drawn: the pointer names a release that is whole.
                let drawn = try Program.run(
                    ["map", "atlas", "--layer", "gliederung.bezirk.residents", "-o", "map.svg"], in: folder)
                #expect(drawn.status == 0)
                if process.terminationReason == .uncaughtSignal, try Self.current(folder) != served {
                    // It was published before it died: then it is the new release, whole as well.
                    #expect(try Program.text("\(folder)/map.svg").contains("Runde"))
                }
            }
            #expect(killed >= 30)
            try Program.retitle("\(folder)/atlas", "Ende")
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            #expect(
                try Program.run(
                    ["map", "atlas", "--layer", "gliederung.bezirk.residents", "-o", "map.svg"], in: folder
                ).status == 0)
            #expect(try Program.text("\(folder)/map.svg").contains("Ende"))
            let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/atlas/releases")
            #expect(left.allSatisfy { $0 == "current" || $0.hasSuffix(".kleinraum") })
        }
    }
}

extension Program {
    /// Copies the demo region's files.
    static func demo(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/Geodata") where !name.hasSuffix(".svg")
        {
            try FileManager.default.copyItem(atPath: "\(root)/Geodata/\(name)", toPath: "\(folder)/\(name)")
        }
    }

    /// Gives a project another title.
    static func retitle(_ folder: String, _ title: String) throws {
        let path = "\(folder)/kleinraum.yaml"
        let lines = try text(path).components(separatedBy: "\n").map { $0.hasPrefix("title:") ? "title: \(title)" : $0 }
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
