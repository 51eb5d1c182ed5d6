import Cartography
import Planar
import Statistics

/// An invented town for tests: wiggly districts that share their borders vertex by vertex, one with a hole that is
/// another district, one in two parts, one too small to see, and all four states.
struct SampleCity {
    private let columns: Int
    private let rows: Int
    private let cell: Double
    private let wiggles: Int
    private var areas = Areas.Builder()
    private var keys: [String] = []
    private var labelX: [Double] = []
    private var labelY: [Double] = []

    /// The subject of a town of `columns` × `rows` cells, each border in `wiggles` pieces.
    static func subject(
        columns: Int = 7, rows: Int = 6, cell: Double = 900, wiggles: Int = 12, title: String = "SGB-II-Quote",
        unit: String = "%"
    ) -> MapSubject {
        var city = SampleCity(columns: columns, rows: rows, cell: cell, wiggles: wiggles)
        city.build()
        let count = city.keys.count
        var generator = SplitMix64(seed: 5)
        var values: [Double] = []
        var states: [ValueState] = []
        for area in 0..<count {
            let share = generator.uniform()
            values.append((4 + 28 * share * share + 3 * Double(area % 5)) * 0.83)
            states.append(
                area % 13 == 4 ? .suppressed : area % 17 == 9 ? .noData : area % 19 == 12 ? .notApplicable : .value)
            if states[area] != .value { values[area] = 0 }
        }
        let syllables = ["Nord", "Süd", "Alt", "Neu", "Ober", "Unter"]
        let endings = ["stadt", "feld", "heim", "mühle", "brück", "hagen", "au"]
        return MapSubject(
            title: title, unit: unit, date: "2023-12-31", division: "Statistische Gliederung: Stadtteile",
            boundaryVersion: "2021", atlas: "Sozialatlas Musterstadt",
            source: "Statistikstelle Musterstadt, Melderegister; Bundesagentur für Arbeit",
            boundarySource: "Vermessungsamt Musterstadt 2021", publisher: "Stadt Musterstadt, Amt für Statistik",
            licence: "Datenlizenz Deutschland Namensnennung 2.0",
            protectionNotice: "threshold only: hidden values may be derivable",
            decimals: 1, isCount: false, areas: city.areas.finish(), labelX: city.labelX, labelY: city.labelY,
            keys: city.keys, names: (0..<count).map { syllables[$0 % 6] + endings[$0 % 7] }, values: values,
            states: states)
    }

    private init(columns: Int, rows: Int, cell: Double, wiggles: Int) {
        self.columns = columns
        self.rows = rows
        self.cell = cell
        self.wiggles = wiggles
    }

    private mutating func build() {
        var number = 0
        let isSmall = columns * rows < 100
        for row in 0..<rows {
            for column in 0..<columns {
                // The last cell is the second part of the third area.
                guard !isSmall || row < rows - 1 || column < columns - 1 else { continue }
                number += 1
                keys.append(key(number))
                areas.addRing(x: ring(column, row).map(\.0), y: ring(column, row).map(\.1))
                if isSmall && number == 17 { addSquare(column, row, side: 0.4) }
                areas.closePart()
                if isSmall && number == 3 {
                    areas.addRing(x: ring(columns - 1, rows - 1).map(\.0), y: ring(columns - 1, rows - 1).map(\.1))
                    areas.closePart()
                }
                areas.closeArea()
                labelX.append(centre(column, row).0 + (isSmall && number == 17 ? 0.36 * cell : 0))
                labelY.append(centre(column, row).1)
            }
        }
        guard isSmall else { return }
        addSquare((17 - 1) % columns, (17 - 1) / columns, side: 0.4, isArea: true)
        addSquare(0, rows, side: 0.001, isArea: true)
    }

    private func key(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func centre(_ column: Int, _ row: Int) -> (Double, Double) {
        (400_000 + (Double(column) + 0.5) * cell, 5_700_000 + (Double(row) + 0.5) * cell)
    }

    private mutating func addSquare(_ column: Int, _ row: Int, side: Double, isArea: Bool = false) {
        let (x, y) = centre(column, row)
        let half = side / 2 * cell
        areas.addRing(x: [x - half, x + half, x + half, x - half], y: [y - half, y - half, y + half, y + half])
        guard isArea else { return }
        areas.closePart()
        areas.closeArea()
        keys.append(key(keys.count + 1))
        labelX.append(x)
        labelY.append(y)
    }

    /// A corner of the grid, pushed about.
    private func node(_ column: Int, _ row: Int) -> (Double, Double) {
        var generator = SplitMix64(seed: UInt64(column * 1009 + row * 7 + 3))
        return (
            400_000 + (Double(column) + 0.5 * (generator.uniform() - 0.5)) * cell,
            5_700_000 + (Double(row) + 0.5 * (generator.uniform() - 0.5)) * cell
        )
    }

    /// The border between two corners, without the second; the same vertices in both directions.
    private func border(_ from: (Int, Int), _ to: (Int, Int)) -> [(Double, Double)] {
        let isForward = from < to
        let (a, b) = isForward ? (from, to) : (to, from)
        let (start, end) = (node(a.0, a.1), node(b.0, b.1))
        var generator = SplitMix64(seed: UInt64(a.0 * 7919 + a.1 * 104_729 + b.0 * 31 + b.1))
        var points = [start]
        for step in 1..<max(2, wiggles) {
            let share = Double(step) / Double(max(2, wiggles))
            let push = 0.08 * cell * (generator.uniform() - 0.5)
            points.append((start.0 + share * (end.0 - start.0) + push, start.1 + share * (end.1 - start.1) + push))
        }
        points.append(end)
        return Array((isForward ? points : points.reversed()).dropLast())
    }

    private func ring(_ column: Int, _ row: Int) -> [(Double, Double)] {
        border((column, row), (column + 1, row)) + border((column + 1, row), (column + 1, row + 1))
            + border((column + 1, row + 1), (column, row + 1)) + border((column, row + 1), (column, row))
    }
}
