import Formats

/// The members of a JSON object, written one after the other.
///
///     var json = JSONMembers()
///     json.write("n", 49)
///     json.write("fit") { $0.write("p", 0.5) }
///     json.bytes  // {"n":49,"fit":{"p":0.5}}
struct JSONMembers {
    private var out = OutputBuffer()

    /// The object.
    var bytes: [UInt8] { Array("{".utf8) + out.bytes + Array("}".utf8) }

    /// Writes a number; null where it is not finite.
    mutating func write(_ name: String, _ number: Double) {
        separate(name)
        if number.isFinite { out.write(number) } else { out.write("null") }
    }

    /// Writes text.
    mutating func write(_ name: String, _ text: String) {
        separate(name)
        out.write(json: text)
    }

    /// Writes a seed, all of whose digits count.
    mutating func write(seed: UInt64) {
        separate("seed")
        out.write(String(seed))
    }

    /// Writes null.
    mutating func writeNull(_ name: String) {
        separate(name)
        out.write("null")
    }

    /// Writes a list of texts.
    mutating func write(_ name: String, _ texts: [String]) {
        write(name, texts) { $0.write(json: $1) }
    }

    /// Writes a list of numbers.
    mutating func write(_ name: String, _ numbers: [Double]) {
        write(name, numbers) { $0.write($1) }
    }

    /// Writes an object.
    mutating func write(_ name: String, _ members: (inout JSONMembers) -> Void) {
        separate(name)
        var inner = JSONMembers()
        members(&inner)
        out.write(bytes: inner.bytes)
    }

    /// Writes a list of objects.
    mutating func write<Entry>(objects name: String, _ entries: [Entry], _ members: (inout JSONMembers, Entry) -> Void)
    {
        write(name, entries) { out, entry in
            var inner = JSONMembers()
            members(&inner, entry)
            out.write(bytes: inner.bytes)
        }
    }

    /// Writes the members of another object after those that are here.
    mutating func append(_ other: JSONMembers) {
        if !out.bytes.isEmpty && !other.out.bytes.isEmpty { out.write(",") }
        out.write(bytes: other.out.bytes)
    }

    private mutating func write<Entry>(
        _ name: String, _ entries: [Entry], _ element: (inout OutputBuffer, Entry) -> Void
    ) {
        separate(name)
        out.write("[")
        for (place, entry) in entries.enumerated() {
            if place > 0 { out.write(",") }
            element(&out, entry)
        }
        out.write("]")
    }

    private mutating func separate(_ name: String) {
        if !out.bytes.isEmpty { out.write(",") }
        out.write(json: name)
        out.write(":")
    }
}
