import Foundation
import Testing

@Suite("kleinraum map")
struct MapTests {
    static let layer = "gliederung.distrikt.sgb2_rate"

    /// A built copy of the demo region.
    func withDemo<Value>(_ body: (_ folder: String) throws -> Value) throws -> Value {
        try Program.withFolder { folder in
            try Program.demo(to: "\(folder)/atlas")
            let build = try Program.run(["build", "atlas"], in: folder)
            try #require(build.status == 0)
            return try body(folder)
        }
    }

    /// Renewed with: kleinraum build DEMO && kleinraum map DEMO --layer gliederung.distrikt.sgb2_rate -o
    /// Geodata/sheet.svg, where DEMO is a copy of Geodata.
    @Test("the picture in the README is what the program draws, byte by byte")
    func picture() throws {
        try withDemo { folder in
            let map = try Program.run(["map", "atlas", "--layer", Self.layer, "-o", "sheet.svg"], in: folder)
            #expect(map.status == 0)
            let drawn = try Program.text("\(folder)/sheet.svg")
            let kept = try Program.text("\(Program.root)/Geodata/sheet.svg")
            #expect(drawn == kept)
        }
    }

    @Test(
        "PDF and PNG come through rsvg-convert, on the paper asked for",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert"), "librsvg2-bin is absent"))
    func conversions() throws {
        try withDemo { folder in
            for (file, magic) in [("a.pdf", "%PDF"), ("a.png", "\u{89}PNG")] {
                let map = try Program.run(
                    ["map", "atlas", "--layer", Self.layer, "--paper", "a3-landscape", "-o", file], in: folder)
                #expect(map.status == 0)
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
                #expect(bytes.prefix(4) == Data(magic.unicodeScalars.map { UInt8($0.value) }))
            }
        }
    }

    @Test("without rsvg-convert the message names its package and nothing is written")
    func withoutConverter() throws {
        try withDemo { folder in
            let map = try Program.run(
                ["map", "atlas", "--layer", Self.layer, "-o", "a.pdf"], in: folder, environment: ["PATH": "/nowhere"])
            #expect(map.status == 1)
            #expect(map.messages.contains("librsvg2-bin"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.pdf"))
        }
    }

    @Test(
        "an unknown layer, date or ending is named with what there is",
        arguments: [
            (["--layer", "gliederung.distrikt.nichts"], "gliederung.distrikt.sgb2_rate"),
            (["--layer", layer, "--date", "2001-01-01"], "2023-12-31"), (["--layer", layer, "-o", "a.gif"], ".pdf"),
        ])
    func unknown(arguments: [String], named: String) throws {
        try withDemo { folder in
            let output = arguments.contains("-o") ? [] : ["-o", "a.svg"]
            let map = try Program.run(["map", "atlas"] + arguments + output, in: folder)
            #expect(map.status == 1)
            #expect(map.messages.contains(named))
        }
    }
}
