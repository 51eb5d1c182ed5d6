import Egohoods
import Planar
import Statistics

/// A town as arrays, and its neighbourhoods by the definition: sort everything by distance, ring by ring.
struct Town {
    var x: [Double] = []
    var y: [Double] = []
    var population: [Double] = []
    var group: [Double] = []
    var barriers: Barriers?

    var egohoods: Egohoods { Egohoods(x: x, y: y, population: population, group: group, barriers: barriers) }

    /// Persons, members of the group and radius of an origin's neighbourhood.
    func neighbourhood(_ originX: Double, _ originY: Double, _ scale: EgohoodScale) -> [Double] {
        let steps = { (metres: Double) in Int((metres * 1000).rounded()) }
        var rings: [Int: (population: Double, group: Double)] = [:]
        for place in x.indices {
            if let barriers, (x[place], y[place]) != (originX, originY),
                barriers.cuts(from: (originX, originY), to: (x[place], y[place]))
            {
                continue
            }
            let (dx, dy) = (steps(x[place]) - steps(originX), steps(y[place]) - steps(originY))
            rings[dx * dx + dy * dy, default: (0, 0)].population += population[place]
            rings[dx * dx + dy * dy, default: (0, 0)].group += group[place]
        }
        var (persons, members) = (0.0, 0.0)
        for square in rings.keys.sorted() {
            let radius = Double(square).squareRoot() / 1000
            if case .within(let metres) = scale, square > steps(metres) * steps(metres) {
                return [persons, members, metres]
            }
            persons += rings[square]?.population ?? 0
            members += rings[square]?.group ?? 0
            if case .nearest(let wanted) = scale, persons >= Double(wanted) { return [persons, members, radius] }
        }
        if case .within(let metres) = scale { return [persons, members, metres] }
        return [persons, members, .infinity]
    }

    /// Adds a place.
    mutating func add(_ x: Double, _ y: Double, _ population: Double, _ group: Double) {
        self.x.append(x)
        self.y.append(y)
        self.population.append(population)
        self.group.append(group)
    }

    /// Seeded towns of very different shapes, some houses without people.
    static func make(_ kind: String, _ count: Int, seed: UInt64) -> Town {
        var generator = SplitMix64(seed: seed)
        var town = Town()
        for number in 0..<count {
            var (x, y) = (generator.uniform() * 5000, generator.uniform() * 3000)
            switch kind {
            case "lattice": (x, y) = ((x / 300).rounded() * 100, (y / 300).rounded() * 100)
            case "clusters" where number % 9 > 0:
                let centre = Double(number % 4)
                (x, y) = (centre * 1100 + x / 400, centre * centre * 300 + y / 400)
            case "one street": y = 100
            case "duplicates" where number > 40:
                (x, y) = (town.x[number % 37] - 500_000, town.y[number % 37] - 5_700_000)
            default: break
            }
            // Centimetres, as in address registers: no whole numbers in a Double.
            let persons = Double(generator.below(9))
            town.add(
                500_000 + (x * 100).rounded() / 100, 5_700_000 + (y * 100).rounded() / 100, persons,
                Double(generator.below(Int(persons) + 1)))
        }
        return town
    }

    static let kinds = ["scattered", "lattice", "clusters", "one street", "duplicates"]
}

extension EgohoodTable {
    /// A cell as the brute force gives it.
    func cell(_ origin: Int, _ scale: Int) -> [Double] {
        [reached(of: origin, at: scale), members(of: origin, at: scale), radius(of: origin, at: scale)]
    }
}
