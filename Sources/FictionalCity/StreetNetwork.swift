/// The streets: each follows a row of blocks through some of them, in one of the honeycomb's three directions.
struct StreetNetwork: Sendable {
    /// A street's stretch through one block, with its number of addresses.
    struct Stretch: Sendable {
        /// The block it runs through.
        let block: Int32
        /// The direction: 0 west to east, 1 south-east to north-west, 2 south-west to north-east.
        let direction: Int8
        /// The street, an index into ``names``.
        var street: Int32
        /// How many addresses stand along it.
        let addresses: Int32
        /// The number of addresses before it in the whole city.
        var firstAddress: Int
    }

    /// All stretches in the order of their streets, and along each street.
    private(set) var stretches: [Stretch] = []
    /// The streets, in the order of their names.
    private(set) var names: [String] = []

    /// The side by which a street of each direction enters a block; it leaves by the opposite one.
    static let entrySides = [1, 3, 2]

    /// Lays the streets for so many addresses, which follow the weights of the blocks.
    init(_ blocks: BlockMap, weights: [Double], addresses: Int, chance: Chance) {
        var drafts = StreetNetwork.drafts(blocks, weights: weights, addresses: addresses, chance: chance)
        drafts.sort { $0.code < $1.code }

        var streetOfDraft: [Int32] = []
        var streetCount = 0
        for (index, draft) in drafts.enumerated() {
            if index == 0 || drafts[index - 1].code >> 21 != draft.code >> 21 { streetCount += 1 }
            streetOfDraft.append(Int32(streetCount - 1))
        }
        let given = StreetNames.names(streetCount, chance: chance)
        let order = given.indices.sorted { (given[$0], $0) < (given[$1], $1) }
        var rank = [Int32](repeating: 0, count: streetCount)
        for (position, street) in order.enumerated() { rank[street] = Int32(position) }
        names = order.map { given[$0] }

        stretches = drafts.indices.map { index in
            let draft = drafts[index]
            return Stretch(
                block: draft.block, direction: draft.direction, street: rank[Int(streetOfDraft[index])],
                addresses: draft.addresses, firstAddress: index)
        }
        // Until here `firstAddress` holds the draft's place, which keeps the order along a street.
        stretches.sort { ($0.street, $0.firstAddress) < ($1.street, $1.firstAddress) }
        var before = 0
        for index in stretches.indices {
            stretches[index].firstAddress = before
            before += Int(stretches[index].addresses)
        }
    }

    private struct Draft {
        /// Direction, line of blocks, section of the line (these name the street) and position, from high bits to low.
        let code: UInt64
        let block: Int32
        let direction: Int8
        let addresses: Int32
    }

    private static func drafts(
        _ blocks: BlockMap, weights: [Double], addresses: Int, chance: Chance
    ) -> [Draft] {
        let total = weights.reduce(0, +)
        let length = max(4, blocks.count / 30_000)
        var drafts: [Draft] = []
        var reached = 0.0
        var given = 0
        for block in 0..<blocks.count {
            reached += weights[block]
            let due = block == blocks.count - 1 ? addresses : Int(Double(addresses) * min(1, reached / total))
            let here = max(0, due - given)
            given += here
            guard here > 0 else { continue }
            let cell = blocks.footprint.cells[block]
            let (row, column) = cell.quotientAndRemainder(dividingBy: blocks.lattice.columns)
            let preferred = Int(chance.bits(.streetDirection, row / 4, column / 4) % 3)
            var rest = here
            for (turn, share) in StreetNetwork.shares(of: here).enumerated() {
                let part = turn == StreetNetwork.shares(of: here).count - 1 ? rest : here * share / 100
                rest -= part
                guard part > 0 else { continue }
                let direction = (preferred + turn) % 3
                let (line, position) = place(row: row, column: column, direction: direction)
                let start = Int(chance.bits(.streetStart, direction, line) % UInt64(length))
                let section = (position + (1 << 20) + start) / length
                let code =
                    UInt64(direction) << 62 | UInt64(line + (1 << 19)) << 41 | UInt64(section) << 21
                    | UInt64(position + (1 << 20))
                drafts.append(
                    Draft(code: code, block: Int32(block), direction: Int8(direction), addresses: Int32(part)))
            }
        }
        return drafts
    }

    /// How the addresses of a block divide among its streets, in percent: small blocks have one street.
    private static func shares(of addresses: Int) -> [Int] {
        addresses <= 24 ? [100] : addresses <= 55 ? [60, 40] : [44, 31, 25]
    }

    /// The line of blocks a street of a direction follows, and the block's place on it.
    private static func place(row: Int, column: Int, direction: Int) -> (line: Int, position: Int) {
        let slanted = column - row / 2
        return switch direction {
        case 0: (row, column)
        case 1: (slanted + row, row)
        default: (slanted, row)
        }
    }
}
