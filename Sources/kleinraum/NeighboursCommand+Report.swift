import Formats
import Planar
import Statistics
import Weights

extension NeighboursCommand {
    /// Tells how many neighbours there are, which areas have none, and why where there is a reason.
    func report(_ links: NeighbourLinks, of areas: Areas, keys: [String], kind: NeighbourKind) {
        let neighbours = links.neighbours
        Message.write("\(neighbours.count) areas, \(neighbours.targets.count) neighbours in all")
        if links.cutCount > 0 { Message.write("barriers cut \(links.cutCount) links, both directions counted") }
        // Whoever weighs something to itself only has no neighbours either.
        let islands = (0..<neighbours.count).filter { member in
            neighbours.targets(of: member).allSatisfy { Int($0) == member }
        }
        let empty = islands.filter { areas.parts(of: $0).isEmpty }
        let lonely = islands.filter { !areas.parts(of: $0).isEmpty }
        for (members, what) in [(lonely, "without neighbours"), (empty, "without geometry")] where !members.isEmpty {
            let more = members.count > 10 ? " … and \(members.count - 10) more" : ""
            let keys = members.prefix(10).map { keys[$0] }.joined(separator: ", ")
            Message.write("\(members.count) areas \(what): \(keys)\(more)")
        }
        if !lonely.isEmpty, links.cutCount == 0, let least = links.leastThreshold {
            Message.write("from \(least) m on no area that has a geometry is without neighbours")
        }
        if isWeighted(kind) && !neighbours.islands.isEmpty {
            Message.write("GWT cannot name areas without neighbours, only count them; a .gal file keeps them")
        }
    }
}
