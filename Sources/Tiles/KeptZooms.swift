import Synchronization

/// The zooms that a pyramid keeps: each computed by one thread while others that want it wait.
final class KeptZooms: Sendable {
    /// A place for one zoom. Its lock is held while the zoom is computed; that is what others wait for.
    private final class Slot: Sendable {
        let snapped = Mutex<SnappedCoverage?>(nil)
    }

    /// Who was used when, and how much all take.
    private struct Ledger {
        var bytes: [Int]
        var lastUse: [Int]
        var uses = 0
    }

    private let slots: [Slot]
    private let ledger: Mutex<Ledger>
    private let byteLimit: Int

    init(count: Int, byteLimit: Int) {
        slots = (0..<count).map { _ in Slot() }
        ledger = Mutex(
            Ledger(bytes: [Int](repeating: 0, count: count), lastUse: [Int](repeating: 0, count: count)))
        self.byteLimit = byteLimit
    }

    var byteCount: Int { ledger.withLock { $0.bytes.reduce(0, +) } }

    /// The zoom that is kept, or else a new one.
    func snapped(_ zoom: Int, compute: () -> SnappedCoverage) -> SnappedCoverage {
        let (snapped, isNew) = slots[zoom].snapped.withLock { kept in
            if let kept { return (kept, false) }
            let made = compute()
            kept = made
            return (made, true)
        }
        let stale = ledger.withLock { ledger in
            ledger.uses += 1
            ledger.lastUse[zoom] = ledger.uses
            guard isNew else { return [Int]() }
            ledger.bytes[zoom] = snapped.byteCount
            return overdue(&ledger, sparing: zoom)
        }
        for zoom in stale { slots[zoom].snapped.withLock { $0 = nil } }
        return snapped
    }

    /// The zooms to let go, those first that have not been used for longest.
    private func overdue(_ ledger: inout Ledger, sparing zoom: Int) -> [Int] {
        var stale: [Int] = []
        while ledger.bytes.reduce(0, +) > byteLimit {
            let others = ledger.bytes.indices.filter { $0 != zoom && ledger.bytes[$0] > 0 }
            guard let oldest = others.min(by: { ledger.lastUse[$0] < ledger.lastUse[$1] }) else { break }
            ledger.bytes[oldest] = 0
            stale.append(oldest)
        }
        return stale
    }
}
