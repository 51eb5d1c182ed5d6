internal import CPROJ
import Diagnostics
import Planar

extension ProjSession {
    /// The system of an EPSG code.
    mutating func system(code: Int) throws(InputError) -> ReferenceSystem {
        guard let object = own(proj_create(context, "EPSG:\(code)")) else {
            throw InputError(
                .referenceSystem, "PROJ knows no reference system EPSG:\(code) (\(complaint))",
                remedy: "check the number, for example EPSG:25832; if it is right, install the package proj-data")
        }
        return try system(of: object, code: code, definition: "EPSG:\(code)")
    }

    /// The system of a well-known text, by code where PROJ is sure of it.
    mutating func system(wellKnownText text: String) throws(InputError) -> ReferenceSystem {
        guard let object = own(proj_create_from_wkt(context, text, nil, nil, nil)) else {
            throw InputError(
                .referenceSystem, "PROJ cannot read the reference system '\(text.prefix(80))' (\(complaint))",
                remedy: "state the system as a code, for example EPSG:25832")
        }
        if let code = identifiedCode(of: object) { return try system(code: code) }
        return try system(of: object, code: nil, definition: text)
    }

    /// The EPSG code of an object without one.
    ///
    /// PROJ gives 100 for the same name and content, 90 for the same content under another name, 70 for equivalent
    /// content, 25 for little more than the same name: a UTM name over a changed false easting is 25. So 90 and more
    /// is sure, and 70 where no other system fits.
    private mutating func identifiedCode(of object: OpaquePointer) -> Int? {
        var confidences: UnsafeMutablePointer<Int32>?
        let found = own(list: proj_identify(context, object, "EPSG", nil, &confidences))
        defer { proj_int_list_destroy(confidences) }
        guard let confidences, let best = found.first else { return nil }
        let isAlone = found.count == 1 || confidences[1] < 70
        guard confidences[0] >= 90 || (confidences[0] >= 70 && isAlone) else { return nil }
        guard let text = proj_get_id_code(best, 0) else { return nil }
        return Int(String(cString: text))
    }

    /// Reads the properties of a system from PROJ.
    private mutating func system(
        of object: OpaquePointer, code: Int?, definition: String
    ) throws(InputError) -> ReferenceSystem {
        var crs = object
        if proj_get_type(crs) == PJ_TYPE_BOUND_CRS, let source = own(proj_get_source_crs(context, crs)) {
            crs = source
        }
        if proj_get_type(crs) == PJ_TYPE_COMPOUND_CRS, let plane = own(proj_crs_get_sub_crs(context, crs, 0)) {
            return try horizontalPart(plane)
        }
        let type = proj_get_type(crs)
        let isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
        guard isGeographic || type == PJ_TYPE_PROJECTED_CRS else {
            throw InputError(
                .referenceSystem, "\(code.map { "EPSG:\($0)" } ?? name(of: crs)) is not a system of positions on a map",
                remedy: "state the system of the horizontal coordinates, for example EPSG:25832")
        }
        let (area, region) = areaOfUse(of: crs)
        return ReferenceSystem(
            code: code, name: name(of: crs), definition: definition, isGeographic: isGeographic,
            unitName: unitName(of: crs), areaOfUse: area, regionOfUse: region)
    }

    /// The horizontal part of a system with heights; the heights are of no use here.
    private mutating func horizontalPart(_ plane: OpaquePointer) throws(InputError) -> ReferenceSystem {
        if let authority = proj_get_id_auth_name(plane, 0), String(cString: authority) == "EPSG",
            let text = proj_get_id_code(plane, 0), let code = Int(String(cString: text))
        {
            return try system(code: code)
        }
        if let code = identifiedCode(of: plane) { return try system(code: code) }
        guard let text = proj_as_wkt(context, plane, PJ_WKT2_2019, nil) else {
            throw InputError(
                .referenceSystem, "PROJ cannot take the heights out of the system (\(complaint))",
                remedy: "state the system of the horizontal coordinates, for example EPSG:25832")
        }
        return try system(of: plane, code: nil, definition: String(cString: text))
    }

    /// The name of the unit of the first axis.
    private mutating func unitName(of crs: OpaquePointer) -> String {
        guard let axes = own(proj_crs_get_coordinate_system(context, crs)) else { return "" }
        var unit: UnsafePointer<CChar>?
        guard proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, nil, &unit, nil, nil) != 0, let unit else {
            return ""
        }
        return String(cString: unit)
    }

    /// Where a system is meant to be used; PROJ gives -1000 for what it does not know.
    private func areaOfUse(of crs: OpaquePointer) -> (Box?, String) {
        var area = Box.empty
        var region: UnsafePointer<CChar>?
        let isKnown = proj_get_area_of_use(
            context, crs, &area.minX, &area.minY, &area.maxX, &area.maxY, &region)
        guard isKnown != 0 else { return (nil, "") }
        let words = region.map { String(cString: $0) } ?? ""
        return (area.minX > -1000 && area.minX < area.maxX ? area : nil, words)
    }
}
