import Planar

/// The neighbourhoods of a run of origins that lie close together.
struct EgohoodBatch {
    private let places: PlaceTree
    private let barriers: Barriers?
    /// The scales: what is wanted, in units of counts or as a squared radius, in rising order, and where it goes.
    private let nearest: [(wanted: Double, scale: Int)]
    private let radii: [(square: Double, radius: Double, scale: Int)]
    private let scales: Int

    /// Prepares a batch.
    init(places: PlaceTree, barriers: Barriers?, scales: [EgohoodScale]) {
        self.places = places
        self.barriers = barriers
        self.scales = scales.count
        var (nearest, radii): ([(wanted: Double, scale: Int)], [(square: Double, radius: Double, scale: Int)]) = (
            [], []
        )
        for (number, scale) in scales.enumerated() {
            switch scale {
            case .nearest(let persons): nearest.append((places.unit.units(Double(persons)), number))
            case .within(let metres):
                let steps = (metres * places.stepsPerMetre).rounded()
                radii.append((steps * steps, metres, number))
            }
        }
        self.nearest = nearest.sorted { $0.wanted < $1.wanted }
        self.radii = radii
    }

    /// Origin, scale → persons, members of each group, radius in metres.
    func rows(of origins: ArraySlice<Int32>, x: [Double], y: [Double]) -> [Double] {
        places.withSearch { search in
            var rows = Rows(places: places, scales: scales, origins: origins.count)
            var guesses = [RadiusGuess](repeating: RadiusGuess(), count: nearest.count)
            for origin in origins {
                let (originX, originY) = (x[Int(origin)], y[Int(origin)])
                if originX.isNaN {
                    rows.addEmpty()
                    continue
                }
                add(originX, originY, to: &rows, search: &search, guesses: &guesses)
            }
            return rows.cells
        }
    }

    /// The neighbourhoods of one origin.
    private func add(
        _ x: Double, _ y: Double, to rows: inout Rows, search: inout EgohoodSearch, guesses: inout [RadiusGuess]
    ) {
        var reach = -1.0
        for (number, (wanted, scale)) in nearest.enumerated() {
            if wanted > places.total(0) {
                reach = .infinity
                search.gather(x: x, y: y, beyond: reach, upTo: reach, limit: 0)
            } else if reach < 0 || search.within < wanted {
                // Otherwise the ring before held enough for this number, too.
                reach = search.nearest(wanted, x: x, y: y, guess: &guesses[number])
            }
            rows.set(scale, search, radius: reach.squareRoot() / places.stepsPerMetre)
        }
        for (square, radius, scale) in radii {
            search.gather(x: x, y: y, beyond: square, upTo: square, limit: 0)
            rows.set(scale, search, radius: radius)
            reach = max(reach, square)
        }
        if let barriers {
            let outlook = Outlook(x: x, y: y, barriers: barriers, stepsPerMetre: places.stepsPerMetre)
            if !outlook.isFree(within: reach) { add(from: outlook, reach: reach, to: &rows, search: &search) }
        }
        rows.next()
    }

    /// The same where a barrier may stand within the largest circle: only what can be seen enters.
    private func add(from outlook: Outlook, reach: Double, to rows: inout Rows, search: inout EgohoodSearch) {
        let persons = search.listVisible(from: outlook, until: nearest.last?.wanted ?? 0, beginningAt: reach)
        for (wanted, scale) in nearest {
            let square = wanted > persons ? .infinity : search.selected(wanted, beyond: -1, upTo: search.farthestListed)
            search.sumListed(upTo: square)
            rows.set(scale, search, radius: square.squareRoot() / places.stepsPerMetre)
        }
        for (square, radius, scale) in radii {
            search.sumListed(upTo: square)
            rows.set(scale, search, radius: radius)
        }
    }

    /// The cells of the batch, filled origin by origin.
    private struct Rows {
        var cells: [Double]
        private var first = 0
        private let columns: Int
        private let width: Int
        private let unit: CountUnit

        init(places: PlaceTree, scales: Int, origins: Int) {
            columns = places.columns
            unit = places.unit
            width = scales * (columns + 1)
            cells = Array(repeating: 0, count: origins * width)
        }

        /// Writes what the search has summed.
        mutating func set(_ scale: Int, _ search: borrowing EgohoodSearch, radius: Double) {
            let cell = first + scale * (columns + 1)
            for column in 0..<columns { cells[cell + column] = unit.count(search.sums[column]) }
            cells[cell + columns] = radius
        }

        /// Goes on to the next origin.
        mutating func next() { first += width }

        /// Leaves an origin without position empty.
        mutating func addEmpty() {
            for cell in stride(from: first + columns, to: first + width, by: columns + 1) { cells[cell] = .nan }
            first += width
        }
    }
}
