import Cartography

/// A small picture of few colours, written as PNG (ISO/IEC 15948) without compression.
struct PalettePicture {
    let width: Int
    let height: Int
    private let colours: [Colour]
    private var pixels: [UInt8]

    /// A picture all of the first colour.
    ///
    /// - Precondition: Width, height and the number of colours are in 1...256, and the rows have fewer than 65,536 bytes.
    init(width: Int, height: Int, colours: [Colour]) {
        precondition((1...256).contains(width) && (1...256).contains(height) && (width + 1) * height < 65536)
        precondition((1...256).contains(colours.count))
        self.width = width
        self.height = height
        self.colours = colours
        pixels = [UInt8](repeating: 0, count: width * height)
    }

    /// The number of a pixel's colour.
    subscript(column: Int, row: Int) -> UInt8 {
        get { pixels[row * width + column] }
        set { pixels[row * width + column] = newValue }
    }

    /// The picture as a file.
    func png() -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = PalettePicture.bytes(width) + PalettePicture.bytes(height) + [8, 3, 0, 0, 0]
        PalettePicture.chunk("IHDR", header, to: &file)
        PalettePicture.chunk("PLTE", colours.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
        var rows: [UInt8] = []
        for row in 0..<height { rows += [0] + pixels[row * width..<(row + 1) * width] }
        PalettePicture.chunk("IDAT", PalettePicture.stored(rows), to: &file)
        PalettePicture.chunk("IEND", [], to: &file)
        return file
    }

    /// A zlib stream of one stored block (RFC 1950, RFC 1951 §3.2.4).
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        let (low, high) = (UInt8(data.count & 255), UInt8(data.count >> 8))
        var (one, two) = (1, 0)
        for byte in data {
            one = (one + Int(byte)) % 65521
            two = (two + one) % 65521
        }
        return [0x78, 0x01, 1, low, high, ~low, ~high] + data + bytes(two << 16 | one)
    }

    private static func chunk(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        let body = Array(name.utf8) + content
        file += bytes(content.count) + body
        // CRC-32 bit by bit: the pictures are small and made once.
        var sum: UInt32 = .max
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        file += bytes(Int(~sum))
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
