import Formats

extension DecimalScan {
    /// The number that a whole text is; `nil` where it is more or other than decimal digits with sign, point and
    /// exponent, such as `0x10`, `nan` or `inf`.
    static func number<Text: StringProtocol>(of text: Text) -> Double? {
        let bytes = Array(text.utf8)
        var position = 0
        guard let number = number(in: bytes.span, at: &position), position == bytes.count else { return nil }
        return number
    }
}
