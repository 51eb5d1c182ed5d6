import Analysis
import Diagnostics
import Planar
import Projection

/// Reads what a project file says keeps neighbours apart.
struct BarrierReading {
    let project: ProjectFile
    /// The plane in metres.
    let plane: ReferenceSystem

    /// The barriers with their gates, in the plane.
    ///
    /// - Throws: `InputError` where a file cannot be read or does not say its reference system.
    func read(_ files: ProjectFile.BarrierFiles) throws(InputError) -> Barriers {
        try LineLayer.barriers(
            lines: project.path(files.lines), gates: files.gates.map(project.path), gateWidth: files.gateWidth,
            system: nil, in: plane, remedy: "save it with its reference system, as a GeoPackage say"
        ).barriers
    }
}
