import Diagnostics
import Planar
import Statistics

extension ReleaseDraft {
    /// Checks everything that readers of a release take for granted: unique sorted keys and ids, columns of one
    /// length, real dates, finite numbers.
    ///
    /// It runs before a file is written and after one is read, so that neither side needs to trust the other.
    func check() throws(InputError) {
        var seen: Set<[String]> = []
        for level in levels {
            try check(level)
            guard seen.insert([level.division, level.level]).inserted else {
                throw fault(.invalidKey, "level \(level.division).\(level.level) occurs twice")
            }
        }
        for layer in layers { try check(layer) }
        for (one, next) in zip(layers, layers.dropFirst()) where one.id == next.id {
            throw fault(.invalidKey, "layer \(one.id) occurs twice")
        }
        for (one, next) in zip(documents, documents.dropFirst()) where one.name == next.name {
            throw fault(.invalidKey, "document \(one.name) occurs twice")
        }
    }

    private func check(_ level: ReleasedLevel) throws(InputError) {
        let name = "level \(level.division).\(level.level)"
        let count = level.keys.count
        guard level.names.count == count, level.areas.count == count, level.labelX.count == count,
            level.labelY.count == count
        else { throw fault(.malformed, "\(name) has not one name, boundary and label point for each of \(count) keys") }
        guard level.areas.areaStarts == level.geographic.areaStarts,
            level.areas.partStarts == level.geographic.partStarts,
            level.areas.ringStarts == level.geographic.ringStarts
        else { throw fault(.invalidGeometry, "\(name) has other offsets in metres than in longitude and latitude") }
        for coordinates in [level.areas.x, level.areas.y, level.geographic.x, level.geographic.y] {
            guard coordinates.allSatisfy(\.isFinite) else {
                throw fault(.invalidGeometry, "\(name) has a coordinate that is not a number")
            }
        }
        for (one, next) in zip(level.keys, level.keys.dropFirst()) {
            guard one.utf8.lexicographicallyPrecedes(next.utf8) else {
                throw fault(
                    .invalidKey, "\(name): key '\(next)' after '\(one)' is out of bytewise order or occurs twice")
            }
        }
    }

    private func check(_ layer: ReleasedLayer) throws(InputError) {
        guard layer.id == "\(layer.division).\(layer.level).\(layer.indicator.id)" else {
            throw fault(
                .invalidKey,
                "layer \(layer.id) is not named \(layer.division).\(layer.level).\(layer.indicator.id)")
        }
        let level = levels.first { $0.division == layer.division && $0.level == layer.level }
        guard let level else { throw fault(.unknownName, "layer \(layer.id) has no level") }
        guard (0...12).contains(layer.indicator.decimals) else {
            throw fault(.invalidNumber, "layer \(layer.id) has \(layer.indicator.decimals) decimals, not 0 to 12")
        }
        try checkNames(of: layer)
        guard !layer.dates.isEmpty else { throw fault(.malformed, "layer \(layer.id) has no date") }
        for (one, next) in zip(layer.dates, layer.dates.dropFirst()) where one.date >= next.date {
            throw fault(.malformed, "layer \(layer.id): \(next.date) after \(one.date) is out of order")
        }
        for date in layer.dates {
            guard ReleaseDraft.isDate(date.date) else {
                throw fault(.malformed, "layer \(layer.id): '\(date.date)' is not a date like 2023-12-31")
            }
            guard date.values.count == level.keys.count else {
                throw fault(
                    .malformed,
                    "layer \(layer.id) has \(date.values.count) values on \(date.date), not \(level.keys.count)")
            }
            let columns = [ReleasedValues.Column(values: date.values, states: date.states)] + date.details
            guard
                columns.allSatisfy({
                    zip($0.values, $0.states).allSatisfy { $0.isFinite && ($1 == .value || $0 == 0) }
                })
            else {
                throw fault(.invalidNumber, "layer \(layer.id) has a number on \(date.date) where none may stand")
            }
            guard date.details.count == layer.details.count,
                date.details.allSatisfy({ $0.values.count == level.keys.count })
            else {
                throw fault(.malformed, "layer \(layer.id) has not one column on \(date.date) for each detail")
            }
            guard
                date.details.allSatisfy({ zip(date.states, $0.states).allSatisfy { $0 != .suppressed || $1 != .value } }
                )
            else {
                throw fault(.malformed, "layer \(layer.id) has a detail on \(date.date) beside a suppressed value")
            }
            try checkCategories(of: date, in: layer)
        }
    }

    /// Categories and details are told apart by their ids, and colours can be drawn.
    private func checkNames(of layer: ReleasedLayer) throws(InputError) {
        for ids in [layer.categories.map(\.id), layer.details.map(\.id)] where Set(ids).count < ids.count {
            throw fault(.invalidKey, "layer \(layer.id) has a category or a detail twice")
        }
        for detail in layer.details where ReleasedDetail.reservedIds.contains(detail.id) {
            throw fault(
                .invalidKey, "layer \(layer.id) calls a detail '\(detail.id)', as something else of each area is")
        }
        for category in layer.categories {
            let digits = category.colour.utf8.dropFirst()
            let isHexadecimal = digits.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 || (UInt8(ascii: "a")...UInt8(ascii: "f")) ~= $0
            }
            guard category.colour.hasPrefix("#"), digits.count == 6, isHexadecimal else {
                throw fault(.malformed, "layer \(layer.id): '\(category.colour)' is no colour like #1f77b4")
            }
        }
        for detail in layer.details where !(0...12).contains(detail.decimals) {
            throw fault(.invalidNumber, "layer \(layer.id): \(detail.id) has \(detail.decimals) decimals, not 0 to 12")
        }
    }

    /// An area is in a category of the layer exactly where it has a value.
    private func checkCategories(of date: ReleasedValues, in layer: ReleasedLayer) throws(InputError) {
        guard !layer.categories.isEmpty else {
            guard date.categories.isEmpty else {
                throw fault(.malformed, "layer \(layer.id) has areas in categories, and no categories")
            }
            return
        }
        guard date.categories.count == date.states.count,
            zip(date.categories, date.states).allSatisfy({
                $1 == .value ? layer.categories.indices.contains(Int($0)) : $0 == -1
            })
        else {
            throw fault(
                .malformed,
                "layer \(layer.id): on \(date.date) an area with a value is in no category, or one without is")
        }
    }

    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 else { return false }
        return bytes.enumerated().allSatisfy { place, byte in
            place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
        }
    }

    private func fault(_ code: InputError.Code, _ message: String) -> InputError {
        InputError(code, message, remedy: "mend the project and build the release again")
    }
}
