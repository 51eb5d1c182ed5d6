import Dispatch

/// Computes `body(0) … body(count - 1)` on several threads and returns the results in order.
///
///     parallelMap(4) { $0 * $0 }  // [0, 1, 4, 9]
///
/// The result does not depend on the number of threads as long as `body` depends on its index alone. `threads` is an
/// upper bound; by default the machine decides. Not for an event loop: the caller waits.
public func parallelMap<Value: Sendable>(
    _ count: Int, threads: Int? = nil, _ body: @Sendable (Int) -> Value
) -> [Value] {
    guard count > 1, threads != 1 else { return (0..<count).map(body) }
    let results = UnsafeMutablePointer<Value>.allocate(capacity: count)
    defer { results.deallocate() }
    let slots = Slots(first: results)
    // With fewer workers than items, worker w takes items w, w + workers, …
    let workers = min(threads ?? count, count)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: count, by: workers) {
            (slots.first + index).initialize(to: body(index))
        }
    }
    defer { results.deinitialize(count: count) }
    return Array(UnsafeBufferPointer(start: results, count: count))
}

/// Makes an array whose parts are written by several threads: batch *b* of `batches` initialises the elements that
/// are its own.
///
/// For large arrays: the pages are first touched by the thread that fills them.
///
/// - Precondition: The batches together initialise every element exactly once.
func parallelFill<Value: BitwiseCopyable>(
    count: Int, batches: Int, threads: Int?, _ body: @Sendable (Int, UnsafeMutablePointer<Value>) -> Void
) -> [Value] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
        if let base = buffer.baseAddress {
            let slots = Slots(first: base)
            _ = parallelMap(batches, threads: threads) { body($0, slots.first) }
        }
        initialized = count
    }
}

/// Memory that each worker writes at places of its own.
private struct Slots<Value>: @unchecked Sendable {
    let first: UnsafeMutablePointer<Value>
}
