internal import CPROJ
public import Diagnostics

/// A transformation with its PROJ handles open, for one thread and many batches.
///
///     let projector = try Projector(transformation)
///     for batch in batches { failed += projector.apply(x: &batch.x, y: &batch.y) }
///
/// It cannot be copied, which keeps two threads from using the handles at once; it may move to another thread.
/// Results do not depend on how points are cut into batches.
public struct Projector: ~Copyable, @unchecked Sendable {
    private let session: ProjSession?
    private let operation: OpaquePointer?
    private let step: Transformation.Step

    /// Opens the handles, about 10 ms; none for an identity or a zone prefix.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when PROJ cannot.
    public init(_ transformation: Transformation) throws(InputError) {
        step = transformation.step
        guard step.needsPROJ else {
            session = nil
            operation = nil
            return
        }
        var opened = try ProjSession()
        operation = try opened.operation(from: step.from, to: step.to, areaOfInterest: transformation.areaOfInterest)
        session = consume opened
    }

    /// Transforms a batch in place.
    ///
    /// - Returns: How many points failed; both their coordinates are NaN.
    /// - Precondition: `x` and `y` are of one length.
    @discardableResult
    public borrowing func apply(x: inout [Double], y: inout [Double]) -> Int {
        x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in apply(x: x, y: y) }
        }
    }

    /// Transforms a batch in memory that somebody else owns; for the rest see `apply(x:y:)` on arrays.
    public borrowing func apply(x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>) -> Int {
        precondition(x.count == y.count, "x and y differ in length")
        let count = x.count
        if step.prefixOff != 0 { for index in 0..<count { x[index] -= step.prefixOff } }
        if let operation {
            let stride = MemoryLayout<Double>.stride
            proj_trans_generic(
                operation, PJ_FWD, x.baseAddress, stride, count, y.baseAddress, stride, count, nil, 0, 0, nil, 0, 0)
        }
        if step.prefixOn != 0 { for index in 0..<count { x[index] += step.prefixOn } }
        var failed = 0
        for index in 0..<count where !(x[index].isFinite && y[index].isFinite) {
            x[index] = .nan
            y[index] = .nan
            failed += 1
        }
        return failed
    }
}
