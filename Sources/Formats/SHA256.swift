/// The SHA-256 hash of bytes that arrive piece by piece.
///
///     var hash = SHA256()
///     hash.update(Array("abc".utf8))
///     hash.finish()  // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
///
/// FIPS 180-4, section 6.2; written here so that naming a release needs no cryptography library. It names content, it
/// does not keep secrets: when not to use it: for passwords or for message authentication.
///
/// - Complexity: O(*n*) for *n* bytes, in constant memory.
public struct SHA256: Sendable {
    private var state: [UInt32]
    private var schedule = [UInt32](repeating: 0, count: 64)
    /// The bytes of the last block that is not yet full.
    private var open: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// The hash of nothing yet.
    public init() {
        state = SHA256.initialState
        open.reserveCapacity(2 * SHA256.blockSize)
    }

    /// The hash of bytes that are at hand, in hexadecimal.
    public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    /// Takes in more bytes; how they are cut into pieces makes no difference.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { take($0) }
        if isContiguous == nil { Array(bytes).withUnsafeBufferPointer { take($0) } }
    }

    /// The hash of everything so far, as 64 lower-case hexadecimal digits. More bytes may follow.
    public func finish() -> String {
        var last = self
        var padding: [UInt8] = [0x80]
        let used = (open.count + 1 + 8) % SHA256.blockSize
        if used > 0 { padding.append(contentsOf: repeatElement(0, count: SHA256.blockSize - used)) }
        let bitCount = byteCount &* 8
        for shift in stride(from: 56, through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bitCount >> shift))
        }
        last.update(padding)
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in last.state {
            for shift in stride(from: 28, through: 0, by: -4) {
                digits.append(SHA256.digits[Int((word >> UInt32(shift)) & 15)])
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        byteCount &+= UInt64(bytes.count)
        var next = 0
        if !open.isEmpty {
            next = min(SHA256.blockSize - open.count, bytes.count)
            open.append(contentsOf: bytes[..<next])
            guard open.count == SHA256.blockSize else { return }
            open.withUnsafeBufferPointer { SHA256.compress($0, from: 0, blocks: 1, into: &state, schedule: &schedule) }
            open.removeAll(keepingCapacity: true)
        }
        let blocks = (bytes.count - next) / SHA256.blockSize
        SHA256.compress(bytes, from: next, blocks: blocks, into: &state, schedule: &schedule)
        open.append(contentsOf: bytes[(next + blocks * SHA256.blockSize)...])
    }

    /// Section 6.2.2: expands each block to 64 words, runs 64 rounds, adds the outcome to the state.
    private static func compress(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, blocks: Int, into state: inout [UInt32],
        schedule: inout [UInt32]
    ) {
        state.withUnsafeMutableBufferPointer { state in
            schedule.withUnsafeMutableBufferPointer { w in
                roundConstants.withUnsafeBufferPointer { k in
                    for block in 0..<blocks {
                        expand(bytes, from: start + block * blockSize, into: w)
                        rounds(state, w, k)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func expand(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into w: UnsafeMutableBufferPointer<UInt32>
    ) {
        let raw = UnsafeRawBufferPointer(bytes)
        for word in 0..<16 {
            w[word] = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: start + 4 * word, as: UInt32.self))
        }
        for word in 16..<64 {
            let early = w[word - 15]
            let late = w[word - 2]
            let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
            let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
            w[word] = w[word - 16] &+ sigma0 &+ w[word - 7] &+ sigma1
        }
    }

    @inline(__always)
    private static func rounds(
        _ state: UnsafeMutableBufferPointer<UInt32>, _ w: UnsafeMutableBufferPointer<UInt32>,
        _ k: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ sum1 &+ choice &+ k[round] &+ w[round]
            let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
        (word >> places) | (word << (32 - places))
    }

    private static let blockSize = 64
    private static let digits: [UInt8] = Array("0123456789abcdef".utf8)

    /// Section 5.3.3: the fractional parts of the square roots of the first eight primes.
    private static let initialState: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// Section 4.2.2: the fractional parts of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
