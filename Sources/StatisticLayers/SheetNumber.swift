import Formats

/// A number in the text of a method sheet, with the decimal sign of its language.
struct SheetNumber {
    /// With a decimal point.
    let english: String

    /// A number with so many decimals at most.
    init(_ number: Double, decimals: Int) {
        var out = OutputBuffer()
        out.write(number, decimals: decimals)
        english = String(decoding: out.bytes, as: UTF8.self)
    }

    /// With a decimal comma.
    var german: String { String(english.map { $0 == "." ? "," : $0 }) }
}
