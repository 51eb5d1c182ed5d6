public import Diagnostics
public import Formats
public import Projection

extension ReferenceSystem {
    /// The system that a file states.
    ///
    /// - Throws: `InputError` when PROJ does not know it.
    public init(declared: DeclaredSystem) throws(InputError) {
        switch declared {
        case .epsg(let code): try self.init(code: code)
        case .crs84: try self.init("OGC:CRS84")
        case .wkt(let text): try self.init(text)
        }
    }
}
