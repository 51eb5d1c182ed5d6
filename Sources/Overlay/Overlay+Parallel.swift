import Diagnostics
import Dispatch

extension Overlay {
    /// The results of a function for `0 ..< count`, in order, computed by several threads with a context each.
    ///
    /// Thread *t* takes every `threads`-th item, since neighbours in a file tend to be of one size. Of several errors
    /// the one of the first item is thrown, so that the message does not depend on the threads.
    static func map<Value: Sendable>(
        _ count: Int, threads: Int,
        _ body: @Sendable (borrowing GEOSContext, Int) throws(InputError) -> Value
    ) throws(InputError) -> [Value] {
        precondition(threads >= 1, "at least one thread")
        let threads = max(1, min(threads, count))
        var results = [Result<Value, InputError>?](repeating: nil, count: count)
        results.withUnsafeMutableBufferPointer { results in
            // Each thread writes its own items only.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                do throws(InputError) {
                    let context = try GEOSContext()
                    for item in stride(from: thread, to: count, by: threads) {
                        do throws(InputError) {
                            results[item] = .success(try body(context, item))
                        } catch {
                            results[item] = .failure(error)
                        }
                    }
                } catch {
                    for item in stride(from: thread, to: count, by: threads) { results[item] = .failure(error) }
                }
            }
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        for result in results {
            if let result { values.append(try result.get()) }
        }
        return values
    }
}
