/// Where the addresses of a block lie in one geography.
public struct LocatedBlock: Sendable, Equatable {
    /// The block's number within its batch, from 0.
    public var block: Int
    /// Row → area; −1 outside all areas.
    public var areas: [Int32]

    /// Creates a located block.
    public init(block: Int, areas: [Int32]) {
        self.block = block
        self.areas = areas
    }
}
