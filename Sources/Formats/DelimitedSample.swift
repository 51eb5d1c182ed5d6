/// The first rows of a delimited text file cut into fields, to find out how the file is written.
struct DelimitedSample {
    /// One row with its place in the file.
    struct Record {
        /// The line it begins in, from 1.
        var line: Int
        /// The lines it takes; more than one when a quoted field has line ends.
        var lines: Int
        /// Where the next row begins, in bytes from the sample's start.
        var end: Int
        /// The fields without their quotation marks.
        var fields: [[UInt8]]
        /// Which of the fields were quoted.
        var isQuoted: [Bool]

        /// How many fields hold more than blanks.
        var filled: Int { fields.count { !$0.allSatisfy(DelimitedEncoding.isBlank) } }
        /// Whether there is nothing at all in the row.
        var isEmpty: Bool { filled == 0 }
    }

    /// The rows, empty ones too.
    private(set) var records: [Record] = []

    /// Cuts whole lines into rows and fields.
    init(_ bytes: ArraySlice<UInt8>, separator: UInt8) {
        var position = bytes.startIndex
        var line = 1
        while position < bytes.endIndex {
            var record = Record(line: line, lines: 1, end: 0, fields: [], isQuoted: [])
            var field: [UInt8] = []
            var isQuoted = false
            var isOpen = false
            var isAtStart = true
            scan: while position < bytes.endIndex {
                let byte = bytes[position]
                position += 1
                if isOpen {
                    if byte == 0x0A { record.lines += 1 }
                    if byte != quote {
                        field.append(byte)
                    } else if position < bytes.endIndex, bytes[position] == quote {
                        field.append(quote)
                        position += 1
                    } else {
                        isOpen = false
                    }
                    continue
                }
                switch byte {
                case separator:
                    record.fields.append(field)
                    record.isQuoted.append(isQuoted)
                    field = []
                    isQuoted = false
                    isAtStart = true
                    continue scan
                case 0x0A:
                    if field.last == 0x0D { field.removeLast() }
                    break scan
                case quote where isAtStart:
                    isOpen = true
                    isQuoted = true
                default: field.append(byte)
                }
                isAtStart = false
            }
            record.fields.append(field)
            record.isQuoted.append(isQuoted)
            record.end = position - bytes.startIndex
            line += record.lines
            records.append(record)
        }
    }

    private let quote = UInt8(ascii: "\"")

    /// The number of fields that most rows with something in them have, and how many rows those are; of two equally
    /// frequent numbers the larger.
    var width: (fields: Int, rows: Int) {
        DelimitedSample.mode(records.lazy.filter { !$0.isEmpty }.map(\.fields.count))
    }

    /// The most frequent number; of equally frequent ones the largest.
    static func mode(_ numbers: some Sequence<Int>) -> (fields: Int, rows: Int) {
        var best = (fields: 0, rows: 0)
        var run = (fields: 0, rows: 0)
        for number in numbers.sorted() {
            run = number == run.fields ? (number, run.rows + 1) : (number, 1)
            if run.rows >= best.rows { best = run }
        }
        return best
    }
}
