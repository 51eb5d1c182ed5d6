import Analysis
import Coverage
import Diagnostics
import Disclosure
import Egohoods
import Formats
import Planar
import Projection

/// Computes the neighbourhoods of people and adds them to the atoms, address by address.
struct EgohoodCounting {
    let project: ProjectFile
    let levels: [LevelAreas]
    /// The plane in metres that distances are measured in.
    let plane: ReferenceSystem
    let variables: EgohoodVariables

    /// Adds the sums of all neighbourhoods at all dates.
    ///
    /// - Parameter variableIndex: Variable → its place among the atoms'.
    /// - Throws: `InputError` where barriers cannot be read.
    func add(
        _ addresses: EgohoodAddresses, to atoms: inout AtomBuilder, variableIndex: [CountVariable: Int]
    ) throws(InputError) {
        guard !variables.egohoods.isEmpty else { return }
        let border = try border()
        for egohood in variables.egohoods {
            let barriers = try egohood.barriers.map { files throws(InputError) in
                try BarrierReading(project: project, plane: plane).read(files)
            }
            for date in variables.dates(of: egohood) {
                let block = try block(egohood, at: date, addresses: addresses, barriers: barriers, border: border)
                let columns = egohood.nearest.flatMap { nearest in
                    EgohoodVariables.sums(of: egohood).map { sum in
                        let variable = variables.variable(egohood, nearest: nearest, sum, date: date)
                        guard let place = variableIndex[variable] else {
                            preconditionFailure("\(variable.id) is not in the index")
                        }
                        return place
                    }
                }
                atoms.add(block.counts, areas: block.areas, variables: columns)
            }
        }
    }

    /// The residents' addresses with their sums as counts, scale by scale, and behind them the addresses of which nobody
    /// knows how many of the group live there: where they are too many for the source's rule, the sums are not known.
    private func block(
        _ egohood: ProjectFile.Egohood, at date: String, addresses: EgohoodAddresses, barriers: Barriers?,
        border: TerritoryBorder
    ) throws(InputError) -> (counts: AddressBlock, areas: [[Int32]]) {
        let none = EgohoodAddresses.Places(levels: levels.count)
        var residents = addresses.places[.init(variable: egohood.population, date: date)] ?? none
        var group = addresses.places[.init(variable: egohood.group, date: date)] ?? none
        try transform(&residents)
        try transform(&group)
        let town = Egohoods(
            x: residents.x + group.x, y: residents.y + group.y,
            population: residents.count + group.count.map { _ in 0 },
            group: residents.count.map { _ in 0 } + group.count, barriers: barriers)
        let table = town.shares(
            x: residents.x, y: residents.y, nearest: egohood.nearest, threads: DelimitedFile.processors)
        let distances = border.distances(x: residents.x, y: residents.y, threads: DelimitedFile.processors)
        let sums = EgohoodVariables.sums(of: egohood)
        var counts = AddressBlock(columns: egohood.nearest.count * sums.count)
        counts.places = Array(0..<residents.x.count + group.unknown.count)
        for scale in egohood.nearest.indices {
            for (place, sum) in sums.enumerated() {
                let column = scale * sums.count + place
                counts.cells[column] = residents.x.map { _ in .value } + group.unknown
                counts.values[column] = residents.count.enumerated().map { address, persons in
                    let share = table.share(of: address, at: scale) ?? 0
                    switch sum {
                    // Six decimals, so that exact sums stay exact.
                    case .weighted: return (persons * share * 1e6).rounded() / 1e6
                    case .addresses: return 1
                    case .exceeding: return share > (egohood.threshold ?? 1) ? persons : 0
                    case .cutOff:
                        return table.isCutOff(address, at: scale, borderDistance: distances[address]) ? persons : 0
                    }
                }
                counts.values[column] += group.unknown.map { _ in 0 }
            }
        }
        return (counts, zip(residents.areas, group.unknownAreas).map { $0 + $1 })
    }

    /// Brings addresses into the plane; the few that have no place in it are nobody's neighbours.
    private func transform(_ places: inout EgohoodAddresses.Places) throws(InputError) {
        _ = try Transformation(from: levels[0].system, to: plane).apply(x: &places.x, y: &places.y)
        let kept = places.x.indices.filter { places.x[$0].isFinite && places.y[$0].isFinite }
        guard kept.count < places.x.count else { return }
        places.areas = places.areas.map { areas in kept.map { areas[$0] } }
        (places.x, places.y, places.count) = (
            kept.map { places.x[$0] }, kept.map { places.y[$0] }, kept.map { places.count[$0] }
        )
    }

    /// The border of all that the levels of the first division cover.
    private func border() throws(InputError) -> TerritoryBorder {
        let areas = try Transformation(from: levels[0].system, to: plane).apply(to: levels[0].areas)
        return TerritoryBorder(Coverage(areas, threads: DelimitedFile.processors).outerBorder)
    }
}
