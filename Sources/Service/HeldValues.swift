import Synchronization

/// Values that are made once when asked for and held up to a number of bytes; the least recently used goes.
///
///     let texts = HeldValues<[UInt8]>(capacity: 1 << 20) { $0.count }
///     let text = try texts.value("a") { try read("a") }  // read once, while there is room
///
/// A value that is larger than the capacity is handed out and not held. Keys are the program's, not a client's: they are
/// few, and a use looks at all of them only where something has to go.
package final class HeldValues<Value: Sendable>: Sendable {
    private struct Entry {
        let place: MadeOnce<Value>
        /// `nil` until the value is made.
        var byteCount: Int?
        var lastUse: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var byteCount = 0
        var clock: UInt64 = 0
    }

    private let capacity: Int
    private let size: @Sendable (Value) -> Int
    private let state = Mutex(State())

    /// Holds values of at most `capacity` bytes together.
    ///
    /// - Parameter size: The bytes of a value.
    package init(capacity: Int, size: @escaping @Sendable (Value) -> Int) {
        self.capacity = capacity
        self.size = size
    }

    /// The value of a key, made unless it is held; who asks meanwhile waits.
    ///
    /// - Complexity: O(1) besides the making, and O(*k*) for *k* keys for each value that goes.
    package func value<Failure: Error>(
        _ key: String, make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let place = state.withLock { state in
            state.clock += 1
            let place = state.entries[key]?.place ?? MadeOnce<Value>()
            state.entries[key, default: Entry(place: place, lastUse: 0)].lastUse = state.clock
            return place
        }
        let value = try place.value(make)
        state.withLock { state in
            guard let entry = state.entries[key], entry.place === place, entry.byteCount == nil else { return }
            let byteCount = size(value)
            state.entries[key]?.byteCount = byteCount
            state.byteCount += byteCount
            makeRoom(in: &state)
        }
        return value
    }

    private func makeRoom(in state: inout State) {
        while state.byteCount > capacity,
            let oldest = state.entries.filter({ $0.value.byteCount != nil }).min(by: {
                $0.value.lastUse < $1.value.lastUse
            })
        {
            state.entries[oldest.key] = nil
            state.byteCount -= oldest.value.byteCount ?? 0
        }
    }
}
