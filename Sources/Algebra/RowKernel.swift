/// The two loops that all dense algebra is made of, over numbers that lie next to each other.
///
/// The sums run in eight lanes in a fixed order, so that they are quick and always the same.
enum RowKernel {
    /// The sum of products; the buffers are equally long.
    static func product(_ one: UnsafeBufferPointer<Double>, _ other: UnsafeBufferPointer<Double>) -> Double {
        let count = one.count
        guard let first = one.baseAddress, let second = other.baseAddress else { return 0 }
        var (low, high) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        var index = 0
        while index + 8 <= count {
            low += lanes(first + index) * lanes(second + index)
            high += lanes(first + index + 4) * lanes(second + index + 4)
            index += 8
        }
        var sum = (low + high).sum()
        while index < count {
            sum += first[index] * second[index]
            index += 1
        }
        return sum
    }

    /// Adds a multiple of one row to another; the buffers are equally long.
    static func add(
        _ factor: Double, times source: UnsafeBufferPointer<Double>, to target: UnsafeMutableBufferPointer<Double>
    ) {
        let count = target.count
        guard factor != 0, let from = source.baseAddress, let into = target.baseAddress else { return }
        for index in 0..<count { into[index] += factor * from[index] }
    }

    private static func lanes(_ pointer: UnsafePointer<Double>) -> SIMD4<Double> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Double>.self)
    }
}
