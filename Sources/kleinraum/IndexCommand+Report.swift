import Indices
import Statistics

/// What the person should know about an index beside the table.
enum IndexReport {
    static func write(_ result: IndexResult) {
        Message.write("\(result.includedCount) of \(result.keys.count) areas are in the index")
        var reasons: [(reason: String, keys: [String])] = []
        for (key, membership) in zip(result.keys, result.memberships) {
            let reason: String
            switch membership {
            case .included: continue
            case .excluded: reason = "excluded by key"
            case .without(let columns, let state): reason = "\(state.name) in \(columns.joined(separator: ", "))"
            }
            if let place = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[place].keys.append(key)
            } else {
                reasons.append((reason, [key]))
            }
        }
        for (reason, keys) in reasons {
            let more = keys.count > 10 ? " … and \(keys.count - 10) more" : ""
            Message.write("\(keys.count) left out, \(reason): \(keys.prefix(10).joined(separator: ", "))\(more)")
        }
        if let areas = result.recipe.areas, areas != result.includedCount {
            Message.write(
                "the published index has \(areas) areas: with \(result.includedCount) its values come out differently")
        }
    }
}
