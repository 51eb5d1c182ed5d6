import Planar
import Statistics

extension ReleaseDraft {
    /// The draft as the tables of a release file.
    ///
    /// - Precondition: The draft has passed ``check()``.
    var tables: [ReleaseTable] {
        var tables = ReleaseTable.format
        for table in tables.indices { tables[table].rows = rows(of: tables[table].name) }
        return tables
    }

    private func rows(of table: String) -> [[ReleaseTable.Cell]] {
        switch table {
        case "release":
            [[.text(header.title), .text(header.publisher), .text(header.licence), .text(header.protectionNotice)]]
        case "level": levels.enumerated().map(row(ofLevel:_:))
        case "area": levels.enumerated().flatMap(areaRows(ofLevel:_:))
        case "layer": layers.enumerated().map(row(ofLayer:_:))
        case "category": layers.enumerated().flatMap(categoryRows(ofLayer:_:))
        case "detail": layers.enumerated().flatMap(detailRows(ofLayer:_:))
        case "layer_values": layers.enumerated().flatMap(valueRows(ofLayer:_:))
        case "detail_values": layers.enumerated().flatMap(detailValueRows(ofLayer:_:))
        case "document": documents.map { [.text($0.name), .text($0.mediaType), .bytes($0.body)] }
        default: preconditionFailure("table \(table) has no content")
        }
    }

    private func row(ofLevel number: Int, _ level: ReleasedLevel) -> [ReleaseTable.Cell] {
        [
            .number(Int64(number)), .text(level.division), .text(level.divisionTitle), .text(level.level),
            .text(level.levelTitle), .text(level.boundaryVersion), .text(level.boundarySource),
            .number(Int64(level.referenceSystem)), .bytes(LittleEndian.bytes(of: level.areas.areaStarts)),
            .bytes(LittleEndian.bytes(of: level.areas.partStarts)),
            .bytes(LittleEndian.bytes(of: level.areas.ringStarts)), .bytes(LittleEndian.bytes(of: level.areas.x)),
            .bytes(LittleEndian.bytes(of: level.areas.y)), .bytes(LittleEndian.bytes(of: level.geographic.x)),
            .bytes(LittleEndian.bytes(of: level.geographic.y)), .bytes(LittleEndian.bytes(of: level.labelX)),
            .bytes(LittleEndian.bytes(of: level.labelY)),
        ]
    }

    private func areaRows(ofLevel number: Int, _ level: ReleasedLevel) -> [[ReleaseTable.Cell]] {
        zip(level.keys, level.names).enumerated().map { area, texts in
            [.number(Int64(number)), .number(Int64(area)), .text(texts.0), .text(texts.1)]
        }
    }

    private func row(ofLayer number: Int, _ layer: ReleasedLayer) -> [ReleaseTable.Cell] {
        let level = levels.firstIndex { $0.division == layer.division && $0.level == layer.level }
        guard let level else { preconditionFailure("layer \(layer.id) has no level") }
        let indicator = layer.indicator
        return [
            .number(Int64(number)), .number(Int64(level)), .text(layer.id), .text(indicator.id),
            .text(indicator.title), .text(indicator.unit), .text(indicator.formula), .text(indicator.description),
            .number(Int64(indicator.decimals)), .number(indicator.isCount ? 1 : 0), .text(indicator.style),
            .text(layer.kind),
        ]
    }

    private func categoryRows(ofLayer number: Int, _ layer: ReleasedLayer) -> [[ReleaseTable.Cell]] {
        layer.categories.map {
            [.number(Int64(number)), .text($0.id), .text($0.german), .text($0.english), .text($0.colour)]
        }
    }

    private func detailRows(ofLayer number: Int, _ layer: ReleasedLayer) -> [[ReleaseTable.Cell]] {
        layer.details.map {
            [
                .number(Int64(number)), .text($0.id), .text($0.german), .text($0.english),
                .number(Int64($0.decimals)),
            ]
        }
    }

    private func valueRows(ofLayer number: Int, _ layer: ReleasedLayer) -> [[ReleaseTable.Cell]] {
        layer.dates.map { date in
            [
                .number(Int64(number)), .text(date.date), .text(date.source),
                .bytes(LittleEndian.bytes(of: date.values)), .bytes(date.states.map(\.rawValue)),
                .bytes(LittleEndian.bytes(of: date.categories)),
            ]
        }
    }

    /// A row for each date and detail: all details of the first date, in their order, then those of the next.
    private func detailValueRows(ofLayer number: Int, _ layer: ReleasedLayer) -> [[ReleaseTable.Cell]] {
        layer.dates.flatMap { date in
            date.details.map { column in
                [
                    .number(Int64(number)), .text(date.date), .bytes(LittleEndian.bytes(of: column.values)),
                    .bytes(column.states.map(\.rawValue)),
                ]
            }
        }
    }
}
