import Formats
import Statistics

extension Legend {
    /// The legend as `legend.json`.
    ///
    /// `edges` has one number more than `counts`, `colours` and `labels`; `closed` says which edge belongs to a class:
    /// with `left` class *i* is [edges[i], edges[i+1]), with `right` (edges[i], edges[i+1]]; the outermost edges always
    /// belong to their class. Where the classes are categories, `method` is `categories`, `categories` has their ids, and
    /// there are no edges. `states` names all three no-value states, also those with no area.
    public func json() -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"title\":")
        out.write(json: title)
        out.write(",\"unit\":")
        out.write(json: unit)
        out.write(",\"date\":")
        out.write(json: date)
        out.write(",\"decimals\":")
        out.write(decimals)
        out.write(",\"language\":")
        out.write(json: language.rawValue)
        out.write(",\"method\":")
        out.write(json: categories.isEmpty ? style.method.name : "categories")
        out.write(",\"methodTitle\":")
        out.write(json: Wording(language).method(of: self))
        out.write(",\"categories\":")
        Legend.write(categories, to: &out) { category, out in out.write(json: category) }
        out.write(",\"closed\":")
        out.write(json: classes.closed.rawValue)
        out.write(",\"edges\":")
        Legend.write(classes.edges, to: &out) { edge, out in out.write(edge) }
        out.write(",\"counts\":")
        Legend.write(classes.counts, to: &out) { count, out in out.write(count) }
        out.write(",\"colours\":")
        Legend.write(colours, to: &out) { colour, out in out.write(json: colour.hexadecimal) }
        out.write(",\"labels\":")
        Legend.write(labels, to: &out) { label, out in out.write(json: label) }
        out.write(",\"states\":{")
        for (index, entry) in states.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: entry.state.name)
            out.write(":{\"count\":")
            out.write(entry.count)
            out.write(",\"label\":")
            out.write(json: entry.label)
            out.write(",\"hatch\":")
            out.write(json: entry.hatching.rawValue)
            out.write("}")
        }
        out.write("},\"protectionNotice\":")
        out.write(json: protectionNotice)
        out.write("}\n")
        return out.bytes
    }

    private static func write<Member>(
        _ members: [Member], to out: inout OutputBuffer, each: (Member, inout OutputBuffer) -> Void
    ) {
        out.write("[")
        for (index, member) in members.enumerated() {
            if index > 0 { out.write(",") }
            each(member, &out)
        }
        out.write("]")
    }
}
