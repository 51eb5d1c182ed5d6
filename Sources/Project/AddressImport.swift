import Analysis
import Confidential
import Diagnostics
import Disclosure
import Planar
import Projection
import Statistics

/// Brings one delivery of addresses into the confidential file: read, located in every level, booked, cut into atoms.
struct AddressImport {
    /// A level with its index, built once for all deliveries.
    struct Target: Sendable {
        let geography: Geography
        let locator: PointLocator
        let system: ReferenceSystem
    }

    let project: ProjectFile
    let targets: [Target]
    let defaultSystem: ReferenceSystem

    init(project: ProjectFile, levels: [LevelAreas]) {
        precondition(!levels.isEmpty, "a project has a level")
        self.project = project
        targets = levels.map { level in
            Target(geography: level.geography, locator: PointLocator(level.areas), system: level.system)
        }
        defaultSystem = levels[0].system
    }

    /// What became of a delivery.
    struct Outcome {
        let source: ProjectFile.Source
        let delivery: ProjectFile.Delivery
        let variables: [ProjectFile.Variable]
        /// Level → ledger.
        let ledgers: [Analysis.Ledger]
        /// Lines of the file that are no rows, in words.
        let remarks: [String]
        /// How coordinates were transformed; empty where they were not.
        let transformation: String
        /// Addresses that a planner has to look at.
        var suspicious: [SuspiciousAddress] = []
    }

    /// Reads a delivery.
    ///
    /// - Parameters:
    ///   - delivery: The file and its date.
    ///   - source: Its source.
    ///   - build: Where addresses, areas and ledgers are kept.
    ///   - atoms: Takes up the located rows.
    ///   - neighbours: Takes up those that neighbourhoods of people need.
    func run(
        _ delivery: ProjectFile.Delivery, of source: ProjectFile.Source, into build: ConfidentialBuild,
        atoms: inout AtomBuilder, neighbours: inout EgohoodAddresses, variableIndex: [CountVariable: Int]
    ) throws(InputError) -> Outcome {
        let variables = project.variables.filter { $0.source == source.id }
        let path = project.path(delivery.path)
        let table = try AddressTable.open(
            path: path, x: source.coordinates?.x, y: source.coordinates?.y, counts: variables.map(\.column),
            missing: source.missing, keepsRows: true
        ).settled()
        let bridges = try bridges(for: source, table: table)
        let batch = AddressBatch(
            source: source.id, date: delivery.date, file: delivery.path,
            referenceSystem: bridges[0].transformation.source.definition, variables: variables.map(\.id))
        try build.replace(batch)
        let indices = variables.map { variable in
            let count = CountVariable(
                id: variable.id, date: delivery.date, source: source.id, partOf: variable.partOf)
            guard let index = variableIndex[count] else { preconditionFailure("\(variable.id) is not in the index") }
            return index
        }
        var ledgers = targets.map { _ in Analysis.Ledger(columns: variables.count) }
        let reading = AddressReading(table: table, targets: targets, bridges: bridges)
        var firstLine = table.firstLine
        reading.start()
        defer { reading.stop() }
        while let located = reading.queue.take() {
            let number = try build.append(stored(located.block, firstLine: firstLine), to: batch)
            firstLine += located.block.lineCount
            for (place, target) in targets.enumerated() {
                try build.keep(
                    LocatedBlock(block: number, areas: located.areas[place]), of: batch, in: target.geography)
                ledgers[place].add(located.ledgers[place])
            }
            atoms.add(located.block, areas: located.areas, variables: indices)
            neighbours.add(located, variables: variables, date: delivery.date)
        }
        let line = try reading.finish()
        ledgers = ledgers.map { $0.withLines(line) }
        precondition(ledgers.allSatisfy(\.isBalanced), "a row or a count has been lost")
        try check(ledgers, path: path)
        var outcome = Outcome(
            source: source, delivery: delivery, variables: variables, ledgers: ledgers, remarks: table.remarks,
            transformation: bridges.first { !$0.description.isEmpty }?.description ?? "")
        outcome.suspicious = try outcome.suspicious(in: project)
        try keep(outcome, of: batch, in: build)
        return outcome
    }

    /// One bridge per distinct system of the levels, from the system of the addresses.
    private func bridges(
        for source: ProjectFile.Source, table: AddressTable
    ) throws(InputError) -> [CoordinateBridge] {
        var start = defaultSystem
        if let code = source.referenceSystem {
            start = try ReferenceSystem(code: code)
        } else if let declared = table.declaredSystem {
            start = try ReferenceSystem(declared: declared)
        }
        var bridges: [CoordinateBridge] = []
        for target in targets where !bridges.contains(where: { $0.transformation.target == target.system }) {
            bridges.append(try CoordinateBridge(from: start, to: target.system))
        }
        return bridges
    }

    private func stored(_ block: Analysis.AddressBlock, firstLine: Int) -> Confidential.AddressBlock {
        Confidential.AddressBlock(
            lines: block.places.map { Int64(firstLine + ($0 & 0xFFFF_FFFF) - 1) }, x: block.x, y: block.y,
            values: block.values,
            states: block.cells.map { column in column.map(AddressImport.state) })
    }

    /// Refuses a delivery of which nothing arrives: zeros made of nothing would be false.
    private func check(_ ledgers: [Analysis.Ledger], path: String) throws(InputError) {
        guard let first = ledgers.first, ledgers.allSatisfy({ $0.located == 0 }) else { return }
        let example = first.rejections.first.map { ", the first in row \($0.line): \($0.reason)" } ?? ""
        throw InputError(
            .project,
            "of \(first.rows) rows none lies in an area: \(first.rejected) are rejected and the others lie outside"
                + example,
            remedy: "check the file, its columns and its reference system (crs)", at: Place(file: path))
    }

    private static func state(_ cell: Analysis.AddressBlock.Cell) -> ValueState {
        switch cell {
        case .value: .value
        case .secret: .suppressed
        case .missing, .unreadable: .noData
        }
    }

    private func keep(_ outcome: Outcome, of batch: AddressBatch, in build: ConfidentialBuild) throws(InputError) {
        for (target, ledger) in zip(targets, outcome.ledgers) {
            try build.keep(Confidential.Ledger(ledger, of: outcome, geography: target.geography))
        }
        guard let first = outcome.ledgers.first else { return }
        try build.keep(
            (first.rejections + first.unusable).map {
                Confidential.Rejection(line: $0.line, field: "", reason: $0.reason)
            }, of: batch)
        try build.keep(outcome.suspicious, of: batch)
    }
}
