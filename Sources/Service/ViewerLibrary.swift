/// A map library that a viewer page is made for.
enum ViewerLibrary: String, CaseIterable, Sendable {
    case leaflet
    case mapLibre = "maplibre"
    case openLayers = "openlayers"

    /// The library's own name.
    var title: String {
        switch self {
        case .leaflet: "Leaflet"
        case .mapLibre: "MapLibre"
        case .openLayers: "OpenLayers"
        }
    }

    /// The files that the page cannot do without.
    var files: [String] {
        switch self {
        case .leaflet: ["leaflet.css", "leaflet.js"]
        case .mapLibre: ["maplibre-gl.css", "maplibre-gl.js"]
        case .openLayers: ["ol.js"]
        }
    }

    /// The file that makes the library's own controls look right, where it is there.
    var optionalFile: String? { self == .openLayers ? "ol.css" : nil }

    /// Whether builds of the library bring style sheets of their own inside their script.
    var writesStyles: Bool { self == .openLayers }

    /// The page's own script.
    var script: ViewerScript {
        switch self {
        case .leaflet: .leaflet
        case .mapLibre: .mapLibre
        case .openLayers: .openLayers
        }
    }
}
