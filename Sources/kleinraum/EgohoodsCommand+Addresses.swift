import Analysis
import Diagnostics
import Formats
import Planar
import Projection

/// Which columns of an address table egohoods are made of.
struct EgohoodColumns: Sendable {
    var x: String?
    var y: String?
    var key: String
    var population: String
    var group: String
    var missing: [String]
    var threads: Int?

    /// The same where nobody asks for keys.
    var withoutKey: EgohoodColumns {
        var columns = self
        columns.key = "@row"
        return columns
    }
}

/// The addresses with a position and both counts, in the order of the file, and what became of the other rows.
struct EgohoodAddresses {
    let file: String
    private(set) var keys: [String] = []
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private(set) var population: [Double] = []
    private(set) var group: [Double] = []
    /// How many rows the file has.
    private(set) var rows = 0
    private var lines: [Int] = []
    private var rejections: [Rejection] = []
    private let remarks: [String]
    /// The system of the coordinates; nil where nobody says, and a plane in metres is meant.
    private let system: ReferenceSystem?

    /// How many rows could not be used.
    var rejected: Int { rows - keys.count }

    /// Reads a table. A row without position, with a missing, unreadable or negative count is rejected.
    ///
    /// - Throws: `InputError` for what is wrong with the file as a whole: no such column, a key that is missing or
    ///   occurs twice, coordinates that cannot be in their system.
    init(path: String, columns: EgohoodColumns, system stated: ReferenceSystem?) throws(InputError) {
        let table = try AddressTable.open(
            path: path, x: columns.x, y: columns.y, counts: [columns.population, columns.group],
            missing: columns.missing)
        file = path
        remarks = table.remarks
        var system = stated
        if let declared = table.declaredSystem { system = try ReferenceSystem(declared: declared) }
        self.system = system
        let bridge: CoordinateBridge?
        if let system { bridge = try CoordinateBridge(from: system, to: system) } else { bridge = nil }
        let run = try table.reduce(threads: columns.threads, start: { EgohoodRows() }) {
            (rows: inout EgohoodRows, block: inout AddressBlock) throws(InputError) in
            try rows.add(&block, bridge: bridge, names: [columns.population, columns.group])
        }
        if let fault = BridgeWorker.fault(of: run.accumulators.compactMap(\.worker), file: path) { throw fault }
        let allKeys = try Self.keys(path: path, field: columns.key)
        for block in run.accumulators.flatMap(\.blocks).sorted(by: { $0.index < $1.index }) {
            take(block, keys: allKeys, line: run.line(of:))
        }
        rejections.sort { $0.line < $1.line }
    }

    private mutating func take(_ block: AddressBlock, keys allKeys: [String]?, line: (Int) -> Int) {
        for row in 0..<block.count {
            rows += 1
            guard !block.x[row].isNaN else { continue }
            keys.append(allKeys?[rows - 1] ?? String(rows))
            lines.append(line(block.places[row]))
            x.append(block.x[row])
            y.append(block.y[row])
            population.append(block.values[0][row])
            group.append(block.values[1][row])
        }
        for (row, reason) in block.rejections where rejections.count < Rejection.listed {
            rejections.append(Rejection(line: line(block.places[row]), reason: reason))
        }
    }

    /// The keys of all rows, rejected ones too; nil where they are the rows' numbers.
    private static func keys(path: String, field: String) throws(InputError) -> [String]? {
        if field == "@row" { return nil }
        guard AddressTable.isDelimited(path) else { return try FeatureFile.read(path: path).keys(field) }
        let file = try DelimitedFile(converting: path)
        if field == "@row0" {
            let run = try file.map(columns: []) { block throws(InputError) in
                var count = 0
                try block.forEachRow { _ in count += 1 }
                return count
            }
            return (0..<run.results.reduce(0, +)).map { String($0) }
        }
        let column = try file.column(field)
        let run = try file.map(columns: [column]) { block throws(InputError) in
            var keys: [(line: Int, key: String)] = []
            try block.forEachRow { row in keys.append((block.index << 32 | row.line, row.text(0))) }
            return keys
        }
        var places: [String: Int] = [:]
        var keys: [String] = []
        for (place, key) in run.results.flatMap(\.self) {
            let line = { (place: Int) in run.lines.line(block: place >> 32, line: place & 0xFFFF_FFFF) }
            guard !key.isEmpty else {
                throw InputError(
                    .invalidKey, "the key is missing", remedy: "fill it in, or leave --key out to number the rows",
                    at: Place(file: path, row: line(place), field: field))
            }
            if let earlier = places.updateValue(place, forKey: key) {
                throw InputError(
                    .invalidKey, "the key '\(key)' occurs twice, also in row \(line(earlier))",
                    remedy: "keep one row per key, or leave --key out to number the rows",
                    at: Place(file: path, row: line(place), field: field))
            }
            keys.append(key)
        }
        return keys
    }

    /// The box around the addresses.
    var box: Box {
        var box = Box.empty
        for place in x.indices { box.add(x: x[place], y: y[place]) }
        return box
    }

    /// Adds the addresses of another file; both files' rows count.
    mutating func add(_ other: EgohoodAddresses) {
        keys += other.keys
        lines += other.lines
        x += other.x
        y += other.y
        population += other.population
        group += other.group
        rows += other.rows
    }

    /// Moves the addresses into the plane to measure in: the one stated, their own, or the UTM zone of their centre.
    ///
    /// - Returns: The plane; nil where nobody says which it is.
    @discardableResult
    mutating func moveToPlane(stated: String?, threads: Int?) throws(InputError) -> ReferenceSystem? {
        guard let system else {
            try refuseDegrees(in: box)
            return nil
        }
        let plane: ReferenceSystem
        if let stated {
            plane = try ReferenceSystem(stated)
        } else {
            plane = try MetricPlane.system(of: system, box: box, file: file)
        }
        try moveToPlane(plane, threads: threads)
        return plane
    }

    /// Moves the addresses into a plane; those that cannot be transformed are rejected.
    mutating func moveToPlane(_ plane: ReferenceSystem?, threads: Int?) throws(InputError) {
        guard let plane else { return }
        let transformation = try Transformation(from: system ?? plane, to: plane)
        guard !transformation.isIdentity else { return }
        try transformation.apply(x: &x, y: &y, threads: threads ?? DelimitedFile.processors)
        let good = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
        if good.count < x.count {
            for place in x.indices where !(x[place].isFinite && y[place].isFinite) {
                rejections.append(Rejection(line: lines[place], reason: "the coordinates cannot be transformed"))
            }
            rejections.sort { $0.line < $1.line }
            keys = good.map { keys[$0] }
            lines = good.map { lines[$0] }
            (x, y) = (good.map { x[$0] }, good.map { y[$0] })
            (population, group) = (good.map { population[$0] }, good.map { group[$0] })
        }
        Message.write("\(transformation.source.label) to \(plane.label): \(transformation.operation)")
    }

    /// Coordinates without a system are taken for metres; those that look like Europe's degrees are not.
    private func refuseDegrees(in box: Box) throws(InputError) {
        let europe = Box(minX: -32, minY: 34, maxX: 45, maxY: 72)
        guard !box.isEmpty, europe.contains(x: box.minX, y: box.minY), europe.contains(x: box.maxX, y: box.maxY)
        else { return }
        throw InputError(
            .referenceSystem, "x \(box.minX) and y \(box.minY) look like degrees, and metres are needed",
            remedy: "state the reference system, e.g. --crs EPSG:4326", at: Place(file: file))
    }

    /// Tells what became of the rows.
    func report() {
        let persons = population.reduce(0, +)
        Message.write(
            "\(file): \(rows) rows = \(keys.count) located + \(rejected) rejected; "
                + "\(Message.number(persons)) persons, \(Message.number(group.reduce(0, +))) of the group")
        for remark in remarks { Message.write("\(file): \(remark)") }
        for rejection in rejections.prefix(5) { Message.write("\(file), row \(rejection.line): \(rejection.reason)") }
        if rejected > 5 { Message.write("… and \(rejected - 5) more rejected rows") }
        let excess = zip(population, group).count { $1 > $0 }
        if excess > 0 { Message.write("\(file): \(excess) rows have more members of the group than persons") }
    }
}

/// The blocks of one worker.
private struct EgohoodRows: Sendable {
    var blocks: [AddressBlock] = []
    var worker: BridgeWorker?

    /// Keeps a block, its unusable rows rejected.
    mutating func add(_ block: inout AddressBlock, bridge: CoordinateBridge?, names: [String]) throws(InputError) {
        for row in 0..<block.count where !block.x[row].isNaN {
            for (column, name) in names.enumerated() {
                let value = block.values[column][row]
                if block.cells[column][row] != .value {
                    let what = block.cells[column][row] == .secret ? "is secret" : "is missing"
                    block.reject(row: row, reason: "the count in \(name) \(what)")
                } else if value < 0 {
                    block.reject(row: row, reason: "\(value) in \(name) is no count")
                } else {
                    continue
                }
                break
            }
        }
        if let bridge {
            let worker: BridgeWorker
            if let open = self.worker { worker = open } else { worker = try BridgeWorker([bridge]) }
            self.worker = worker
            _ = worker.prepare(&block)
        }
        blocks.append(block)
    }
}
