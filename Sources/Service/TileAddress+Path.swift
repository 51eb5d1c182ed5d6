import Tiles

extension TileAddress {
    /// Reads an address as OGC API writes it; `nil` where a part is no whole number.
    init?(zoom: String, row: String, column: String) {
        guard let zoom = TileAddress.number(zoom), let row = TileAddress.number(row),
            let column = TileAddress.number(column)
        else { return nil }
        self.init(zoom: zoom, column: column, row: row)
    }

    /// Reads `z`, `x`, `y.format`; `nil` for what is no address or no known format.
    static func alias(_ segments: ArraySlice<String>) -> (TileAddress, form: TileForm)? {
        guard segments.count == 3, let last = segments.last, let point = last.firstIndex(of: "."),
            let form = TileForm(rawValue: String(last[last.index(after: point)...])),
            let address = TileAddress(
                zoom: segments[segments.startIndex], row: String(last[..<point]),
                column: segments[segments.startIndex + 1])
        else { return nil }
        return (address, form)
    }

    /// Digits alone: no sign, no blank, and few enough that nothing overflows.
    private static func number(_ text: String) -> Int? {
        let digits = text.utf8
        guard (1...9).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}
