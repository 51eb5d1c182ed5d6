/// The corners of one arc, smallest triangle first: a binary heap that knows where each corner stands.
///
/// Corners that may not go yet are set aside at the far end of the same slots until they are taken back.
struct CornerQueue {
    /// How many corners there are.
    struct Lengths {
        /// Those in the heap, from the first slot on.
        var queued: Int32 = 0
        /// Those set aside, up to the last slot.
        var aside: Int32 = 0
        /// All that still stand, in the queue or not.
        var standing: Int32 = 0
    }

    private let slots: UnsafeMutablePointer<Int32>
    private let capacity: Int32
    private let areas: UnsafeMutablePointer<Double>
    private let places: UnsafeMutablePointer<Int32>
    /// How many corners there are; to be stored before the queue is left.
    var lengths: Lengths

    /// The queue of an arc with the lengths that it was left with.
    init(_ table: CornerTable, vertices: Range<Int>, lengths: Lengths) {
        slots = table.slots + vertices.lowerBound
        capacity = Int32(vertices.count)
        areas = table.areas
        places = table.places
        self.lengths = lengths
    }

    /// The corner with the smallest triangle.
    var first: Int32? { lengths.queued > 0 ? slots[0] : nil }

    /// Appends a corner without putting it in order; see ``order()``.
    mutating func append(_ corner: Int32) {
        put(corner, at: lengths.queued)
        lengths.queued += 1
    }

    /// Puts appended corners in order: Floyd's heap construction.
    mutating func order() {
        var slot = lengths.queued / 2 - 1
        while slot >= 0 {
            sink(slots[Int(slot)], from: slot)
            slot -= 1
        }
    }

    /// Takes the first corner out.
    mutating func removeFirst() {
        lengths.queued -= 1
        if lengths.queued > 0 { sink(slots[Int(lengths.queued)], from: 0) }
    }

    /// Sets the first corner aside.
    mutating func setFirstAside() {
        let corner = slots[0]
        removeFirst()
        lengths.aside += 1
        put(corner, at: capacity - lengths.aside)
    }

    /// Takes back all corners that were set aside.
    mutating func takeBack() {
        while lengths.aside > 0 {
            let corner = slots[Int(capacity - lengths.aside)]
            lengths.aside -= 1
            lengths.queued += 1
            rise(corner, from: lengths.queued - 1)
        }
    }

    /// Gives a corner that is queued or aside another area; it is queued then.
    mutating func update(_ corner: Int32, area: Double) {
        let place = places[Int(corner)]
        let former = areas[Int(corner)]
        areas[Int(corner)] = area
        if place >= lengths.queued {
            // The last of those aside moves into its slot.
            put(slots[Int(capacity - lengths.aside)], at: place)
            lengths.aside -= 1
            lengths.queued += 1
            rise(corner, from: lengths.queued - 1)
        } else if area < former {
            rise(corner, from: place)
        } else {
            sink(corner, from: place)
        }
    }

    @inline(__always) private func put(_ corner: Int32, at slot: Int32) {
        slots[Int(slot)] = corner
        places[Int(corner)] = slot
    }

    /// Moves a corner up from an empty slot to where it belongs.
    private func rise(_ corner: Int32, from start: Int32) {
        var slot = start
        let area = areas[Int(corner)]
        while slot > 0 {
            let parent = (slot - 1) / 2
            let above = slots[Int(parent)]
            guard area < areas[Int(above)] else { break }
            put(above, at: slot)
            slot = parent
        }
        put(corner, at: slot)
    }

    /// Moves a corner down from an empty slot to where it belongs.
    private func sink(_ corner: Int32, from start: Int32) {
        var slot = start
        let area = areas[Int(corner)]
        let end = lengths.queued
        while true {
            var child = 2 * slot + 1
            guard child < end else { break }
            if child + 1 < end, areas[Int(slots[Int(child + 1)])] < areas[Int(slots[Int(child)])] { child += 1 }
            let below = slots[Int(child)]
            guard areas[Int(below)] < area else { break }
            put(below, at: slot)
            slot = child
        }
        put(corner, at: slot)
    }
}
