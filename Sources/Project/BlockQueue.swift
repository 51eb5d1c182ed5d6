import Foundation

/// Hands items from several producers to one consumer, in the order of their numbers and never many at once.
///
/// A producer waits when too many items lie ready, unless its item is the one that the consumer needs next: so the
/// memory stays bounded and nobody waits for ever. Producers must bring every number from 0, each once, and each
/// producer its own in rising order.
package final class BlockQueue<Item: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var ready: [Int: Item] = [:]
    private var next = 0
    private var hasEnded = false

    /// A queue that keeps at most so many items beyond the next one.
    package init(capacity: Int) { self.capacity = capacity }

    /// Puts an item in its place; waits while the queue is full. After `end()` items are dropped.
    package func put(_ item: Item, number: Int) {
        condition.lock()
        defer { condition.unlock() }
        while !hasEnded && ready.count >= capacity && number != next { condition.wait() }
        guard !hasEnded else { return }
        ready[number] = item
        condition.broadcast()
    }

    /// The item of the next number; waits for it. `nil` when the producers have ended and none is left.
    package func take() -> Item? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let item = ready.removeValue(forKey: next) {
                next += 1
                condition.broadcast()
                return item
            }
            if hasEnded { return nil }
            condition.wait()
        }
    }

    /// Whether the production, or the wish to consume, has ended.
    package var isEnded: Bool {
        condition.lock()
        defer { condition.unlock() }
        return hasEnded
    }

    /// Ends the production, or the wish to consume.
    package func end() {
        condition.lock()
        hasEnded = true
        condition.broadcast()
        condition.unlock()
    }
}
