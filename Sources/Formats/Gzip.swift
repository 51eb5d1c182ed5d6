import CZlib
public import Diagnostics

/// Bytes packed as gzip (RFC 1952), without a time or a name in the header: the same bytes in, the same bytes out.
///
///     let packed = Gzip.compressed(Array("Ehrenfeld".utf8))
///     try Gzip.decompressed(packed)  // the bytes of "Ehrenfeld"
public enum Gzip {
    /// Packs bytes.
    ///
    /// - Parameter level: 1 (fast) to 9 (small); 0 stores.
    /// - Precondition: `level` is in 0...9.
    /// - Complexity: O(*n*).
    public static func compressed(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
        precondition((0...9).contains(level), "a gzip level is in 0...9")
        var stream = ZlibStream(compressingAt: level)
        return stream.compress(bytes)
    }

    /// Unpacks bytes; several gzip members one after the other count as one text.
    ///
    /// - Parameter limit: The most bytes that may come out, against archives made to burst.
    /// - Throws: ``InputError`` with ``InputError/Code/malformed`` for anything but whole gzip data.
    /// - Complexity: O(*n*) for *n* bytes out.
    public static func decompressed(_ bytes: [UInt8], limit: Int = 1 << 32) throws(InputError) -> [UInt8] {
        var stream = ZlibStream()
        return try stream.decompress(bytes, limit: limit)
    }
}
