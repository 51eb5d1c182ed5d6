import Service
import Synchronization
import Testing

@Suite("held values")
struct HeldValuesTests {
    private struct Refusal: Error {}

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock {
                $0 += 1
                return $0
            }
        }
    }

    @Test("a value is made once while there is room, and the least recently used goes")
    func leastRecentlyUsed() {
        let held = HeldValues<[UInt8]>(capacity: 100) { $0.count }
        var made: [String] = []
        func use(_ key: String, _ count: Int = 40) {
            let value = held.value(key) {
                made.append(key)
                return [UInt8](repeating: 7, count: count)
            }
            #expect(value.count == count)
        }
        for key in ["a", "b", "a", "b", "a"] { use(key) }
        #expect(made == ["a", "b"])
        // No room for three: "b" has not been used for longest.
        use("c")
        use("a")
        use("c")
        #expect(made == ["a", "b", "c"])
        use("b")
        #expect(made == ["a", "b", "c", "b"])
    }

    @Test("a value that is larger than the capacity is handed out and not held")
    func tooLarge() {
        let held = HeldValues<[UInt8]>(capacity: 100) { $0.count }
        var count = 0
        for _ in 0..<2 {
            let value = held.value("a") {
                count += 1
                return [UInt8](repeating: 1, count: 101)
            }
            #expect(value.count == 101)
        }
        #expect(count == 2)
    }

    @Test("what could not be made is tried again")
    func failure() throws {
        let held = HeldValues<Int>(capacity: 100) { _ in 8 }
        #expect(throws: Refusal.self) { try held.value("a") { throw Refusal() } }
        #expect(held.value("a") { 3 } == 3)
        #expect(held.value("a") { 4 } == 3)
    }

    @Test("who asks at the same time gets the same value, made once")
    func together() async {
        let held = HeldValues<Int>(capacity: 100) { _ in 8 }
        let counter = Counter()
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { held.value("a") { counter.next() } } }
            for await value in group { #expect(value == 1) }
        }
    }
}
