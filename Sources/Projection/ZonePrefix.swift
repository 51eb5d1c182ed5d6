/// Systems that are one plane with another first number on the easting, or another prescribed order of axes.
///
/// German land surveys write UTM eastings with the zone in front: 32 359 418 m in EPSG:4647 is 359 418 m in
/// EPSG:25832. The difference is exactly the zone times 1,000,000 m, and is added or taken away here without PROJ,
/// whose inverse and forward projection would leave errors of nanometres and cost a thousand times more.
///
///     ZonePrefix.plane(of: 4647)  // code 25832, prefix 32_000_000
enum ZonePrefix {
    /// A plane and what a system adds to its eastings.
    struct Plane: Hashable, Sendable {
        /// The EPSG code of the plane without prefix.
        var code: Int
        /// What is added to its eastings, in metres.
        var prefix: Double
    }

    /// EPSG register: 2583z plain (304z with prescribed order N-E), 5649/4647/5650 zE-N, 5651 to 5653 N-zE.
    private static let families: [(plain: [Int], prefixed: [Int], zone: Double)] = [
        ([25831, 3043], [5649, 5651], 31), ([25832, 3044], [4647, 5652], 32), ([25833, 3045], [5650, 5653], 33),
    ]

    /// The plane of a system; itself, without a prefix, for all but the systems of Germany's UTM zones.
    static func plane(of code: Int) -> Plane {
        for family in families {
            if family.plain.contains(code) { return Plane(code: family.plain[0], prefix: 0) }
            if family.prefixed.contains(code) { return Plane(code: family.plain[0], prefix: family.zone * 1e6) }
        }
        return Plane(code: code, prefix: 0)
    }

    /// The system on the same plane with the prefix if the given one has none, and the other way round.
    static func counterpart(of code: Int) -> (code: Int, zone: Int)? {
        for family in families {
            if family.plain.contains(code) { return (family.prefixed[0], Int(family.zone)) }
            if family.prefixed.contains(code) { return (family.plain[0], Int(family.zone)) }
        }
        return nil
    }
}
