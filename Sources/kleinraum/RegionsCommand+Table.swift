import Formats
import Regions
import Statistics

extension RegionsCommand {
    /// Says what could not be as wanted.
    func tell(_ found: RegionDivision, parts: Partition) {
        if parts.count > 1 {
            let islands = parts.members.count { $0.count == 1 }
            Message.write(
                "the map has \(parts.count) parts that do not touch, \(islands) of them single areas; no region spans two"
            )
        }
        if found.regions.count < found.wanted {
            Message.write("only \(found.regions.count) regions: no further cut leaves every part its minimum")
        }
        if !found.belowMinimum.isEmpty {
            let names = found.belowMinimum.map { String($0 + 1) }.joined(separator: ", ")
            Message.write("below the minimum, as parts of the map by themselves: regions \(names)")
        }
    }

    /// The table of areas and regions.
    func table(_ rows: CompleteRows, _ sites: RegionSites, _ found: Partition) -> [UInt8] {
        var writer = TableWriter(header: ["key", "region", "state"], german: german)
        var next = 0
        for (place, key) in rows.keys.enumerated() {
            if next < sites.places.count, sites.places[next] == place {
                writer.write([.text(key), .integer(found.classes[next] + 1), .text(ValueState.value.name)])
                next += 1
            } else {
                let state = rows.states[place] == .value ? "no-geometry" : rows.states[place].name
                writer.write([.text(key), .empty, .text(state)])
            }
        }
        return writer.bytes
    }
}
