public import Diagnostics
import Dispatch
public import Planar

extension Transformation {
    /// Transforms a batch in place with several threads, each with PROJ handles of its own.
    ///
    /// Points are independent of each other, so the result is the same, bit for bit, for any number of threads.
    ///
    /// - Returns: How many points failed; both their coordinates are NaN.
    /// - Precondition: `x` and `y` are of one length, and `threads` is at least 1.
    @discardableResult
    public func apply(x: inout [Double], y: inout [Double], threads: Int) throws(InputError) -> Int {
        precondition(x.count == y.count, "x and y differ in length")
        precondition(threads >= 1, "at least one thread")
        // Below this the handles cost more than a second thread saves.
        let threads = min(threads, x.count / 50_000 + 1)
        guard threads > 1, !isIdentity else { return try apply(x: &x, y: &y) }
        var outcomes = [Result<Int, InputError>](repeating: .success(0), count: threads)
        let count = x.count
        x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
                outcomes.withUnsafeMutableBufferPointer { outcomes in
                    // Each thread touches its own stretch of the arrays and its own outcome.
                    nonisolated(unsafe) let (x, y, outcomes) = (x, y, outcomes)
                    DispatchQueue.concurrentPerform(iterations: threads) { thread in
                        let stretch = count * thread / threads..<count * (thread + 1) / threads
                        do throws(InputError) {
                            let projector = try Projector(self)
                            let failed = projector.apply(
                                x: UnsafeMutableBufferPointer(rebasing: x[stretch]),
                                y: UnsafeMutableBufferPointer(rebasing: y[stretch]))
                            outcomes[thread] = .success(failed)
                        } catch {
                            outcomes[thread] = .failure(error)
                        }
                    }
                }
            }
        }
        var failed = 0
        for outcome in outcomes { failed += try outcome.get() }
        return failed
    }

    /// The same areas in the target system; a vertex between two areas stays one vertex.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when a vertex cannot be transformed, with the vertex.
    public func apply(to areas: Areas, threads: Int = 1) throws(InputError) -> Areas {
        guard !isIdentity else { return areas }
        var x = areas.x
        var y = areas.y
        let failed = try apply(x: &x, y: &y, threads: threads)
        if failed > 0, let vertex = x.firstIndex(where: { $0.isNaN }) {
            throw InputError(
                .referenceSystem,
                "\(failed) vertices cannot be transformed from \(source.label) to \(target.label), the first is "
                    + "x \(areas.x[vertex]), y \(areas.y[vertex])",
                remedy: "check the reference system of the boundaries")
        }
        return Areas(
            x: x, y: y, ringStarts: areas.ringStarts, partStarts: areas.partStarts, areaStarts: areas.areaStarts)
    }
}
