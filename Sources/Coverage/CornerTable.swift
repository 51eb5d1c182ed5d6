/// The corners of all arcs while their vertices are ranked: who stands beside whom, and the queue of each arc.
///
/// Plain memory, one slot per vertex. It is shared between threads, each of which works on arcs of its own.
final class CornerTable: @unchecked Sendable {
    /// The area of the triangle that a vertex makes with its neighbours.
    let areas: UnsafeMutablePointer<Double>
    /// The standing vertex before; negative at the first of a line.
    let previous: UnsafeMutablePointer<Int32>
    /// The standing vertex behind; negative at the last of a line.
    let next: UnsafeMutablePointer<Int32>
    /// The slots of the arcs' queues; those of an arc are where its vertices are.
    let slots: UnsafeMutablePointer<Int32>
    /// Vertex → its slot, counted from its arc's first; undefined for vertices that are no corner.
    let places: UnsafeMutablePointer<Int32>
    /// Arc → the lengths of its queue.
    let lengths: UnsafeMutablePointer<CornerQueue.Lengths>

    init(vertices: Int, arcs: Int) {
        areas = .allocate(capacity: vertices)
        previous = .allocate(capacity: vertices)
        next = .allocate(capacity: vertices)
        slots = .allocate(capacity: vertices)
        places = .allocate(capacity: vertices)
        lengths = .allocate(capacity: arcs)
    }

    deinit {
        areas.deallocate()
        previous.deallocate()
        next.deallocate()
        slots.deallocate()
        places.deallocate()
        lengths.deallocate()
    }
}
