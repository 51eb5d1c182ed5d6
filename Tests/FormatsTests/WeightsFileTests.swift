import Diagnostics
import Fixtures
import Formats
import Statistics
import Testing

@Suite("Weights files")
struct WeightsFileTests {
    static let statistics: String = {
        let path = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(path)/shared/data/statistics"
    }()
    static var hasStatistics: Bool { FileBytes.exists("\(statistics)/golden.csv") }

    func read(_ text: String, name: String = "w.gal") throws -> WeightsFile {
        let folder = TemporaryFolder()
        return try WeightsFile.read(path: folder.write(name, Array(text.utf8)))
    }

    func fault(_ text: String, name: String = "w.gal") -> InputError? {
        do {
            _ = try read(text, name: name)
            return nil
        } catch {
            return error as? InputError
        }
    }

    @Test("GAL of spdep, GeoDa and PySAL is read alike: short and long header, islands with and without their line")
    func variants() throws {
        let rows = [[1], [0, 2], [1], []]
        for text in [
            "4\na 1\nb\nb 2\na c\nc 1\nb\nd 0\n\n",
            "0 4 districts code\na 1\nb\nb 2\na c\nc 1\nb\nd 0\n\n",
            "0 4 my districts code\r\na 1\r\nb\r\nb 2\r\na c\r\nc 1\r\nb\r\nd 0\r\n",
            "4        \na 1       \nb       \n\nb\t2\nc a\nc 1\nb\nd 0",
            "\u{FEFF}0 4 \"my districts\" code\n\"a\" 1\nb\nb 2\na \"c\"\nc 1\nb\nd 0\n",
        ] {
            let file = try read(text)
            #expect(file.keys == ["a", "b", "c", "d"])
            #expect((0..<4).map { file.neighbours.targets(of: $0).map(Int.init) } == rows)
            #expect(file.neighbours.weights == [1, 1, 1, 1])
            #expect(file.neighbours.islands == [3])
            #expect(file.isSymmetric && !file.isWeighted && !file.hasSelfWeights && file.statedCount == 4)
        }
    }

    @Test("Keys in quotation marks may hold spaces; text that is not UTF-8 is ISO 8859-1")
    func words() throws {
        #expect(try read("2\n\"Bad Ems\" 1\nx\nx 1\n\"Bad Ems\"\n").keys == ["Bad Ems", "x"])
        let folder = TemporaryFolder()
        let path = folder.write(
            "w.gal", Array("0 1 St".utf8) + [0xE4] + Array("dte k\nK".utf8) + [0xF6] + Array("ln 0\n".utf8))
        #expect(try WeightsFile.read(path: path).keys == ["Köln"])
    }

    @Test("The order of the file is not that of the table: rows go by key")
    func order() throws {
        // The links 1–2 and 2–3, in a file that starts with 3.
        let file = try read("3\n3 1\n2\n1 1\n2\n2 2\n3 1\n")
        #expect(file.keys == ["3", "1", "2"])
        let neighbours = try file.neighbours(orderedBy: ["1", "2", "3"])
        #expect(neighbours == Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1]))
        // Relabelling permutes, whatever the order asked for.
        var generator = SplitMix64(seed: 1)
        let keys = (0..<50).map { "k\($0)" }
        let pairs = (0..<50).map { one in (0..<50).filter { $0 != one && generator.below(6) == 0 } }
        func text(_ order: [Int]) -> String {
            "0 50 f k\n"
                + order.map { one in
                    "\(keys[one]) \(pairs[one].count)\n\(pairs[one].map { keys[$0] }.joined(separator: " "))\n"
                }.joined()
        }
        let straight = try read(text(Array(0..<50)))
        #expect(!straight.isSymmetric)
        for seed in UInt64(2)..<6 {
            var generator = SplitMix64(seed: seed)
            var order = Array(0..<50)
            for place in order.indices { order.swapAt(place, place + generator.below(50 - place)) }
            #expect(try read(text(order)).neighbours(orderedBy: keys) == straight.neighbours)
        }
    }

    @Test("GWT holds weights, the diagonal apart, and areas that only the header counts become islands")
    func weights() throws {
        let file = try read("0 4 f k\nb a 12.5\na b 2.5e1\na a 1\nc b 0\n", name: "w.gwt")
        #expect(file.isWeighted && file.hasSelfWeights && file.statedCount == 4)
        #expect(file.keys == ["b", "a", "c"])
        #expect(file.selfWeights == [0, 1, 0])
        let ordered = try file.ordered(by: ["a", "b", "c", "d"], in: "t.csv")
        #expect(
            ordered.neighbours == Neighbours(starts: [0, 1, 2, 3, 3], targets: [1, 0, 1], weights: [25, 12.5, 0]))
        #expect(ordered.selfWeights == [1, 0, 0, 0])
        #expect(ordered.neighbours.islands == [3])
        #expect(try read("0 3 f k\n", name: "w.gwt").neighbours(orderedBy: ["x", "y", "z"]).islands == [0, 1, 2])
        #expect(try read("0\n").neighbours.count == 0)
    }

    @Test("What the writer writes comes back, links and weights")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 7)
        let (x, y) = ((0..<60).map { _ in generator.uniform() }, (0..<60).map { _ in generator.uniform() })
        let neighbours = Neighbours.within(0.12, x: x, y: y)
        #expect(!neighbours.islands.isEmpty)
        let keys = (0..<60).map { String($0 * 37 % 60) }
        for isWeighted in [false, true] {
            var out = OutputBuffer()
            let writer = GALWriter(file: "some areas", key: "k")
            if isWeighted {
                writer.writeWeights(neighbours, keys: keys, into: &out)
            } else {
                writer.write(neighbours, keys: keys, into: &out)
            }
            let folder = TemporaryFolder()
            let file = try WeightsFile.read(path: folder.write("w", out.bytes))
            #expect(file.isWeighted == isWeighted && file.isSymmetric)
            #expect(try file.neighbours(orderedBy: keys) == (isWeighted ? neighbours : neighbours.binary))
        }
    }

    @Test("Keys of the table and of the file must be the same ones")
    func keys() throws {
        let file = try read("2\n1 1\n2\n2 1\n1\n")
        func fault(_ keys: [String], _ file: WeightsFile) -> String {
            do {
                _ = try file.neighbours(orderedBy: keys, in: "t.csv")
                return ""
            } catch {
                return error.description
            }
        }
        let padded = fault(["01", "02"], file)
        #expect(padded.contains("w.gal, row 2: the key '1' is not in t.csv, where the first is '01'"))
        #expect(padded.contains("--key @row"))
        #expect(fault(["1", "2", "3"], file).contains("the key '3' of t.csv, row 3, is not in the weights file"))
        #expect(fault(["1", "2", "1"], file).contains("t.csv, row 3: the key '1' occurs twice"))
        #expect(fault(["1"], file).contains("row 4: the key '2' is not in t.csv"))
        let weighted = try read("0 4 f k\na b 1\n", name: "w.gwt")
        #expect(fault(["a", "b", "c"], weighted).contains("counts 2 areas without neighbours, but 1 keys"))
    }

    @Test("Damage is told with its line and what to do")
    func damage() {
        let cases = [
            ("", 0, "the file is empty"),
            ("id,neighbours\n", 1, "no header of GAL or GWT"),
            ("-1\n", 1, "no header"),
            ("0 x f k\n", 1, "no header"),
            ("2\na 1\nb\nb 2\na\n", 5, "'b' counts 2 neighbours and lists 1"),
            ("2\na 1\nb\nb 1\n", 4, "'b' counts 1 neighbours and lists 0"),
            ("2\na 1\nb\n\nb 1\na b\n", 6, "counts 1 neighbours and lists 2"),
            ("3\na 1\nb\nb 1\na\n", 1, "states 3 areas, but 2 follow"),
            ("1\na 1\nb\nb 1\na\n", 1, "states 1 areas, but 2 follow"),
            ("2\na 1\nb\na 1\nb\n", 4, "'a' has a second row, the first is in line 2"),
            ("2\na 1\nc\nb 1\na\n", 3, "the neighbour 'c' of 'a' has no row of its own"),
            ("2\na 2\nb b\nb 1\na\n", 3, "'a' has the neighbour 'b' twice"),
            ("2\na 2\na a\nb 0\n", 3, "'a' has the neighbour 'a' twice"),
            ("2\na one\nb\n", 2, "'a one' is no key with a number of neighbours"),
            ("2\na -1\nb\n", 2, "is no key with a number"),
            ("2\na b c d\n", 2, "neither a key with a number (GAL) nor a link with a weight"),
            ("2\n", 1, "neither a key with a number"),
            ("0 2 f k\na b x\n", 2, "'a b x' is no link with a weight"),
            ("0 2 f k\na b nan\n", 2, "is no link with a weight"),
            ("0 2 f k\na b 1\nb a\n", 3, "'b a' is no link with a weight"),
            ("0 2 f k\na b 1\na b 2\n", 3, "'a' has the neighbour 'b' twice"),
            ("0 2 f k\na b 1\na c 2\n", 1, "states 2 areas, but 3 are named"),
        ]
        for (text, line, message) in cases {
            let error = fault(text)
            #expect(error?.place.row == line, "\(text)")
            #expect(error?.message.contains(message) == true, "\(error?.description ?? "read"): \(message)")
            #expect(error?.remedy.isEmpty == false)
            #expect(error?.place.file.hasSuffix("w.gal") == true)
        }
        #expect(throws: InputError.self) { try WeightsFile.read(path: "/nowhere/w.gal") }
    }

    @Test(
        "The published weights files are read",
        .enabled(if: hasStatistics, "shared/data/statistics is not here"),
        arguments: [
            ("baltim/baltim_q.gal", 211, 1190), ("baltim/baltim_k4.gwt", 211, 844),
            ("baltim/baltim.tri.k12.kwt", 211, 2532), ("columbus/columbus.gal", 49, 236),
            ("spdata/columbus.gal", 49, 230), ("mexico/mexico.gal", 32, 140), ("r_afcon/africa.rook.nb.gal", 42, 172),
            ("r_afcon/paper.nb.gal", 42, 182), ("r_auckland/auckland.nb.gal", 167, 772),
            ("r_eire/eire.nb.gal", 26, 114),
            ("r_nydata/listw_NY.gal", 281, 1522), ("r_oldcol/COL.nb.gal", 49, 232),
            ("sacramento2/sacramentot2.gal", 403, 2128), ("sids2/sids2.gal", 100, 462), ("stl/stl.gal", 78, 398),
            ("stl/stl_hom_rook.gal", 78, 398),
        ])
    func published(name: String, areas: Int, links: Int) throws {
        let file = try WeightsFile.read(path: "\(Self.statistics)/\(name)")
        #expect(file.keys.count == areas && file.statedCount == areas)
        #expect(file.neighbours.targets.count == links)
        #expect(file.isSymmetric == !file.isWeighted)
        #expect(file.hasSelfWeights == name.hasSuffix(".kwt"))
        #expect(file.neighbours.islands.isEmpty)
    }

    @Test(
        "The keys of North Carolina's file find the rows of the table, whatever their order",
        .enabled(if: hasStatistics, "shared/data/statistics is not here"))
    func keysFindRows() throws {
        let table = try FeatureFile.read(path: "\(Self.statistics)/sids2/sids2.dbf", attributesOnly: true)
        let keys: [String] = try table.keys("FIPSNO").reversed()
        let file = try WeightsFile.read(path: "\(Self.statistics)/sids2/sids2.gal")
        let neighbours = try file.neighbours(orderedBy: keys, in: "sids2.dbf")
        for (member, key) in file.keys.enumerated() {
            let row = try #require(keys.firstIndex(of: key))
            #expect(
                Set(neighbours.targets(of: row).map { keys[Int($0)] })
                    == Set(file.neighbours.targets(of: member).map { file.keys[Int($0)] }))
        }
    }
}
