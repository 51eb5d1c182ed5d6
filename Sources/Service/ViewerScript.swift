/// The scripts and the look of the viewer pages. Each file's name follows from its content, so browsers may keep it
/// for good.
struct ViewerScript: Sendable {
    /// The file's name: `leaflet-<digest>.js`.
    let name: String
    /// What is in it.
    let text: String

    private init(_ stem: String, ending: String, _ text: String) {
        self.text = text
        name = "\(stem)-\(EntityTag.hexadecimal(EntityTag.hash(text)).prefix(8)).\(ending)"
    }

    /// All files.
    static let all = [leaflet, mapLibre, openLayers, look]

    /// The look of the pages' map and legend.
    static let look = ViewerScript(
        "viewer", ending: "css",
        """
        .viewer { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr) 16rem; }
        .viewer #map { height: 38rem; border: 1px solid var(--line); background: #fff; position: relative; }
        .legend { list-style: none; margin: 0.5rem 0; padding: 0; }
        .legend li { display: flex; gap: 0.6rem; align-items: center; margin: 0.25rem 0; }
        .legend .swatch { flex: none; }
        .libraries { display: flex; gap: 1rem; margin: 0 0 0.75rem; }
        @media (max-width: 48rem) { .viewer { grid-template-columns: minmax(0, 1fr); } }

        """)
    /// Leaflet: GeoJSON tiles, each drawn on a canvas of its own.
    static let leaflet = ViewerScript("leaflet", ending: "js", leafletText)
    /// MapLibre: the layer's style, which names the vector tiles.
    static let mapLibre = ViewerScript("maplibre", ending: "js", mapLibreText)
    /// OpenLayers: vector tiles with a flat style.
    static let openLayers = ViewerScript("openlayers", ending: "js", openLayersText)
}
