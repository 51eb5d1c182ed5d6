import Diagnostics

/// The memory of one worker: a block's bytes, room for one row's unquoted fields, and where fields begin.
///
/// Everything is allocated once and reused, so the memory of a run does not grow with the file.
struct DelimitedBuffer: ~Copyable {
    /// Bytes that may be read, not used, before and behind the block.
    private static let padding = 64

    private var memory: UnsafeMutablePointer<UInt8>
    private var scratchMemory: UnsafeMutablePointer<UInt8>?
    private(set) var capacity: Int
    /// Where the fields of a row begin, one more than the table has and one for the end.
    let starts: UnsafeMutablePointer<Int32>
    /// The places of the asked columns.
    let columns: UnsafeMutablePointer<Int32>
    /// Powers of ten that are exact.
    let powers: UnsafeMutablePointer<Double>
    /// How numbers are written.
    let format: UnsafeMutablePointer<TableNumberFormat>

    init(capacity: Int, width: Int, columns asked: [Int], format: TableNumberFormat) {
        self.capacity = capacity
        memory = .allocate(capacity: capacity + 2 * DelimitedBuffer.padding)
        memory.initialize(repeating: 0, count: capacity + 2 * DelimitedBuffer.padding)
        starts = .allocate(capacity: width + 2)
        starts.initialize(repeating: 0, count: width + 2)
        columns = .allocate(capacity: asked.count)
        for (place, column) in asked.enumerated() { (columns + place).initialize(to: Int32(column)) }
        powers = .allocate(capacity: 23)
        // Each is exact, up to 10²², as a product of exact numbers.
        var power = 1.0
        for exponent in 0...22 {
            (powers + exponent).initialize(to: power)
            power *= 10
        }
        self.format = .allocate(capacity: 1)
        self.format.initialize(to: format)
    }

    deinit {
        memory.deallocate()
        scratchMemory?.deallocate()
        starts.deallocate()
        columns.deallocate()
        powers.deallocate()
        format.deinitialize(count: 1)
        format.deallocate()
    }

    /// The block's bytes.
    var bytes: UnsafeMutablePointer<UInt8> { memory + DelimitedBuffer.padding }

    /// Room for a part of the block, allocated when the first quoted field comes along.
    mutating func scratch() -> UnsafeMutablePointer<UInt8> {
        if let scratchMemory { return scratchMemory + DelimitedBuffer.padding }
        let made = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * DelimitedBuffer.padding)
        made.initialize(repeating: 0, count: capacity + 2 * DelimitedBuffer.padding)
        scratchMemory = made
        return made + DelimitedBuffer.padding
    }

    /// Makes room for at least so many bytes and keeps the first `kept`.
    mutating func reserve(_ count: Int, keeping kept: Int) {
        guard count > capacity else { return }
        capacity = max(count, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * DelimitedBuffer.padding)
        larger.initialize(repeating: 0, count: capacity + 2 * DelimitedBuffer.padding)
        (larger + DelimitedBuffer.padding).update(from: bytes, count: kept)
        memory.deallocate()
        memory = larger
        scratchMemory?.deallocate()
        scratchMemory = nil
    }
}
