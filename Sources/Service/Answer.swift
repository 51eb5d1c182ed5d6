import Hummingbird

/// Finished bytes, as they are kept and sent; shared by all who are sent them.
struct Answer: Sendable {
    /// The body, compressed or not.
    let body: ByteBuffer
}
