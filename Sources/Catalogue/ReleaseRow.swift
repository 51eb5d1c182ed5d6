import Diagnostics
import Statistics

/// Reads the cells of a row front to back and says which table is at fault when one is not what it should be.
struct ReleaseRow {
    let table: String
    private var cells: ArraySlice<ReleaseTable.Cell>

    init(of table: ReleaseTable, _ cells: [ReleaseTable.Cell]) {
        self.table = table.name
        self.cells = cells[...]
    }

    /// The next cell's whole number.
    mutating func number() throws(InputError) -> Int {
        guard case .number(let number) = cells.popFirst(), let number = Int(exactly: number) else {
            throw fault("a whole number is missing")
        }
        return number
    }

    /// The next cell's text.
    mutating func text() throws(InputError) -> String {
        guard case .text(let text) = cells.popFirst() else { throw fault("a text is missing") }
        return text
    }

    /// The next cell's bytes.
    mutating func bytes() throws(InputError) -> [UInt8] {
        guard case .bytes(let bytes) = cells.popFirst() else { throw fault("bytes are missing") }
        return bytes
    }

    /// The next cell's column of numbers.
    mutating func numbers() throws(InputError) -> [Double] {
        let bytes = try bytes()
        guard let numbers = LittleEndian.numbers(in: bytes) else {
            throw fault("\(bytes.count) bytes are no column of numbers of eight bytes")
        }
        return numbers
    }

    /// The next cell's column of whole numbers.
    mutating func integers() throws(InputError) -> [Int32] {
        let bytes = try bytes()
        guard let integers = LittleEndian.integers(Int32.self, in: bytes) else {
            throw fault("\(bytes.count) bytes are no column of whole numbers of four bytes")
        }
        return integers
    }

    /// The next cell's offsets: from 0, never falling, to the size of what they divide, which is `nil` where the
    /// caller cannot know it.
    mutating func offsets(to end: Int?) throws(InputError) -> [Int32] {
        let bytes = try bytes()
        guard let offsets = LittleEndian.integers(Int32.self, in: bytes), offsets.first == 0, let last = offsets.last,
            end == nil || Int(last) == end, zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw fault("offsets do not rise from 0 to the number of members") }
        return offsets
    }

    /// The next cell's states.
    mutating func states() throws(InputError) -> [ValueState] {
        let bytes = try bytes()
        let states = bytes.compactMap { ValueState(rawValue: $0) }
        guard states.count == bytes.count else { throw fault("a value's state is none of the four") }
        return states
    }

    /// An error about this row's table.
    func fault(_ what: String) -> InputError {
        InputError(.malformed, "table \(table): \(what)", remedy: "build the release again", at: Place(field: table))
    }
}
