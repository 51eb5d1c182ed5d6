/// A queue that gives back the element with the smallest key: a binary heap.
///
/// Equal keys come out in an order that depends only on what was put in and when.
struct SmallestFirst<Element> {
    private var entries: [(key: Double, element: Element)] = []

    /// Whether nothing is left.
    var isEmpty: Bool { entries.isEmpty }

    /// Puts an element in. O(log *n*).
    mutating func insert(_ element: Element, key: Double) {
        var child = entries.count
        entries.append((key, element))
        while child > 0 {
            let parent = (child - 1) / 2
            guard key < entries[parent].key else { break }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the element with the smallest key out. O(log *n*).
    mutating func removeFirst() -> (key: Double, element: Element)? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        entries[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1].key < entries[child].key { child += 1 }
            guard entries[child].key < last.key else { break }
            entries.swapAt(child, parent)
            parent = child
        }
        return first
    }
}
