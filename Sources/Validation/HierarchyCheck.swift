import Diagnostics
import Overlay
import Planar

/// Whether children and parents fit: each child has one parent, and the children of a parent cover it, no more and no
/// less.
///
/// Where the borders of the children, without those that two of them share, are the parent's, edge by edge, the two
/// are exactly equal and no overlay is made.
public struct HierarchyCheck: Sendable {
    /// How a child names its parent.
    public enum Link: Sendable {
        /// By a field of the children with the parent's key.
        case field(String)
        /// By the beginning of its key; the longest parent's key counts.
        case prefix
        /// By where it lies: the parent that holds the child's label point.
        case place
    }

    /// The parents. Their plane of measurement must be the children's.
    public var parents: CheckedLayer
    /// How children name them.
    public var link: Link

    /// A check of children against these parents.
    public init(parents: CheckedLayer, link: Link) {
        self.parents = parents
        self.link = link
    }

    /// Differences below this many m² are rounding.
    static let smallest = 1e-6

    /// Compares.
    ///
    /// - Parameters:
    ///   - layer: The children.
    ///   - mended: The same on the plane, with invalid areas made valid.
    /// - Throws: ``InputError`` when the field does not exist or GEOS gives up.
    func findings(of layer: CheckedLayer, mended: Areas, threads: Int) throws(InputError) -> [Finding] {
        var findings: [Finding] = []
        let lying = lyingIn(mended, threads: threads)
        let named = try named(by: layer) ?? lying.map { .some($0) }
        var groups: [Int] = []
        for child in 0..<layer.count {
            let place = lying[child]
            switch named[child] {
            case .some(let parent) where parent >= 0:
                groups.append(parent)
                if place >= 0 && place != parent {
                    findings.append(
                        Finding(
                            .parentDisagreement, keys: [layer.keys[child]], names: [layer.names[child]], measure: 1,
                            metric: layer.shape(of: child), details: [parents.keys[parent], parents.keys[place]]))
                }
            case .some, .none:
                groups.append(-1)
                // Without geometry there is no place to look for a parent at.
                if case .place = link, mended.parts(of: child).isEmpty { continue }
                findings.append(
                    Finding(
                        .childWithoutParent, keys: [layer.keys[child]], names: [layer.names[child]], measure: 1,
                        metric: layer.shape(of: child), details: [try claim(of: child, in: layer)]))
            }
        }
        findings += try mismatches(of: layer, mended: mended, groups: groups, threads: threads)
        return findings
    }

    /// The parent in which each child's label point lies, −1 where none does.
    private func lyingIn(_ children: Areas, threads: Int) -> [Int] {
        let locator = PointLocator(parents.metric, threads: threads)
        return parallelMap(children.count, threads: threads) { child in
            guard let point = children.labelPoint(of: child) else { return -1 }
            return Int(locator.locate(x: point.x, y: point.y).area)
        }
    }

    /// The parent that each child names, nil where there is no such parent; nil when they name none at all.
    private func named(by layer: CheckedLayer) throws(InputError) -> [Int?]? {
        var places: [String: Int] = [:]
        for (parent, key) in parents.keys.enumerated() where !key.isEmpty && places[key] == nil { places[key] = parent }
        switch link {
        case .place: return nil
        case .field(let field):
            let values = try layer.column(field, option: "--parent-field")
            let named = values.map { places[$0] }
            guard let value = values.first(where: { !$0.isEmpty }) ?? values.first, named.allSatisfy({ $0 == nil })
            else { return named }
            throw InputError(
                .unknownName,
                "no value of the field '\(field)' is a parent's key: it has '\(value)'"
                    + (parents.keys.first.map { ", the parents have '\($0)'" } ?? ""),
                remedy: "name the field with the parents' keys with --parent-field; "
                    + "the fields are \(layer.fields.joined(separator: ", "))",
                at: Place(file: layer.file))
        case .prefix:
            return layer.keys.map { key in
                var prefix = key[...]
                while !prefix.isEmpty {
                    if let parent = places[String(prefix)] { return parent }
                    prefix = prefix.dropLast()
                }
                return nil
            }
        }
    }

    private func claim(of child: Int, in layer: CheckedLayer) throws(InputError) -> String {
        guard case .field(let field) = link else { return "" }
        return try layer.column(field, option: "--parent-field")[child]
    }
}
