/// Reads the positions of a GeoJSON ring, `[[x, y], [x, y, z], …]`, straight into coordinate arrays.
///
/// The hot path of boundary files: a file of 1.4 million vertices is nothing but this. It runs on a pointer without
/// bounds checks, which is sound because the caller guarantees that the text's last byte is `}`: no step passes one.
struct CoordinateScan {
    /// What ended the scan.
    enum Outcome {
        /// The array was read whole.
        case done
        /// Something else stood at the cursor than was expected; `expected` says what.
        case failed(expected: String)
    }

    private var cursor: UnsafePointer<UInt8>
    private let start: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    /// A scan of a text from an offset.
    ///
    /// - Precondition: The last byte is `}`, and the offset lies within the text.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard let base = bytes.baseAddress, bytes.last == UInt8(ascii: "}"), offset < bytes.count else {
            preconditionFailure("a JSON object ends with '}'")
        }
        start = UnsafePointer(base)
        end = start + bytes.count
        cursor = start + offset
    }

    /// How far the scan has come.
    var offset: Int { cursor - start }

    /// Reads an array of positions; x and y are appended, further ordinates are passed over.
    mutating func positions(into x: inout [Double], _ y: inout [Double]) -> Outcome {
        skipBlanks()
        guard accept("[") else { return .failed(expected: "an array of positions") }
        skipBlanks()
        if accept("]") { return .done }
        repeat {
            var positionX = 0.0
            var positionY = 0.0
            guard position(&positionX, &positionY) else { return .failed(expected: "a position [x, y]") }
            x.append(positionX)
            y.append(positionY)
            skipBlanks()
        } while accept(",")
        guard accept("]") else { return .failed(expected: "',' or ']'") }
        return .done
    }

    /// Reads one position.
    @inline(__always) mutating func position(_ x: inout Double, _ y: inout Double) -> Bool {
        skipBlanks()
        guard accept("[") else { return false }
        skipBlanks()
        guard number(&x) else { return false }
        skipBlanks()
        guard accept(",") else { return false }
        skipBlanks()
        guard number(&y) else { return false }
        skipBlanks()
        while accept(",") {
            skipBlanks()
            var further = 0.0
            guard number(&further) else { return false }
            skipBlanks()
        }
        return accept("]")
    }

    @inline(__always) private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard cursor.pointee == UInt8(ascii: character) else { return false }
        cursor += 1
        return true
    }

    @inline(__always) private mutating func skipBlanks() {
        while cursor.pointee <= 0x20 {
            let byte = cursor.pointee
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            cursor += 1
        }
    }

    /// Reads a number in JSON's form; the cursor stays where the form is wrong.
    @inline(__always) private mutating func number(_ value: inout Double) -> Bool {
        var byte = cursor
        let isNegative = byte.pointee == UInt8(ascii: "-")
        if isNegative { byte += 1 }
        let first = byte
        var mantissa: UInt64 = 0
        var digit = byte.pointee &- UInt8(ascii: "0")
        guard digit <= 9 else { return false }
        repeat {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            byte += 1
            digit = byte.pointee &- UInt8(ascii: "0")
        } while digit <= 9
        var digits = byte - first
        if digits > 1 && first.pointee == UInt8(ascii: "0") { return false }
        var decimals = 0
        if byte.pointee == UInt8(ascii: ".") {
            byte += 1
            let firstDecimal = byte
            digit = byte.pointee &- UInt8(ascii: "0")
            guard digit <= 9 else { return false }
            repeat {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                byte += 1
                digit = byte.pointee &- UInt8(ascii: "0")
            } while digit <= 9
            decimals = byte - firstDecimal
            digits += decimals
        }
        // Nineteen digits always fit 64 bits.
        guard digits <= 19, byte.pointee | 0x20 != UInt8(ascii: "e") else { return longNumber(&value) }
        cursor = byte
        let magnitude =
            mantissa <= 1 << 53 && decimals < 20
            ? Double(mantissa) / CoordinateScan.powersOfTen[decimals]
            : DecimalQuotient.value(mantissa, decimals: decimals)
        value = isNegative ? -magnitude : magnitude
        return true
    }

    /// Reads a number with an exponent or more than 19 digits.
    @inline(never) private mutating func longNumber(_ value: inout Double) -> Bool {
        let rest = UnsafeBufferPointer(start: cursor, count: end - cursor)
        var length = 0
        guard let number = DecimalScan.number(in: rest.span, at: &length) else { return false }
        cursor += length
        value = number
        return true
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ]
}
