public import Diagnostics
public import Planar

/// A reference system of coordinates on a map or on the ellipsoid, such as ETRS89 / UTM zone 32N.
///
///     let system = try ReferenceSystem("EPSG:25832")
///     system.code          // 25832
///     system.name          // "ETRS89 / UTM zone 32N"
///     system.unitName      // "metre"
///     system.isGeographic  // false
///
/// It is a plain value without a PROJ handle, so it may be stored, compared and sent to another thread. The order
/// of axes that an authority prescribes plays no part: x is always easting or longitude, y northing or latitude;
/// `OGC:CRS84` is therefore the same system as `EPSG:4326`.
public struct ReferenceSystem: Hashable, Sendable {
    /// The EPSG code, where there is one.
    public let code: Int?
    /// The name in the EPSG register or in the text, such as `ETRS89 / UTM zone 32N`.
    public let name: String
    /// What PROJ is given: `EPSG:25832`, or WKT for a system without a code.
    public let definition: String
    /// Whether coordinates are degrees on an ellipsoid rather than lengths on a plane.
    public let isGeographic: Bool
    /// The unit of the coordinates, `metre` or `degree` as a rule.
    public let unitName: String
    /// Where the system is meant to be used, in degrees of longitude and latitude; nil when nothing is known, or
    /// when the area crosses the 180th meridian.
    public let areaOfUse: Box?
    /// The same in words, such as `Germany - onshore between 7°30'E and 10°30'E.`; may be empty.
    public let regionOfUse: String

    /// Whether coordinates are metres on a plane, so that lengths and areas can be taken from them.
    public var isMetric: Bool { !isGeographic && (unitName == "metre" || unitName == "meter") }

    /// `EPSG:25832 (ETRS89 / UTM zone 32N)`, or only the name where there is no code.
    public var label: String {
        guard let code else { return name }
        return "EPSG:\(code) (\(name))"
    }

    /// The system of an EPSG code.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when PROJ's database has no such system, or when it is not
    ///   one of positions on a map (heights, geocentric).
    public init(code: Int) throws(InputError) {
        var session = try ProjSession()
        self = try session.system(code: code)
    }

    /// The system of a well-known text, the content of a `.prj` file.
    ///
    /// ESRI's dialect carries no code; where PROJ is sure which EPSG system is meant, that one is used. Otherwise the
    /// text itself is the definition, so that a `.prj` with an own false easting is taken at its word.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when PROJ cannot read the text.
    public init(wellKnownText: String) throws(InputError) {
        var session = try ProjSession()
        self = try session.system(wellKnownText: wellKnownText)
    }

    /// The system that a text names: `EPSG:25832`, a bare `25832`, `urn:ogc:def:crs:EPSG::25832`,
    /// `http://www.opengis.net/def/crs/EPSG/0/25832`, `OGC:CRS84`, `CRS84`, or well-known text.
    ///
    /// Upper and lower case and surrounding blanks do not matter.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` with the text and the forms that are understood.
    public init(_ text: String) throws(InputError) {
        switch ReferenceSystemText(text) {
        case .code(let code): try self.init(code: code)
        case .wellKnownText(let text): try self.init(wellKnownText: text)
        case .unknown(let text):
            throw InputError(
                .referenceSystem, "'\(text)' names no reference system",
                remedy: "write EPSG:25832, urn:ogc:def:crs:EPSG::25832, OGC:CRS84, or the text of a .prj file")
        }
    }

    init(
        code: Int?, name: String, definition: String, isGeographic: Bool, unitName: String, areaOfUse: Box?,
        regionOfUse: String
    ) {
        self.code = code
        self.name = name
        self.definition = definition
        self.isGeographic = isGeographic
        self.unitName = unitName
        self.areaOfUse = areaOfUse
        self.regionOfUse = regionOfUse
    }
}
