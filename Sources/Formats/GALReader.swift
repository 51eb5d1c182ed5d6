import Diagnostics
import Statistics

/// Reads spatial weights files: GAL, and GWT with the weights. What ``GALWriter`` writes, it reads.
struct GALReader {
    /// The words of one line that is not empty.
    struct Line {
        let number: Int
        let words: [String]
    }

    let path: String
    /// How many areas the header states.
    let count: Int
    /// The lines below the header.
    let lines: ArraySlice<Line>
    /// Where the header stands.
    private let header: Int

    /// Splits a file into words and reads its header.
    init(_ bytes: [UInt8], path: String) throws(InputError) {
        let lines = GALReader.lines(bytes)
        guard let first = lines.first else {
            throw InputError(.malformed, "the file is empty", remedy: "a GAL or GWT file is needed")
        }
        // The word `0` alone is a file of no areas; before a number it is the mark of the longer header.
        let isLong = first.words.count > 1 && first.words[0] == "0"
        guard isLong || first.words.count == 1, let count = Int(first.words[isLong ? 1 : 0]), count >= 0 else {
            throw InputError(
                .malformed,
                "the first line '\(first.words.prefix(6).joined(separator: " "))' is no header of GAL or GWT",
                remedy: "it holds the number of areas, or 0, the number, the name of the boundaries and of the key",
                at: Place(row: first.number))
        }
        self.path = path
        self.count = count
        self.lines = lines.dropFirst()
        header = first.number
    }

    /// Reads the file as what its first line below the header shows.
    func read() throws(InputError) -> WeightsFile {
        switch lines.first?.words.count {
        case 2: return try links()
        case 3: return try weightedLinks()
        case nil where count == 0 || !path.lowercased().hasSuffix(".gal"): return try weightedLinks()
        default:
            throw InputError(
                .malformed, "below the header stands neither a key with a number (GAL) nor a link with a weight (GWT)",
                remedy: "export the weights as GAL or GWT", at: Place(row: lines.first?.number ?? header))
        }
    }

    /// Reads GAL.
    private func links() throws(InputError) -> WeightsFile {
        var rows = GALRows()
        var named: [(row: Int, line: Line)] = []
        var rest = lines
        while let line = rest.popFirst() {
            guard line.words.count == 2, let degree = Int(line.words[1]), degree >= 0 else {
                throw InputError(
                    .malformed,
                    "'\(line.words.prefix(6).joined(separator: " "))' is no key with a number of neighbours",
                    remedy: "does the row above list as many neighbours as it counts?", at: Place(row: line.number))
            }
            let row = try rows.open(line.words[0], line: line.number)
            if degree == 0 { continue }
            guard let list = rest.popFirst(), list.words.count == degree else {
                let found = rest.startIndex > lines.startIndex ? lines[rest.startIndex - 1] : line
                throw InputError(
                    .malformed,
                    "the area '\(line.words[0])' counts \(degree) neighbours and lists "
                        + "\(found.number == line.number ? 0 : found.words.count)",
                    remedy: "mend the number or the list", at: Place(row: found.number))
            }
            named.append((row, list))
        }
        guard rows.keys.count == count else {
            throw InputError(
                .malformed, "the header states \(count) areas, but \(rows.keys.count) follow",
                remedy: "is the file whole?", at: Place(row: header))
        }
        for (row, list) in named {
            for word in list.words {
                guard let target = rows.number(of: word) else {
                    throw InputError(
                        .invalidKey, "the neighbour '\(word)' of '\(rows.keys[row])' has no row of its own",
                        remedy: "add its row, or take it out of the list", at: Place(row: list.number))
                }
                try rows.link(row, to: target, weight: 1, line: list.number)
            }
        }
        return try rows.file(path: path, isWeighted: false, statedCount: count)
    }

    /// Reads GWT.
    private func weightedLinks() throws(InputError) -> WeightsFile {
        var rows = GALRows()
        for line in lines {
            guard line.words.count == 3, let weight = Double(line.words[2]), weight.isFinite else {
                throw InputError(
                    .malformed, "'\(line.words.prefix(6).joined(separator: " "))' is no link with a weight",
                    remedy: "a line of GWT holds a key, the neighbour's key and a number", at: Place(row: line.number))
            }
            let row = rows.number(of: line.words[0]) ?? rows.add(line.words[0], line: line.number)
            let target = rows.number(of: line.words[1]) ?? rows.add(line.words[1], line: line.number)
            try rows.link(row, to: target, weight: weight, line: line.number)
        }
        guard rows.keys.count <= count else {
            throw InputError(
                .malformed, "the header states \(count) areas, but \(rows.keys.count) are named",
                remedy: "mend the number in the header", at: Place(row: header))
        }
        return try rows.file(path: path, isWeighted: true, statedCount: count)
    }

    /// The lines that are not empty. Text that is not UTF-8 is taken for ISO 8859-1.
    private static func lines(_ bytes: [UInt8]) -> [Line] {
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var lines: [Line] = []
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let words = words(line).map { word in
                isUTF8
                    ? String(decoding: word, as: UTF8.self)
                    : String(String.UnicodeScalarView(word.map(Unicode.Scalar.init)))
            }
            if !words.isEmpty { lines.append(Line(number: index + 1, words: words)) }
        }
        return lines
    }

    /// The words of a line: separated by white space, which may stand in a word in quotation marks.
    private static func words(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        var rest = line.drop { $0 <= 0x20 }
        while let first = rest.first {
            if first == UInt8(ascii: "\""), let end = rest.dropFirst().firstIndex(of: first) {
                words.append(rest[rest.startIndex + 1..<end])
                rest = rest[(end + 1)...].drop { $0 <= 0x20 }
            } else {
                let end = rest.firstIndex { $0 <= 0x20 } ?? rest.endIndex
                words.append(rest[..<end])
                rest = rest[end...].drop { $0 <= 0x20 }
            }
        }
        return words
    }
}
