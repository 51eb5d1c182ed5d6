/// Sorts loops into parts: shells, each with its holes.
enum LoopNesting {
    /// The parts, in the order of their shells, each with its shell first.
    ///
    /// A hole belongs to the shell of its own walk, if that has just one, for then it touches it; else to the smallest
    /// shell that encloses it. A hole without any, which no clean coverage has, is a shell. Loops without area go.
    static func parts(_ loops: [BorderLoop]) -> [[BorderLoop]] {
        var parts: [[BorderLoop]] = []
        var partOfWalk: [Int: Int] = [:]
        for loop in loops where loop.signedArea > 0 {
            partOfWalk[loop.walk] = partOfWalk[loop.walk] == nil ? parts.count : -1
            parts.append([loop])
        }
        let shells = parts.map { $0[0] }
        for loop in loops where loop.signedArea < 0 {
            var best = partOfWalk[loop.walk] ?? -1
            if best < 0 {
                for (part, shell) in shells.enumerated() where shell.encloses(loop) {
                    if best < 0 || shell.signedArea < shells[best].signedArea { best = part }
                }
            }
            if best < 0 {
                parts.append([loop])
            } else {
                parts[best].append(loop)
            }
        }
        return parts
    }
}
