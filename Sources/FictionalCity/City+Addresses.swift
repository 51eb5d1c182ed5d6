import Statistics

extension City {
    /// Gives every address that exists on a date, in the order of street keys and house numbers.
    ///
    /// The same address has the same place on every date; at the last date there are as many as planned.
    ///
    ///     city.forEachAddress(date: 0) { address in
    ///         print(city.streets[address.street].name, address.number, address.counts.residents)
    ///     }
    ///
    /// - Parameters:
    ///   - date: An index into the plan's dates.
    ///   - body: Called once per address; what it throws ends the walk.
    /// - Precondition: The plan has that date.
    /// - Complexity: O(addresses) time, constant memory.
    public func forEachAddress<Failure: Error>(
        date: Int, _ body: (CityAddress) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(plan.dates.indices.contains(date), "the plan has no such date")
        let isLast = date == plan.dates.count - 1
        var nextFlaw = 0
        var street = Int32(-1)
        var numbersUsed = 0
        for stretch in network.stretches {
            if stretch.street != street {
                street = stretch.street
                numbersUsed = 0
            }
            let line = StreetLine(stretch, blocks: blocks, chance: chance)
            let isEstate = chance.unit(.newHouse, Int(stretch.block)) < 0.012
            for index in 0..<Int(stretch.addresses) {
                let identity = stretch.firstAddress + index
                var flaw: AddressFlaws.Flaw?
                if nextFlaw < flaws.flaws.count, flaws.flaws[nextFlaw].address == identity {
                    flaw = flaws.flaws[nextFlaw].flaw
                    nextFlaw += 1
                }
                // New houses stand together, in a few blocks, from the last date on.
                let isNew = isEstate && flaw == nil && chance.unit(.newHouse, identity, 1) < 0.6
                guard isLast || !isNew else { continue }
                var address = address(stretch, index, after: numbersUsed, on: line, date: date)
                if let flaw { spoil(&address, flaw) }
                try body(address)
            }
            numbersUsed += Int(stretch.addresses)
        }
    }

    private func address(
        _ stretch: StreetNetwork.Stretch, _ index: Int, after numbersUsed: Int, on line: StreetLine, date: Int
    ) -> CityAddress {
        let identity = stretch.firstAddress + index
        let district = Int(districtOfBlock[Int(stretch.block)])
        var lot = chance.generator(.house, identity, 1)
        // Odd numbers left, even ones right, opposite each other; nothing stands at the crossings.
        let along = (Double(index) + 0.3 + 0.4 * lot.uniform()) / Double(stretch.addresses)
        let depth = 11 + 9 * lot.uniform()
        let number = numbersUsed + index + 1
        let place = line.position(along: 0.14 + 0.72 * along, left: number & 1 == 1 ? depth : -depth)
        // A house built later in a gap takes the number before it on its side, with a letter.
        let isBetween = index >= 2 && lot.uniform() < 0.03
        let house = House(
            identity: identity, block: Int(stretch.block), use: uses[district],
            hasSubsidyRegister: !withoutRegister[district])
        return CityAddress(
            street: Int(stretch.street), number: isBetween ? number - 2 : number, suffix: isBetween ? "a" : "",
            x: BlockMap.centimetres(place.x), y: BlockMap.centimetres(place.y), unreadable: nil,
            counts: house.counts(date: date, landscape: landscape, chance: chance))
    }

    private func spoil(_ address: inout CityAddress, _ flaw: AddressFlaws.Flaw) {
        switch flaw {
        case .mistyped(let east, let north):
            address.x = BlockMap.centimetres(address.x + east)
            address.y = BlockMap.centimetres(address.y + north)
        case .unreadable(let text):
            address.x = .nan
            address.unreadable = text
        case .onBorder(let x, let y):
            address.x = x
            address.y = y
        case .jobCentre(let recipients):
            address.counts = CityCounts()
            address.counts.sgb2 = recipients
        }
    }
}
