import Dispatch
import Project
import Synchronization
import Testing

@Suite("The queue of blocks")
struct BlockQueueTests {
    @Test("items come out in the order of their numbers, whoever brings them")
    func order() {
        let queue = BlockQueue<Int>(capacity: 3)
        let next = Atomic(0)
        DispatchQueue.global().async {
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                while true {
                    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard number < 1_000 else { break }
                    queue.put(number * number, number: number)
                }
            }
            queue.end()
        }
        var items: [Int] = []
        while let item = queue.take() { items.append(item) }
        #expect(items == (0..<1_000).map { $0 * $0 })
    }

    @Test("a number that never comes hangs neither side once the queue has ended")
    func gap() {
        let queue = BlockQueue<Int>(capacity: 2)
        let isDone = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            // Number 0 has failed; the others wait in a full queue until they are sent home.
            for number in 1..<10 { queue.put(number, number: number) }
            isDone.signal()
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { queue.end() }
        #expect(queue.take() == nil)
        #expect(isDone.wait(timeout: .now() + .seconds(5)) == .success)
        #expect(queue.isEnded)
    }
}
