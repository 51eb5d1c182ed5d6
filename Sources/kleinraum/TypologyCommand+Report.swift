import Algebra
import Formats
import Regions

/// What `kleinraum typology --report` writes: what the types are, and how firm.
struct TypologyReport {
    let command: TypologyCommand
    let names: [String]
    /// The columns as they were given.
    let original: Matrix
    /// The columns as they were classified.
    let matrix: Matrix
    let types: Partition
    let components: PrincipalComponents?
    /// How many areas have no class.
    let left: Int

    /// The report as JSON.
    var bytes: [UInt8] {
        var out = OutputBuffer()
        out.write("{\"method\":")
        out.write(json: command.method.rawValue)
        out.write(",\"areas\":")
        out.write(matrix.rows)
        out.write(",\"left_out\":")
        out.write(left)
        out.write(",\"standardised\":")
        out.write(command.raw ? "false" : "true")
        out.write(",\"seed\":")
        out.write(String(command.seed))
        out.write(",\"explained\":")
        write(types.explained(of: matrix), into: &out)
        writeClasses(into: &out)
        writeComponents(into: &out)
        out.write("}\n")
        return out.bytes
    }

    private func writeClasses(into out: inout OutputBuffer) {
        let centres = types.centres(of: original)
        let stability =
            command.resamples > 0
            ? Stability(of: types, in: matrix, resamples: command.resamples, seed: command.seed) {
                command.classify($0, seed: $1)
            } : nil
        out.write(",\"classes\":[")
        for (number, members) in types.members.enumerated() {
            if number > 0 { out.write(",") }
            out.write("{\"class\":")
            out.write(number + 1)
            out.write(",\"areas\":")
            out.write(members.count)
            out.write(",\"means\":")
            write(names.indices.map { (names[$0], centres[number, $0]) }, into: &out)
            if let stability {
                out.write(",\"jaccard\":")
                write(stability.jaccard[number], into: &out)
            }
            out.write("}")
        }
        out.write("]")
        guard let stability else { return }
        out.write(",\"stability\":{\"resamples\":")
        out.write(command.resamples)
        out.write(",\"adjusted_rand\":")
        out.write(stability.adjustedRandIndex)
        out.write("}")
    }

    private func writeComponents(into out: inout OutputBuffer) {
        guard let components else { return }
        out.write(",\"components\":[")
        for (number, share) in components.shares.enumerated() {
            if number > 0 { out.write(",") }
            out.write("{\"component\":")
            out.write(number + 1)
            out.write(",\"eigenvalue\":")
            out.write(components.eigenvalues[number])
            out.write(",\"share\":")
            out.write(share)
            out.write(",\"loadings\":")
            write(names.indices.map { (names[$0], components.loadings[$0, number]) }, into: &out)
            out.write("}")
        }
        out.write("]")
    }

    private func write(_ entries: [(name: String, value: Double?)], into out: inout OutputBuffer) {
        out.write("{")
        for (place, entry) in entries.enumerated() {
            if place > 0 { out.write(",") }
            out.write(json: entry.name)
            out.write(":")
            write(entry.value, into: &out)
        }
        out.write("}")
    }

    private func write(_ number: Double?, into out: inout OutputBuffer) {
        if let number { out.write(number) } else { out.write("null") }
    }
}
