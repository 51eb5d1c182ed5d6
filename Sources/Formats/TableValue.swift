public import Statistics

/// What stands in one numeric cell of a table: a number, a sign of official statistics, or both.
///
///     let format = TableNumberFormat(decimalSign: .comma)
///     format.value("1.234,5").number  // 1234.5
///     format.value("-").number        // 0: exactly nothing
///     format.value(".").state         // suppressed
///     format.value("12,3p").sign      // preliminary, and the number is 12.3
///     format.value("zwölf").state     // nil: unreadable, a fault that has to be reported
///
/// ``Sign`` has the table of what means what.
@frozen public struct TableValue: Hashable, Sendable {
    /// The number, or zero where there is none. Zero and not NaN, so that equal values compare equal.
    @usableFromInline let magnitude: Double
    /// Whether ``magnitude`` means anything.
    @usableFromInline let isNumber: Bool
    /// The sign in place of the number or beside it; `nil` for a plain number.
    public let sign: Sign?

    @inlinable @inline(__always) init(magnitude: Double, isNumber: Bool, sign: Sign?) {
        self.magnitude = magnitude
        self.isNumber = isNumber
        self.sign = sign
    }

    /// A plain number.
    @inlinable @inline(__always) public static func number(_ number: Double) -> TableValue {
        TableValue(magnitude: number, isNumber: true, sign: nil)
    }

    /// A number with a remark, such as "preliminary".
    @inlinable public static func number(_ number: Double, remark: Sign) -> TableValue {
        TableValue(magnitude: number, isNumber: true, sign: remark)
    }

    /// A sign in place of a number; ``Sign/nothing`` has the number zero.
    @inlinable public static func sign(_ sign: Sign) -> TableValue {
        TableValue(magnitude: 0, isNumber: sign == .nothing, sign: sign)
    }

    /// An empty cell.
    @inlinable public static var missing: TableValue { .sign(.missing) }

    /// A cell that holds neither a number nor a known sign.
    @inlinable public static var unreadable: TableValue { .sign(.unreadable) }

    /// The number, where there is one: plain, with a remark, or the zero that `-` means.
    @inlinable @inline(__always) public var number: Double? { isNumber ? magnitude : nil }

    /// Whether the cell can be neither read as a number nor as a sign.
    @inlinable public var isUnreadable: Bool { sign == .unreadable }

    /// The state for statistics and maps; `nil` for an unreadable cell, whose row has to be rejected.
    @inlinable public var state: ValueState? {
        if isNumber { return .value }
        guard let sign else { return .value }
        return sign.state
    }
}
