import ArgumentParser
import Diagnostics
import Service

/// `kleinraum serve`: the release of a project folder over HTTP.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the published release: GeoJSON, maps, sheets, legends, tables.",
        discussion: """
            Opens FOLDER/releases and nothing else; a newly published release is taken up without a restart. A release \
            that only a threshold protects is served on this machine only, unless --allow-threshold-only is given.

            The viewer pages at /collections/LAYER/viewer load Leaflet, MapLibre or OpenLayers from the folder of \
            --libraries: leaflet.js and leaflet.css, maplibre-gl.js and maplibre-gl.css, ol.js and ol.css, whichever \
            there are.
            """)

    @Argument(help: "The project folder.")
    var folder: String

    @Option(help: "A folder with map libraries for the viewer pages.")
    var libraries: String?

    @OptionGroup var listening: Listening

    func run() async throws {
        // A folder without a release is a mistake to be told now rather than a server that answers 503.
        _ = try Served.release(of: folder)
        let files = try libraries.map { path throws(InputError) in try ViewerLibraries(folder: path) }
        try await listening.serve(folder, libraries: files ?? ViewerLibraries())
    }
}
