import Planar
import Statistics
import Testing
import Validation

/// Blocks of unit cells thrown at random: overlaps and gaps are counted cell by cell and must come out exactly.
@Suite("Coverage faults of unit cells")
struct CoverageFaultCellTests {
    static let side = 16

    /// A rectangle of cells, perhaps with a rectangular hole.
    struct Block {
        var x, y, width, height: Int
        var hole: (x: Int, y: Int, width: Int, height: Int)?

        init(_ generator: inout SplitMix64, largest: Int) {
            func number(_ range: ClosedRange<Int>) -> Int {
                range.lowerBound + Int(generator.uniform() * Double(range.count))
            }
            width = number(1...largest)
            height = number(1...largest)
            x = number(0...side - width)
            y = number(0...side - height)
            guard width > 3, height > 3, generator.uniform() < 0.6 else { return }
            let (holeWidth, holeHeight) = (number(1...width - 2), number(1...height - 2))
            hole = (
                number(x + 1...x + width - 1 - holeWidth), number(y + 1...y + height - 1 - holeHeight), holeWidth,
                holeHeight
            )
        }

        func covers(_ column: Int, _ row: Int) -> Bool {
            guard column >= x, column < x + width, row >= y, row < y + height else { return false }
            guard let hole else { return true }
            return !(column >= hole.x && column < hole.x + hole.width && row >= hole.y && row < hole.y + hole.height)
        }

        /// Its rings, with or without a vertex at every cell.
        func rings(everyCell: Bool) -> [[Shapes.Point]] {
            ([(x, y, width, height)] + (hole.map { [$0] } ?? [])).map { x, y, width, height in
                let step = everyCell ? 1 : Int.max
                func run(_ length: Int) -> [Int] { Array(stride(from: 0, to: length, by: min(step, length))) }
                return run(width).map { Shapes.Point(Double(x + $0), Double(y)) }
                    + run(height).map { Shapes.Point(Double(x + width), Double(y + $0)) }
                    + run(width).map { Shapes.Point(Double(x + width - $0), Double(y + height)) }
                    + run(height).map { Shapes.Point(Double(x), Double(y + height - $0)) }
            }
        }
    }

    /// The sizes of the enclosed pieces that no block covers, joined across sides of cells, and who covers their rims.
    static func gaps(_ blocks: [Block]) -> [(size: Int, around: [Int])] {
        // A rim of empty cells all around is the outside.
        var piece = [[Int]](repeating: Array(repeating: -1, count: side + 2), count: side + 2)
        func owners(_ column: Int, _ row: Int) -> [Int] {
            blocks.indices.filter { blocks[$0].covers(column - 1, row - 1) }
        }
        var found: [(size: Int, around: [Int])] = []
        var pieces = 0
        for startColumn in 0..<side + 2 {
            for startRow in 0..<side + 2
            where piece[startColumn][startRow] < 0 && owners(startColumn, startRow).isEmpty {
                var stack = [(startColumn, startRow)]
                piece[startColumn][startRow] = pieces
                var size = 0
                var around: Set<Int> = []
                while let (column, row) = stack.popLast() {
                    size += 1
                    for (right, up) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                        let (nextColumn, nextRow) = (column + right, row + up)
                        guard (0..<side + 2).contains(nextColumn), (0..<side + 2).contains(nextRow) else { continue }
                        let neighbours = owners(nextColumn, nextRow)
                        // Who covers both sides of the line has no border there.
                        around.formUnion(neighbours)
                        guard neighbours.isEmpty, piece[nextColumn][nextRow] < 0 else { continue }
                        piece[nextColumn][nextRow] = pieces
                        stack.append((nextColumn, nextRow))
                    }
                }
                // The first piece is the outside.
                if pieces > 0 { found.append((size, around.sorted())) }
                pieces += 1
            }
        }
        return found
    }

    @Test("overlaps and gaps are those of the cells", arguments: UInt64(1)...150)
    func cells(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = 2 + Int(generator.uniform() * 24)
        let largest = 2 + Int(generator.uniform() * 12)
        let blocks = (0..<count).map { _ in Block(&generator, largest: largest) }
        var shapes = Shapes(blocks.map { $0.rings(everyCell: seed.isMultiple(of: 2)) })
        shapes.shuffle(&generator)
        let found = try CoverageFaults(shapes.areas, threads: 2).faults
        #expect(!found.contains { $0.kind == .invalidRing || $0.kind == .repeatedVertex })

        var expected: [[Int]: Int] = [:]
        for column in 0..<Self.side {
            for row in 0..<Self.side {
                let covering = blocks.indices.filter { blocks[$0].covers(column, row) }
                for (place, one) in covering.enumerated() {
                    for other in covering[(place + 1)...] { expected[[one, other], default: 0] += 1 }
                }
            }
        }
        let shared = found.filter { $0.kind == .overlap || $0.kind == .duplicateGeometry }
        #expect(
            Dictionary(grouping: shared, by: \.areas).mapValues { $0.map { Int($0.measure) } }
                == expected.mapValues { [$0] })
        for fault in found where fault.kind == .duplicateGeometry {
            #expect(
                Set(shapes.rings[fault.areas[0]].flatMap { $0 }.map { [$0.x, $0.y] })
                    == Set(shapes.rings[fault.areas[1]].flatMap { $0 }.map { [$0.x, $0.y] }))
        }
        let gaps = found.filter { $0.kind == .gap }.map { "\(Int($0.measure)) \($0.areas)" }.sorted()
        #expect(gaps == Self.gaps(blocks).map { "\($0.size) \($0.around)" }.sorted())
    }
}
