import Planar

/// New owners for the faces of an arrangement.
struct RepairAssignment {
    let arrangement: RepairArrangement
    let fill: RepairFill
    /// Member → its area in m², as the choice of the largest and smallest needs it.
    let sizes: [Double]
    /// Face → its owners now.
    private(set) var owners: [[Int32]]
    /// The faces whose owners are others now, in the order of the changes; a face may occur twice.
    private(set) var changed: [Int32] = []
    /// How much ground had no owner and has one, in m².
    private(set) var filled = 0.0
    /// How much ground had several owners, counted once for each that gave it up, in m².
    private(set) var resolved = 0.0
    /// Member and vertex → to be inserted, though no face changes.
    private(set) var inserted: Set<Insertion> = []
    /// Face → the cycles that bound it.
    private let cycles: [[Int32]]

    /// A vertex that a member is to have.
    struct Insertion: Hashable {
        let member: Int32
        let vertex: Int32
    }

    /// Below this many m² a face is rounding along an unmatched edge, not a gap or overlap.
    private static let rounding = 1e-6

    init(_ arrangement: RepairArrangement, sizes: [Double], fill: RepairFill) {
        self.arrangement = arrangement
        self.fill = fill
        self.sizes = sizes
        owners = arrangement.owners
        var cycles = [[Int32]](repeating: [], count: arrangement.owners.count)
        for cycle in arrangement.cycles {
            let face = arrangement.face(ofCycle: cycle)
            if face >= 0 { cycles[Int(face)].append(cycle) }
        }
        self.cycles = cycles
    }

    /// The owners of what lies to the left of a half-edge.
    func owners(leftOf half: Int32) -> [Int32] {
        let face = arrangement.face(ofCycle: arrangement.faces.cycleOf[Int(half)])
        return face < 0 ? [] : owners[Int(face)]
    }

    /// The half-edges around a face, the face on their left.
    func border(of face: Int32) -> [Int32] {
        cycles[Int(face)].flatMap { arrangement.faces.halfEdges(ofCycle: $0) }
    }

    /// Gives a gap to a member; false when the gap is not among the faces.
    mutating func fill(gap ground: Areas, gainer: Int32?) -> Bool {
        let box = ground.box
        let size = ground.count > 0 ? ground.area(of: 0) : 0
        let candidates = unowned().filter { face in
            let other = arrangement.faces.vertices.box(of: arrangement.faces.walk(ofCycle: face))
            let off = max(
                abs(other.minX - box.minX), abs(other.minY - box.minY), abs(other.maxX - box.maxX),
                abs(other.maxY - box.maxY))
            return off < 1e-5
        }
        func misfit(_ face: Int32) -> Double { abs(arrangement.squareMetres[Int(face)] - size) }
        guard let face = candidates.min(by: { misfit($0) < misfit($1) }) else { return false }
        var lengths: [Int32: Double] = [:]
        for half in border(of: face) {
            for member in owners(leftOf: half ^ 1) { lengths[member, default: 0] += length(of: half) }
        }
        guard let winner = gainer ?? choice(among: lengths) else { return false }
        give(face, to: [winner])
        return true
    }

    /// Leaves to one of two members what both own; false when they have nothing in common.
    mutating func assign(overlapOf one: Int32, _ other: Int32, gainer: Int32?) -> Bool {
        let shared = faces { $0.contains(one) && $0.contains(other) }
        guard !shared.isEmpty else { return false }
        var lengths: [Int32: Double] = [one: 0, other: 0]
        for half in shared.flatMap({ border(of: $0) }) {
            let beyond = owners(leftOf: half ^ 1)
            for (member, rival) in [(one, other), (other, one)] where beyond.contains(member) && !beyond.contains(rival)
            {
                lengths[member, default: 0] += length(of: half)
            }
        }
        guard let winner = gainer ?? choice(among: lengths) else { return false }
        let loser = winner == one ? other : one
        for face in shared { give(face, to: owners[Int(face)].filter { $0 != loser }) }
        return true
    }

    /// Gives two members the vertices that the other had on their common border, and the specks of ground between them.
    mutating func match(_ one: Int32, _ other: Int32) {
        let specks = faces { $0.isEmpty || ($0.contains(one) && $0.contains(other)) }.filter {
            arrangement.squareMetres[Int($0)] < RepairAssignment.rounding
        }
        for face in specks {
            let around = Set(border(of: face).flatMap { owners(leftOf: $0 ^ 1) })
            guard !owners[Int(face)].isEmpty || around.isSuperset(of: [one, other]) else { continue }
            absorb(face, among: owners[Int(face)].isEmpty ? around : [one, other])
        }
        for (member, rival) in [(one, other), (other, one)] {
            for walk in arrangement.rings[Int(member)] {
                RepairArrangement.forEachEdge(of: walk) { start, end in
                    for vertex in arrangement.noding.chain(from: start, to: end).dropFirst()
                    where arrangement.holders[Int(vertex)].contains(rival) {
                        inserted.insert(Insertion(member: member, vertex: vertex))
                    }
                }
            }
        }
    }

    /// Takes in the specks of ground that lie at what has changed hands, so that borders meet exactly there.
    mutating func absorbSpecks() {
        var settled = 0
        while settled < changed.count {
            let fresh = changed[settled...]
            settled = changed.count
            var corners: Set<Int32> = []
            for half in fresh.flatMap({ border(of: $0) }) { corners.insert(arrangement.faces.start(half)) }
            for face in faces(where: { $0.count != 1 }) {
                guard arrangement.squareMetres[Int(face)] < RepairAssignment.rounding else { continue }
                let border = border(of: face)
                guard border.contains(where: { corners.contains(arrangement.faces.start($0)) }) else { continue }
                let around = owners[Int(face)].isEmpty ? border.flatMap { owners(leftOf: $0 ^ 1) } : owners[Int(face)]
                absorb(face, among: Set(around))
            }
        }
    }

    /// A speck goes where it costs the fewest vertices: they are what is to be inserted.
    private mutating func absorb(_ face: Int32, among members: Set<Int32>) {
        var counts: [Int32: Int] = [:]
        for member in members { counts[member] = 0 }
        for half in border(of: face) {
            let beyond = owners(leftOf: half ^ 1).filter { members.contains($0) }
            // An edge of a gap is the border of who is beyond it. An edge of an overlap is the border of the rivals of
            // the one who is alone beyond it. Either goes when he wins.
            if owners[Int(face)].isEmpty || beyond.count == 1 {
                for member in beyond { counts[member, default: 0] += 1 }
            }
        }
        if let winner = counts.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            let rivals = members.subtracting([winner.key])
            let kept = owners[Int(face)].filter { !rivals.contains($0) }
            give(face, to: kept.isEmpty ? [winner.key] : kept)
        }
    }

    private mutating func give(_ face: Int32, to members: [Int32]) {
        let before = owners[Int(face)]
        guard before != members else { return }
        let size = arrangement.squareMetres[Int(face)]
        if before.isEmpty { filled += size } else { resolved += Double(before.count - members.count) * size }
        owners[Int(face)] = members
        changed.append(face)
    }

    private func faces(where condition: ([Int32]) -> Bool) -> [Int32] {
        arrangement.cycles.filter { !arrangement.faces.isOutside[Int($0)] && condition(owners[Int($0)]) }
    }

    private func unowned() -> [Int32] { faces { $0.isEmpty } }

    private func length(of half: Int32) -> Double {
        arrangement.faces.vertices.squaredDistance(arrangement.faces.start(half), arrangement.faces.end(half))
            .squareRoot()
    }

    /// The member that gains; of equals, the first.
    private func choice(among lengths: [Int32: Double]) -> Int32? {
        let members = lengths.keys.sorted()
        guard var best = members.first else { return nil }
        for member in members.dropFirst() {
            let isBetter =
                switch fill {
                // Rounding must not decide between equals.
                case .longestBorder: lengths[member, default: 0] > lengths[best, default: 0] * (1 + 1e-9)
                case .largest: sizes[Int(member)] > sizes[Int(best)]
                case .smallest: sizes[Int(member)] < sizes[Int(best)]
                }
            if isBetter { best = member }
        }
        return best
    }
}
