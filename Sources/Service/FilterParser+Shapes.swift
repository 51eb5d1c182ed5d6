import Planar

extension FilterParser {
    /// The rest of `S_INTERSECTS(geometry, …)`; the arguments may change places.
    mutating func intersected() throws(Problem) -> FilterShape {
        try tokens.expect(sign: "(")
        let isPropertyFirst = takesGeometry()
        if isPropertyFirst { try tokens.expect(sign: ",") }
        let members = try shape(depth: 0)
        if !isPropertyFirst {
            try tokens.expect(sign: ",")
            guard takesGeometry() else {
                throw tokens.problem("the property geometry was expected, not \(tokens.next.phrase)")
            }
        }
        try tokens.expect(sign: ")")
        return FilterShape(system: system, members: members)
    }

    private mutating func takesGeometry() -> Bool {
        switch tokens.next.kind {
        case .word(Queryable.geometry.rawValue), .quotedWord(Queryable.geometry.rawValue): break
        default: return false
        }
        tokens.take()
        return true
    }

    /// A geometry in well-known text, or `BBOX(…)`.
    private mutating func shape(depth: Int) throws(Problem) -> [FilterShape.Member] {
        let token = tokens.next
        guard case .word(let word) = token.kind else {
            throw tokens.problem("a geometry such as BBOX(7,51,8,52) was expected, not \(token.phrase)")
        }
        tokens.take()
        let kind = word.uppercased()
        if kind != "BBOX" { _ = tokens.take(keyword: "Z") }
        switch kind {
        case "BBOX": return [.rectangles(try rectangles())]
        case "POINT": return [try point()]
        case "LINESTRING": return [.line(try line(atLeast: 2))]
        case "POLYGON": return [try polygon()]
        case "MULTIPOINT": return try list { parser throws(Problem) in [try parser.point()] }
        case "MULTILINESTRING": return try list { parser throws(Problem) in [.line(try parser.line(atLeast: 2))] }
        case "MULTIPOLYGON": return try list { parser throws(Problem) in [try parser.polygon()] }
        case "GEOMETRYCOLLECTION" where depth == 0:
            return try list { parser throws(Problem) in try parser.shape(depth: 1) }
        default:
            throw FilterToken.problem(token.place, "\(token.phrase) is no geometry; write BBOX, POINT or POLYGON")
        }
    }

    private mutating func list(
        _ member: (inout FilterParser) throws(Problem) -> [FilterShape.Member]
    ) throws(Problem) -> [FilterShape.Member] {
        try tokens.expect(sign: "(")
        var members = try member(&self)
        while tokens.take(sign: ",") { members += try member(&self) }
        try tokens.expect(sign: ")")
        return members
    }

    private mutating func rectangles() throws(Problem) -> [Box] {
        let place = tokens.next.place
        try count(positions: 4)
        try tokens.expect(sign: "(")
        var numbers = [try tokens.expectNumber()]
        while tokens.take(sign: ",") { numbers.append(try tokens.expectNumber()) }
        try tokens.expect(sign: ")")
        guard let box = BoundingBox(numbers, system: system) else {
            throw FilterToken.problem(place, "a BBOX has four numbers, or six with heights")
        }
        return box.rectangles
    }

    private mutating func point() throws(Problem) -> FilterShape.Member {
        try tokens.expect(sign: "(")
        let (x, y) = try position()
        try tokens.expect(sign: ")")
        return .point(x: x, y: y)
    }

    private mutating func line(atLeast count: Int) throws(Problem) -> FilterShape.Line {
        let place = tokens.next.place
        try tokens.expect(sign: "(")
        var (x, y): ([Double], [Double]) = ([], [])
        repeat {
            let position = try position()
            x.append(position.x)
            y.append(position.y)
        } while tokens.take(sign: ",")
        try tokens.expect(sign: ")")
        guard x.count >= count else { throw FilterToken.problem(place, "at least \(count) positions are needed") }
        return FilterShape.Line(x: x, y: y)
    }

    private mutating func polygon() throws(Problem) -> FilterShape.Member {
        try tokens.expect(sign: "(")
        var rings: [FilterShape.Line] = []
        var builder = Areas.Builder()
        repeat {
            let place = tokens.next.place
            let ring = try line(atLeast: 4)
            guard ring.x.first == ring.x.last, ring.y.first == ring.y.last else {
                throw FilterToken.problem(place, "the ring does not end where it begins")
            }
            builder.addRing(x: ring.x, y: ring.y)
            rings.append(ring)
        } while tokens.take(sign: ",")
        try tokens.expect(sign: ")")
        builder.closePart()
        builder.closeArea()
        return .polygon(builder.finish(), rings: rings)
    }

    private mutating func count(positions count: Int) throws(Problem) {
        positions += count
        guard positions <= FilterParser.maximumPositions else {
            let maximum = FilterParser.maximumPositions
            throw tokens.problem("the filter's geometries have more than \(maximum) positions; simplify them")
        }
    }

    /// Two numbers, or three of which the height is left aside, in the order of the system's axes.
    private mutating func position() throws(Problem) -> (x: Double, y: Double) {
        try count(positions: 1)
        let (first, second) = (try tokens.expectNumber(), try tokens.expectNumber())
        if case .number = tokens.next.kind { tokens.take() }
        return system.isNorthFirst ? (second, first) : (first, second)
    }
}
