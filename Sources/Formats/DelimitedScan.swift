/// What is in a block besides letters and digits, found in one pass.
struct DelimitedScan {
    /// Any byte above 127.
    let hasNonASCII: Bool
    /// Any zero byte.
    let hasZero: Bool
    /// Any carriage return without a line feed behind it.
    let hasLoneReturn: Bool
    /// Any quotation mark.
    let hasQuotes: Bool
    /// The number of line feeds.
    let lines: Int

    private typealias Chunk = SIMD16<UInt8>

    /// Scans `count` bytes, the last of which is a line feed; 32 more may be read behind them.
    ///
    /// Comparisons of vectors become loops in Swift 6.3; additions, shifts and logic become one instruction each. So a
    /// byte is compared by arithmetic: the highest bit of `((x & 0x7F) + 0x7F) | x` is clear where `x` is zero.
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        let raw = UnsafeRawPointer(bytes)
        let ones = Chunk(repeating: 0xFF)
        var all = Chunk(repeating: 0)
        var nonZeros = ones
        var nonQuotes = ones
        var loneReturns = Chunk(repeating: 0)
        var lines = 0
        var position = 0
        let whole = count & ~15
        while position < whole {
            // So few that the line feeds among them can be counted in a byte.
            let stop = min(position &+ 16 &* 255, whole)
            var others = Chunk(repeating: 0)
            let start = position
            while position < stop {
                let chunk = raw.loadUnaligned(fromByteOffset: position, as: Chunk.self)
                let next = raw.loadUnaligned(fromByteOffset: position &+ 1, as: Chunk.self)
                all |= chunk
                nonZeros &= DelimitedScan.nonZero(chunk)
                nonQuotes &= DelimitedScan.nonZero(chunk ^ 0x22)
                others &+= DelimitedScan.nonZero(chunk ^ 0x0A) &>> 7
                loneReturns |= ~DelimitedScan.nonZero(chunk ^ 0x0D) & DelimitedScan.nonZero(next ^ 0x0A)
                position &+= 16
            }
            lines &+= position &- start
            for lane in 0..<16 { lines &-= Int(others[lane]) }
        }
        var rest = (all: UInt8(0), zero: false, quote: false, loneReturn: false)
        while position < count {
            let byte = bytes[position]
            rest.all |= byte
            if byte == 0 { rest.zero = true }
            if byte == 0x22 { rest.quote = true }
            if byte == 0x0D, bytes[position + 1] != 0x0A { rest.loneReturn = true }
            if byte == 0x0A { lines += 1 }
            position += 1
        }
        hasNonASCII = (DelimitedScan.or(all) | rest.all) & 0x80 != 0
        hasZero = DelimitedScan.or(~nonZeros) & 0x80 != 0 || rest.zero
        hasQuotes = DelimitedScan.or(~nonQuotes) & 0x80 != 0 || rest.quote
        hasLoneReturn = DelimitedScan.or(loneReturns) & 0x80 != 0 || rest.loneReturn
        self.lines = lines
    }

    /// The highest bit of each byte says whether the byte is not zero; the other bits say nothing.
    @inline(__always) private static func nonZero(_ x: Chunk) -> Chunk { ((x & 0x7F) &+ 0x7F) | x }

    private static func or(_ x: Chunk) -> UInt8 { x.indices.reduce(0) { $0 | x[$1] } }
}
