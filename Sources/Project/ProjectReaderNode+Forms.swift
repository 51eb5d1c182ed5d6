import Diagnostics

extension ProjectReaderNode {
    /// Checks that a key is an id: `[a-z][a-z0-9_-]*`, without `-` where formulas use it.
    func id(_ id: String, inFormulas: Bool = false) throws(InputError) -> String {
        let isLetter = { (byte: UInt8) in byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
        let isOther = { (byte: UInt8) in
            (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_")
                || (byte == UInt8(ascii: "-") && !inFormulas)
        }
        guard let first = id.utf8.first, isLetter(first), id.utf8.allSatisfy({ isLetter($0) || isOther($0) }) else {
            let signs = inFormulas ? "a to z, 0 to 9 and _" : "a to z, 0 to 9, _ and -"
            throw error("'\(id)' is no id", remedy: "use \(signs), a letter first; the title may be any text")
        }
        return id
    }

    /// An id that is a value.
    func id() throws(InputError) -> String { try id(try text()) }

    /// A calendar date `YYYY-MM-DD` of the years 1000 to 9999.
    func date() throws(InputError) -> String {
        let text = try text()
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), !text.contains("+")
        else {
            throw error("'\(text)' is not a date", remedy: "write it as YYYY-MM-DD, such as 2023-12-31")
        }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year >= 1000, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            throw error("the calendar has no \(text)", remedy: "write year-month-day, such as 2023-12-31")
        }
        return text
    }

    /// The code of a reference system, written `EPSG:n`.
    func referenceSystem() throws(InputError) -> Int {
        let text = try text()
        let prefix = "EPSG:"
        let digits = text.dropFirst(prefix.count)
        guard text.uppercased().hasPrefix(prefix), digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let code = Int(digits), (1_000..<1_000_000).contains(code)
        else {
            throw error("'\(text)' is no reference system", remedy: "write its EPSG code, such as EPSG:25832")
        }
        return code
    }
}
