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
            guard zip(date.values, date.states).allSatisfy({ $0.isFinite && ($1 == .value || $0 == 0) }) else {
                throw fault(.invalidNumber, "layer \(layer.id) has a number on \(date.date) where none may stand")
            }
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
