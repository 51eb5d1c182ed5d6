public import Formats
import Projection

extension CheckedLayer {
    /// The system to be written into files with these boundaries: by its EPSG code where it has one, also where the file
    /// only has a text that means it. EPSG:4326 is GeoJSON's own CRS84, as longitudes come first here.
    public var declaredSystem: DeclaredSystem {
        guard let code = system.code else { return .wkt(system.definition) }
        return code == 4326 ? .crs84 : .epsg(code)
    }
}
