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
        let allKeys = try EgohoodRows.keys(path: path, field: columns.key)
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
            try moveToPlane(nil, threads: threads)
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
        if let plane {
            let transformation = try Transformation(from: system ?? plane, to: plane)
            try transformation.apply(x: &x, y: &y, threads: threads ?? DelimitedFile.processors)
            if !transformation.isIdentity {
                Message.write("\(transformation.source.label) to \(plane.label): \(transformation.operation)")
            }
        }
        reject(where: { !$0.isFinite || !$1.isFinite }, reason: "the coordinates cannot be transformed")
        reject(where: { max(abs($0), abs($1)) > 1e9 }, reason: "the coordinates are no metres of a plane")
    }

    private mutating func reject(where isWrong: (Double, Double) -> Bool, reason: String) {
        let good = x.indices.filter { !isWrong(x[$0], y[$0]) }
        guard good.count < x.count else { return }
        for place in x.indices where isWrong(x[place], y[place]) && rejections.count < Rejection.listed {
            rejections.append(Rejection(line: lines[place], reason: reason))
        }
        rejections.sort { $0.line < $1.line }
        keys = good.map { keys[$0] }
        lines = good.map { lines[$0] }
        (x, y) = (good.map { x[$0] }, good.map { y[$0] })
        (population, group) = (good.map { population[$0] }, good.map { group[$0] })
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
