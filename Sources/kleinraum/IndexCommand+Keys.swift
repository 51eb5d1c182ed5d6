import Diagnostics
import Indices

/// The areas that `--exclude` leaves out.
enum KeyList {
    /// Reads the keys, and tells those that no area has.
    static func read(_ path: String, of areas: [String]) throws(InputError) -> Set<String> {
        let listed = try ExcludedKeys.read(path: path)
        let known = Set(areas)
        // The first row is a field row where it names no area.
        let unknown = listed.dropFirst().filter { !$0.isEmpty && !known.contains($0) }
        if !unknown.isEmpty {
            Message.write("\(path): no area has the key \(unknown.prefix(10).joined(separator: ", "))")
        }
        return known.intersection(listed)
    }
}
