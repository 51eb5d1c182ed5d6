import Diagnostics
import Planar
import Statistics

extension ReleaseDraft {
    /// Reads a release out of the tables of a release file.
    ///
    /// - Throws: ``InputError`` where the tables are not what ``tables`` makes. ``check()`` says the rest.
    init(tables: [ReleaseTable]) throws(InputError) {
        var rows: [[ReleaseRow]] = []
        for table in tables { rows.append(table.rows.map { ReleaseRow(of: table, $0) }) }
        guard rows.count == ReleaseTable.format.count, rows[0].count == 1 else {
            throw InputError(
                .malformed, "a release file has one row in its table release", remedy: "build the release again")
        }
        let levels = try ReleaseDraft.levels(rows[1], areas: rows[2])
        let decoding = LayerDecoding(levels: levels, layers: rows[3])
        self.init(
            header: try ReleaseDraft.header(rows[0][0]), levels: levels,
            layers: try decoding.layers(
                categories: rows[4], details: rows[5], values: rows[6], detailValues: rows[7]),
            documents: try ReleaseDraft.documents(rows[8]))
    }

    private static func header(_ row: ReleaseRow) throws(InputError) -> ReleaseHeader {
        var row = row
        return ReleaseHeader(
            title: try row.text(), publisher: try row.text(), licence: try row.text(),
            protectionNotice: try row.text())
    }

    private static func levels(_ rows: [ReleaseRow], areas: [ReleaseRow]) throws(InputError) -> [ReleasedLevel] {
        var keys = [[String]](repeating: [], count: rows.count)
        var names = keys
        for var row in areas {
            let level = try row.number()
            guard keys.indices.contains(level), try row.number() == keys[level].count else {
                throw row.fault("areas are not numbered in order")
            }
            keys[level].append(try row.text())
            names[level].append(try row.text())
        }
        var levels: [ReleasedLevel] = []
        for row in rows {
            let number = levels.count
            levels.append(try level(row, number: number, keys: keys[number], names: names[number]))
        }
        return levels
    }

    private static func level(
        _ row: ReleaseRow, number: Int, keys: [String], names: [String]
    ) throws(InputError) -> ReleasedLevel {
        var row = row
        guard try row.number() == number else { throw row.fault("levels are not numbered in order") }
        let (division, divisionTitle) = (try row.text(), try row.text())
        let (level, levelTitle) = (try row.text(), try row.text())
        let (boundaryVersion, boundarySource) = (try row.text(), try row.text())
        let referenceSystem = try row.number()
        let areaStarts = try row.offsets(to: nil)
        let partStarts = try row.offsets(to: nil)
        let ringStarts = try row.offsets(to: nil)
        let (x, y) = (try row.numbers(), try row.numbers())
        let (longitude, latitude) = (try row.numbers(), try row.numbers())
        // `Areas` takes these for granted.
        guard Int(areaStarts[areaStarts.count - 1]) == partStarts.count - 1,
            Int(partStarts[partStarts.count - 1]) == ringStarts.count - 1,
            Int(ringStarts[ringStarts.count - 1]) == x.count,
            x.count == y.count, x.count == longitude.count, x.count == latitude.count
        else { throw row.fault("the boundaries of \(division).\(level) do not fit together") }
        return ReleasedLevel(
            division: division, divisionTitle: divisionTitle, level: level, levelTitle: levelTitle,
            boundaryVersion: boundaryVersion, boundarySource: boundarySource, keys: keys, names: names,
            referenceSystem: referenceSystem,
            areas: Areas(x: x, y: y, ringStarts: ringStarts, partStarts: partStarts, areaStarts: areaStarts),
            geographic: Areas(
                x: longitude, y: latitude, ringStarts: ringStarts, partStarts: partStarts, areaStarts: areaStarts),
            labelX: try row.numbers(), labelY: try row.numbers())
    }

    private static func documents(_ rows: [ReleaseRow]) throws(InputError) -> [ReleasedDocument] {
        var documents: [ReleasedDocument] = []
        for var row in rows {
            documents.append(
                ReleasedDocument(name: try row.text(), mediaType: try row.text(), body: try row.bytes()))
        }
        return documents
    }
}
