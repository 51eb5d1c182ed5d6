/// Bytes to be sent or saved, written front to back: text, JSON strings, XML text, numbers.
///
///     var out = OutputBuffer()
///     out.write("{\"rate\":")
///     out.write(12.5)
///     out.write("}")
///     String(decoding: out.bytes, as: UTF8.self)  // {"rate":12.5}
///
/// Numbers have one spelling wherever Kleinraum writes them: shortest round trip with ``write(_:)-(Double)``, fixed
/// decimals with ``write(_:decimals:)``. Both are independent of the locale.
public struct OutputBuffer: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// An empty buffer.
    public init() {}

    /// Makes room for so many bytes.
    public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Empties the buffer and keeps its room.
    public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Writes text as it is.
    public mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes literal text without a detour over `String`.
    @inline(__always) public mutating func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes one byte.
    @inline(__always) public mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Writes bytes as they are.
    public mutating func write(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Writes a whole number.
    public mutating func write(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        writeDigits(number.magnitude)
    }

    /// Writes a number in its shortest form that reads back as the same number; whole numbers without a point.
    ///
    /// - Precondition: The number is finite; JSON and CSV have no infinity.
    public mutating func write(_ number: Double) {
        precondition(number.isFinite, "a number to write must be finite")
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
            write(whole)
        } else {
            let text = number.description
            bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
        }
    }

    /// Writes a number with at most so many decimals, trailing zeros left out, rounded half away from zero.
    ///
    /// Negative zero is written as `0`.
    ///
    /// - Precondition: The number is finite and `decimals` is in 0...12.
    public mutating func write(_ number: Double, decimals: Int) {
        precondition(number.isFinite, "a number to write must be finite")
        let scale = OutputBuffer.powersOfTen[decimals]
        let scaled = (number.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
        guard scaled < 0x1p63 else { return write(number) }
        let digits = UInt(scaled)
        guard digits > 0 else { return write(byte: UInt8(ascii: "0")) }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: scale)
        writeDigits(whole)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var fraction = rest
        var place = scale
        while fraction > 0 {
            place /= 10
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
            fraction %= place
        }
    }

    /// Writes text as a JSON string with its quotation marks.
    public mutating func write(json text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): write("\\\"" as StaticString)
            case UInt8(ascii: "\\"): write("\\\\" as StaticString)
            case 0x0A: write("\\n" as StaticString)
            case 0x0D: write("\\r" as StaticString)
            case 0x09: write("\\t" as StaticString)
            case 0..<0x20:
                write("\\u00" as StaticString)
                bytes.append(OutputBuffer.hexadecimal[Int(byte >> 4)])
                bytes.append(OutputBuffer.hexadecimal[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes text for XML, SVG or HTML: safe between tags and in quoted attributes. Characters that XML forbids
    /// are left out.
    public mutating func write(xml text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;" as StaticString)
            case UInt8(ascii: "<"): write("&lt;" as StaticString)
            case UInt8(ascii: ">"): write("&gt;" as StaticString)
            case UInt8(ascii: "\""): write("&quot;" as StaticString)
            case UInt8(ascii: "'"): write("&#39;" as StaticString)
            case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: continue
            default: bytes.append(byte)
            }
        }
    }

    private mutating func writeDigits(_ number: UInt) {
        guard number >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
        let start = bytes.count
        var rest = number
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    private static let powersOfTen: [UInt] = (0...12).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
    private static let hexadecimal: [UInt8] = Array("0123456789abcdef".utf8)
}
