import Catalogue
import Hummingbird

/// `/collections/{division}/findings`: what was found on a division's boundaries, where the release carries it.
///
/// The server hands the document on as it was released.
struct FindingsDocument: Document {
    let document: ReleasedDocument

    /// The name of the document of a division.
    static func name(of division: String) -> String { "findings/\(division).geojson" }

    var question: String { "document\u{0}\(document.name)" }

    func bytes() -> [UInt8] { document.body }
}

extension ServedRelease {
    /// The divisions with findings, with their titles, in the release's order.
    var divisionsWithFindings: [(id: String, title: String)] {
        var found: [(id: String, title: String)] = []
        for level in release.levels where !found.contains(where: { $0.id == level.division }) {
            let name = FindingsDocument.name(of: level.division)
            if release.documents.contains(where: { $0.name == name }) {
                found.append((level.division, level.divisionTitle))
            }
        }
        return found
    }

    /// The links to the findings of all divisions, or of one.
    func findingsLinks(base: String, division: String? = nil) -> [Link] {
        divisionsWithFindings.filter { $0.id == division ?? $0.id }.map { found in
            Link(
                relation: "related", type: Representation.geoJSON.mediaType,
                href: Link.layer(found.id, base: base) + "/findings", title: "Findings: \(found.title)")
        }
    }
}
