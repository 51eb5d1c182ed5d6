internal import CGEOS
public import Diagnostics
public import Planar

extension Overlay {
    /// Why an area is no valid polygon, and where.
    public struct InvalidRing: Hashable, Sendable, CustomStringConvertible {
        /// GEOS's reason, such as `Self-intersection` or `Hole lies outside shell`.
        public let reason: String
        /// The easting or longitude of the place.
        public let x: Double
        /// The northing or latitude of the place.
        public let y: Double

        /// `Self-intersection at x 512000.25, y 5731000.5`.
        public var description: String { "\(reason) at x \(x), y \(y)" }
    }

    /// The areas that are not valid by the OGC's rules, with the reason and the place.
    ///
    /// A ring with fewer than four vertices is reported at its first vertex. An area without geometry is valid. For
    /// output go through the areas in order and look each one up.
    ///
    ///     let faults = try Overlay.validity(areas)
    ///     for area in 0..<areas.count { if let fault = faults[area] { … } }
    ///
    /// - Complexity: O(*n* log *n*) in the vertices of each area; some 20 µs for 140 vertices.
    public static func validity(_ areas: Areas, threads: Int = 1) throws(InputError) -> [Int: InvalidRing] {
        let faults = try map(areas.count, threads: threads) { (context, area) throws(InputError) in
            context.fault(of: area, in: areas)
        }
        var found: [Int: InvalidRing] = [:]
        for (area, fault) in faults.enumerated() { found[area] = fault }
        return found
    }
}

extension GEOSContext {
    fileprivate func fault(of area: Int, in areas: Areas) -> Overlay.InvalidRing? {
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            guard vertices.count < 4 else { continue }
            return Overlay.InvalidRing(
                reason: "Too few points in ring", x: areas.x[vertices.lowerBound], y: areas.y[vertices.lowerBound])
        }
        guard !areas.parts(of: area).isEmpty else { return nil }
        let (startX, startY) = (
            areas.x[areas.vertices(of: area).lowerBound], areas.y[areas.vertices(of: area).lowerBound]
        )
        guard let geometry = multipolygon(of: CollectionOfOne(area), in: areas) else {
            return Overlay.InvalidRing(reason: complaint, x: startX, y: startY)
        }
        defer { destroy(geometry) }
        forget()
        var reason: UnsafeMutablePointer<CChar>?
        var location: OpaquePointer?
        let verdict = GEOSisValidDetail_r(handle, geometry, 0, &reason, &location)
        defer {
            if let reason { GEOSFree_r(handle, reason) }
            destroy(location)
        }
        guard verdict != 1 else { return nil }
        var (x, y) = (startX, startY)
        if let location {
            GEOSGeomGetX_r(handle, location, &x)
            GEOSGeomGetY_r(handle, location, &y)
        }
        return Overlay.InvalidRing(reason: reason.map { String(cString: $0) } ?? complaint, x: x, y: y)
    }
}
