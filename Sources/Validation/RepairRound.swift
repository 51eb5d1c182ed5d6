import Diagnostics
import Planar

/// Areas after some tasks on the arrangement of their borders, and what these changed.
struct RepairRound {
    /// The areas.
    private(set) var areas: Areas
    /// Area → whether its rings are not what they were.
    private(set) var touched: [Bool]
    /// How much ground had no area and has one, in m².
    private(set) var filled = 0.0
    /// How much ground had several areas, counted once for each that gave it up, in m².
    private(set) var resolved = 0.0
    /// The tasks that could not be done, and why.
    private(set) var failures: [(task: RepairTask, reason: String)] = []

    init(_ areas: Areas) {
        self.areas = areas
        touched = [Bool](repeating: false, count: areas.count)
    }

    /// Does tasks together where that is possible, else in halves, so that one place where borders cannot be told apart
    /// does not stop the others.
    ///
    /// - Parameter tolerance: How close to an edge a vertex lies on it, in metres, where rounding is not more. What is
    ///   narrower than that vanishes between borders that become one.
    mutating func perform(_ tasks: [RepairTask], fill: RepairFill, tolerance: Double = 0) {
        guard !tasks.isEmpty else { return }
        do throws(InputError) {
            try performTogether(tasks, fill: fill, tolerance: tolerance)
        } catch {
            guard tasks.count > 1 else {
                failures.append((tasks[0], error.message))
                return
            }
            perform(Array(tasks[..<(tasks.count / 2)]), fill: fill, tolerance: tolerance)
            perform(Array(tasks[(tasks.count / 2)...]), fill: fill, tolerance: tolerance)
        }
    }

    private mutating func performTogether(
        _ tasks: [RepairTask], fill: RepairFill, tolerance: Double
    ) throws(InputError) {
        let members = self.members(of: tasks)
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        let arrangement = try RepairArrangement(areas, members: members, tolerance: tolerance)
        var assignment = RepairAssignment(arrangement, sizes: members.map { areas.area(of: $0) }, fill: fill)
        var failures: [(RepairTask, String)] = []
        // Gaps first: an overlap changes who lies around a gap.
        for kind in [RepairTask.Kind.fillGap, .assignOverlap, .insertVertices] {
            for task in tasks where task.kind == kind {
                let gainer = task.gainer.flatMap { numbers[$0] }
                let concerned = task.areas.compactMap { numbers[$0] }
                var isDone = true
                switch kind {
                case .fillGap: isDone = assignment.fill(gap: task.ground, gainer: gainer)
                case .assignOverlap where concerned.count == 2:
                    isDone = assignment.assign(overlapOf: concerned[0], concerned[1], gainer: gainer)
                case .insertVertices where concerned.count == 2: assignment.match(concerned[0], concerned[1])
                default: isDone = false
                }
                if !isDone && tolerance > 0 {
                    for (place, one) in concerned.enumerated() {
                        for other in concerned[(place + 1)...] { assignment.match(one, other) }
                    }
                    isDone = true
                }
                if !isDone { failures.append((task, "its ground is not found among the borders")) }
            }
        }
        assignment.absorbSpecks()
        try keepOutline(assignment)
        apply(RepairDrawing(assignment).redrawn(), arrangement)
        filled += assignment.filled
        resolved += assignment.resolved
        self.failures += failures
    }

    /// The areas whose borders the tasks may meet, rising.
    private func members(of tasks: [RepairTask]) -> [Int] {
        var grounds: [Box] = []
        var members: Set<Int> = []
        for task in tasks {
            members.formUnion(task.areas)
            if task.ground.count > 0 { grounds.append(task.ground.box) }
        }
        for area in 0..<areas.count where !members.contains(area) {
            let box = areas.box(of: area)
            if !box.isEmpty, grounds.contains(where: { $0.intersects(box) }) { members.insert(area) }
        }
        return members.sorted()
    }

    /// The outer border never moves: nothing outside all areas is given away, and nothing becomes outside.
    private func keepOutline(_ assignment: RepairAssignment) throws(InputError) {
        let arrangement = assignment.arrangement
        for face in assignment.changed {
            let wasOwned = !arrangement.owners[Int(face)].isEmpty
            let isOwned = !assignment.owners[Int(face)].isEmpty
            guard isOwned, wasOwned || !arrangement.faces.isOutside[Int(face)] else {
                throw InputError(.invalidGeometry, "the outer border would move", remedy: "")
            }
        }
    }

    private mutating func apply(_ drawn: [Int32: RepairDrawing.Shape], _ arrangement: RepairArrangement) {
        guard !drawn.isEmpty else { return }
        var builder = Areas.Builder()
        builder.reserve(vertices: areas.x.count)
        var numbers: [Int: Int32] = [:]
        for (member, area) in arrangement.members.enumerated() { numbers[area] = Int32(member) }
        let vertices = arrangement.noding.vertices
        func add(_ ring: [Int32]) {
            builder.addRing(x: ring.map { vertices.x[Int($0)] }, y: ring.map { vertices.y[Int($0)] })
        }
        for area in 0..<areas.count {
            switch numbers[area].flatMap({ drawn[$0] }) {
            case nil: builder.addArea(area, of: areas)
            case .traced(let parts):
                touched[area] = true
                for part in parts {
                    for ring in part { add(ring) }
                    builder.closePart()
                }
                builder.closeArea()
            case .threaded(let rings):
                touched[area] = true
                var next = 0
                for part in areas.parts(of: area) {
                    for ring in areas.rings(ofPart: part) {
                        let first = areas.vertices(ofRing: ring).lowerBound
                        add(RepairRound.turned(rings[next], asIn: areas, ring: ring, vertices, first: first))
                        next += 1
                    }
                    builder.closePart()
                }
                builder.closeArea()
            }
        }
        areas = builder.finish()
    }

    /// A ring that turns the way it did before and begins where it did.
    private static func turned(
        _ walk: [Int32], asIn areas: Areas, ring: Int, _ vertices: RepairVertices, first: Int
    ) -> [Int32] {
        let isTurned = (vertices.twiceArea(walk) > 0) != (areas.signedArea(ofRing: ring) > 0)
        let walk = isTurned ? Array(walk.reversed()) : walk
        let start = walk.firstIndex {
            vertices.x[Int($0)] == areas.x[first] && vertices.y[Int($0)] == areas.y[first]
        }
        guard let start else { return walk }
        return Array(walk[start...] + walk[..<start])
    }
}
