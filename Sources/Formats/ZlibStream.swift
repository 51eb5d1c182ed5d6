import CZlib
import Diagnostics

/// One run of zlib over bytes in memory. It owns zlib's state, so it cannot be copied.
struct ZlibStream: ~Copyable {
    /// On the heap, because zlib's state points back at it: moved, it would be refused.
    private let stream: UnsafeMutablePointer<z_stream>
    private let compresses: Bool

    /// The window size that asks zlib for a gzip header; without one set, time and name stay empty.
    private static let gzipWindow: CInt = 15 + 16

    /// A stream that packs.
    init(compressingAt level: Int) {
        compresses = true
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = kleinraum_deflate_init(stream, CInt(level), ZlibStream.gzipWindow)
        precondition(status == Z_OK, "zlib has no memory")
    }

    /// A stream that unpacks.
    init() {
        compresses = false
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = kleinraum_inflate_init(stream, ZlibStream.gzipWindow)
        precondition(status == Z_OK, "zlib has no memory")
    }

    deinit {
        if compresses { deflateEnd(stream) } else { inflateEnd(stream) }
        stream.deallocate()
    }

    /// Packs all bytes and ends the stream.
    mutating func compress(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        bytes.withUnsafeBufferPointer { input in
            let room = min(Int(deflateBound(stream, UInt(input.count))), 1 << 24)
            var consumed = 0
            var status = Z_OK
            while status == Z_OK || status == Z_BUF_ERROR {
                let isLast = offer(input, from: consumed)
                let offered = Int(stream.pointee.avail_in)
                output += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    status = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    count = room - Int(stream.pointee.avail_out)
                }
                consumed += offered - Int(stream.pointee.avail_in)
            }
            precondition(status == Z_STREAM_END, "zlib's state is broken")
        }
        return output
    }

    /// Unpacks all members.
    mutating func decompress(_ bytes: [UInt8], limit: Int) throws(InputError) -> [UInt8] {
        var output: [UInt8] = []
        var fault = ""
        bytes.withUnsafeBufferPointer { input in
            var consumed = 0
            let room = 1 << 18
            while fault.isEmpty {
                _ = offer(input, from: consumed)
                let offered = Int(stream.pointee.avail_in)
                var status = Z_OK
                output += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    status = inflate(stream, Z_NO_FLUSH)
                    count = room - Int(stream.pointee.avail_out)
                }
                consumed += offered - Int(stream.pointee.avail_in)
                if output.count > limit {
                    fault = "the gzip data hold more than \(limit) bytes"
                } else if status == Z_STREAM_END {
                    if consumed == input.count { return }
                    inflateReset(stream)
                } else if status == Z_BUF_ERROR || (status == Z_OK && consumed == input.count && hasRoomLeft) {
                    fault = "the gzip data end too early"
                } else if status != Z_OK {
                    fault = "the gzip data are damaged at byte \(consumed)"
                }
            }
        }
        guard fault.isEmpty else { throw InputError(.malformed, fault, remedy: "fetch the file again") }
        return output
    }

    private var hasRoomLeft: Bool { stream.pointee.avail_out > 0 }

    /// Points zlib at the rest of the input, as much as its 32-bit count can say; whether that is all of it.
    private func offer(_ input: UnsafeBufferPointer<UInt8>, from consumed: Int) -> Bool {
        let offered = min(input.count - consumed, Int(UInt32.max))
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + consumed) }
        stream.pointee.avail_in = UInt32(offered)
        return consumed + offered == input.count
    }
}
