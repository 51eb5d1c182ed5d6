public import Diagnostics

/// Reads JSON (RFC 8259) piece by piece, in the order of the text, without building a tree.
///
/// The caller asks for what should come next; what comes instead is an error with line and byte. An object or array
/// is entered, its members are asked for one by one until there is none, and each member's value is read or skipped.
///
///     var reader = JSONReader(Array(#"{"name": "Kalk", "count": 7}"#.utf8))
///     var count = 0.0
///     try reader.enterObject()
///     while let name = try reader.nextMember() {
///         if name == "count" { count = try reader.number() } else { try reader.skipValue() }
///     }
///     try reader.finish()
///     count  // 7.0
///
/// Strict: no comments, no trailing commas, no lone surrogates, no bytes that are not UTF-8, nothing after the value.
/// A byte order mark is passed over. When not to use it: for small documents ``JSONValue/parse(_:)`` is simpler.
public struct JSONReader: Sendable {
    /// What kind of value comes next.
    public enum Kind: Sendable {
        /// `{…}`
        case object
        /// `[…]`
        case array
        /// `"…"`
        case string
        /// `-12.5e3`
        case number
        /// `true` or `false`
        case bool
        /// `null`
        case null
    }

    /// How deep objects and arrays may lie in each other.
    public static let depthLimit = 256

    /// The text.
    public let bytes: [UInt8]
    /// The next byte to be read, counted from 0.
    public internal(set) var position = 0
    /// How many objects and arrays are open.
    var depth = 0
    /// Whether the innermost object or array has just been entered, so that no comma is due.
    private var isAtStart = false

    /// A reader at the start of a text.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The kind of the next value, which stays unread.
    public mutating func peek() throws(InputError) -> Kind {
        skipBlanks()
        guard position < bytes.count else { throw error("the text ends where a value should stand") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw unexpected("a value")
        }
    }

    /// Enters an object; ``nextMember()`` then walks it.
    public mutating func enterObject() throws(InputError) { try enter(UInt8(ascii: "{"), "an object") }

    /// Enters an array; ``nextElement()`` then walks it.
    public mutating func enterArray() throws(InputError) { try enter(UInt8(ascii: "["), "an array") }

    /// The name of the next member, with the reader at its value; `nil` at the object's end, which is passed.
    public mutating func nextMember() throws(InputError) -> String? {
        guard try advance(to: UInt8(ascii: "}"), "',' or '}'") else { return nil }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            throw unexpected("a member's name in quotation marks")
        }
        let name = try string()
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw unexpected("':'") }
        position += 1
        return name
    }

    /// Whether there is another element, with the reader at it; at the array's end, which is passed, `false`.
    public mutating func nextElement() throws(InputError) -> Bool {
        try advance(to: UInt8(ascii: "]"), "',' or ']'")
    }

    /// Reads `true` or `false`.
    public mutating func bool() throws(InputError) -> Bool {
        skipBlanks()
        if accept("true") { return true }
        if accept("false") { return false }
        throw unexpected("true or false")
    }

    /// Reads `null`.
    public mutating func null() throws(InputError) {
        skipBlanks()
        guard accept("null") else { throw unexpected("null") }
    }

    /// Passes over the next value, whatever it is, checking its form.
    public mutating func skipValue() throws(InputError) {
        switch try peek() {
        case .object:
            try enterObject()
            while try skipMemberName() { try skipValue() }
        case .array:
            try enterArray()
            while try nextElement() { try skipValue() }
        case .string: try skipString()
        case .number: _ = try numberRange()
        case .bool: _ = try bool()
        case .null: try null()
        }
    }

    /// Passes over the next value and gives its text, without the blanks between its parts.
    public mutating func text() throws(InputError) -> String {
        skipBlanks()
        let start = position
        try skipValue()
        var compact: [UInt8] = []
        compact.reserveCapacity(position - start)
        var isInString = false
        var isEscaped = false
        for byte in bytes[start..<position] where isInString || byte > 0x20 {
            compact.append(byte)
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        guard let text = String(validating: compact, as: UTF8.self) else { throw notUTF8(start) }
        return text
    }

    /// Makes sure that nothing but blanks follows.
    public mutating func finish() throws(InputError) {
        skipBlanks()
        guard position == bytes.count else { throw unexpected("the end of the text") }
    }

    @inline(__always) mutating func skipBlanks() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private mutating func enter(_ bracket: UInt8, _ what: String) throws(InputError) {
        skipBlanks()
        guard position < bytes.count, bytes[position] == bracket else { throw unexpected(what) }
        guard depth < JSONReader.depthLimit else {
            throw error("objects and arrays lie more than \(JSONReader.depthLimit) deep")
        }
        position += 1
        depth += 1
        isAtStart = true
    }

    /// Passes the comma before a member or the closing bracket.
    private mutating func advance(to bracket: UInt8, _ what: String) throws(InputError) -> Bool {
        skipBlanks()
        guard position < bytes.count else { throw unexpected(what) }
        if bytes[position] == bracket {
            position += 1
            depth -= 1
            isAtStart = false
            return false
        }
        if isAtStart {
            isAtStart = false
            return true
        }
        guard bytes[position] == UInt8(ascii: ",") else { throw unexpected(what) }
        position += 1
        skipBlanks()
        guard position < bytes.count, bytes[position] != bracket else { throw unexpected("a value after ','") }
        return true
    }

    private mutating func skipMemberName() throws(InputError) -> Bool {
        guard try advance(to: UInt8(ascii: "}"), "',' or '}'") else { return false }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            throw unexpected("a member's name in quotation marks")
        }
        try skipString()
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw unexpected("':'") }
        position += 1
        return true
    }

    private mutating func accept(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position..<end].elementsEqual(letters) else { return false }
        position = end
        return true
    }
}
