import Association
import Statistics
import Testing

@Suite("Draws without replacement")
struct ReferenceTableTests {
    @Test("Every place comes equally often at every draw, the first and the last one too")
    func isUniform() {
        let (rows, width, population) = (60_000, 4, 10)
        let table = ReferenceTable(rows: 0..<rows, width: width, population: population, seed: 3)
        for draw in 0..<width {
            var counts = [Int](repeating: 0, count: population)
            for row in 0..<rows { counts[Int(table.ids[row * width + draw])] += 1 }
            let expected = Double(rows) / Double(population)
            let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            #expect(ChiSquare.upper(chiSquare, degrees: 9) > 0.001)
            // libgeoda's first and last place come half as often (statistics.md 5.5): 45 standard errors away.
            #expect(abs(Double(counts[0]) - expected) < 4 * expected.squareRoot())
            #expect(abs(Double(counts[9]) - expected) < 4 * expected.squareRoot())
        }
    }

    @Test("Every ordered pair comes equally often, so that first and second draw are independent but for the repeat")
    func pairsAreUniform() {
        let (rows, population) = (90_000, 10)
        let table = ReferenceTable(rows: 0..<rows, width: 2, population: population, seed: 11)
        var counts = [Int](repeating: 0, count: population * population)
        for row in 0..<rows { counts[Int(table.ids[row * 2]) * population + Int(table.ids[row * 2 + 1])] += 1 }
        var chiSquare = 0.0
        for one in 0..<population {
            #expect(counts[one * population + one] == 0)
            for other in 0..<population where other != one {
                let difference = Double(counts[one * population + other]) - 1000
                chiSquare += difference * difference / 1000
            }
        }
        #expect(ChiSquare.upper(chiSquare, degrees: 89) > 0.001)
    }

    @Test("A row is of distinct places, up to all of them")
    func isWithoutReplacement() {
        let table = ReferenceTable(rows: 0..<200, width: 9, population: 9, seed: 5)
        for row in 0..<200 { #expect(Set(table.ids[row * 9..<row * 9 + 9]).count == 9) }
    }

    @Test("A row depends on the seed and its number only: not on the block, the width or the threads")
    func isKeyed() {
        let all = ReferenceTable(rows: 0..<5_000, width: 6, population: 700, seed: 9, threads: 2).ids
        let alone = ReferenceTable(rows: 4_321..<4_322, width: 6, population: 700, seed: 9).ids
        #expect(Array(all[4_321 * 6..<4_322 * 6]) == alone)
        let wide = ReferenceTable(rows: 4_321..<4_322, width: 8, population: 700, seed: 9).ids
        #expect(Array(wide[..<6]) == alone)
        #expect(all == ReferenceTable(rows: 0..<5_000, width: 6, population: 700, seed: 9, threads: 1).ids)
        #expect(all != ReferenceTable(rows: 0..<5_000, width: 6, population: 700, seed: 10).ids)
    }
}
