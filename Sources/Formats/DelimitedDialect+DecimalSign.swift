extension DelimitedDialect {
    /// The decimal sign that the cells of the sample vote for; see ``DelimitedDialect`` for the rule.
    static func decimalSign(
        of records: ArraySlice<DelimitedSample.Record>, separator: UInt8
    ) -> TableNumberFormat.DecimalSign {
        var balance = 0
        for record in records {
            for field in record.fields { balance += vote(field) }
        }
        if balance != 0 { return balance > 0 ? .comma : .point }
        return separator == UInt8(ascii: ";") ? .comma : .point
    }

    /// 1 for a cell that has a number with decimal comma, -1 for one with decimal point, 0 for all that can be read in
    /// both ways or in neither.
    static func vote(_ field: [UInt8]) -> Int {
        let comma = UInt8(ascii: ",")
        let point = UInt8(ascii: ".")
        guard field.contains(comma) || field.contains(point) else { return 0 }
        let isComma = isNumber(field, decimalSign: comma, thousands: point)
        let isPoint = isNumber(field, decimalSign: point, thousands: comma)
        return (isComma ? 1 : 0) - (isPoint ? 1 : 0)
    }

    /// Whether the cell is digits with at most one decimal sign and whole groups of thousands.
    private static func isNumber(_ field: [UInt8], decimalSign: UInt8, thousands: UInt8) -> Bool {
        var text = field.drop(while: { DelimitedEncoding.isBlank($0) || $0 == 0x2D || $0 == 0x2B })
        while let last = text.last, DelimitedEncoding.isBlank(last) { text.removeLast() }
        let parts = text.split(separator: decimalSign, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.count + (parts.count > 1 ? parts[1].count : 0) > 0 else { return false }
        if parts.count > 1, !parts[1].allSatisfy(DelimitedSample.isDigit) { return false }
        let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(DelimitedSample.isDigit) }) else { return false }
        guard groups.count > 1 else { return true }
        // 0.123 is no group of thousands: no number is written with a leading zero group.
        guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
            return false
        }
        return groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}
