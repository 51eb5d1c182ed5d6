import Formats

/// Names findings so that an accepted one is known again after the next import.
///
/// An id is the first twelve hexadecimal digits of the SHA-256 of the kind, the sorted keys, what tells findings of one
/// kind and keys apart (the parent, the street), and the place on a lattice of 10⁻⁵ degrees of WGS 84: 1.1 m to the
/// north, 0.7 m to the east at 51°. The place is that of the ground's centre of mass, so that neither the order of
/// features and vertices nor the reference system of the file matters, nor a shift of millimetres; and because a
/// rounded place can still fall to either side of a lattice line, an accepted id that names no finding also counts for
/// one in the lattice cells around it (``neighbours(of:)``). Findings about addresses, keys and periods have no place
/// in their id. Where two findings would have one id, each gets another that also holds its place to the millimetre and its
/// measure, so that mending one never renames the other to the one's id; those which are the same even then get `-2`,
/// `-3`, … in report order.
public enum FindingIdentity {
    /// The id of a finding that is placed.
    static func id(of finding: Finding, right: Int = 0, up: Int = 0) -> String {
        digest(text(of: finding, right: right, up: up))
    }

    /// The id of a finding that shares its id with another one: the place is there whatever the kind.
    static func preciseID(of finding: Finding) -> String {
        let middle = finding.geographic.middle
        var text = text(of: finding)
        for value in [middle.x * 1e8, middle.y * 1e8, finding.measure * 1e6] where value.magnitude < 0x1p62 {
            text += "\u{1D}\(Int(value.rounded()))"
        }
        return digest(text)
    }

    private static func digest(_ text: String) -> String {
        String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(12))
    }

    private static func text(of finding: Finding, right: Int = 0, up: Int = 0) -> String {
        var text = finding.kind.rawValue
        for key in finding.keys { text += "\u{1F}" + key }
        text += "\u{1E}"
        for detail in identifyingDetails(of: finding) { text += "\u{1F}" + detail }
        if hasPlace(finding.kind) {
            let middle = finding.geographic.middle
            if middle.x.isFinite && middle.y.isFinite {
                text += "\u{1E}\(Int((middle.x * 1e5).rounded()) + right)\u{1F}\(Int((middle.y * 1e5).rounded()) + up)"
            }
        }
        return text
    }

    /// The ids that the finding would have in the eight lattice cells around its own.
    static func neighbours(of finding: Finding) -> [String] {
        guard hasPlace(finding.kind) else { return [] }
        var ids: [String] = []
        for up in -1...1 {
            for right in -1...1 where up != 0 || right != 0 { ids.append(id(of: finding, right: right, up: up)) }
        }
        return ids
    }

    /// Gives every finding its id, in their order.
    static func name(_ findings: inout [Finding]) {
        let ids = findings.map { id(of: $0) }
        var sharing: [String: Int] = [:]
        for id in ids { sharing[id, default: 0] += 1 }
        var taken: [String: Int] = [:]
        for index in findings.indices {
            let isShared = sharing[ids[index], default: 0] > 1
            let id = isShared ? preciseID(of: findings[index]) : ids[index]
            let count = taken[id, default: 0] + 1
            taken[id] = count
            findings[index].id = count == 1 ? id : "\(id)-\(count)"
        }
    }

    private static func identifyingDetails(of finding: Finding) -> [String] {
        switch finding.kind {
        case .addressMismatch, .addressOutside, .parentDisagreement, .childCrossing, .periodOverlap, .periodGap,
            .sliver:
            finding.details
        case .streetCut, .repeatedName: Array(finding.details.prefix(1))
        default: []
        }
    }

    private static func hasPlace(_ kind: FindingKind) -> Bool {
        switch kind {
        case .addressMismatch, .belowMinimum, .streetCut, .repeatedName, .duplicateKey, .keyBlanks, .keyVariant,
            .keyLength, .childWithoutParent, .parentWithoutChildren, .parentDisagreement, .periodOverlap, .periodGap,
            .periodUnreadable, .keyReused, .emptyGeometry, .repeatedVertex, .orientation:
            false
        default: true
        }
    }
}
