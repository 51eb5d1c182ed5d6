import Analysis
import Planar
import Statistics
import Testing

@Suite("The ledger")
struct LedgerTests {
    /// One square of a side of 10 at the origin.
    let locator: PointLocator = {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 10, 10, 0], y: [0, 0, 10, 10])
        builder.closePart()
        builder.closeArea()
        return PointLocator(builder.finish())
    }()

    func block(_ rows: [(x: Double, y: Double, value: Double)]) -> AddressBlock {
        var block = AddressBlock(columns: 1)
        for (index, row) in rows.enumerated() {
            block.places.append(index + 1)
            block.x.append(row.x)
            block.y.append(row.y)
            block.values[0].append(row.value)
            block.cells[0].append(.value)
        }
        return block
    }

    @Test("rows and sums are located, outside or rejected, and add up")
    func balance() {
        var rows = block([(5, 5, 1.1), (10, 5, 2.2), (20, 5, 3.3), (5, 5, 4.4)])
        rows.reject(row: 3, reason: "a test")
        var ledger = Ledger(columns: 1)
        let areas = ledger.book(rows, x: rows.x, y: rows.y, locator: locator)
        #expect(areas == [0, 0, -1, -1])
        #expect([ledger.rows, ledger.located, ledger.outside, ledger.rejected, ledger.onBorder] == [4, 2, 1, 1, 1])
        let totals = ledger.totals[0]
        #expect(totals.located.value == 3.3 && totals.outside.value == 3.3 && totals.rejected.value == 4.4)
        #expect(totals.input.value == 11)
        #expect(ledger.rejections == [Rejection(line: 4, reason: "a test")])
    }

    @Test("ledgers of parts add up to the ledger of the whole, in any order")
    func parts() {
        var generator = SplitMix64(seed: 3)
        let rows = (0..<3_000).map { _ in
            (generator.uniform() * 20, generator.uniform() * 10, Double(generator.below(400)))
        }
        var whole = Ledger(columns: 1)
        let all = block(rows)
        _ = whole.book(all, x: all.x, y: all.y, locator: locator)
        var added = Ledger(columns: 1)
        for part in [2, 0, 1] {
            var piece = block(Array(rows[(part * 1_000)..<((part + 1) * 1_000)]))
            piece.places = Array((part * 1_000 + 1)...((part + 1) * 1_000))
            var ledger = Ledger(columns: 1)
            _ = ledger.book(piece, x: piece.x, y: piece.y, locator: locator)
            added.add(ledger)
        }
        #expect(added == whole)
    }

    @Test("an address with the persons of a whole street is suspicious, a tower block is not")
    func suspicious() {
        var largest = LargestValues()
        for line in 1...1_000 { largest.add(4, line: line) }
        largest.add(120, line: 2_000)
        largest.add(412, line: 2_001)
        let found = largest.suspicious(sum: 4_000 + 120 + 412)
        #expect(found.map(\.line) == [2_001])
        #expect(LargestValues().suspicious(sum: 0).isEmpty)
    }
}
