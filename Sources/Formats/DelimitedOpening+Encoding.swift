import Diagnostics

extension DelimitedOpening {
    /// UTF-8 with a mark or by its bytes, else Windows-1252; `nil` for pure ASCII, which both are.
    ///
    /// The bytes are whole lines, so no character is cut.
    static func encoding(of bytes: ArraySlice<UInt8>, hasMark: Bool) throws(InputError) -> DelimitedEncoding? {
        if let zero = bytes.firstIndex(of: 0) {
            let line = 1 + bytes[..<zero].count { $0 == 0x0A }
            throw InputError(
                .malformed, "the line holds a zero byte: this is no text, or text in UTF-16",
                remedy: "save the table as 'CSV UTF-8'", at: Place(row: line))
        }
        let lone = bytes.indices.first { bytes[$0] == 0x0D && ($0 + 1 == bytes.endIndex || bytes[$0 + 1] != 0x0A) }
        if let lone {
            let line = 1 + bytes[..<lone].count { $0 == 0x0A }
            throw InputError(
                .malformed, "a carriage return stands alone in the line; lines must end with LF or CR LF",
                remedy: "save the file with other line ends", at: Place(row: line))
        }
        if hasMark { return .utf8 }
        guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        return bytes.withUnsafeBufferPointer { DelimitedOpening.invalidUTF8($0) } == nil ? .utf8 : .windows1252
    }

    /// Where the bytes stop to be UTF-8; `nil` when all of them are.
    static func invalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Names the format of a file that is not delimited text, where its first bytes tell.
    static func refuseOtherFormats(_ bytes: [UInt8]) throws(InputError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw InputError(
                .malformed, "the text is in UTF-16 (byte order mark \(bytes[0] == 0xFF ? "FF FE" : "FE FF"))",
                remedy: "save it as 'CSV UTF-8', or convert it: iconv -f UTF-16 -t UTF-8 old.csv > new.csv")
        }
        let known: [(opening: [UInt8], name: String, remedy: String)] = [
            (
                Array("PK\u{3}\u{4}".utf8), "a ZIP file, perhaps a spreadsheet",
                "give a spreadsheet its name ending .xlsx or .ods, or save the sheet as CSV"
            ),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file", "save the sheet as .xlsx or CSV"),
            (Array("SQLite format 3".utf8), "a database", "give a GeoPackage its name ending .gpkg"),
            (Array("%PDF".utf8), "a PDF", "ask for the table as CSV or XLSX"),
            ([0x1F, 0x8B], "compressed with gzip", "unpack it with gunzip first"),
        ]
        for format in known where bytes.starts(with: format.opening) {
            throw InputError(.malformed, "this is no delimited text but \(format.name)", remedy: format.remedy)
        }
    }
}
