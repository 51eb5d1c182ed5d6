import Diagnostics

extension GeoJSONReader {
    /// Reads a geometry, or null, into the open feature.
    ///
    /// The type says how to read the coordinates. Where it comes after them, they are passed over and come back to.
    mutating func geometry() throws(InputError) {
        switch try reader.peek() {
        case .null: return try reader.null()
        case .object where skipsGeometry: return try reader.skipValue()
        case .object: break
        default: throw inFeature(reader.unexpected("a geometry or null"))
        }
        var type: String?
        var passed: Int?
        var isRead = false
        try reader.enterObject()
        while let name = try reader.nextMember() {
            switch name {
            case "type": type = try reader.string()
            case "coordinates", "geometries":
                if let type {
                    try content(of: type)
                    isRead = true
                } else {
                    passed = reader.position
                    try reader.skipValue()
                }
            default: try reader.skipValue()
            }
        }
        guard let type else {
            throw geometries.fault("the geometry of feature \(geometries.feature) has no type", remedy: "")
        }
        if isRead { return }
        guard let passed else {
            throw geometries.fault("the \(type) of feature \(geometries.feature) has no coordinates", remedy: "")
        }
        let end = reader.position
        reader.position = passed
        try content(of: type)
        reader.position = end
    }

    /// Reads the value of `coordinates` or `geometries`.
    private mutating func content(of type: String) throws(InputError) {
        switch type {
        case "Polygon":
            try geometries.begin(.areas, named: type)
            try polygon()
        case "MultiPolygon":
            try geometries.begin(.areas, named: type)
            try reader.enterArray()
            while try reader.nextElement() { try polygon() }
        case "Point":
            try geometries.begin(.points, named: type)
            try point()
        case "MultiPoint":
            try geometries.begin(.points, named: type)
            try reader.enterArray()
            while try reader.nextElement() { try point() }
        case "GeometryCollection":
            try reader.enterArray()
            while try reader.nextElement() { try geometry() }
        case "LineString", "MultiLineString": throw geometries.unsupported(type)
        default:
            throw geometries.fault(
                "feature \(geometries.feature) has a geometry of the unknown type '\(type)'", remedy: "")
        }
    }

    private mutating func polygon() throws(InputError) {
        try reader.enterArray()
        while try reader.nextElement() { try ring() }
        geometries.closePart()
    }

    private mutating func ring() throws(InputError) {
        let bytes = reader.bytes
        var offset = reader.position
        guard offset < textEnd else { throw inFeature(reader.unexpected("a ring")) }
        let outcome = bytes.withUnsafeBufferPointer { buffer in
            var scan = CoordinateScan(UnsafeBufferPointer(rebasing: buffer[..<textEnd]), at: offset)
            let outcome = scan.positions(into: &geometries.x, &geometries.y)
            offset = scan.offset
            return outcome
        }
        reader.position = offset
        if case .failed(let expected) = outcome { throw inFeature(reader.unexpected(expected)) }
        try geometries.closeRing()
    }

    private mutating func point() throws(InputError) {
        try reader.enterArray()
        // An empty position is the older way of writing a geometry of nothing.
        guard try reader.nextElement() else { return }
        let x = try reader.number()
        guard try reader.nextElement() else {
            throw geometries.fault("the point of feature \(geometries.feature) has one number only", remedy: "")
        }
        let y = try reader.number()
        while try reader.nextElement() { _ = try reader.number() }
        try geometries.addPoint(x: x, y: y)
    }

    /// The same error with the open feature's number.
    private func inFeature(_ error: InputError) -> InputError {
        var error = error
        error.place.row = geometries.feature
        return error
    }
}
