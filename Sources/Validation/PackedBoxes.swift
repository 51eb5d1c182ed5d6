import Planar

/// A tree of boxes in flat arrays, eight to a node, for finding what meets a box and which pairs meet.
///
/// The boxes are taken in the order given, which suits the segments of a ring, or along a Z-curve, which suits things
/// in any order. Each box is kept as (minX, minY, -maxX, -maxY): a node's box is then one minimum, and whether two
/// boxes meet is one comparison.
struct PackedBoxes: Sendable {
    typealias Sides = SIMD4<Double>

    /// Level by level from the leaves on; each level has an eighth as many as that below, rounded up.
    private var sides: [Sides]
    /// Level → its first place in `sides`; one longer than there are levels.
    private var levelStarts: [Int]
    /// Place in the lowest level → the box's number as it was given; empty where that is the same.
    private var order: [Int32] = []

    /// A tree over boxes; `sorted` puts them along a Z-curve first.
    init(_ boxes: [Sides], sorted: Bool) {
        sides = boxes
        if sorted {
            order = Self.zOrder(boxes)
            for (place, number) in order.enumerated() { sides[place] = boxes[Int(number)] }
        }
        levelStarts = [0, sides.count]
        var level = 0..<sides.count
        while level.count > 8 {
            for first in stride(from: level.lowerBound, to: level.upperBound, by: 8) {
                var around = sides[first]
                for member in first + 1..<max(first + 1, min(first + 8, level.upperBound)) {
                    around = pointwiseMin(around, sides[member])
                }
                sides.append(around)
            }
            level = level.upperBound..<sides.count
            levelStarts.append(sides.count)
        }
    }

    /// The sides of a segment's box.
    @inline(__always) static func sides(ax: Double, ay: Double, bx: Double, by: Double) -> Sides {
        pointwiseMin(Sides(ax, ay, -ax, -ay), Sides(bx, by, -bx, -by))
    }

    /// The sides of a box.
    static func sides(_ box: Box) -> Sides { Sides(box.minX, box.minY, -box.maxX, -box.maxY) }

    @inline(__always) private static func meet(_ one: Sides, _ other: Sides) -> Bool {
        let turned = -Sides(lowHalf: other.highHalf, highHalf: other.lowHalf)
        return all(one .<= turned)
    }

    /// The numbers of the boxes that meet a box, rising.
    func meeting(_ box: Sides) -> [Int] {
        var found: [Int] = []
        sides.withUnsafeBufferPointer { sides in
            let top = levelStarts.count - 2
            for place in levelStarts[top]..<levelStarts[top + 1] { collect(sides, top, place, box, &found) }
        }
        found.sort()
        return found
    }

    private func collect(
        _ sides: UnsafeBufferPointer<Sides>, _ level: Int, _ place: Int, _ box: Sides, _ found: inout [Int]
    ) {
        guard Self.meet(sides[place], box) else { return }
        if level == 0 {
            found.append(number(place))
        } else {
            for child in children(level, place) { collect(sides, level - 1, child, box, &found) }
        }
    }

    /// Calls back for every pair of boxes that meet, each once, until told to stop by `false`; whether it never was.
    func pairs(_ body: (Int, Int) -> Bool) -> Bool {
        sides.withUnsafeBufferPointer { sides in
            let top = levelStarts.count - 2
            let all = levelStarts[top]..<levelStarts[top + 1]
            return pairs(sides, top, all, all, body)
        }
    }

    /// The same for the boxes under some siblings and under some other siblings, or the same ones.
    private func pairs(
        _ sides: UnsafeBufferPointer<Sides>, _ level: Int, _ ones: Range<Int>, _ others: Range<Int>,
        _ body: (Int, Int) -> Bool
    ) -> Bool {
        let isSame = ones.lowerBound == others.lowerBound
        for one in ones {
            let box = sides[one]
            if level > 0 && isSame {
                let below = children(level, one)
                if !pairs(sides, level - 1, below, below, body) { return false }
            }
            for other in isSame ? one + 1..<others.upperBound : others where Self.meet(box, sides[other]) {
                if level == 0 {
                    if !body(number(one), number(other)) { return false }
                } else if !pairs(sides, level - 1, children(level, one), children(level, other), body) {
                    return false
                }
            }
        }
        return true
    }

    @inline(__always) private func number(_ place: Int) -> Int { order.isEmpty ? place : Int(order[place]) }

    @inline(__always) private func children(_ level: Int, _ place: Int) -> Range<Int> {
        let first = levelStarts[level - 1] + (place - levelStarts[level]) * 8
        return first..<min(first + 8, levelStarts[level])
    }

    /// The boxes' numbers along a Z-curve through their middles, on a lattice of 2¹⁶ × 2¹⁶ cells.
    private static func zOrder(_ boxes: [Sides]) -> [Int32] {
        var all = Sides(repeating: .infinity)
        for sides in boxes { all = pointwiseMin(all, sides) }
        let scaleX = 65_535 / max(-all.z - all.x, .leastNormalMagnitude)
        let scaleY = 65_535 / max(-all.w - all.y, .leastNormalMagnitude)
        func spread(_ number: UInt64) -> UInt64 {
            var bits = number & 0xFFFF
            bits = (bits | bits << 8) & 0x00FF_00FF
            bits = (bits | bits << 4) & 0x0F0F_0F0F
            bits = (bits | bits << 2) & 0x3333_3333
            return (bits | bits << 1) & 0x5555_5555
        }
        func cell(_ low: Double, _ negatedHigh: Double, _ start: Double, _ scale: Double) -> UInt64 {
            UInt64(max(0, min(65_535, ((low - negatedHigh) / 2 - start) * scale)))
        }
        // Code above, number below: one sort of plain numbers, and ties fall in the order given.
        var keys = boxes.indices.map { index in
            let sides = boxes[index]
            guard sides.x <= -sides.z else { return UInt64(index) }
            let code =
                spread(cell(sides.x, sides.z, all.x, scaleX)) | spread(cell(sides.y, sides.w, all.y, scaleY)) << 1
            return code << 32 | UInt64(index)
        }
        keys.sort()
        return keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    }
}
