import Analysis
import Diagnostics
import Disclosure
import Formats
import Planar
import Statistics
import Testing

@Suite("Atoms")
struct AtomBuilderTests {
    let geographies = [
        Geography(division: "city", level: "district", version: "1", areaCount: 2),
        Geography(division: "life", level: "space", version: "1", areaCount: 2),
    ]
    let variables = [
        CountVariable(id: "residents", date: "2023-12-31", source: "register"),
        CountVariable(id: "children", date: "2023-12-31", source: "register", partOf: "residents"),
    ]

    /// Rows with the given counts; `nil` is a missing value.
    func block(_ rows: [[Double?]]) -> AddressBlock {
        var block = AddressBlock(columns: 2)
        for (index, row) in rows.enumerated() {
            block.places.append(index + 1)
            block.x.append(0)
            block.y.append(0)
            for column in 0..<2 {
                block.values[column].append(row[column] ?? 0)
                block.cells[column].append(row[column] == nil ? .missing : .value)
            }
        }
        return block
    }

    @Test("each combination of areas that holds an address is an atom, sorted by its areas")
    func combinations() {
        var builder = AtomBuilder(geographies: geographies, variables: variables)
        builder.add(
            block([[5, 1], [7, 2], [1, 0], [2, nil], [9, 9]]), areas: [[1, 0, 1, 0, -1], [0, 0, 0, 0, -1]],
            variables: [0, 1])
        let atoms = builder.finish()
        #expect(atoms.areas == [[0, 1], [0, 0]])
        #expect(atoms.sums == [[9, 6], [2, 1]])
        #expect(atoms.missing == [[0, 0], [1, 0]])
        #expect(atoms.contributors == [[2, 2], [1, 2]])
    }

    @Test("the order of rows and their division into blocks do not show")
    func order() {
        var generator = SplitMix64(seed: 8)
        let rows = (0..<500).map { _ in [Double(generator.below(9)) / 10, Double(generator.below(3))] as [Double?] }
        let places = rows.map { _ in (Int32(generator.below(3)) - 1, Int32(generator.below(2))) }
        var whole = AtomBuilder(geographies: geographies, variables: variables)
        whole.add(block(rows), areas: [places.map(\.0), places.map(\.1)], variables: [0, 1])
        var pieces = AtomBuilder(geographies: geographies, variables: variables)
        for first in stride(from: 490, through: 0, by: -10) {
            let range = first..<(first + 10)
            pieces.add(
                block(Array(rows[range].reversed())),
                areas: [places[range].reversed().map(\.0), places[range].reversed().map(\.1)], variables: [0, 1])
        }
        #expect(whole.finish() == pieces.finish())
    }

    @Test("atoms add up to what a plain sum over the areas gives")
    func sums() {
        var generator = SplitMix64(seed: 2)
        let rows = (0..<200).map { _ in [Double(generator.below(20)), 1] as [Double?] }
        let areas = rows.map { _ in Int32(generator.below(2)) }
        var builder = AtomBuilder(geographies: geographies, variables: variables)
        builder.add(block(rows), areas: [areas, areas.map { 1 - $0 }], variables: [0, 1])
        let atoms = builder.finish()
        for area in 0..<2 {
            let plain = zip(rows, areas).filter { $1 == Int32(area) }.reduce(0) { $0 + ($1.0[0] ?? 0) }
            let fromAtoms = zip(atoms.sums[0], atoms.areas[0]).filter { $1 == Int32(area) }.reduce(0) { $0 + $1.0 }
            #expect(plain == fromAtoms)
        }
    }
}
