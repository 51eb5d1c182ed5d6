import Formats
import Planar

/// The `bbox` parameter of OGC API - Features, in longitude and latitude (CRS84).
///
/// Four numbers, or six with heights that are checked and then left aside. A box whose west lies east of its east
/// crosses the antimeridian and is two boxes.
struct GeographicBox: Equatable, Sendable {
    /// The boxes, one or two.
    let boxes: [Box]
    /// The numbers in one spelling.
    let text: String

    /// Reads the parameter.
    ///
    /// - Throws: A 400 for anything but four or six numbers on the globe.
    init(_ parameter: String) throws(Problem) {
        var numbers: [Double] = []
        for part in parameter.split(separator: ",", omittingEmptySubsequences: false) {
            let bytes = Array(part.utf8)
            var position = 0
            guard let number = DecimalScan.number(in: bytes.span, at: &position), position == bytes.count else {
                throw .badRequest("'\(part)' in bbox is not a number; write west,south,east,north in degrees")
            }
            numbers.append(number)
        }
        guard numbers.count == 4 || numbers.count == 6 else {
            throw .badRequest("bbox has \(numbers.count) numbers; give four: west,south,east,north")
        }
        let half = numbers.count / 2
        let (west, south, east, north) = (numbers[0], numbers[1], numbers[half], numbers[half + 1])
        guard abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90 else {
            throw .badRequest("bbox '\(parameter)' is not on the globe; write west,south,east,north in degrees")
        }
        guard south <= north else {
            throw .badRequest("bbox '\(parameter)' has its south above its north; write west,south,east,north")
        }
        guard half == 2 || numbers[2] <= numbers[5] else {
            throw .badRequest("bbox '\(parameter)' has its lowest height above its highest")
        }
        boxes =
            west <= east
            ? [Box(minX: west, minY: south, maxX: east, maxY: north)]
            : [
                Box(minX: west, minY: south, maxX: 180, maxY: north),
                Box(minX: -180, minY: south, maxX: east, maxY: north),
            ]
        text = "\(west),\(south),\(east),\(north)"
    }

    /// Whether an area has a point in common with the box.
    func intersects(_ area: Int, of areas: Areas) -> Bool {
        boxes.contains { areas.area(area, intersects: $0) }
    }
}
