import Confidential
import Diagnostics
import Disclosure
import Fixtures
import Statistics
import Testing

@Suite("contents of the confidential file")
struct ContentsTests {
    private let folder = TemporaryFolder()

    @Test("blocks come back as they were, to the last bit, one after the other")
    func blocks() throws {
        let file = try ConfidentialFile.open(folder.path)
        let blocks = [block(AddressBlock.capacity, seed: 1), block(100, seed: 2), block(0, seed: 3), block(1, seed: 4)]
        try file.build { build throws(InputError) in
            try build.replace(batch)
            for (number, block) in blocks.enumerated() { #expect(try build.append(block, to: batch) == number) }
            // A build reads what it has written, and may write while it reads.
            try build.contents.forEachBlock(of: batch) { number, block throws(InputError) in
                let located = LocatedBlock(block: number, areas: block.x.map { Int32($0) % 9 - 1 })
                try build.keep(located, of: batch, in: district)
            }
        }
        try file.read { contents throws(InputError) in
            #expect(try contents.blockCount(of: batch) == 4)
            var seen: [AddressBlock] = []
            try contents.forEachBlock(of: batch) { number, block throws(InputError) in
                #expect(number == seen.count)
                seen.append(block)
                let located = try contents.located(block: number, of: batch, in: district)
                #expect(located.areas == block.x.map { Int32($0) % 9 - 1 })
            }
            #expect(seen == blocks)
        }
    }

    @Test("a new delivery takes the place of the earlier one, with all that was found about it")
    func replaced() throws {
        let file = try ConfidentialFile.open(folder.path)
        var earlier = batch
        earlier.date = "2019-12-31"
        try file.build { build throws(InputError) in
            for batch in [batch, earlier] {
                try build.replace(batch)
                try build.append(block(10, seed: 1), to: batch)
                try build.keep([Rejection(line: 3, field: "x", reason: "no number")], of: batch)
            }
            try build.keep(LocatedBlock(block: 0, areas: [1]), of: batch, in: district)
            try build.keep(ledger())
        }
        var corrected = batch
        corrected.file = "corrected.csv"
        corrected.variables = []
        try file.build { build throws(InputError) in try build.replace(corrected) }
        try file.read { contents throws(InputError) in
            #expect(try contents.batches() == [earlier, corrected])
            #expect(try contents.blockCount(of: corrected) == 0)
            #expect(try contents.rejections(of: corrected).isEmpty)
            #expect(try contents.ledgers().isEmpty)
            #expect(try contents.rejections(of: earlier).count == 1)
        }
        let error = #expect(throws: InputError.self) {
            try file.read { contents throws(InputError) in
                try contents.located(block: 0, of: corrected, in: district)
            }
        }
        #expect(error?.code == .unknownName)
    }

    @Test("ledgers, rejections and suspicious addresses come back; rejections only up to their limit")
    func findings() throws {
        let file = try ConfidentialFile.open(folder.path)
        let rejections = (1...700).map { Rejection(line: $0, field: "Rechtswert", reason: "'\($0)x' is no number") }
        let shelter = SuspiciousAddress(
            line: 17, label: "Hauptstraße 1", variable: "residents", value: 412.5, reason: "most of its area")
        try file.build { build throws(InputError) in
            try build.replace(batch)
            try build.keep(rejections, of: batch)
            try build.keep(rejections, of: batch)
            try build.keep([shelter], of: batch)
            try build.keep(ledger(rejected: 2))
            try build.keep(ledger())
        }
        try file.read { contents throws(InputError) in
            #expect(try contents.rejections(of: batch) == rejections + rejections.prefix(300))
            #expect(try contents.suspiciousAddresses(of: batch) == [shelter])
            #expect(try contents.ledgers() == [ledger()])
        }
    }

    @Test("a ledger is balanced when its rows and its sums are, exactly")
    func balance() {
        // 0.1 + 0.2 + 0.3 is not 0.6 in binary; in decimals it is.
        #expect(ledger().isBalanced)
        #expect(!ledger(rejected: 2).isBalanced)
        #expect(!ledger(outside: 0.300000001).isBalanced)
    }

    @Test("findings about a batch that is not there are refused")
    func unknownBatch() throws {
        let file = try ConfidentialFile.open(folder.path)
        let error = #expect(throws: InputError.self) {
            try file.build { build throws(InputError) in try build.keep(ledger()) }
        }
        #expect(error?.code == .unknownName)
        #expect(error?.message == "there is no batch of source 'register' at 2023-12-31")
    }

    @Test("atoms come back as they were, and the next build's take their place")
    func atoms() throws {
        let file = try ConfidentialFile.open(folder.path)
        #expect(try file.read { contents throws(InputError) in try contents.atoms() } == nil)
        let atoms = Atoms(
            geographies: [district, Geography(division: "school", level: "area", version: "2020", areaCount: 2)],
            variables: [CountVariable(id: "under15", date: "2023-12-31", source: "register", partOf: "residents")],
            areas: [[0, 8, -1], [1, -1, 0]], sums: [[0.1, 1e9, -0.0]], missing: [[0, 1, 2]],
            contributors: [[3, 4, 5]], recordKeys: [[1, .max, 0]])
        try file.build { build throws(InputError) in try build.keep(atoms) }
        #expect(try file.read { contents throws(InputError) in try contents.atoms() } == atoms)
        let none = Atoms(geographies: [], variables: [], areas: [], sums: [], missing: [], contributors: [])
        try file.build { build throws(InputError) in try build.keep(none) }
        #expect(try file.read { contents throws(InputError) in try contents.atoms() } == none)
        let empty = Atoms(
            geographies: [district], variables: [], areas: [[]], sums: [], missing: [], contributors: [])
        try file.build { build throws(InputError) in try build.keep(empty) }
        #expect(try file.read { contents throws(InputError) in try contents.atoms() } == empty)
    }
}
