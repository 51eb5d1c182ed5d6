/// What is wrong with some addresses, as in every real file.
struct AddressFlaws: Sendable {
    /// A thing that is wrong with an address.
    enum Flaw: Sendable {
        /// A digit of the easting or northing mistyped: far outside the town.
        case mistyped(metresEast: Double, metresNorth: Double)
        /// No number at all stands where the easting should be.
        case unreadable(String)
        /// The job centre, where people without a fixed address are registered.
        case jobCentre(recipients: Int32)
        /// Exactly on a vertex of the border between two districts.
        case onBorder(x: Double, y: Double)
    }

    /// Address → flaw, in the order of addresses.
    private(set) var flaws: [(address: Int, flaw: Flaw)] = []

    /// No flaws.
    init() {}

    /// Picks addresses and spoils them. Towns of fewer than a thousand addresses are spared.
    init(_ streets: StreetNetwork, blocks: BlockMap, districtOf: [Int32], uses: [LandUse], chance: Chance) {
        let count = streets.stretches.last.map { $0.firstAddress + Int($0.addresses) } ?? 0
        guard count >= 1_000 else { return }
        var taken: Set<Int> = []
        func add(_ address: Int, _ flaw: Flaw) {
            if taken.insert(address).inserted { flaws.append((address, flaw)) }
        }
        let homes = streets.stretches.filter { uses[Int(districtOf[Int($0.block)])] == .homes }
        if let central = homes.min(by: { blocks.footprintDistance($0.block) < blocks.footprintDistance($1.block) }) {
            add(central.firstAddress, .jobCentre(recipients: 412))
        }
        if let (address, vertex) = AddressFlaws.borderVertex(homes, blocks: blocks, districtOf: districtOf) {
            add(address, .onBorder(x: vertex.x, y: vertex.y))
        }
        // Ten, a hundred or two hundred kilometres are one digit of a coordinate.
        let slips = [
            (60_000.0, 0.0), (-90_000, 0), (0, 200_000), (0, -300_000), (100_000, 0), (0, 60_000), (-200_000, 0),
            (80_000, 0), (0, -500_000), (300_000, 0), (0, 90_000), (-70_000, 0),
        ]
        for (number, slip) in slips.enumerated() {
            let pick = Int(chance.bits(.flaw, 0, number) % UInt64(count))
            add(pick, .mistyped(metresEast: slip.0, metresNorth: slip.1))
        }
        for (number, text) in ["k. A.", "", "unbekannt", "5120l7,4O"].enumerated() {
            add(Int(chance.bits(.flaw, 1, number) % UInt64(count)), .unreadable(text))
        }
        flaws.sort { $0.address < $1.address }
    }

    /// The middle address of a stretch in a block at a district's border, and a vertex of that border.
    private static func borderVertex(
        _ homes: [StreetNetwork.Stretch], blocks: BlockMap, districtOf: [Int32]
    ) -> (address: Int, vertex: (x: Double, y: Double))? {
        for stretch in homes.dropFirst(homes.count / 3) where stretch.addresses >= 3 {
            let block = Int(stretch.block)
            for side in 0..<6 {
                let next = blocks.neighbour(of: block, side: side)
                guard next >= 0, districtOf[next] != districtOf[block] else { continue }
                let corner = blocks.corner(of: block, side)
                let vertex = (BlockMap.centimetres(corner.x), BlockMap.centimetres(corner.y))
                return (stretch.firstAddress + Int(stretch.addresses) / 2, vertex)
            }
        }
        return nil
    }
}

extension BlockMap {
    /// How far a block is from the town's middle, squared.
    fileprivate func footprintDistance(_ block: Int32) -> Double {
        let (x, y) = lattice.plainCentre(of: footprint.cells[Int(block)])
        return x * x + y * y
    }
}
