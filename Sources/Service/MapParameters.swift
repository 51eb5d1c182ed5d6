import Cartography
import Catalogue
import Planar

/// The parameters of `/map`: those of OGC API - Maps that a vector drawing has use for, and the places of the
/// cartographic layout.
enum MapParameters {
    /// Their names.
    static let names = [
        "attribution", "bbox", "bbox-crs", "bgcolor", "classes", "crs", "datetime", "f", "height", "lang", "map-legend",
        "map-title", "method", "scale-bar", "transparent", "width",
    ]
    /// Those that change nothing of the areas or their classes.
    private static let layoutNames = [
        "attribution", "bbox", "bgcolor", "height", "map-legend", "map-title", "scale-bar", "transparent",
    ]

    /// The layout that the parameters describe; `nil` where they ask for the bare map.
    ///
    /// - Throws: A 400 for a value that cannot be.
    static func layout(_ parameters: QueryParameters, of level: TileLevel) throws(Problem) -> MapLayout? {
        try checkSystem(parameters, level)
        guard layoutNames.contains(where: { parameters[$0] != nil }) else { return nil }
        let width = try parameters.integer("width", in: MapDocument.widths) ?? MapDocument.standardWidth
        var layout = MapLayout(width: Double(width))
        layout.height = try parameters.integer("height", in: MapDocument.widths).map(Double.init)
        layout.section = try section(parameters, level)
        layout.ground = try ground(parameters)
        layout.title = try placement("map-title", parameters)
        layout.legend = try placement("map-legend", parameters)
        layout.scaleBar = try placement("scale-bar", parameters)
        layout.attribution = try placement("attribution", parameters)
        return layout
    }

    private static func placement(_ name: String, _ parameters: QueryParameters) throws(Problem) -> MapPlacement? {
        try parameters.word(name, of: ["none"] + MapPlacement.allCases.map(\.rawValue)).flatMap(MapPlacement.init)
    }

    /// The colour behind the areas: `bgcolor`, or white where the ground is not to be transparent.
    private static func ground(_ parameters: QueryParameters) throws(Problem) -> Colour? {
        let isTransparent = try parameters.word("transparent", of: ["true", "false"])
        guard let text = parameters["bgcolor"] else { return isTransparent == "false" ? Colour.white : nil }
        let digits = text.hasPrefix("0x") || text.hasPrefix("0X") ? String(text.dropFirst(2)) : text
        guard let colour = Colour(named: text) ?? Colour(digits.hasPrefix("#") ? digits : "#" + digits) else {
            throw .badRequest("'\(text)' is no value for bgcolor; write 0xRRGGBB or a name such as white")
        }
        return isTransparent == "true" ? nil : colour
    }

    /// Maps are drawn in the system in which the boundaries are kept, and in no other.
    private static func checkSystem(_ parameters: QueryParameters, _ level: TileLevel) throws(Problem) {
        // Read also where there is no box: a name that means nothing is a mistake wherever it stands.
        _ = try parameters.system("bbox-crs")
        guard parameters["crs"] != nil else { return }
        let code = level.level.referenceSystem
        guard try parameters.system("crs").code == code else {
            throw .notFound("there is no map in this crs; maps are drawn in \(OfferedSystem.uri(code))")
        }
    }

    /// The section that `bbox` describes, as the rectangle around it in the areas' system.
    private static func section(_ parameters: QueryParameters, _ level: TileLevel) throws(Problem) -> Box? {
        guard let box = try BoundingBox(parameters) else { return nil }
        guard box.rectangles.count == 1 else {
            throw .notFound(box.hint ?? "a map shows one side of the 180th meridian; give a bbox on one side")
        }
        let code = level.level.referenceSystem
        var section = box.rectangles[0]
        if box.system.code != code {
            do {
                section = try level.projection(from: box.system.code, to: code).box(section)
            } catch {
                throw .internal
            }
        }
        // Nothing on Earth is farther off than a thousand million kilometres, and sums of such numbers stay exact.
        let isOnEarth = [section.minX, section.minY, section.maxX, section.maxY].allSatisfy { $0.magnitude <= 1e12 }
        guard isOnEarth, !section.isEmpty, section.width > 0 || section.height > 0 else {
            throw .notFound("bbox has no place in \(OfferedSystem.uri(code)), in which maps are drawn")
        }
        return section
    }
}

extension OfferedSystem {
    /// The URI of an EPSG code.
    static func uri(_ code: Int) -> String { "http://www.opengis.net/def/crs/EPSG/0/\(code)" }
}
